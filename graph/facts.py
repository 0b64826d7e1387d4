"""Facts: what the evidence of one group says.

A *group* is all evidence of one type between two entities (unordered where the type is symmetric). Facts are made
group by group: the loader fetches the stored `:Evidence` rows of the touched groups, takes away those of the readings
that go, adds those of the readings that come, and gives them to `facts`; nothing outside the group matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import prod
from typing import Any, Final

from graph.digest import digest
from graph.evidence import EvidenceRow, Group
from graph.key_form import label_of
from graph.model import EDGES, EdgeModel, EdgeType, Identity, Label, Status
from graph.names import plain
from graph.periods import first_day, last_day, meet

MOST_CONFIDENT: Final = 0.99
"""No number of machine-read sentences makes a fact more certain than this, unless one of them is."""


@dataclass(frozen=True, slots=True)
class Fact:
    """An edge of the graph with all that its evidence says.

    `date` is ISO 8601 at the precision of the text, `date_from` and `date_to` the days that it covers; `properties` are
    the type's own, gathered from the evidence; `disputed` lists the values of functional properties that cannot all
    hold. `known` is the day by which the first of its articles was published, `quote` and `article` are the best
    sentence. A background fact has no evidence but a `background` (its source).
    """

    id: str
    type: EdgeType
    source: str
    target: str
    status: Status = Status.DONE
    confidence: float = 1.0
    sources: int = 0
    date: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    known: str | None = None
    quote: str | None = None
    article: str | None = None
    properties: dict[str, Any] = field(default_factory=dict, hash=False)
    disputed: dict[str, tuple[Any, ...]] = field(default_factory=dict, hash=False)
    evidence: tuple[str, ...] = ()
    background: str | None = None

    def row(self) -> dict[str, Any]:
        """The properties of the relationship in the store: flat, without empty ones and without its ends."""
        row = {
            "id": self.id,
            "status": self.status.value,
            "confidence": self.confidence,
            "sources": self.sources,
            "date": self.date,
            "date_from": self.date_from,
            "date_to": self.date_to,
            "known": self.known,
            "quote": self.quote,
            "article": self.article,
            "disputed": sorted(self.disputed) or None,
            "background": True if self.background else None,
            "background_source": self.background,
            **self.properties,
        }
        return {name: value for name, value in row.items() if value is not None}


def facts(group: Group, rows: Iterable[EvidenceRow], ids: Mapping[str, str]) -> list[Fact]:
    """The facts of a group, in order of their ids. `rows` is all evidence of the group, in any order."""
    parts: dict[str, list[EvidenceRow]] = defaultdict(list)
    unique = sorted({row.id: row for row in rows}.values(), key=_earliest)
    model = EDGES[group.type]
    tell_apart = {row.id: value for row, value in zip(unique, _identities(model, unique), strict=True)}
    for row in unique:
        parts[tell_apart[row.id]].append(row)
    return sorted((_fact(group, model, value, part, ids) for value, part in parts.items()), key=lambda fact: fact.id)


def fact_id(group: Group, identity: str = "") -> str:
    """The id of a fact: its type and a hash over its ends' ids and what else makes it one (`hosted-8c1f…`)."""
    return f"{group.type.lower().replace('_', '-')}-{digest((group.source, group.target, identity), 12)}"


def _identities(model: EdgeModel, rows: list[EvidenceRow]) -> list[str]:
    """What, besides type and ends, makes each row's fact."""
    match model.identity:
        case Identity.TITLE:
            return [plain(row.properties.get("title") or "") for row in rows]
        case Identity.DATE:
            return _by_date(rows)
        case Identity.DATE_OF_PERSON:
            person = [row for row in rows if label_of(row.source) is Label.PERSON]
            dates = dict(zip((row.id for row in person), _by_date(person), strict=True))
            return [dates.get(row.id, "") for row in rows]
        case Identity.DATE_OR_SUBJECT:
            dates = dict(zip((row.id for row in rows), _by_date(rows), strict=True))
            return [dates[row.id] or f"subject {plain(row.properties.get('subject') or '')}" for row in rows]
        case Identity.ENDS:
            return [""] * len(rows)


def _by_date(rows: list[EvidenceRow]) -> list[str]:
    """The date of each row's fact: its own, or the one finer date that lies in it, if exactly one does."""
    dates = {row.date for row in rows if row.date}
    joined: dict[str, str] = {}
    standing: set[str] = set()
    for date in sorted(dates, key=lambda d: (-len(d), d)):
        finer = {other for other in standing if other != date and other.startswith(date)}
        joined[date] = finer.pop() if len(finer) == 1 else date
        if joined[date] == date:
            standing.add(date)
    return [joined[row.date] if row.date else "" for row in rows]


def _fact(group: Group, model: EdgeModel, identity: str, rows: list[EvidenceRow], ids: Mapping[str, str]) -> Fact:
    status = Status.DONE if any(row.status is Status.DONE for row in rows) else Status.PLANNED
    telling = [row for row in rows if row.status is status]
    dates = [row for row in telling if row.date] or [row for row in rows if row.date]
    properties, disputed = _gather(model, telling, rows)
    date, date_from, date_to = _period(model, dates)
    if "date" in model.functional and (clash := _clashing([row.date for row in dates], meet)):
        disputed = {"date": clash, **disputed}
    best = min(rows, key=lambda row: (row.status is not status, -row.confidence, len(row.text), *_earliest(row)))
    first = rows[0]
    return Fact(
        id=fact_id(group, identity),
        type=group.type,
        source=ids[first.source],
        target=ids[first.target],
        status=status,
        confidence=_confidence(rows),
        sources=len(_independent(rows)),
        date=date,
        date_from=date_from,
        date_to=date_to,
        known=min((row.known for row in rows if row.known), default=None),
        quote=best.text,
        article=best.article,
        properties=properties,
        disputed=disputed,
        evidence=tuple(sorted(row.id for row in rows)),
    )


def _gather(
    model: EdgeModel, telling: list[EvidenceRow], rows: list[EvidenceRow]
) -> tuple[dict[str, Any], dict[str, tuple[Any, ...]]]:
    """The properties besides date and status: one value where functional, else every text, best supported first."""
    properties: dict[str, Any] = {}
    disputed: dict[str, tuple[Any, ...]] = {}
    for name in (p.name for p in model.properties if p.name not in {"date", "status"}):
        carrying = [r for r in telling if name in r.properties] or [r for r in rows if name in r.properties]
        if not carrying:
            continue
        ranked = _ranked([(row.properties[name], row) for row in carrying])
        if name in model.functional:
            properties[name] = ranked[0]
            if clash := _clashing(ranked, lambda one, other: bool(one == other)):
                disputed[name] = clash
        else:
            properties[name] = ";".join(_distinct(ranked))
    return properties, disputed


def _distinct(texts: list[str]) -> list[str]:
    """Texts without those that differ only in form, and without those that a longer one contains."""
    forms = {text: plain(text) for text in texts}
    return [
        text
        for at, text in enumerate(texts)
        if not any(
            forms[text] in forms[other] and (forms[text] != forms[other] or before < at)
            for before, other in enumerate(texts)
            if other is not text
        )
    ]


def _ranked(values: list[tuple[Any, EvidenceRow]]) -> list[Any]:
    """Distinct values: those of more articles first, then of more confidence, then in order of characters."""
    articles: dict[Any, set[str]] = defaultdict(set)
    confidence: dict[Any, float] = defaultdict(float)
    for value, row in values:
        articles[value].add(row.article)
        confidence[value] = max(confidence[value], row.confidence)
    return sorted(articles, key=lambda v: (-len(articles[v]), -confidence[v], str(v)))


def _period(model: EdgeModel, rows: list[EvidenceRow]) -> tuple[str | None, str | None, str | None]:
    """The date of a fact and the days that it covers.

    A functional date, or one that makes the fact, is the value that most articles agree with, at its finest. Where
    several may hold (a benchmark that is taken again), it is the earliest, and the days reach to the latest.
    """
    dates = [(row.date, row) for row in rows if row.date]
    if not dates:
        return None, None, None
    values = {date for date, _ in dates}
    if "date" in model.functional or model.identity is not Identity.ENDS:
        support = {v: {row.article for date, row in dates if meet(v, date)} for v in values}
        date = min(values, key=lambda v: (-len(support[v]), -len(v), v))
        return date, first_day(date), last_day(date)
    finest = [v for v in values if not any(other != v and other.startswith(v) for other in values)]
    date = min(finest, key=lambda v: (first_day(v), -len(v)))
    return date, first_day(date), max(last_day(v) for v in finest)


def _clashing(values: Iterable[Any], agree: Any) -> tuple[Any, ...]:
    """Those values of which another cannot hold beside it."""
    distinct = sorted(set(values), key=str)
    return tuple(v for v in distinct if any(not agree(v, other) for other in distinct))


def _independent(rows: list[EvidenceRow]) -> list[float]:
    """The best confidence of each independent article; those that share a sentence to the letter are one (reprints)."""
    parent: dict[str, str] = {row.article: row.article for row in rows}

    def root(article: str) -> str:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    first: dict[str, str] = {}
    for row in rows:
        one, other = root(row.article), root(first.setdefault(plain(row.text), row.article))
        parent[max(one, other)] = min(one, other)
    best: dict[str, float] = defaultdict(float)
    for row in rows:
        best[root(row.article)] = max(best[root(row.article)], row.confidence)
    return list(best.values())


def _confidence(rows: list[EvidenceRow]) -> float:
    """1 - ∏(1 - c) over independent articles, at most MOST_CONFIDENT or the best piece."""
    pieces = sorted(_independent(rows))
    joint = 1 - prod(1 - piece for piece in pieces)
    return round(min(joint, max(MOST_CONFIDENT, pieces[-1])), 4)


def _earliest(row: EvidenceRow) -> tuple[str, str, int, str]:
    """Order of evidence: first published, unknown dates last, then by article and place in it."""
    return (row.known or "9999", row.article, row.start, row.id)
