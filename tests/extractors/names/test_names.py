from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extractors.names.reading import named, read_names

READ = [
    ("市南区对标深圳市福田区。", {"District 市南区", "City 深圳市", "District 福田区"}),
    ("代表团走进苏州工业园区。", {"District 苏州工业园区"}),
    ("他曾任蓬莱市副市长。", {"District 蓬莱市"}),
    ("我市与匈牙利塞格德市结为友好城市。", {"Country 匈牙利", "City 塞格德市"}),
    ("洛阳高新区管委会负责人介绍了情况。", {"Organization 洛阳高新区管委会"}),
    ("考察团走访了深圳竹云科技有限公司和平安证券。", {"Enterprise 深圳竹云科技有限公司", "Enterprise 平安证券"}),
    ("最早来的是福源电子（信丰）有限公司。", {"Enterprise 福源电子（信丰）有限公司"}),
    ("青岛市商务局、深圳市家具行业协会参加。", {"Organization 青岛市商务局", "Organization 深圳市家具行业协会"}),
    ("由国务院印发。", {"Organization 国务院"}),
    ("赣州市驻东莞招商联络处主任作了介绍。", {"Organization 赣州市驻东莞招商联络处"}),
    ("一行人到福建省南安市水头镇。", {"Organization 水头镇", "District 南安市", "Province 福建省"}),
    ("他们参观了义乌国际物流中心。", {"Site 义乌国际物流中心"}),
    ("苏州市委、市政府向代表团表示欢迎。", {"Organization 苏州市委", "Organization 苏州市政府"}),
    ("洛阳理工学院同河南科技大学签署备忘录。", {"Organization 洛阳理工学院", "Organization 河南科技大学"}),
]
NOT_READ = [
    ("前海城市新中心正在建设。", {"District 海城市", "City 海城市"}),
    ("多项城市更新工作展开。", {"District 项城市"}),
    ("青岛市委书记主持会议。", {"Organization 青岛市委"}),
    ("各区政府和有关部门参加。", {"Organization 各区政府", "Organization 区政府"}),
    ("一座钢城正在转型。", {"City 钢城"}),
    ("一批科技公司前来应聘。", {"Enterprise 科技公司", "Enterprise 一批科技公司"}),
    ("城市客厅里展出了样品。", {"Organization 城市客厅", "Organization 客厅"}),
    ("青岛打造国际航运贸易金融创新中心。", {"Site 国际航运贸易金融创新中心"}),
    ("长江、黄河、长三角都在其列。", {"District 长江", "District 长三角", "Site 长江"}),
]


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_reads(text: str, wanted: set[str]) -> None:
    assert wanted <= named(read_names(text))


@pytest.mark.parametrize(("text", "unwanted"), NOT_READ)
def test_does_not_read(text: str, unwanted: set[str]) -> None:
    assert not unwanted & named(read_names(text))


def test_names_inside_names_are_nested() -> None:
    document = read_names("深圳市福田区投资控股有限公司参加。")
    nested = {m.surface for m in document.mentions if m.nested}
    assert {"深圳市", "福田区"} <= nested
    assert named(document) == {"Enterprise 深圳市福田区投资控股有限公司"}


def test_mentions_read_as_the_text() -> None:
    text = "考察团到浙江乐清，走访正泰集团，随后赴温州市鹿城区。"
    document = read_names(text)
    assert all(document.text[m.start : m.end] == m.surface for m in document.mentions)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "青岛市",
                "深圳",
                "商务局",
                "、",
                "，",
                "。",
                "（",
                "）",
                "考察",
                "竹云科技",
                "有限公司",
                "两区",
                "的",
                "驻",
                "\n",
            ]
        ),
        max_size=14,
    )
)
def test_any_row_of_words_is_read(parts: list[str]) -> None:
    document = read_names("".join(parts))
    outer = [m for m in document.mentions if not m.nested]
    assert all(document.text[m.start : m.end] == m.surface for m in document.mentions)
    assert all(
        any(o.start <= m.start and m.end <= o.end for o in outer)
        for m in document.mentions
        if m.nested and m.rule != "places.gazetteer"
    )
