"""Pages of an answer: every row once, whatever their size."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.app.conftest import Ask


@pytest.mark.parametrize("limit", [1, 4, 7])
def test_pages_to_the_end_give_every_row_once(limit: int, client: TestClient, ask: Ask) -> None:
    whole = ask("hosts-of-trainees", city="深圳", limit=500) if limit == 1 else ask("timeline", about="青岛", limit=500)
    name, values = whole["question"]["name"], whole["parameters"]
    rows: list[dict[str, Any]] = []
    page = ask(name, **values, limit=limit)
    rows += page["rows"]
    while page["next"]:
        assert len(page["rows"]) == limit
        page = client.get(page["next"]).raise_for_status().json()
        rows += page["rows"]
    assert rows == whole["rows"]


def test_a_page_has_twenty_rows_by_default(ask: Ask) -> None:
    answer = ask("timeline", about="青岛")
    assert len(answer["rows"]) == 20
    assert answer["next"]
    assert answer["total"] is None


def test_the_next_page_keeps_what_was_asked(client: TestClient, ask: Ask) -> None:
    following = ask("benchmarks", place="青岛", limit=2, min_confidence=0.5, status="done")["next"]
    body = client.get(following).raise_for_status().json()
    assert body["parameters"] == {"place": "青岛"}
    assert all(row["status"] == "done" for row in body["rows"])


@pytest.mark.parametrize("cursor", ["", "x", "b2", "bzEyMzQ1Njc4OTAxMjM", "深圳", "====", "b00xMA"])
def test_a_cursor_that_no_page_gave(cursor: str, client: TestClient) -> None:
    response = client.get("/v1/questions/hosts-of-trainees", params={"city": "深圳", "after": cursor})
    assert response.status_code == 400
    assert response.json()["parameter"] == "after"
