"""What readings add to the graph or take away from it, before the store is asked anything. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.digest import digest
from graph.evidence import EvidenceRow, Group, evidence_rows, group_of
from graph.identity import entity_id
from graph.keys import keys
from graph.reading import Reading
from graph.records import KeyRecord, records, total, without


@dataclass(frozen=True, slots=True)
class Share:
    """What some readings say together: records by key, evidence by id."""

    records: dict[str, KeyRecord] = field(default_factory=dict)
    evidence: dict[str, EvidenceRow] = field(default_factory=dict)


def share(readings: Iterable[Reading]) -> Share:
    """The share of some readings."""
    parts: list[KeyRecord] = []
    evidence: dict[str, EvidenceRow] = {}
    for reading in readings:
        named = keys(reading)
        parts.extend(records(reading, named).values())
        evidence |= {row.id: row for row in evidence_rows(reading, named)}
    return Share(total(parts), evidence)


def records_after(stored: dict[str, KeyRecord], coming: Share, leaving: Share) -> dict[str, KeyRecord | None]:
    """The records of all touched keys afterwards; None for a key that no article uses any more."""
    after: dict[str, KeyRecord | None] = {}
    for key in coming.records.keys() | leaving.records.keys():
        parts = [part for part in (stored.get(key), coming.records.get(key)) if part is not None]
        record: KeyRecord | None = total(parts)[key]
        gone = leaving.records.get(key)
        after[key] = without(record, gone) if record is not None and gone is not None else record
    return after


def groups_of(evidence: Iterable[EvidenceRow]) -> dict[Group, list[EvidenceRow]]:
    """Evidence by group. Evidence whose ends are one thing belongs to none."""
    found: dict[Group, list[EvidenceRow]] = {}
    for row in evidence:
        group = group_of(row, {key: entity_id(key) for key in (row.source, row.target)})
        if group is not None:
            found.setdefault(group, []).append(row)
    return found


def group_id(group: Group) -> str:
    """The name under which the store finds a group's evidence."""
    return digest((group.type, group.source, group.target), 16)


def stored_record(row: str) -> KeyRecord:
    """The record that a `:Key` row holds as JSON."""
    return KeyRecord.from_row(json.loads(row))


def record_text(record: KeyRecord) -> str:
    """A record as a `:Key` row holds it."""
    return json.dumps(record.row(), ensure_ascii=False, sort_keys=True)
