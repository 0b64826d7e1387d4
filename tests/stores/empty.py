"""Emptying a store between tests."""

from __future__ import annotations

from pathlib import Path

from graph.connection import Connection
from graph.statements import statement

DELETE = Path(__file__).with_name("delete.cypher").read_text(encoding="utf-8")
RESET = Path(__file__).with_name("reset.cypher").read_text(encoding="utf-8")


def empty(connection: Connection) -> None:
    """Deletes everything but the mark of the schema, and sets the version back."""
    while connection.write(lambda tx: tx.run(DELETE))[0]["count"]:
        pass
    connection.write(lambda tx: tx.run(RESET))
    assert len(connection.read(statement("store/meta"))) == 1
