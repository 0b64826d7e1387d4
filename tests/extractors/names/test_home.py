from __future__ import annotations

import pytest

from tests.extractors.names.reading import read_names

HOMES = [
    ("本报讯 7月3日，市委书记李明率玉林市党政考察团赴佛山市学习。佛山市市长会见。", None, "玉林市"),
    ("我市与深圳市签署协议。深圳市市长出席。", "青岛日报", None),
    ("永顺县党政考察团到凤冈县学习，团长是县委副书记向某。县委要求认真总结。", None, "永顺县"),
    ("本报深圳6月20日电 赣州市第三批赴深跟班学习干部到岗。市委组织部提出要求。", None, "赣州市"),
]


@pytest.mark.parametrize(("text", "source", "home"), HOMES)
def test_home(text: str, source: str | None, home: str | None) -> None:
    found = read_names(text, source=source).home
    if home is not None:
        assert found is not None
        assert found.name == home


def test_nobody_is_at_home_without_places() -> None:
    assert read_names("会议强调要认真学习。").home is None
