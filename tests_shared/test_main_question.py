"""The question that the project exists for, over the five articles as they were given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.names import plain

THIRD_BATCH = ("深圳创新投资集团", "平安证券", "华润集团", "腾讯集团", "前海母基金")
ALONE = "竹云科技"
SHANGHAI = ("复兴集团", "上海外服", "上海证券交易所")


@pytest.fixture(scope="module")
def rows(client: TestClient) -> list[dict[str, Any]]:
    answer = client.get("/v1/questions/hosts-of-trainees", params={"city": "深圳", "limit": 100}).raise_for_status()
    found: list[dict[str, Any]] = answer.json()["rows"]
    return found


def names(row: dict[str, Any], client: TestClient) -> list[str]:
    entity = client.get(f"/v1/entities/{row['host']['id']}").raise_for_status().json()
    return [entity["name"], *entity["aliases"]]


@pytest.mark.parametrize("host", THIRD_BATCH)
def test_a_host_of_the_third_batch(host: str, rows: list[dict[str, Any]], client: TestClient) -> None:
    row = next(row for row in rows if row["batch"] == 3 and host in names(row, client))
    assert row["stated"] == 79
    assert row["origin"]["name"].startswith("青岛")
    assert row["evidence"]


def test_the_host_that_another_article_names(rows: list[dict[str, Any]], client: TestClient) -> None:
    row = next(row for row in rows if any(ALONE in name for name in names(row, client)))
    assert any(ALONE in piece["text"] for piece in row["evidence"])


def test_no_unit_of_shanghai(rows: list[dict[str, Any]], client: TestClient) -> None:
    for row in rows:
        assert not [n for n in names(row, client) if any(unit in n for unit in SHANGHAI)]


def test_evidence_points_into_the_article_as_it_was_given(
    rows: list[dict[str, Any]], client: TestClient, shared: Path
) -> None:
    for row in rows:
        for piece in row["evidence"]:
            text = (shared / "articles" / f"{piece['article']}.txt").read_bytes().decode("utf-8")
            stretch = plain(text[piece["start"] : piece["end"]])
            assert stretch
            # the first characters of the sentence, which the repair leaves as they are
            assert plain(piece["text"])[:6] in stretch
            if row["batch"] == 3:
                assert any(plain(name) in stretch for name in names(row, client))
