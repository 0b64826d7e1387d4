"""Every question is answered by the samples, and alike on both stores."""

from __future__ import annotations

from typing import Any

import pytest

from graph.answers import FactFilters, answer
from graph.catalogue import Question, catalogue
from graph.connection import Connection

QUESTIONS = list(catalogue())
ENOUGH = 3
"""Rows that the samples give for each question at least."""
ARGUMENTS = {"paths": {"from": "青岛", "to": "苏州"}}
"""Where the examples alone tell too little: 青岛 and 深圳 are joined directly."""


def arguments(question: Question, connection: Connection) -> dict[str, Any]:
    """The values that are needed: the examples of what is required, or of the first of which one must be given."""
    if question.name in ARGUMENTS:
        return dict(ARGUMENTS[question.name])
    needed = [name for name, parameter in question.parameters.items() if parameter.required]
    if not set(needed) & set(question.one_of):
        needed += [name for name in question.one_of if question.parameters[name].example is not None][:1]
    found: dict[str, Any] = {}
    for name in needed:
        parameter = question.parameters[name]
        found[name] = a_fact(connection) if parameter.type == "fact" else parameter.example
    return found


def sources(row: dict[str, Any]) -> int:
    """Of how many articles the facts of a row are; background is of none."""
    facts = [*row.get("facts", ()), *filter(None, [row.get("fact")])]
    return sum(fact["sources"] for fact in facts)


def a_fact(connection: Connection) -> str:
    """The fact with the most evidence among the models of a city."""
    rows = answer(connection, catalogue()["benchmarks"], {"place": "青岛"}).rows
    best: str = max(rows, key=lambda row: (row["evidence_count"], row["fact"]["id"]))["fact"]["id"]
    return best


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_samples_answer(sample_store: Connection, question: Question) -> None:
    found = answer(sample_store, question, arguments(question, sample_store), limit=100)
    assert len(found.rows) >= ENOUGH
    for row in found.rows:
        assert row.keys() == {*question.columns, "evidence", "evidence_count"}
        assert row["evidence"] or not sources(row)


@pytest.mark.neo4j
@pytest.mark.parametrize(
    "filters",
    [FactFilters(), FactFilters(during_from="2019", during_to="2020-07", undated="include", known_by="2021")],
    ids=["all", "filtered"],
)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_both_stores_answer_alike(
    sample_stores: tuple[Connection, Connection], question: Question, filters: FactFilters
) -> None:
    embedded, neo4j = (
        answer(one, question, arguments(question, one), filters, limit=100, count=True) for one in sample_stores
    )
    assert embedded == neo4j


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_pages_are_the_whole(sample_store: Connection, question: Question) -> None:
    values = arguments(question, sample_store)
    whole = answer(sample_store, question, values, limit=100).rows
    paged: list[dict[str, Any]] = []
    after = None
    while after is not None or not paged:
        page = answer(sample_store, question, values, limit=2, after=after)
        paged += page.rows
        after = page.after
        if after is None or len(paged) >= 100:
            break
    assert paged[:100] == whole
