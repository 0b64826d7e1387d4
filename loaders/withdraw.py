"""Withdrawing: takes articles out of the graph, and with them exactly what they alone supported."""

from __future__ import annotations

from collections.abc import Sequence

from graph.connection import Connection
from graph.errors import NotFoundError
from graph.statements import statement
from loaders.load import BATCH, note, write
from loaders.report import Report


def withdraw(connection: Connection, ids: Sequence[str]) -> Report:
    """Withdraws articles.

    Raises:
        NotFoundError: an article is not loaded; nothing is withdrawn.
        StoreError: the store cannot serve.
    """
    wanted = sorted(set(ids))
    loaded = {row["id"] for row in connection.read(statement("load/readings"), {"ids": wanted})}
    for id_ in wanted:
        if id_ not in loaded:
            raise NotFoundError(f"no article {id_!r} is loaded", where=id_)
    report = Report()
    for at in range(0, len(wanted), BATCH):
        note(report, write(connection, {}, wanted[at : at + BATCH]))
    return report
