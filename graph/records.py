"""Records of keys: what all readings say of one key, as counters that grow and shrink with each reading.

A record is a sum over articles: `total(records)` in any order gives the same, and `without` takes an article's share
out again, exactly. So a loader needs the stored `:Key` row of a touched key and the readings that come and go, and
never all readings of a place.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graph.model import Label
from graph.reading import Node, Reading

Counts = dict[str, int]
Counted = TypeVar("Counted", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that an article states of a delegation, where it stands, whether it is approximate (60余 is)."""

    property: str
    value: int | str
    approximate: bool
    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """What the articles say of a key.

    `articles` and `mentions` count; `names` counts the articles that have a form as the name, `aliases` those that
    have it otherwise; `published` counts articles by their date (`""` where it is unknown); `values` counts, for each
    property of a delegation, the articles that give a value (as JSON); `figures` are the claims, each with its place
    (counted too, so that a reading may come before the one that it replaces goes).
    """

    key: str
    articles: int = 0
    mentions: int = 0
    names: Counts = field(default_factory=dict)
    aliases: Counts = field(default_factory=dict)
    published: Counts = field(default_factory=dict)
    values: dict[str, Counts] = field(default_factory=dict)
    figures: dict[Figure, int] = field(default_factory=dict)

    def row(self) -> dict[str, Any]:
        """The record as JSON has it, sorted, for the store and the export."""
        return {
            "key": self.key,
            "articles": self.articles,
            "mentions": self.mentions,
            "names": _sorted(self.names),
            "aliases": _sorted(self.aliases),
            "published": _sorted(self.published),
            "values": {name: _sorted(counts) for name, counts in sorted(self.values.items())},
            "figures": [
                [f.property, f.value, f.approximate, f.article, f.start, f.end]
                for f in sorted(self.figures, key=lambda f: (f.property, f.article, f.start, f.end, str(f.value)))
            ],
        }

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> KeyRecord:
        """The record that `row` wrote."""
        return cls(
            key=row["key"],
            articles=row["articles"],
            mentions=row["mentions"],
            names=dict(row["names"]),
            aliases=dict(row["aliases"]),
            published=dict(row["published"]),
            values={name: dict(counts) for name, counts in row["values"].items()},
            figures={Figure(*figure): 1 for figure in row["figures"]},
        )


def records(reading: Reading, keys: Mapping[str, str]) -> dict[str, KeyRecord]:
    """Key → what one reading says of it. Several nodes of one key count as one article."""
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in reading.nodes:
        nodes[keys[node.id]].append(node)
    return {key: _record(key, reading, members) for key, members in nodes.items()}


def total(parts: Iterable[KeyRecord]) -> dict[str, KeyRecord]:
    """Key → the sum of its records."""
    shares: dict[str, list[KeyRecord]] = defaultdict(list)
    for part in parts:
        shares[part.key].append(part)
    return {key: _sum(key, found) if len(found) > 1 else found[0] for key, found in shares.items()}


def without(record: KeyRecord, part: KeyRecord) -> KeyRecord | None:
    """The record without an article's share; None if no article is left."""
    rest = KeyRecord(
        key=record.key,
        articles=record.articles - part.articles,
        mentions=record.mentions - part.mentions,
        names=_less(record.names, part.names),
        aliases=_less(record.aliases, part.aliases),
        published=_less(record.published, part.published),
        values={
            name: counts
            for name, stored in record.values.items()
            if (counts := _less(stored, part.values.get(name, {})))
        },
        figures=_less(record.figures, part.figures),
    )
    return rest if rest.articles > 0 else None


def _record(key: str, reading: Reading, nodes: list[Node]) -> KeyRecord:
    names = {node.name for node in nodes}
    aliases = {alias for node in nodes for alias in node.aliases} - names
    values: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        if node.label is Label.DELEGATION:
            for name, value in node.properties.items():
                if value is not None:
                    values[name].add(_json(value))
    article = reading.article
    return KeyRecord(
        key=key,
        articles=1,
        mentions=sum(len(node.mentions) for node in nodes),
        names=dict.fromkeys(names, 1),
        aliases=dict.fromkeys(aliases, 1),
        published={article.published or "": 1},
        values={name: dict.fromkeys(found, 1) for name, found in values.items()},
        figures={
            Figure(claim.property, claim.value, claim.approximate, article.id, claim.start, claim.end): 1
            for node in nodes
            for claim in node.claims
        },
    )


def _sum(key: str, parts: list[KeyRecord]) -> KeyRecord:
    values: dict[str, list[Counts]] = defaultdict(list)
    for part in parts:
        for name, counts in part.values.items():
            values[name].append(counts)
    return KeyRecord(
        key=key,
        articles=sum(part.articles for part in parts),
        mentions=sum(part.mentions for part in parts),
        names=_added(part.names for part in parts),
        aliases=_added(part.aliases for part in parts),
        published=_added(part.published for part in parts),
        values={name: _added(found) for name, found in values.items()},
        figures=_added(part.figures for part in parts),
    )


def _added(parts: Iterable[Mapping[Counted, int]]) -> dict[Counted, int]:
    counts: Counter[Counted] = Counter()
    for part in parts:
        counts.update(part)
    return dict(counts)


def _less(stored: Mapping[Counted, int], share: Mapping[Counted, int]) -> dict[Counted, int]:
    return {name: left for name, count in stored.items() if (left := count - share.get(name, 0)) > 0}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _sorted(counts: Counts) -> Counts:
    return dict(sorted(counts.items()))
