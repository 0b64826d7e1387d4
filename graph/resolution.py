"""From what a user calls a thing to the ids of the graph.

In this order: id, name, alias, traditional form, pinyin. What is found at one step ends the
search; several of one name are all taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from graph.catalogue import ParameterType
from graph.connection import Connection
from graph.errors import NotFoundError
from graph.fulltext import query_of
from graph.identity import entity_id
from graph.model import BODIES, PLACES, Label
from graph.names import simplified
from graph.nearest import nearest
from graph.places import gazetteer
from graph.statements import statement

HITS: Final = 200
"""Hits of the full text that are looked at (more cost time and bring nothing: the shortest come first)."""

LABELS: Final[dict[ParameterType, frozenset[Label]]] = {
    ParameterType.PLACE: PLACES,
    ParameterType.BODY: BODIES,
    ParameterType.PERSON: frozenset({Label.PERSON}),
    ParameterType.MODEL: PLACES | BODIES | {Label.SITE},
    ParameterType.DELEGATION: frozenset({Label.DELEGATION}),
    ParameterType.ENTITY: frozenset(Label),
}
"""What a parameter of each type may be."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that a name stands for."""

    id: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a parameter was taken for: `by` is id, name, alias, traditional or pinyin."""

    parameter: str
    given: str
    by: str
    entities: tuple[Found, ...]


def resolve(connection: Connection, parameter: str, kind: ParameterType, given: str) -> Resolved:
    """What a user's name of a thing stands for.

    Args:
        connection: the store.
        parameter: the parameter's name, for messages.
        kind: which labels may be meant (a type in `LABELS`).
        given: id, name, alias, traditional form or pinyin.
    Raises:
        NotFoundError: nothing in the graph is called so; with the nearest three names.
    """
    text = given.strip()
    labels = LABELS[kind]
    for by, search in _steps(connection, text):
        found = tuple(f for f in search() if f.label in labels)
        if found:
            return Resolved(parameter, given, by, found)
    raise NotFoundError(
        f"nothing in the graph is called {given[:80]!r} ({_kinds(labels)})",
        where=parameter,
        nearest=nearest(connection, text, labels),
    )


def _steps(connection: Connection, text: str) -> Iterator[tuple[str, Callable[[], list[Found]]]]:
    simple = simplified(text)
    yield "id", lambda: _rows(connection, "explore/entities-by-id", ids=[text])
    yield "name", lambda: _by_name(connection, text)
    yield "alias", lambda: _by_alias(connection, text)
    if simple != text:
        yield "traditional", lambda: _by_name(connection, simple) or _by_alias(connection, simple)
    if text.isascii():
        yield "pinyin", lambda: _by_pinyin(connection, text)


def _by_name(connection: Connection, text: str) -> list[Found]:
    listed = [p.anchor for p in gazetteer().by_name(text) if text in {p.name, p.short}]
    return _distinct(_rows(connection, "explore/entities-by-name", names=[text]), _listed(connection, listed))


def _by_alias(connection: Connection, text: str) -> list[Found]:
    query = query_of(text, every=True)
    found = _rows(connection, "explore/entities-by-alias", query=query, names=[text], most=HITS) if query else []
    return _distinct(found, _listed(connection, [p.anchor for p in gazetteer().by_name(text) if text in p.names]))


def _listed(connection: Connection, anchors: list[str]) -> list[Found]:
    """Places of the lists, as far as they stand in the graph: their ids follow from their anchors."""
    return _rows(connection, "explore/entities-by-id", ids=[entity_id(a) for a in anchors]) if anchors else []


def _distinct(*found: list[Found]) -> list[Found]:
    return list(dict.fromkeys(one for part in found for one in part))


def _by_pinyin(connection: Connection, text: str) -> list[Found]:
    letters = _letters(text)
    query = query_of(letters, every=True)
    return _rows(connection, "explore/entities-by-pinyin", query=query, pinyin=letters, most=HITS) if query else []


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _rows(connection: Connection, name: str, **parameters: Any) -> list[Found]:
    return [Found(row["id"], row["name"], row["label"]) for row in connection.read(statement(name), parameters)]


def _kinds(labels: frozenset[Label]) -> str:
    return "any kind" if len(labels) == len(Label) else ", ".join(sorted(labels))
