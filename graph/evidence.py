"""Evidence: the sentences that state facts, as rows of their own, and the group that each belongs to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graph.digest import digest
from graph.model import EDGES, EdgeType, Status
from graph.periods import last_day
from graph.reading import Reading


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A sentence that states a fact. `source` and `target` are keys, `start` and `end` count in the article as read.

    `status` and the properties are those of this statement; `known` is the day by which its article was published.
    """

    id: str
    type: EdgeType
    source: str
    target: str
    article: str
    published: str | None
    start: int
    end: int
    text: str
    rule: str
    confidence: float
    status: Status = Status.DONE
    properties: dict[str, Any] = field(default_factory=dict, hash=False)

    @property
    def date(self) -> str | None:
        """When the statement says that it happened."""
        date: str | None = self.properties.get("date")
        return date

    @property
    def known(self) -> str | None:
        """The last day of the publication date; None where that is unknown."""
        return last_day(self.published) if self.published else None

    def row(self, fact: str | None = None) -> dict[str, Any]:
        """The row as the store has it, flat, without empty values; `fact` is the id of the fact that it supports."""
        row = {
            "id": self.id,
            "fact": fact,
            "type": self.type.value,
            "source": self.source,
            "target": self.target,
            "article": self.article,
            "published": self.published,
            "known": self.known,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "rule": self.rule,
            "confidence": self.confidence,
            "status": self.status.value,
            **self.properties,
        }
        return {name: value for name, value in row.items() if value is not None}

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> EvidenceRow:
        """The evidence that `row` wrote."""
        type_ = EdgeType(row["type"])
        names = {p.name for p in EDGES[type_].properties} - {"status"}
        return cls(
            id=row["id"],
            type=type_,
            source=row["source"],
            target=row["target"],
            article=row["article"],
            published=row.get("published"),
            start=row["start"],
            end=row["end"],
            text=row["text"],
            rule=row["rule"],
            confidence=row["confidence"],
            status=Status(row["status"]),
            properties={name: row[name] for name in sorted(names) if row.get(name) is not None},
        )


class Group(NamedTuple):
    """A type and two entities' ids, in order of characters where the type is symmetric."""

    type: EdgeType
    source: str
    target: str


def evidence_rows(reading: Reading, keys: Mapping[str, str]) -> list[EvidenceRow]:
    """Every sentence of a reading that states an edge, once. An edge between two nodes of one key is none."""
    rows: dict[str, EvidenceRow] = {}
    for edge in reading.edges:
        source, target = keys[edge.source], keys[edge.target]
        if source == target:
            continue
        properties = {k: v for k, v in sorted(edge.properties.items()) if k != "status"}
        status = Status(edge.properties.get("status", Status.DONE))
        for piece in edge.evidence:
            identity = (
                reading.article.id,
                edge.type,
                source,
                target,
                status,
                json.dumps(properties, ensure_ascii=False, sort_keys=True),
                str(piece.start),
                str(piece.end),
                piece.rule,
            )
            id_ = f"e-{digest(identity, 16)}"
            row = EvidenceRow(
                id=id_,
                type=edge.type,
                source=source,
                target=target,
                article=reading.article.id,
                published=reading.article.published,
                start=piece.start,
                end=piece.end,
                text=piece.text,
                rule=piece.rule,
                confidence=piece.confidence,
                status=status,
                properties=properties,
            )
            rows[id_] = max(rows.get(id_, row), row, key=lambda r: (r.confidence, r.text))
    return list(rows.values())


def group_of(row: EvidenceRow, ids: Mapping[str, str]) -> Group | None:
    """The group that a piece of evidence belongs to, `ids` giving the entity of each key; None if both ends are one."""
    source, target = ids[row.source], ids[row.target]
    if source == target:
        return None
    if EDGES[row.type].symmetric and target < source:
        source, target = target, source
    return Group(row.type, source, target)
