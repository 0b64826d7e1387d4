"""Statements that a name or an id anchors find their first nodes by an index, never by a scan."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.connection import Connection, Transaction
from graph.model import EDGES, Label
from graph.statements import names, statement, statements
from tests.stores.empty import empty

WHOLE = {"explore/counts", "explore/meta", "load/begin", "load/write-changes"}
"""Read or write a handful of rows of their own, or look for nothing."""
LISTING = {"questions/delegations", "questions/living-rooms", "questions/policies"}
"""All their parameters are optional: they look through the one label that they list."""
ANCHORED = [name for folder in ("load", "questions", "explore", "export") for name in names(folder)]
EACH = 400
"""Nodes of a label: enough that a scan costs more than a seek."""

REPLAN = Path(__file__).parents[1] / "stores" / "replan.cypher"

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def filled(neo4j_store: Connection) -> Connection:
    """A Neo4j with so many nodes of each kind that its planner has reason to use indexes."""
    empty(neo4j_store)
    neo4j_store.write(_fill)
    neo4j_store.define(REPLAN.read_text(encoding="utf-8"))
    return neo4j_store


def _fill(tx: Transaction) -> None:
    for label in Label:
        rows = [{"id": f"{label}-{n}", "props": _entity(label, n)} for n in range(EACH)]
        tx.run(statement("load/write-entities", label=label), {"rows": rows})
    for kind, model in EDGES.items():
        source, target = min(model.sources), min(model.targets)
        facts = [
            {"source": f"{source}-{n}", "target": f"{target}-{n + 1}", "props": {"id": f"{kind}-{n}", "status": "done"}}
            for n in range(EACH - 1)
        ]
        tx.run(statement("load/write-facts", kind=kind), {"rows": facts})
    pieces = [{"id": f"e-{n}", "fact": f"f-{n}", "group": f"g-{n}", "article": f"a-{n}"} for n in range(EACH)]
    tx.run(statement("load/write-evidence"), {"rows": _rows(pieces)})
    tx.run(statement("load/write-articles"), {"rows": _rows([{"id": f"a-{n}"} for n in range(EACH)])})
    tx.run(statement("load/write-readings"), {"rows": _rows([{"id": f"a-{n}"} for n in range(EACH)])})
    keys = [{"id": f"k-{n}", "props": {"key": f"k-{n}", "entity": f"City-{n}"}} for n in range(EACH)]
    tx.run(statement("load/write-keys"), {"rows": keys})
    tx.run(statement("load/write-issued"), {"rows": [{"id": f"City-{n}", "key": f"k-{n}"} for n in range(EACH)]})
    tx.run(statement("load/write-counts"), {"rows": [{"name": f"c-{n}", "delta": 1} for n in range(EACH)]})


def _entity(label: Label, number: int) -> dict[str, object]:
    id_ = f"{label}-{number}"
    return {"id": id_, "key": f"key-{id_}", "name": f"name {id_}", "search_text": f"name {id_}", "within": [id_]}


def _rows(props: list[dict[str, str]]) -> list[dict[str, object]]:
    return [{"id": one["id"], "props": one} for one in props]


@pytest.mark.parametrize("name", [name for name in ANCHORED if name not in WHOLE])
def test_no_scan(filled: Connection, name: str) -> None:
    for text in statements(name)[:3]:
        operators = filled.explain(text)
        assert operators
        scans = [operator for operator in operators if "Scan" in operator]
        assert scans == (["NodeByLabelScan"] if name in LISTING else []), text


def test_a_scan_would_be_seen(filled: Connection) -> None:
    assert any("Scan" in operator for operator in filled.explain(statement("explore/counts")))
