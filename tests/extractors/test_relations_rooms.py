from __future__ import annotations

import pytest

from extractors.relations.rooms import propose
from graph.model import EdgeType, Status
from tests.extractors.marked import marked

ROOM = "{LivingRoom:青岛（深圳）城市会客厅}"
PLACES = "{City:青岛}和{City:深圳}来往多。"
DONE, PLANNED = Status.DONE, Status.PLANNED


def edges(text: str) -> set[tuple[EdgeType, str, str, Status]]:
    return {(s.type, s.source.name, s.target.name, s.status) for s in propose(marked(text, home="青岛"))}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"2021年5月12日，{ROOM}启用。", DONE),
        (f"{ROOM}计划明年开放。", PLANNED),
        (f"青岛将打造{ROOM}。", PLANNED),
    ],
)
def test_opening(text: str, status: Status) -> None:
    found = {e for e in edges(PLACES + text) if e[0] is EdgeType.OPENED}
    assert found == {(EdgeType.OPENED, "青岛", "青岛（深圳）城市会客厅", status)}


def test_name_says_whom_it_serves_and_where_it_lies() -> None:
    found = edges(PLACES + f"考察团参观了{ROOM}。")
    assert found == {
        (EdgeType.SERVES, "青岛（深圳）城市会客厅", "深圳", DONE),
        (EdgeType.LOCATED_IN, "青岛（深圳）城市会客厅", "深圳", DONE),
    }


def test_a_stated_district_comes_before_the_city_of_the_name() -> None:
    found = edges(PLACES + f"{ROOM}在{{District:南山区}}启用。")
    assert (EdgeType.LOCATED_IN, "青岛（深圳）城市会客厅", "南山区", DONE) in found
    assert (EdgeType.LOCATED_IN, "青岛（深圳）城市会客厅", "深圳", DONE) not in found


def test_date_of_opening() -> None:
    found = propose(marked(PLACES + f"2021年5月12日，{ROOM}启用。", home="青岛"))
    assert [s.properties["date"] for s in found if s.type is EdgeType.OPENED] == ["2021-05-12"]


def test_a_denied_opening_is_none() -> None:
    assert not {e for e in edges(PLACES + f"{ROOM}未能启用。") if e[0] is EdgeType.OPENED}
