"""One batch of readings in one transaction: the difference that it makes is computed and written.

    stored readings ──share──▶ leaving ┐
    given readings  ──share──▶ coming  ┴▶ touched keys and groups ──graph/──▶ entities, facts ──▶ the store

The work depends on the keys and groups that the batch touches, not on the size of the graph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.connection import Transaction
from graph.evidence import EvidenceRow
from graph.facts import Fact, facts
from graph.identity import Entity, entity, entity_id
from graph.key_form import is_anchor, label_of
from graph.lookups import is_open
from graph.model import PLACES, EdgeType
from graph.reading import Reading
from graph.reading_file import dump_reading, parse_reading
from graph.records import KeyRecord
from graph.statements import statement
from loaders import places, rows
from loaders.shares import Share, group_id, groups_of, record_text, records_after, share, stored_record


@dataclass(frozen=True, slots=True)
class Given:
    """A reading to load and the text that it was read from, where that is known."""

    reading: Reading
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the articles of a batch, and the graph's version after it."""

    added: list[str]
    replaced: list[str]
    unchanged: list[str]
    withdrawn: list[str]
    version: int


@dataclass(frozen=True, slots=True)
class _Groups:
    """The touched groups: their facts before and after by id, their evidence as rows of the store before and after."""

    before: dict[str, Fact]
    after: dict[str, Fact]
    stored: dict[str, dict[str, Any]]
    evidence: dict[str, dict[str, Any]]

    @property
    def gone(self) -> dict[str, Fact]:
        """Facts that have to be deleted: withdrawn, or to be written anew."""
        return {id_: fact for id_, fact in self.before.items() if id_ not in self.after or id_ in self.written}

    @property
    def written(self) -> dict[str, Fact]:
        """Facts that are new or not what they were."""
        before = {id_: _fact_row(fact) for id_, fact in self.before.items()}
        return {id_: fact for id_, fact in self.after.items() if before.get(id_) != _fact_row(fact)}


def apply(tx: Transaction, given: Mapping[str, Given], leaving: Iterable[str], day: str) -> Outcome:
    """Loads readings and withdraws articles.

    Args:
        tx: a writing transaction; the caller commits it.
        given: readings by article id.
        leaving: ids of articles to withdraw.
        day: ISO day of the loading, for the change log.
    """
    version = tx.run(statement("load/begin"), {"step": 0})[0]["version"]
    withdrawn = set(leaving)
    stored = {r["id"]: r for r in rows.select(tx, "readings", "ids", given.keys() | withdrawn)}
    dumped = {id_: dump_reading(one.reading) for id_, one in given.items()}
    unchanged = [i for i, one in given.items() if i in stored and _same(stored[i], dumped[i], one.text)]
    coming = {i: one for i, one in given.items() if i not in unchanged}
    going = [i for i in stored if i in coming or i in withdrawn]
    if not coming and not going:
        return Outcome([], [], sorted(unchanged), [], version)
    new = share(one.reading for one in coming.values())
    old = share(parse_reading(stored[i]["reading"].split("\n"), where=i) for i in going)
    version = tx.run(statement("load/begin"), {"step": 1})[0]["version"]
    counts = _write_graph(tx, new, old, version, day)
    _write_articles(tx, coming, dumped, [i for i in going if i not in coming])
    added = sorted(coming.keys() - stored.keys())
    gone = sorted(withdrawn & stored.keys())
    counts["Article"] += len(added) - len(gone)
    rows.write(tx, "write-counts", [{"name": n, "delta": d} for n, d in sorted(counts.items()) if d])
    replaced = sorted(coming.keys() & stored.keys())
    told = [("new", added), ("changed", replaced), ("withdrawn", gone)]
    rows.write(tx, "write-changes", [_change(version, day, what, "article", i, i) for what, ids in told for i in ids])
    return Outcome(added, replaced, sorted(unchanged), gone, version)


def _same(stored: Mapping[str, Any], reading: str, text: str | None) -> bool:
    return bool(stored["reading"] == reading and (text is None or stored["text"] == text))


def _write_graph(tx: Transaction, new: Share, old: Share, version: int, day: str) -> Counter[str]:
    """Writes keys, entities, evidence and facts; returns how the counters change."""
    touched = new.records.keys() | old.records.keys()
    stored = {row["key"]: stored_record(row["record"]) for row in rows.select(tx, "keys", "keys", touched)}
    after = records_after(stored, new, old)
    groups = _groups(tx, new, old)
    counts = _write_entities(tx, after, version, day)
    counts.update(_write_facts(tx, groups, version, day))
    _write_within(tx, after, groups)
    _delete_entities(tx, after, counts, version, day)
    kept = {key: record for key, record in after.items() if record is not None}
    rows.write(tx, "write-keys", [_key_row(key, record) for key, record in sorted(kept.items())])
    rows.delete(tx, "delete-keys", after.keys() - kept.keys())
    return counts


def _groups(tx: Transaction, new: Share, old: Share) -> _Groups:
    touched = {group_id(group) for group in groups_of([*new.evidence.values(), *old.evidence.values()])}
    stored = {row["row"]["id"]: row["row"] for row in rows.select(tx, "evidence-of-groups", "groups", touched)}
    before = {id_: EvidenceRow.from_row(row) for id_, row in stored.items()}
    kept = {id_: row for id_, row in before.items() if id_ not in old.evidence}
    facts_before, _ = _facts_of(before.values())
    facts_after, evidence = _facts_of((kept | new.evidence).values())
    return _Groups(facts_before, facts_after, stored, evidence)


def _facts_of(evidence: Iterable[EvidenceRow]) -> tuple[dict[str, Fact], dict[str, dict[str, Any]]]:
    """The facts of whole groups, by id, and their evidence as rows of the store, by id."""
    made: dict[str, Fact] = {}
    placed: dict[str, dict[str, Any]] = {}
    for group, members in groups_of(evidence).items():
        ids = {key: entity_id(key) for row in members for key in (row.source, row.target)}
        found = facts(group, members, ids)
        made |= {fact.id: fact for fact in found}
        fact_of = {id_: fact.id for fact in found for id_ in fact.evidence}
        placed |= {row.id: {**row.row(fact_of[row.id]), "group": group_id(group)} for row in members}
    return made, placed


def _write_entities(tx: Transaction, after: Mapping[str, KeyRecord | None], version: int, day: str) -> Counter[str]:
    """Writes the touched entities and the places above them; what lies in what follows when the facts are there."""
    kept = [record for record in after.values() if record is not None]
    upper = places.needed(after) - {record.key for record in kept}
    existing = {row["id"] for row in rows.select(tx, "existing", "ids", [entity_id(k) for k in {*after, *upper}])}
    alone = [KeyRecord(anchor) for anchor in sorted(upper) if entity_id(anchor) not in existing]
    unnamed = [KeyRecord(key) for key, record in after.items() if record is None and places.is_listed(key)]
    made = [entity([record]) for record in sorted([*kept, *alone, *unnamed], key=lambda r: r.key)]
    rows.write_entities(tx, [(one.label, one.row()) for one in made])
    fresh = [one for one in made if one.id not in existing]
    rows.write(tx, "write-issued", [{"id": one.id, "key": one.key} for one in fresh])
    rows.write(tx, "write-changes", [_change(version, day, "new", "entity", one.id, one.name) for one in fresh])
    stand = {one.key for one in fresh if places.is_listed(one.key)}
    background = places.background_facts(stand)
    rows.write_facts(tx, [(fact.type, _fact_row(fact)) for fact in background])
    counts = _label_counts(fresh, 1)
    counts.update({"LOCATED_IN": len(background), "Fact": len(background)})
    return counts


def _write_facts(tx: Transaction, groups: _Groups, version: int, day: str) -> Counter[str]:
    gone, written = groups.gone, groups.written
    rows.delete_facts(tx, [(fact.type, id_, fact.source) for id_, fact in sorted(gone.items())])
    rows.write_facts(tx, [(fact.type, _fact_row(fact)) for _, fact in sorted(written.items())])
    rows.delete(tx, "delete-evidence", groups.stored.keys() - groups.evidence.keys())
    changed = [(id_, row) for id_, row in sorted(groups.evidence.items()) if groups.stored.get(id_) != row]
    rows.write(tx, "write-evidence", [{"id": id_, "props": row} for id_, row in changed])
    new, withdrawn = written.keys() - gone.keys(), gone.keys() - written.keys()
    told = [("new", new), ("changed", written.keys() & gone.keys()), ("withdrawn", withdrawn)]
    types = {id_: fact.type.value for id_, fact in (gone | written).items()}
    changes = [_change(version, day, what, "fact", id_, types[id_]) for what, ids in told for id_ in sorted(ids)]
    rows.write(tx, "write-changes", changes)
    counts: Counter[str] = Counter()
    for id_ in new:
        counts.update((types[id_], "Fact"))
    for id_ in withdrawn:
        counts.subtract((types[id_], "Fact"))
    return counts


def _write_within(tx: Transaction, after: Mapping[str, KeyRecord | None], groups: _Groups) -> None:
    kept = {key for key, record in after.items() if record is not None or places.is_listed(key)}
    located = (row for rows_ in (groups.stored, groups.evidence) for row in rows_.values())
    ends = {row["source"] for row in located if row["type"] == EdgeType.LOCATED_IN}
    moved = {key for key in ends | kept if label_of(key) in PLACES and not is_anchor(key)}
    lying = places.lying(tx, kept | (ends - after.keys()) | places.needed(after), moved)
    rows.write(tx, "write-within", [{"id": id_, "within": list(ids) or None} for id_, ids in sorted(lying.items())])


def _delete_entities(
    tx: Transaction, after: Mapping[str, KeyRecord | None], counts: Counter[str], version: int, day: str
) -> None:
    fallen = places.fallen(tx, after)
    unlisted = {key for key, record in after.items() if record is None and not places.is_listed(key)}
    gone = [entity([KeyRecord(key)]) for key in sorted(fallen | unlisted)]
    background = places.background_facts(fallen)
    rows.delete(tx, "delete-entities", [one.id for one in gone])
    rows.write(tx, "write-changes", [_change(version, day, "withdrawn", "entity", one.id, one.name) for one in gone])
    counts.update(_label_counts(gone, -1))
    counts.subtract({"LOCATED_IN": len(background), "Fact": len(background)})


def _write_articles(
    tx: Transaction, coming: Mapping[str, Given], dumped: Mapping[str, str], gone: Iterable[str]
) -> None:
    heads = {id_: one.reading.article for id_, one in coming.items()}
    props = {
        i: {k: v for k, v in head.model_dump(exclude={"kind"}).items() if v is not None} for i, head in heads.items()
    }
    rows.write(
        tx,
        "write-articles",
        [{"id": i, "props": {**row, "open": is_open(heads[i].licence)}} for i, row in sorted(props.items())],
    )
    readings = [
        {"id": i, "props": {"id": i, "reading": dumped[i], "text": one.text or ""}} for i, one in sorted(coming.items())
    ]
    rows.write(tx, "write-readings", readings)
    rows.delete(tx, "delete-articles", gone)
    rows.delete(tx, "delete-readings", gone)


def _label_counts(entities: Iterable[Entity], sign: int) -> Counter[str]:
    counts: Counter[str] = Counter()
    for one in entities:
        counts[one.label.value] += sign
        counts["Entity"] += sign
    return counts


def _fact_row(fact: Fact) -> dict[str, Any]:
    return {"source": fact.source, "target": fact.target, "props": fact.row()}


def _key_row(key: str, record: KeyRecord) -> dict[str, Any]:
    return {"id": key, "props": {"key": key, "entity": entity_id(key), "record": record_text(record)}}


def _change(version: int, day: str, what: str, kind: str, id_: str, name: str) -> dict[str, Any]:
    return {"version": version, "day": day, "what": what, "kind": kind, "id": id_, "name": name}
