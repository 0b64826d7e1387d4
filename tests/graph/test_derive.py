"""The graph is a function of the set of readings, and whole in itself."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.background import hierarchy
from graph.derive import derive
from graph.evidence import EvidenceRow, group_of
from graph.export import export_graph
from graph.facts import facts
from graph.identity import entity_id
from graph.key_form import is_anchor
from graph.keys import keys
from graph.model import EDGES, EdgeType, Label
from graph.reading import Claim, Reading
from graph.reading_file import check, read_reading, write_reading
from graph.records import KeyRecord, records, total, without
from tests.graph.reading_builder import ReadingBuilder, corpora

derived = settings(max_examples=60, deadline=None)
"""The first example loads the lists of places, which no deadline foresees."""


@derived
@given(corpora(), st.randoms())
def test_order_and_repetition_change_nothing(corpus: list[Reading], random: Random) -> None:
    other = corpus + corpus[:2]
    random.shuffle(other)
    assert export_graph(derive(other)) == export_graph(derive(corpus))


@derived
@given(corpora())
def test_what_is_withdrawn_leaves_no_trace(corpus: list[Reading]) -> None:
    """Taken away from the stored counters and groups, as a loader does, or never read: the same."""
    gone, rest = corpus[0], corpus[1:]
    stored = total(r for reading in corpus for r in records(reading, keys(reading)).values())
    for key, part in records(gone, keys(gone)).items():
        left = without(stored.pop(key), part)
        if left is not None:
            stored[key] = left
    assert {key: record.row() for key, record in stored.items()} == {r.key: r.row() for r in derive(rest).records}


@derived
@given(corpora(), st.randoms())
def test_what_is_read_again_replaces_what_it_said(corpus: list[Reading], random: Random) -> None:
    """The new reading of an article may be counted before the old one is taken away."""
    old = corpus[0]
    claimed = [
        node.model_copy(update={"claims": (Claim(property="headcount", value=random.choice([1, 2]), start=0, end=1),)})
        if node.label is Label.DELEGATION
        else node
        for node in old.nodes
    ]
    kept = random.sample(claimed, random.randint(1, len(claimed)))
    new = old.model_copy(update={"nodes": tuple(kept), "edges": ()})
    old = old.model_copy(update={"nodes": tuple(claimed)})
    stored = total(r for reading in (old, *corpus[1:], new) for r in records(reading, keys(reading)).values())
    gone = records(old, keys(old))
    left = {key: without(record, gone[key]) if key in gone else record for key, record in stored.items()}
    expected = {r.key: r.row() for r in derive([new, *corpus[1:]]).records}
    assert {key: record.row() for key, record in left.items() if record is not None} == expected


@derived
@given(corpora())
def test_a_group_alone_gives_the_same_facts(corpus: list[Reading]) -> None:
    graph = derive(corpus)
    for fact in graph.facts:
        if fact.background:
            continue
        rows = [row for row in graph.evidence if row.id in fact.evidence]
        group = group_of(rows[0], graph.entity_of)
        assert group is not None
        all_of_group = [row for row in graph.evidence if group_of(row, graph.entity_of) == group]
        assert fact in facts(group, reversed(all_of_group), graph.entity_of)


@derived
@given(corpora())
def test_every_edge_has_evidence_and_ends_or_is_background(corpus: list[Reading]) -> None:
    graph = derive(corpus)
    entities = {entity.id for entity in graph.entities}
    evidence = {row.id: row for row in graph.evidence}
    assert len(entities) == len(graph.entities)
    assert len({fact.id for fact in graph.facts}) == len(graph.facts)
    supported: list[str] = []
    for fact in graph.facts:
        assert fact.source in entities
        assert fact.target in entities
        assert fact.id.startswith(fact.type.lower().replace("_", "-") + "-")
        assert bool(fact.evidence) is not bool(fact.background)
        assert all(graph.fact_of[e] == fact.id and evidence[e].type is fact.type for e in fact.evidence)
        supported.extend(fact.evidence)
    assert len(supported) == len(set(supported))
    for entity in graph.entities:
        assert set(entity.within) <= entities
        assert (entity.articles == 0) is (entity.key not in {record.key for record in graph.records})


@derived
@given(corpora())
def test_rows_of_the_store_read_back_as_they_were(corpus: list[Reading]) -> None:
    graph = derive(corpus)
    for row in graph.evidence:
        assert EvidenceRow.from_row(row.row("a-fact")) == row
    for record in graph.records:
        assert KeyRecord.from_row(record.row()) == record


@derived
@given(corpora())
def test_made_up_readings_are_valid(corpus: list[Reading]) -> None:
    for reading in corpus:
        check(reading)


def test_a_reading_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    builder = ReadingBuilder()
    city, firm = builder.node("City", "青岛"), builder.node("Enterprise", "明灯科技", "明灯")
    builder.edge("LOCATED_IN", firm, city)
    write_reading(builder.build(), tmp_path / "out" / "a1.jsonl")
    assert read_reading(tmp_path / "out" / "a1.jsonl") == builder.build()
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["a1.jsonl"]


def test_two_articles_on_one_batch_meet() -> None:
    """The batch, its host under two forms of its name, and the fact between them are one each."""
    corpus = []
    for article, firm in (("a1", "深圳明灯科技集团有限公司"), ("a2", "深圳明灯科技集团")):
        builder = ReadingBuilder(article, published=f"2020-0{article[1]}-01")
        batch = builder.node(
            "Delegation",
            "第三批实训干部",
            kind="trainee_cohort",
            origin="青岛" if article == "a1" else "青岛市",
            destinations=["深圳"],
            ordinal=3,
        )
        host = builder.node("Enterprise", firm)
        builder.edge("HOSTED", host, batch, date="2020-04-15" if article == "a2" else "2020-04")
        corpus.append(builder.build())
    graph = derive(corpus)
    (fact,) = graph.facts
    assert (fact.sources, fact.date, fact.known) == (2, "2020-04-15", "2020-01-01")
    assert fact.confidence == 0.99
    assert {entity.articles for entity in graph.entities} == {2}


def test_the_hierarchy_stands_behind_what_is_named() -> None:
    builder = ReadingBuilder()
    builder.node("District", "市南区")
    graph = derive([builder.build()])
    assert {e.name: e.articles for e in graph.entities} == {"市南区": 1, "青岛": 0, "山东": 0, "中国": 0}
    assert all(f.background and f.row()["background"] is True for f in graph.facts)
    assert len(graph.facts) == 3
    anchors, found = hierarchy(["district:370202"])
    assert list(graph.facts) == found
    assert all(is_anchor(anchor) for anchor in anchors)


def test_what_lies_in_a_zone_without_an_anchor_lies_in_its_city() -> None:
    builder = ReadingBuilder()
    city, zone = builder.node("City", "青岛"), builder.node("District", "中央活动区")
    firm = builder.node("Enterprise", "明灯科技")
    builder.edge("LOCATED_IN", zone, city)
    builder.edge("LOCATED_IN", firm, zone)
    entity = next(e for e in derive([builder.build()]).entities if e.name == "明灯科技")
    assert entity_id("city:370200") in entity.within
    assert entity_id("country:CN") in entity.within


def test_a_plan_to_settle_puts_nobody_there() -> None:
    builder = ReadingBuilder()
    city, firm = builder.node("City", "青岛"), builder.node("Enterprise", "明灯科技")
    builder.edge("LOCATED_IN", firm, city, status="planned")
    entity = next(e for e in derive([builder.build()]).entities if e.name == "明灯科技")
    assert entity.within == ()


def test_a_thousand_readings_take_seconds() -> None:
    corpus = []
    for number in range(1000):
        builder = ReadingBuilder(f"a{number:04d}", source="青岛日报")
        city, goal = builder.node("City", "青岛"), builder.node("City", "深圳市")
        for host in range(10):
            firm = builder.node("Enterprise", f"深圳第{number * 3 + host}号科技有限公司")
            builder.edge("LOCATED_IN", firm, goal)
            builder.edge("SIGNED_WITH", city, firm, date=f"2020-0{host % 9 + 1}-01")
        corpus.append(builder.build())
    begin = time.process_time()
    graph = derive(corpus)
    spent = time.process_time() - begin
    assert spent < 30
    assert len([f for f in graph.facts if f.type is EdgeType.SIGNED_WITH]) > 1000
    assert set(EDGES) >= {f.type for f in graph.facts}
