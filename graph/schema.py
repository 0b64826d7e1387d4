"""The schema of the store: constraints, indexes, full text, and the mark that says which version it is.

The statements stand in `graph/cypher/schema/<store>`, run in the order of their names, and change nothing the second
time. `:Meta` holds the schema's version and the graph's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from graph.errors import StoreForeignError, StoreSchemaError
from graph.statements import names, statement, statements

VERSION: Final = 1
"""Of the form in which the graph stands in the store."""
FOLDERS: Final = {"neo4j": "schema/neo4j", "embedded": "schema/arcadedb"}


class Store(Protocol):
    """What is needed of a connection."""

    @property
    def kind(self) -> str:
        """`neo4j` or `embedded`."""
        ...

    @property
    def where(self) -> str:
        """Address or folder, for messages."""
        ...

    def read(self, statement: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Rows of a statement."""
        ...

    def write(self, work: Callable[[Any], Any]) -> object:
        """Runs work in a transaction."""
        ...

    def define(self, statement: str) -> None:
        """Runs a statement of the schema."""
        ...


def prepare(store: Store) -> None:
    """Makes a store ready: an empty one gets the schema and its mark, one that has the mark is checked.

    Raises:
        StoreSchemaError: it was written in another schema version.
        StoreForeignError: it holds nodes that are not of this project.
    """
    found = store.read(statement("store/meta"))
    nodes = store.read(statement("store/nodes"))[0]["count"]
    if found and found[0]["schema"] != VERSION:
        raise StoreSchemaError(
            f"the store has schema {found[0]['schema']}, this program needs {VERSION}: load it anew, or use the program"
            " that wrote it",
            where=store.where,
        )
    if nodes and (not found or nodes != store.read(statement("store/own-nodes"))[0]["count"]):
        raise StoreForeignError(
            "the database holds nodes that are not Tashan's; give it one of its own", where=store.where
        )
    if not found:
        define(store)


def define(store: Store) -> None:
    """Writes the schema and the mark."""
    for name in names(FOLDERS[store.kind]):
        for text in statements(name):
            store.define(text)
    if store.kind == "neo4j":
        store.read(statement("store/await-indexes"))
    store.write(lambda transaction: transaction.run(statement("store/create-meta"), {"schema": VERSION}))
