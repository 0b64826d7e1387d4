"""The graph as text, in formats that other programs read: a pure function of the graph, sorted, in pieces.

`json` is the canonical one: entities, facts, evidence and keys, and neither versions nor days of loading, so that two
stores that hold the same graph export the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from graph.derive import Graph

Row = Mapping[str, Any]
LISTS: Final = " ; "
"""Between the values of a list in a cell of CSV."""


class Format(StrEnum):
    """What `tashan export --format` takes."""

    JSON = "json"
    CYTOSCAPE = "cytoscape"
    CSV = "csv"


def entity_rows(graph: Graph) -> list[dict[str, Any]]:
    """The entities as the store has them, with their label."""
    return [{"label": entity.label.value, **entity.row()} for entity in graph.entities]


def fact_rows(graph: Graph) -> list[dict[str, Any]]:
    """The facts as the store has them, with their type and ends."""
    return [
        {"type": fact.type.value, "source": fact.source, "target": fact.target, **fact.row()} for fact in graph.facts
    ]


def evidence_rows(graph: Graph) -> list[dict[str, Any]]:
    """The evidence as the store has it, with the fact that it supports."""
    return [row.row(graph.fact_of.get(row.id)) for row in graph.evidence]


def key_rows(graph: Graph) -> list[dict[str, Any]]:
    """The records of the keys, with the entity that each belongs to."""
    return [{"entity": graph.entity_of[record.key], **record.row()} for record in graph.records]


def export(
    format_: Format,
    *,
    entities: Iterable[Row],
    facts: Iterable[Row],
    evidence: Iterable[Row] = (),
    keys: Iterable[Row] = (),
) -> Iterator[str]:
    """The rows of a graph (or of the store, in order of their ids) as text, in pieces.

    Cytoscape and CSV leave evidence and keys out: the best sentence stands with each fact.
    """
    writers: dict[Format, Callable[[], Iterator[str]]] = {
        Format.JSON: lambda: _json({"entities": entities, "facts": facts, "evidence": evidence, "keys": keys}),
        Format.CYTOSCAPE: lambda: _cytoscape(entities, facts),
        Format.CSV: lambda: _csv(entities, facts),
    }
    return writers[format_]()


def export_graph(graph: Graph, format_: Format = Format.JSON) -> str:
    """A derived graph as text."""
    return "".join(
        export(
            format_,
            entities=entity_rows(graph),
            facts=fact_rows(graph),
            evidence=evidence_rows(graph),
            keys=key_rows(graph),
        )
    )


def _json(lists: Mapping[str, Iterable[Row]]) -> Iterator[str]:
    yield "{"
    for at, (name, rows) in enumerate(sorted(lists.items())):
        yield f"{',' if at else ''}\n{json.dumps(name)}: "
        yield from _array(rows)
    yield "\n}\n"


def _cytoscape(entities: Iterable[Row], facts: Iterable[Row]) -> Iterator[str]:
    yield '{"elements": {"nodes": '
    yield from _array({"data": row} for row in entities)
    yield ',\n"edges": '
    yield from _array({"data": row} for row in facts)
    yield "}}\n"


def _array(rows: Iterable[Row]) -> Iterator[str]:
    yield "["
    for at, row in enumerate(rows):
        yield f"{',' if at else ''}\n{json.dumps(row, ensure_ascii=False, sort_keys=True)}"
    yield "\n]"


COLUMNS: Final = (
    "kind",
    "id",
    "label",
    "name",
    "source",
    "source_name",
    "target",
    "target_name",
    "status",
    "date",
    "topic",
    "subject",
    "title",
    "amount",
    "position",
    "aliases",
    "articles",
    "anchor",
    "latitude",
    "longitude",
    "confidence",
    "sources",
    "known",
    "background",
    "article",
    "quote",
)
"""Of CSV: one table of entities, then facts; `label` holds a fact's type."""


def _csv(entities: Iterable[Row], facts: Iterable[Row]) -> Iterator[str]:
    names: dict[str, str] = {}
    yield _line(COLUMNS)
    for row in entities:
        names[row["id"]] = row["name"]
        yield _line({"kind": "entity", **row}.get(column) for column in COLUMNS)
    for row in facts:
        joined = {
            "kind": "fact",
            "label": row["type"],
            "source_name": names.get(row["source"]),
            "target_name": names.get(row["target"]),
            **row,
        }
        yield _line(joined.get(column) for column in COLUMNS)


def _line(values: Iterable[Any]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow([_cell(value) for value in values])
    return buffer.getvalue()


def _cell(value: Any) -> str:
    """A cell; what a spreadsheet would take for a formula is quoted."""
    if isinstance(value, list | tuple):
        value = LISTS.join(str(v) for v in value)
    if isinstance(value, bool):
        value = "true" if value else "false"
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
