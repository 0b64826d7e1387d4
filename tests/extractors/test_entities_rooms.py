from __future__ import annotations

import pytest

from extractors.entities.rooms import find_rooms
from graph.model import Label
from tests.extractors.marked import marked

READS = (
    ("{City:青岛}{Country:以色列}“国际客厅”昨日揭牌。", {"青岛以色列“国际客厅”"}),
    ("{City:青岛}（{City:深圳}）城市会客厅启用。", {"青岛（深圳）城市会客厅"}),
    ("{City:威海}城市客厅2020年投用。", {"威海城市客厅"}),
    (
        "{City:大连}{Country:日本}、{Country:韩国}、{Country:德国}“国际客厅”同日揭牌。",
        {"大连日本“国际客厅”", "大连韩国“国际客厅”", "大连德国“国际客厅”"},
    ),
    ("{City:青岛}已启用{Country:德国}、{Country:日本}两个“国际客厅”。", {"德国“国际客厅”", "日本“国际客厅”"}),
    (
        "{City:青岛}{Country:德国}“国际客厅”揭牌。{Country:德国}“国际客厅”由协会运营，客厅免费开放。",
        {"青岛德国“国际客厅”"},
    ),
)
READS_NOT = (
    "欢乐海岸被誉为{City:青岛}城市会客厅。",
    "我市推进“国际客厅”建设。",
    "印发《{City:大连市}国际客厅建设实施方案》。",
    "网上传的{City:兰州}客厅没有列入。",
    "他家客厅很大。",
)


@pytest.mark.parametrize(("text", "names"), READS)
def test_reads(text: str, names: set[str]) -> None:
    assert {m.name for m in find_rooms(marked(text))} == names


@pytest.mark.parametrize("text", READS_NOT)
def test_reads_not(text: str) -> None:
    assert find_rooms(marked(text)) == []


def test_names_of_a_list_reach_to_the_shared_head() -> None:
    document = marked("{City:大连}{Country:日本}、{Country:韩国}“国际客厅”揭牌。")
    assert [m.surface for m in find_rooms(document)] == ["大连日本、韩国“国际客厅”", "韩国“国际客厅”"]


def test_properties_name_owner_and_counterpart() -> None:
    (room,) = find_rooms(marked("{City:青岛}中德“国际客厅”开放。"))
    assert room.properties == {"owner": "青岛", "counterpart": "德国"}


def test_a_group_of_countries_is_named_too() -> None:
    found = find_rooms(marked("{City:青岛}上合“国际客厅”揭牌。"))
    assert [(m.label, m.name, m.surface) for m in found] == [
        (Label.LIVING_ROOM, "青岛上合“国际客厅”", "青岛上合“国际客厅”"),
        (Label.COUNTRY, "上合组织国家", "上合"),
    ]


def test_a_city_alone_is_the_owner() -> None:
    (room,) = find_rooms(marked("{City:青岛}“国际客厅”揭牌。"))
    assert room.properties == {"owner": "青岛", "counterpart": None}
