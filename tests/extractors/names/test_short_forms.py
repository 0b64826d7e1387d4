from __future__ import annotations

import pytest

from extractors.short_forms import core, derived, is_short
from graph.model import Label

SHORT = [
    ("竹云科技", "深圳竹云科技有限公司", Label.ENTERPRISE),
    ("竹云", "深圳竹云科技有限公司", Label.ENTERPRISE),
    ("深创投", "深圳创新投资集团", Label.ENTERPRISE),
    ("商务局", "青岛市商务局", Label.ORGANIZATION),
    ("青岛日报", "青岛日报社", Label.ORGANIZATION),
]
NOT_SHORT = [
    ("平安证券", "平安银行", Label.ENTERPRISE),
    ("大学", "复旦大学", Label.ORGANIZATION),
    ("青岛", "青岛啤酒股份有限公司", Label.ORGANIZATION),
]


@pytest.mark.parametrize(("short", "long", "label"), SHORT)
def test_is_short(short: str, long: str, label: Label) -> None:
    assert is_short(short, long, label)


@pytest.mark.parametrize(("short", "long", "label"), NOT_SHORT)
def test_is_not_short(short: str, long: str, label: Label) -> None:
    assert not is_short(short, long, label)


def test_core_drops_legal_form_and_marks() -> None:
    assert core("仁宝电子（昆山）有限公司", Label.ENTERPRISE) == "仁宝电子"
    assert core("中国—欧洲中心", Label.SITE) == "中国欧洲中心"


def test_derived_forms() -> None:
    assert derived("深圳竹云科技有限公司", Label.ENTERPRISE) == ("竹云科技",)
