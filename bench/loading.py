"""Loading the samples into an embedded store against a bare loop of the driver that writes the same nodes and edges."""

from __future__ import annotations

import resource
import tempfile
import time
from pathlib import Path
from typing import Any

from extractors.extract import extract
from graph.connection import ConnectionSettings, Transaction, connect
from graph.derive import derive
from graph.export import entity_rows, evidence_rows, fact_rows
from graph.model import EdgeType, Label
from graph.reading_file import read_reading
from loaders.load import load_folders
from loaders.rows import write, write_entities, write_facts

SAMPLES = Path(__file__).parents[1] / "app" / "samples"
ENDS = {"type", "source", "target"}


def measure() -> dict[str, Any]:
    """Seconds of both, their ratio, memory in MB."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        extract([SAMPLES], folder / "readings")
        with connect(ConnectionSettings(data=folder / "bare")) as connection:
            graph = derive(read_reading(path) for path in sorted((folder / "readings").glob("*.jsonl")))
            begun = time.monotonic()
            connection.write(lambda tx: _bare(tx, entity_rows(graph), fact_rows(graph), evidence_rows(graph)))
            bare = time.monotonic() - begun
        with connect(ConnectionSettings(data=folder / "ours")) as connection:
            begun = time.monotonic()
            load_folders(connection, [folder / "readings"])
            ours = time.monotonic() - begun
    return {
        "entities": len(graph.entities),
        "facts": len(graph.facts),
        "load_seconds": round(ours, 2),
        "bare_seconds": round(bare, 2),
        "ratio": round(ours / bare, 2),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _bare(
    tx: Transaction, entities: list[dict[str, Any]], facts: list[dict[str, Any]], evidence: list[dict[str, Any]]
) -> None:
    write_entities(tx, ((Label(row["label"]), {k: v for k, v in row.items() if k != "label"}) for row in entities))
    rows = (
        (
            EdgeType(row["type"]),
            {
                "source": row["source"],
                "target": row["target"],
                "props": {k: v for k, v in row.items() if k not in ENDS},
            },
        )
        for row in facts
    )
    write_facts(tx, rows)
    write(tx, "write-evidence", [{"id": row["id"], "props": row} for row in evidence])
