"""From statements to edges: equal ones merged, what the model does not allow and what is not trusted left out.

One edge stands for what makes one fact (`graph.model.Identity`): it has the most precise date that any of its
statements gives, is done when one of them says so, and keeps every sentence that states it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import structlog

from extractors.confidence import Confidences
from extractors.document import Entity, Statement
from graph.model import EDGES, TIMELESS, DelegationKind, EdgeModel, Identity, Label, Status
from graph.periods import is_date, meet

LEAST: Final = 0.6
"""Rules that are right less often are not written."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Sighting:
    """One sentence that states an edge (offsets in the repaired text)."""

    start: int
    end: int
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Decided:
    """An edge that is going to be written."""

    type: str
    source: Entity
    target: Entity
    properties: dict[str, Any]
    sightings: tuple[Sighting, ...]


def decide(statements: Iterable[Statement], trust: Confidences) -> list[Decided]:
    """The edges that the statements make, in the order of their first sentence.

    Args:
        statements: what the families of relations propose.
        trust: confidence by rule.
    """
    groups: dict[tuple[str, str, str], list[list[Statement]]] = {}
    for statement in sorted(statements, key=lambda s: (s.start, s.end, s.rule)):
        model = EDGES[statement.type]
        if statement.source is statement.target or not allowed(model, statement.source, statement.target):
            _log.debug("statement.refused", type=statement.type, rule=statement.rule)
            continue
        if trust.of(statement.rule) < LEAST:
            continue
        ends = [statement.source.id, statement.target.id]
        key = (statement.type.value, *(sorted(ends) if model.symmetric else ends))
        facts = groups.setdefault((key[0], key[1], key[2]), [])
        fact = next((f for f in facts if all(_is_same(model, statement, other) for other in f)), None)
        if fact is None:
            facts.append([statement])
        else:
            fact.append(statement)
    edges = [_edge(fact, trust) for facts in groups.values() for fact in facts]
    return sorted(edges, key=lambda e: (e.sightings[0].start, e.type, e.source.id, e.target.id))


def allowed(model: EdgeModel, source: Entity, target: Entity) -> bool:
    """Whether the model lets an edge run between two entities."""
    return (
        source.label in model.sources
        and target.label in model.targets
        and _has_kind(source, model.source_kinds)
        and _has_kind(target, model.target_kinds)
    )


def _has_kind(entity: Entity, kinds: frozenset[DelegationKind] | None) -> bool:
    return kinds is None or entity.label is not Label.DELEGATION or entity.properties.get("kind") in kinds


def _is_same(model: EdgeModel, one: Statement, other: Statement) -> bool:
    """Whether two statements with equal ends state one fact."""
    if model.identity is Identity.TITLE:
        return one.properties.get("title") == other.properties.get("title")
    dated = model.identity in {Identity.DATE, Identity.DATE_OR_SUBJECT} or (
        model.identity is Identity.DATE_OF_PERSON and one.source.label is Label.PERSON
    )
    if not dated:
        return True
    dates = one.properties.get("date"), other.properties.get("date")
    if all(dates):
        return meet(str(dates[0]), str(dates[1]))
    subjects = one.properties.get("subject"), other.properties.get("subject")
    return not all(subjects) or subjects[0] == subjects[1]


def _edge(fact: Sequence[Statement], trust: Confidences) -> Decided:
    first = fact[0]
    ranked = sorted(fact, key=lambda s: (-trust.of(s.rule), s.start))
    properties: dict[str, Any] = {}
    for name in (p.name for p in EDGES[first.type].properties if p.name not in {"date", "status"}):
        value = next((s.properties[name] for s in ranked if s.properties.get(name) is not None), None)
        if value is not None:
            properties[name] = value
    done = any(s.status is Status.DONE for s in fact)
    date = _date([s for s in ranked if not done or s.status is Status.DONE])
    if date and first.type not in TIMELESS:
        properties["date"] = date
    if not done:
        properties["status"] = Status.PLANNED.value
    return Decided(first.type.value, first.source, first.target, properties, _sightings(ranked, trust))


def _date(ranked: Sequence[Statement]) -> str | None:
    """The most precise date; of equally precise ones that of the most trusted rule."""
    dates = [str(s.properties["date"]) for s in ranked if s.properties.get("date")]
    return max((d for d in dates if is_date(d)), key=len, default=None)


def _sightings(ranked: Sequence[Statement], trust: Confidences) -> tuple[Sighting, ...]:
    """Each sentence once, by the rule that is trusted most there."""
    spans: dict[tuple[int, int], Sighting] = {}
    for statement in ranked:
        span = (statement.start, statement.end)
        spans.setdefault(span, Sighting(*span, statement.rule, trust.of(statement.rule)))
    return tuple(sorted(spans.values(), key=lambda s: (s.start, s.end)))
