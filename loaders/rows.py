"""Rows written in portions that one transaction of a small store can hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeVar

from graph.connection import Transaction
from graph.model import EdgeType, Label
from graph.statements import statement

PORTION: Final = 1_000
"""Rows a statement takes."""

T = TypeVar("T")


def portions(rows: Iterable[T], size: int = PORTION) -> Iterator[list[T]]:
    """Rows in lists of at most `size`."""
    listed = list(rows)
    for at in range(0, len(listed), size):
        yield listed[at : at + size]


def write(tx: Transaction, name: str, rows: Iterable[dict[str, Any]]) -> None:
    """Runs a statement of `load/` over rows."""
    for portion in portions(rows):
        tx.run(statement(f"load/{name}"), {"rows": portion})


def delete(tx: Transaction, name: str, ids: Iterable[str]) -> None:
    """Runs a deleting statement of `load/` over ids."""
    for portion in portions(sorted(ids)):
        tx.run(statement(f"load/{name}"), {"ids": portion})


def write_entities(tx: Transaction, rows: Iterable[tuple[Label, dict[str, Any]]]) -> None:
    """Writes entities, label by label."""
    by_label: dict[Label, list[dict[str, Any]]] = defaultdict(list)
    for label, props in rows:
        by_label[label].append({"id": props["id"], "props": props})
    for label in sorted(by_label):
        for portion in portions(by_label[label]):
            tx.run(statement("load/write-entities", label=label), {"rows": portion})


def write_facts(tx: Transaction, rows: Iterable[tuple[EdgeType, dict[str, Any]]]) -> None:
    """Writes facts, type by type."""
    by_type: dict[EdgeType, list[dict[str, Any]]] = defaultdict(list)
    for type_, row in rows:
        by_type[type_].append(row)
    for type_ in sorted(by_type):
        for portion in portions(by_type[type_]):
            tx.run(statement("load/write-facts", kind=type_), {"rows": portion})


def delete_facts(tx: Transaction, facts: Iterable[tuple[EdgeType, str, str]]) -> None:
    """Deletes facts (type, id, id of one end), type by type."""
    by_type: dict[EdgeType, list[dict[str, Any]]] = defaultdict(list)
    for type_, id_, end in facts:
        by_type[type_].append({"id": id_, "end": end})
    for type_ in sorted(by_type):
        for portion in portions(by_type[type_]):
            tx.run(statement("load/delete-facts", kind=type_), {"rows": portion})


def select(tx: Transaction, name: str, parameter: str, values: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The rows of a reading statement of `load/` for a list of values, portion by portion."""
    for portion in portions(sorted(set(values))):
        yield from tx.run(statement(f"load/{name}"), {parameter: portion})
