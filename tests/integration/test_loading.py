"""The graph in the store is the one that `graph.derive` makes, however it came there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.connection import Connection
from graph.derive import derive
from graph.errors import NotFoundError, ReadingError
from graph.export import export_graph
from graph.reading import Reading
from graph.statements import statement
from loaders.batch import Given
from loaders.export import export_store
from loaders.load import load
from loaders.withdraw import withdraw
from tests.graph.reading_builder import ReadingBuilder, corpora
from tests.stores.empty import empty

few = settings(
    max_examples=200 if os.environ.get("TASHAN_TEST_LONG") else 5,
    deadline=None,
    # shrinking would take minutes against a store
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def given_of(readings: Iterable[Reading]) -> list[Given]:
    return [Given(reading, f"text of {reading.article.id}") for reading in readings]


def exported(store: Connection) -> str:
    return "".join(export_store(store))


def version(store: Connection) -> int:
    found: int = store.read(statement("store/meta"))[0]["version"]
    return found


@few
@given(corpora(), st.randoms(use_true_random=False))
def test_the_store_exports_what_is_derived(store: Connection, corpus: list[Reading], random: Random) -> None:
    empty(store)
    shuffled = random.sample(corpus, len(corpus))
    at = random.randint(0, len(corpus))
    load(store, given_of(shuffled[:at]))
    load(store, given_of(shuffled[at:]))
    assert exported(store) == export_graph(derive(corpus))


@few
@given(corpora())
def test_loading_twice_changes_nothing(store: Connection, corpus: list[Reading]) -> None:
    empty(store)
    load(store, given_of(corpus))
    before, first = exported(store), version(store)
    report = load(store, given_of(corpus))
    assert (exported(store), version(store)) == (before, first)
    assert len(report.unchanged) == len(corpus)


@few
@given(corpora(), st.randoms(use_true_random=False))
def test_withdrawing_leaves_the_graph_of_the_others(store: Connection, corpus: list[Reading], random: Random) -> None:
    empty(store)
    load(store, given_of(corpus))
    gone = random.sample(corpus, random.randint(1, len(corpus)))
    withdraw(store, [reading.article.id for reading in gone])
    rest = [reading for reading in corpus if reading not in gone]
    assert exported(store) == export_graph(derive(rest))
    counts = {row["name"]: row["count"] for row in store.read(statement("explore/counts"))}
    assert counts.get("Entity", 0) == len(derive(rest).entities)
    assert counts.get("Fact", 0) == len(derive(rest).facts)


@few
@given(corpora(), corpora())
def test_a_reading_replaces_the_one_before(store: Connection, old: list[Reading], new: list[Reading]) -> None:
    empty(store)
    load(store, given_of(old))
    load(store, given_of(new))
    readings = {reading.article.id: reading for reading in (*old, *new)}
    assert exported(store) == export_graph(derive(readings.values()))


def dangling() -> Reading:
    builder = ReadingBuilder("bad")
    host = builder.node("Enterprise", "明灯科技有限公司")
    builder.edge("HOSTED", host, "nobody")
    return builder.build()


def test_a_reading_with_a_dangling_edge_loads_nothing(empty_store: Connection) -> None:
    good = ReadingBuilder("good")
    good.node("City", "青岛市")
    with pytest.raises(ReadingError, match="nobody"):
        load(empty_store, given_of([good.build(), dangling()]))
    assert exported(empty_store) == export_graph(derive([]))
    assert version(empty_store) == 0


def test_an_article_that_is_not_loaded_cannot_be_withdrawn(empty_store: Connection) -> None:
    builder = ReadingBuilder("here")
    builder.node("City", "青岛市")
    load(empty_store, given_of([builder.build()]))
    before = exported(empty_store)
    with pytest.raises(NotFoundError, match="elsewhere"):
        withdraw(empty_store, ["here", "elsewhere"])
    assert exported(empty_store) == before


def test_loaders_wait_for_each_other(empty_store: Connection) -> None:
    """Several at once, all about the same two places: nothing is lost."""
    corpus = [about_two_cities(f"a{number}") for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(lambda one: load(empty_store, given_of([one])), corpus))
    assert exported(empty_store) == export_graph(derive(corpus))
    assert sorted(report.version for report in reports) == list(range(1, 9))


def about_two_cities(article: str) -> Reading:
    builder = ReadingBuilder(article)
    one, other = builder.node("City", "青岛市"), builder.node("City", "深圳市")
    builder.edge("BENCHMARKS_AGAINST", one, other, date="2019-05")
    return builder.build()
