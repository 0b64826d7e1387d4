"""Exporting: all of the graph from the store, paged by id, as text in pieces.

The canonical form (`json`) equals `graph.export` of `graph.derive` of the same readings, to the byte.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from graph.connection import Connection, Row
from graph.export import Format, export
from graph.model import EdgeType
from graph.statements import statement

PAGE: Final = 1_000
"""Rows that are fetched at once."""
STORE_ONLY: Final = "group"
"""What a piece of evidence has for the loaders alone."""


def entities(connection: Connection) -> Iterator[Row]:
    """All entities in order of their ids, with their label."""
    for row in _pages(connection, statement("export/entities")):
        yield {"label": row["label"], **row["props"]}


def facts(connection: Connection) -> Iterator[Row]:
    """All facts in order of their ids, with their type and ends."""
    by_type = (_pages(connection, statement("export/facts", kind=kind)) for kind in EdgeType)
    for row in heapq.merge(*by_type, key=lambda row: row["id"]):
        yield {"type": row["type"], "source": row["source"], "target": row["target"], **row["props"]}


def evidence(connection: Connection) -> Iterator[Row]:
    """All evidence in order of its ids."""
    for row in _pages(connection, statement("export/evidence")):
        yield {name: value for name, value in row["props"].items() if name != STORE_ONLY}


def keys(connection: Connection) -> Iterator[Row]:
    """The records of all keys in their order, with the entity that each belongs to."""
    for row in _pages(connection, statement("export/keys")):
        yield {"entity": row["entity"], **json.loads(row["record"])}


def export_store(connection: Connection, form: Format = Format.JSON) -> Iterator[str]:
    """The graph of a store as text, in pieces.

    Raises:
        StoreError: the store cannot serve.
    """
    return export(
        form,
        entities=entities(connection),
        facts=facts(connection),
        evidence=evidence(connection),
        keys=keys(connection),
    )


FORMATS: Final[dict[str, Callable[[Connection], Iterator[str]]]] = {
    form.value: partial(export_store, form=form) for form in Format
}
"""What `tashan export --format` takes."""


def _pages(connection: Connection, text: str) -> Iterator[dict[str, Any]]:
    """The rows of a statement that takes `after` and `page` and gives rows in order of `id`."""
    after = ""
    while rows := connection.read(text, {"after": after, "page": PAGE}):
        yield from rows
        after = rows[-1]["id"]
