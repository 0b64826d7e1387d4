"""The question that the project exists for."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.text.sources import read_article
from graph.connection import Connection
from graph.lookups import names
from tests.app.conftest import Ask
from tests.samples import SAMPLES

THIRD_BATCH = {"深圳创新投资集团", "平安证券", "华润集团", "腾讯集团", "前海母基金"}


@pytest.fixture(scope="module")
def rows(ask: Ask) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ask("hosts-of-trainees", city="深圳")["rows"]
    return found


def named(row: dict[str, Any], connection: Connection) -> list[str]:
    """All names of a row's host."""
    host = row["host"]["id"]
    return names(connection, [host])[host]


def test_hosts_of_the_third_batch(rows: list[dict[str, Any]], samples: Connection) -> None:
    third = [row for row in rows if row["batch"] == 3]
    found = {name for row in third for name in named(row, samples)}
    assert found >= THIRD_BATCH
    assert {row["stated"] for row in third} == {79}
    assert {row["origin"]["name"] for row in third} == {"青岛市"}
    assert {row["date"] for row in third} == {"2020-04-15"}


def test_a_host_outside_the_list_has_its_own_sentence(rows: list[dict[str, Any]], samples: Connection) -> None:
    row = next(row for row in rows if "竹云科技" in named(row, samples))
    assert any("竹云科技" in piece["text"] and "实训" in piece["text"] for piece in row["evidence"])


def test_no_unit_of_another_city(rows: list[dict[str, Any]], ask: Ask) -> None:
    elsewhere = {row["host"]["id"] for row in ask("hosts-of-trainees", city="上海")["rows"]}
    assert elsewhere
    assert not elsewhere & {row["host"]["id"] for row in rows}
    assert not [row for row in rows if "上海" in row["host"]["name"]]


def test_evidence_stands_in_the_article_as_it_was_read(rows: list[dict[str, Any]], samples: Connection) -> None:
    assert len(rows) > len(THIRD_BATCH)
    for row in rows:
        assert row["evidence"]
        for piece in row["evidence"]:
            text = read_article(SAMPLES / f"{piece['article']}.md", {}).text
            stretch = text[piece["start"] : piece["end"]]
            assert any(name in stretch for name in named(row, samples)), (row["host"]["name"], stretch)


@pytest.mark.parametrize(
    ("more", "expected"),
    [({"batch": 3}, 5), ({"batch": 9}, 0), ({"origin": "青岛", "batch": 3}, 5), ({"origin": "宁波"}, 0)],
)
def test_origin_and_batch_narrow_it(more: dict[str, Any], expected: int, ask: Ask) -> None:
    assert len(ask("hosts-of-trainees", city="深圳", **more)["rows"]) == expected
