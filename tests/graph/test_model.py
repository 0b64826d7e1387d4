"""The model against the tables of the ontology and of the design."""

from __future__ import annotations

import pytest

from graph.model import (
    BODIES,
    DELEGATION_PROPERTIES,
    DOMESTIC,
    EDGES,
    FIGURES,
    MISSION,
    PLACES,
    SYMMETRIC,
    TIMELESS,
    DelegationKind,
    EdgeType,
    Identity,
    Label,
)

TABLE = {
    "BENCHMARKS_AGAINST": ("topic date", Identity.ENDS, ""),
    "VISITED": ("date position", Identity.DATE_OF_PERSON, "date position"),
    "TRAINED_IN": ("date", Identity.ENDS, "date"),
    "HOSTED": ("date", Identity.ENDS, ""),
    "DISPATCHED": ("date", Identity.ENDS, "date"),
    "LED": ("", Identity.ENDS, ""),
    "SIGNED_WITH": ("date subject amount", Identity.DATE_OR_SUBJECT, "amount"),
    "ISSUED": ("date", Identity.ENDS, "date"),
    "OPENED": ("date", Identity.ENDS, "date"),
    "SERVES": ("", Identity.ENDS, ""),
    "LOCATED_IN": ("", Identity.ENDS, ""),
    "ESTABLISHED_IN": ("date subject", Identity.ENDS, "date"),
    "FOUNDED": ("date", Identity.ENDS, "date"),
    "MEMBER_OF": ("date", Identity.ENDS, ""),
    "HOLDS_POSITION": ("title", Identity.TITLE, ""),
    "MET": ("date", Identity.DATE, ""),
}


def test_the_types_stand_in_the_order_of_the_ontology() -> None:
    assert [t.value for t in EDGES] == list(TABLE) == [t.value for t in EdgeType]


@pytest.mark.parametrize("name", TABLE)
def test_properties_identity_and_functional_ones(name: str) -> None:
    properties, identity, functional = TABLE[name]
    model = EDGES[EdgeType(name)]
    assert [p.name for p in model.properties] == [*properties.split(), "status"]
    assert model.identity is identity
    assert list(model.functional) == functional.split()


def test_groups_of_labels_and_types() -> None:
    assert DOMESTIC < PLACES
    assert not PLACES & BODIES
    assert {t.value for t in SYMMETRIC} == {"SIGNED_WITH", "MET"}
    assert {t.value for t in TIMELESS} == {"LED", "SERVES", "LOCATED_IN", "HOLDS_POSITION"}
    assert len(MISSION) == 10
    assert not {EdgeType.LOCATED_IN, EdgeType.HOLDS_POSITION} & MISSION


def test_symmetric_types_have_the_same_labels_on_both_sides() -> None:
    for type_ in SYMMETRIC:
        assert EDGES[type_].sources == EDGES[type_].targets


def test_kinds_are_asked_for_only_where_a_delegation_may_stand() -> None:
    for model in EDGES.values():
        assert model.source_kinds is None or Label.DELEGATION in model.sources
        assert model.target_kinds is None or Label.DELEGATION in model.targets
        assert not (Label.DELEGATION in model.sources and Label.DELEGATION in model.targets)


def test_the_figures_of_a_delegation_are_whole_numbers() -> None:
    assert tuple(p.name for p in DELEGATION_PROPERTIES if p.type == "integer") == FIGURES
    assert {p.name for p in DELEGATION_PROPERTIES if p.functional} == {
        "start",
        "end",
        "days",
        "headcount",
        "host_count",
        "site_count",
    }
    assert len(DelegationKind) == 3
    assert len(Label) == 11
