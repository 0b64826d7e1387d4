"""The filters that every question about facts takes."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.model import EDGES, EdgeType
from tests.app.conftest import Ask


def facts(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [row["fact"] for row in answer["rows"]]


@pytest.fixture(scope="module")
def timeline(ask: Ask) -> list[dict[str, Any]]:
    """All that the samples say of 青岛."""
    return facts(ask("timeline", about="青岛", limit=500))


def dated_once(fact: dict[str, Any]) -> bool:
    """Whether it happened on one date: a taking as a model, say, is a stance that several dates may state."""
    return "date" in EDGES[EdgeType(fact["type"])].functional


def test_a_period_at_any_precision(ask: Ask, timeline: list[dict[str, Any]]) -> None:
    within = facts(ask("timeline", about="青岛", during_from="2019-05", during_to="2019", limit=500))
    expected = [
        fact for fact in timeline if (fact["date"] or "") in {"2019"} or "2019-05" <= (fact["date"] or "") < "2020"
    ]
    once = [fact["id"] for fact in within if dated_once(fact)]
    assert once
    assert once == [fact["id"] for fact in expected if dated_once(fact)]
    assert {fact["id"] for fact in expected} <= {fact["id"] for fact in within}


def test_a_day_meets_a_month_that_holds_it(ask: Ask) -> None:
    rows = ask("hosts-of-trainees", city="深圳", during_from="2020-04", during_to="2020-04")["rows"]
    assert {row["date"] for row in rows} == {"2020-04-15"}


def test_facts_without_a_date_count_where_no_period_is_asked_for(ask: Ask) -> None:
    asked = {"body": "青岛", "limit": 500}
    undated = {"include": 0, "exclude": 0}
    for choice in undated:
        rows = facts(ask("people", **asked, undated=choice))
        undated[choice] = sum(fact["date"] is None for fact in rows)
    default = sum(fact["date"] is None for fact in facts(ask("people", **asked)))
    in_period = facts(ask("people", **asked, during_from="2010"))
    assert undated["include"] == default > 0 == undated["exclude"]
    assert all(fact["date"] for fact in in_period)


def test_what_was_known_by_a_day(ask: Ask) -> None:
    answer = ask("hosts-of-trainees", city="深圳", known_by="2020-07-31")
    assert answer["rows"]
    assert {piece["published"] <= "2020-07-31" for row in answer["rows"] for piece in row["evidence"]} == {True}
    assert [note["kind"] for note in answer["notes"]] == ["known_by"]
    assert len(answer["rows"]) < len(ask("hosts-of-trainees", city="深圳")["rows"])
    assert not ask("hosts-of-trainees", city="深圳", known_by="2010")["rows"]


def test_a_coarse_known_by_counts_from_its_last_day(ask: Ask) -> None:
    month = ask("hosts-of-trainees", city="深圳", known_by="2020-08")["rows"]
    day = ask("hosts-of-trainees", city="深圳", known_by="2020-08-31")["rows"]
    assert month == day


@pytest.mark.parametrize("least", [0.0, 0.5, 0.9, 1.0])
def test_the_least_confidence(least: float, ask: Ask, timeline: list[dict[str, Any]]) -> None:
    found = facts(ask("timeline", about="青岛", min_confidence=least, limit=500))
    assert [f["id"] for f in found] == [f["id"] for f in timeline if f["confidence"] >= least]


def test_status(ask: Ask) -> None:
    both = ask("living-rooms", limit=500)["rows"]
    by_status = {s: ask("living-rooms", status=s, limit=500)["rows"] for s in ("done", "planned")}
    assert {row["status"] for row in both} == {"done", "planned"}
    for status, rows in by_status.items():
        assert {row["status"] for row in rows} == {status}
    assert sum(map(len, by_status.values())) == len(both)
    asked = ask("living-rooms", status=["done", "planned"], limit=500)["rows"]
    assert asked == both


def test_only_what_is_done_counts_by_default(ask: Ask) -> None:
    assert {row["fact"]["status"] for row in ask("signings", party="青岛")["rows"]} == {"done"}


def test_a_period_that_ends_before_it_begins(client: TestClient) -> None:
    asked = {"city": "深圳", "during_from": "2021", "during_to": "2020"}
    response = client.get("/v1/questions/hosts-of-trainees", params=asked)
    assert response.status_code == 400
    assert response.json()["parameter"] == "during_to"
