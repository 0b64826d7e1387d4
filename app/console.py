"""What people see in a terminal: tables on stdout, progress on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table


class Advance(Protocol):
    """Tells that `done` of `total` steps of a work are done."""

    def __call__(self, done: int, total: int) -> None:
        """Tells it."""


@contextmanager
def progress(what: str) -> Iterator[Advance]:
    """A progress bar on stderr; silent where stderr is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def advance(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        yield advance


def print_json(value: Any) -> None:
    """A value as JSON on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def print_table(headings: list[str], rows: list[list[str]]) -> None:
    """A table on stdout; tab-separated where stdout is no terminal."""
    if not sys.stdout.isatty():
        print("\n".join("\t".join(row) for row in [headings, *rows]))
        return
    table = Table(header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*row)
    Console().print(table)
