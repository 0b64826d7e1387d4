from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Label
from graph.names import normal, pinyin, plain, simplified, slug
from graph.offices import is_bare, without_level


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("騰訊集團", Label.ENTERPRISE, "腾讯集团"),
        ("深圳竹云科技股份有限公司", Label.ENTERPRISE, "深圳竹云科技"),
        ("平安证券有限责任公司", Label.ENTERPRISE, "平安证券"),
        ("华润（集团）有限公司", Label.ENTERPRISE, "华润(集团)"),
        ("ＴＣＬ 集团公司", Label.ENTERPRISE, "TCL集团"),
        ("明灯有限公司青岛分公司", Label.ENTERPRISE, "明灯青岛分公司"),
        ("有限公司", Label.ENTERPRISE, "有限公司"),
        ("深圳有限公司协会", Label.ORGANIZATION, "深圳有限公司协会"),
        ("《青岛市推进“国际化＋”行动计划（2020/2021年）》", Label.POLICY, "青岛市推进国际化+行动计划(2020/2021年)"),
        ("史蒂夫•乔布斯", Label.PERSON, "史蒂夫·乔布斯"),
        ("张 明", Label.PERSON, "张明"),
    ],
)
def test_normal_forms(name: str, label: Label, expected: str) -> None:
    assert normal(name, label) == expected


@settings(deadline=None)
@given(st.text(min_size=1), st.sampled_from(list(Label)))
def test_a_normal_form_is_its_own_and_never_empty(name: str, label: Label) -> None:
    form = normal(name, label)
    assert form
    assert normal(form, label) == form


@settings(deadline=None)
@given(st.text())
def test_ids_take_ascii_letters_and_digits_alone(name: str) -> None:
    assert slug(name).isascii()
    assert slug(name).isalnum()
    assert len(slug(name)) <= 40


def test_pinyin_in_full_and_by_initials() -> None:
    assert pinyin("青岛市") == "qingdaoshi qds"
    assert pinyin("重庆") == "chongqing cq"
    assert slug("深创投") == "shenchuangtou"
    assert simplified("國際客廳") == "国际客厅"
    assert plain("“国际 客厅”") == "国际客厅"


@pytest.mark.parametrize(
    "name", ["商务局", "市商务局", "发展和改革委员会", "省委组织部", "工商联", "人民政府", "招商局", "区司法局"]
)
def test_bare_names(name: str) -> None:
    assert is_bare(name)


@pytest.mark.parametrize(
    "name", ["清华大学", "青深企业家联谊会", "上海证券交易所", "新华社", "竹云科技研究院", "市", ""]
)
def test_names_that_name_something(name: str) -> None:
    assert not is_bare(name)


def test_the_level_of_a_bare_name() -> None:
    assert without_level("市商务局") == ("市", "商务局")
    assert without_level("司法局") == ("", "司法局")
    assert without_level("市场监督管理局") == ("", "市场监督管理局")
