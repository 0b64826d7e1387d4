"""Readings as files: one JSON object a line, the article first. A reading is valid whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from graph.errors import ReadingError
from graph.key_form import ANCHOR, label_of
from graph.model import (
    DELEGATION_PROPERTIES,
    EDGES,
    MODEL_VERSION,
    PLACES,
    DelegationKind,
    Label,
    Property,
    Status,
)
from graph.periods import is_date
from graph.reading import ArticleHead, Edge, Node, Reading, Total

TEXTS: Final = "texts"
"""The folder beside readings that holds the articles as they were read."""
LONGEST_LINE: Final = 4_000_000
"""Characters; a longer line is no reading but an accident."""

_PARTS: Final[dict[str, type[ArticleHead] | type[Node] | type[Edge] | type[Total]]] = {
    "article": ArticleHead,
    "node": Node,
    "edge": Edge,
    "total": Total,
}


def read_reading(path: Path) -> Reading:
    """The reading that a file holds, checked.

    Raises:
        ReadingError: with the file, the line and what is wrong in it.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadingError(f"cannot be read: {_reason(error)}", where=str(path)) from error
    return parse_reading(text.split("\n"), where=str(path))


def parse_reading(lines: Iterable[str], *, where: str = "reading") -> Reading:
    """The reading that lines hold, checked. `where` names them in an error; raises ReadingError as `read_reading`."""
    parts: list[tuple[int, Any]] = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            parts.append((number, _part(line, f"{where}:{number}")))
    if not parts or not isinstance(parts[0][1], ArticleHead):
        raise ReadingError("the first line must be the article", where=f"{where}:1")
    for number, part in parts[1:]:
        if isinstance(part, ArticleHead):
            raise ReadingError("a reading has one article", where=f"{where}:{number}")
    items = [part for _, part in parts]
    reading = Reading(
        article=items[0],
        nodes=tuple(p for p in items if isinstance(p, Node)),
        edges=tuple(p for p in items if isinstance(p, Edge)),
        totals=tuple(p for p in items if isinstance(p, Total)),
    )
    numbers = {id(part): number for number, part in parts}
    for part, problem in _problems(reading):
        raise ReadingError(problem, where=f"{where}:{numbers.get(id(part), 1)}")
    return reading


def write_reading(reading: Reading, path: Path) -> None:
    """Writes a reading; the file is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(dump_reading(reading))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def dump_reading(reading: Reading) -> str:
    """A reading as the text of its file."""
    parts = (reading.article, *reading.nodes, *reading.edges, *reading.totals)
    return "".join(json.dumps(part.model_dump(mode="json"), ensure_ascii=False) + "\n" for part in parts)


def check(reading: Reading, *, where: str | None = None) -> None:
    """Checks a reading against the model: ids, endpoints, kinds, properties, dates that exist, articles of its spans.

    Raises:
        ReadingError: the first thing that is wrong.
    """
    for part, problem in _problems(reading):
        raise ReadingError(problem, where=where or f"{reading.article.id}: {_describe(part)}")


def _part(line: str, where: str) -> ArticleHead | Node | Edge | Total:
    if len(line) > LONGEST_LINE:
        raise ReadingError(f"a line of {len(line)} characters, at most {LONGEST_LINE} are read", where=where)
    try:
        data = json.loads(line)
    except ValueError as error:
        raise ReadingError(f"no JSON: {error}", where=where) from error
    kind = data.get("kind") if isinstance(data, dict) else None
    if not isinstance(kind, str) or kind not in _PARTS:
        raise ReadingError(f"kind must be one of {', '.join(_PARTS)}, not {kind!r}", where=where)
    try:
        return _PARTS[kind].model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(step) for step in first["loc"])
        raise ReadingError(f"{kind} {field}: {first['msg']}", where=where) from error


def _problems(reading: Reading) -> Iterable[tuple[Any, str]]:
    """What is wrong, part by part."""
    article = reading.article
    if article.model != MODEL_VERSION:
        yield article, f"model {article.model} is not the one that is read here ({MODEL_VERSION})"
    if article.published is not None and not is_date(article.published):
        yield article, f"published: there is no date {article.published}"
    nodes: dict[str, Node] = {}
    for node in reading.nodes:
        if node.id in nodes:
            yield node, f"node id {node.id!r} stands twice"
        nodes[node.id] = node
        for problem in _node_problems(node, article.id):
            yield node, problem
    for edge in reading.edges:
        for problem in _edge_problems(edge, nodes, article.id):
            yield edge, problem


def _node_problems(node: Node, article: str) -> Iterable[str]:
    if not node.name.strip():
        yield f"node {node.id!r} has a blank name"
    if any(mention.article != article for mention in node.mentions):
        yield f"node {node.id!r} is mentioned in another article"
    if node.anchor is not None and not _anchors(node):
        yield f"node {node.id!r}: {node.anchor!r} is no anchor of a {node.label}"
    model = DELEGATION_PROPERTIES if node.label is Label.DELEGATION else ()
    yield from _property_problems(node.properties, model, f"{node.label} {node.id!r}")
    kinds = set(DelegationKind)
    if node.label is Label.DELEGATION and node.properties.get("kind") not in kinds:
        yield f"delegation {node.id!r}: kind must be one of {', '.join(sorted(kinds))}"
    known = {p.name: p for p in model}
    for claim in node.claims:
        if claim.property not in known:
            yield f"{node.label} {node.id!r} has no claim {claim.property!r}"
        else:
            yield from _property_problems({claim.property: claim.value}, model, f"claim of {node.id!r}")


def _anchors(node: Node) -> bool:
    """Whether a node's anchor fits its label; a place may turn out to be a place of another label."""
    if node.anchor is None or not ANCHOR.fullmatch(node.anchor):
        return False
    label = label_of(node.anchor)
    return label is node.label or {label, node.label} <= PLACES


def _edge_problems(edge: Edge, nodes: dict[str, Node], article: str) -> Iterable[str]:
    model = EDGES[edge.type]
    if any(piece.article != article for piece in edge.evidence):
        yield f"{edge.type} has evidence in another article"
    for end, labels, kinds in (
        (edge.source, model.sources, model.source_kinds),
        (edge.target, model.targets, model.target_kinds),
    ):
        node = nodes.get(end)
        side = "source" if end is edge.source else "target"
        if node is None:
            yield f"{edge.type}: there is no node {end!r} ({side})"
        elif node.label not in labels:
            yield f"{edge.type}: its {side} may not be a {node.label} ({node.name})"
        elif node.label is Label.DELEGATION and kinds is not None and node.properties.get("kind") not in kinds:
            yield f"{edge.type}: its {side} must be a delegation of kind {' or '.join(sorted(kinds))} ({node.name})"
    if edge.source == edge.target:
        yield f"{edge.type} leads from {edge.source!r} to itself"
    yield from _property_problems(edge.properties, model.properties, edge.type)


def _property_problems(values: dict[str, Any], model: tuple[Property, ...], owner: str) -> Iterable[str]:
    known = {p.name: p for p in model}
    for name, value in values.items():
        if name not in known:
            yield f"{owner} has no property {name!r}"
        elif value is not None and not _fits(known[name], value):
            yield f"{owner}: {value!r} is no {_WANTED[known[name].type]} ({name})"


_WANTED: Final = {
    "date": "date that exists, as YYYY, YYYY-MM or YYYY-MM-DD",
    "text": "text",
    "texts": "list of texts",
    "integer": "whole number from 0",
    "amount": "amount from 0",
    "status": "status",
}


def _fits(model: Property, value: Any) -> bool:
    match model.type:
        case "date":
            return isinstance(value, str) and is_date(value)
        case "texts":
            return isinstance(value, list | tuple) and all(isinstance(v, str) and v.strip() for v in value)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 53
        case "amount":
            return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 1 << 53
        case "status":
            return value in set(Status)
        case _:
            return isinstance(value, str) and bool(value.strip())


def _describe(part: ArticleHead | Node | Edge | Total) -> str:
    match part:
        case Node():
            return f"node {part.id}"
        case Edge():
            return f"edge {part.source} {part.type} {part.target}"
        case _:
            return part.kind


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else f"no UTF-8 at byte {error.start}"
