"""From readings to the graph: the pieces put together, as a pure function of the set of readings.

    reading ──keys──▶ records ──clusters──▶ entities
       └────keys──▶ evidence ──groups────▶ facts            + background

Each piece needs only what is listed here, so a loader can do the same for what a batch touches:

    piece                 needs from the store
    keys, records,        nothing: the reading alone (the stored `:Reading` of an article that is replaced or withdrawn
    evidence_rows         gives what has to be taken away)
    clusters              the `:Key` rows of the touched keys (`KeyRecord.from_row`)
    entity                the `:Key` rows of its cluster's keys; `within`
    facts                 all `:Evidence` of the touched groups: the groups of the evidence that comes and goes. The
                          facts of a group are the relationships of its type between its two entities
    hierarchy             the anchored keys that have articles; locally: a place with its first article brings its
                          upper places and their facts, one that loses its last leaves them to others below them
    within                the entity's stated LOCATED_IN facts that are done; touched too are entities that lie in a
                          place without an anchor whose own LOCATED_IN changed
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.background import hierarchy, within
from graph.evidence import EvidenceRow, Group, evidence_rows, group_of
from graph.facts import Fact, facts
from graph.identity import Entity, clusters, entity, entity_id
from graph.key_form import is_anchor, label_of
from graph.keys import keys
from graph.model import PLACES, EdgeType, Status
from graph.reading import Reading
from graph.records import KeyRecord, records, total


@dataclass(frozen=True, slots=True)
class Graph:
    """What all readings say together, each list in order of its ids.

    `records` are those of the keys that have articles, `fact_of` gives the fact of each piece of evidence.
    """

    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    evidence: tuple[EvidenceRow, ...]
    records: tuple[KeyRecord, ...]
    entity_of: Mapping[str, str]
    """Key → id of its entity."""
    fact_of: Mapping[str, str]
    """Evidence id → fact id. Evidence whose ends turned out to be one thing supports none."""


def derive(readings: Iterable[Reading]) -> Graph:
    """The graph of a set of readings. Order and repetition change nothing; an article has one reading."""
    by_article = {reading.article.id: reading for reading in readings}
    parts: list[KeyRecord] = []
    evidence: list[EvidenceRow] = []
    for article in sorted(by_article):
        reading = by_article[article]
        named = keys(reading)
        parts.extend(records(reading, named).values())
        evidence.extend(evidence_rows(reading, named))
    known = total(parts)
    members = clusters(known)
    ids = {key: entity_id(cluster[0]) for key, cluster in members.items()}
    stated, fact_of = _facts(evidence, ids)
    anchors, background = hierarchy(key for key in known if is_anchor(key) and label_of(key) in PLACES)
    entities = _entities(known, members, stated, ids, anchors)
    return Graph(
        entities=tuple(sorted(entities, key=lambda e: e.id)),
        facts=tuple(sorted((*stated, *background), key=lambda f: f.id)),
        evidence=tuple(sorted(evidence, key=lambda e: e.id)),
        records=tuple(known[key] for key in sorted(known)),
        entity_of=ids,
        fact_of=fact_of,
    )


def _facts(evidence: Iterable[EvidenceRow], ids: Mapping[str, str]) -> tuple[list[Fact], dict[str, str]]:
    groups: dict[Group, list[EvidenceRow]] = defaultdict(list)
    for row in evidence:
        group = group_of(row, ids)
        if group is not None:
            groups[group].append(row)
    found = [fact for group, rows in groups.items() for fact in facts(group, rows, ids)]
    return found, {row: fact.id for fact in found for row in fact.evidence}


def _entities(
    known: Mapping[str, KeyRecord],
    members: Mapping[str, tuple[str, ...]],
    stated: Iterable[Fact],
    ids: Mapping[str, str],
    anchors: set[str],
) -> list[Entity]:
    first = {ids[key]: cluster[0] for key, cluster in members.items()}
    located: dict[str, list[str]] = defaultdict(list)
    for fact in stated:
        if fact.type is EdgeType.LOCATED_IN and fact.status is Status.DONE:
            located[first[fact.source]].append(first[fact.target])
    made = [
        entity((known[key] for key in members[lead]), within(lead, lambda key: located.get(key, ())))
        for lead in first.values()
    ]
    return made + [entity([KeyRecord(anchor)], within(anchor, lambda _: ())) for anchor in sorted(anchors - ids.keys())]
