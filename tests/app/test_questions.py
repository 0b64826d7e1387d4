"""Every question over HTTP: enough rows on the samples, each with its evidence, and the same on both stores."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.api import create_app
from app.settings import Settings
from graph.catalogue import Filters, catalogue
from graph.connection import Connection
from tests.app.cases import CASES
from tests.app.conftest import Ask
from tests.samples import SAMPLES, load_samples


def fact_of_evidence(ask: Ask) -> str:
    """The fact of the samples that most sentences state."""
    rows = ask("benchmarks", place="青岛")["rows"]
    return str(max(rows, key=lambda row: row["evidence_count"])["fact"]["id"])


def values(name: str, ask: Ask) -> dict[str, Any]:
    return {"fact": fact_of_evidence(ask)} if name == "evidence" else CASES[name]


def test_every_question_has_a_case() -> None:
    assert set(CASES) == {question.name for question in catalogue()}


@pytest.mark.parametrize("name", CASES)
def test_the_samples_answer_it_with_evidence(name: str, ask: Ask) -> None:
    answer = ask(name, **values(name, ask), count="exact", limit=500)
    assert len(answer["rows"]) >= 3
    assert answer["total"] == len(answer["rows"])
    assert answer["next"] is None
    assert answer["question"]["name"] == name
    for row in answer["rows"]:
        if catalogue()[name].filters is Filters.FACTS:
            background = {fact["type"] for fact in facts(row)} <= {"LOCATED_IN"}
            assert row["evidence_count"] >= len(row["evidence"])
            assert row["evidence"] or background
        for piece in row["evidence"]:
            assert piece["start"] < piece["end"]
            assert (SAMPLES / f"{piece['article']}.md").is_file()


def facts(row: dict[str, Any]) -> list[dict[str, Any]]:
    return list(row["facts"]) if "facts" in row else [row["fact"]]


@pytest.mark.parametrize("name", CASES)
def test_the_examples_of_the_header_are_answered(name: str, ask: Ask) -> None:
    question = catalogue()[name]
    examples = {n: p.example for n, p in question.parameters.items() if p.example is not None}
    needed = {n for n, p in question.parameters.items() if p.required}
    for one in question.one_of or ("",):
        asked = {n: v for n, v in examples.items() if n in needed or n == one}
        if needed <= asked.keys() and (not question.one_of or asked):
            assert ask(name, **asked)["rows"], asked


FILTERS: list[dict[str, Any]] = [
    {},
    {"min_confidence": 0.9},
    {"status": "planned"},
    {"during_from": "2020", "during_to": "2020-12"},
    {"known_by": "2020-07", "undated": "exclude"},
]


@pytest.mark.neo4j
def test_both_stores_give_the_same_rows(embedded_store: Connection, neo4j_store: Connection) -> None:
    answers = []
    for store in (embedded_store, neo4j_store):
        load_samples(store)
        with TestClient(create_app(Settings(), connection=store)) as client:
            answers.append(_answers(client))
    assert answers[0].keys() == answers[1].keys()
    for asked, answer in answers[0].items():
        assert answer == answers[1][asked], asked


def _answers(client: TestClient) -> dict[str, dict[str, Any]]:
    """The answers to all questions, unfiltered and filtered, by what was asked."""

    def ask(name: str, **asked: Any) -> dict[str, Any]:
        body: dict[str, Any] = client.get(f"/v1/questions/{name}", params=asked).raise_for_status().json()
        return body

    return {
        f"{name} {filters}": ask(name, **values(name, ask), **filters, limit=100, count="exact")
        for name in CASES
        for filters in (FILTERS if catalogue()[name].filters is Filters.FACTS else FILTERS[:1])
    }
