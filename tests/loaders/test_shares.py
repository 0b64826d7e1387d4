"""What readings add and take away, before a store is asked."""

from __future__ import annotations

from hypothesis import given, settings

from graph.derive import derive
from graph.evidence import Group
from graph.model import EdgeType
from graph.reading import Reading
from loaders.shares import Share, group_id, groups_of, record_text, records_after, share, stored_record
from tests.graph.reading_builder import corpora

several = settings(max_examples=40, deadline=None)


@several
@given(corpora())
def test_the_share_of_all_readings_is_the_graphs(corpus: list[Reading]) -> None:
    graph, whole = derive(corpus), share(corpus)
    assert [whole.records[key].row() for key in sorted(whole.records)] == [record.row() for record in graph.records]
    assert sorted(whole.evidence) == [row.id for row in graph.evidence]
    supported = {row.id for rows in groups_of(whole.evidence.values()).values() for row in rows}
    assert supported == graph.fact_of.keys()


@several
@given(corpora())
def test_what_comes_and_goes_again_leaves_the_stored(corpus: list[Reading]) -> None:
    first, rest = share(corpus[:1]), share(corpus[1:])
    both = records_after(rest.records, first, Share())
    stored = rest.records | {key: record for key, record in both.items() if record is not None}
    after = records_after(stored, Share(), first)
    assert {key: record.row() for key, record in after.items() if record} == {
        key: rest.records[key].row() for key in first.records.keys() & rest.records.keys()
    }


@several
@given(corpora())
def test_a_record_survives_the_store(corpus: list[Reading]) -> None:
    for record in share(corpus).records.values():
        assert stored_record(record_text(record)) == record


def test_groups_have_names_of_their_own() -> None:
    names = {group_id(Group(type_, a, b)) for type_ in EdgeType for a, b in (("x", "y"), ("y", "x"), ("xy", ""))}
    assert len(names) == 3 * len(EdgeType)
