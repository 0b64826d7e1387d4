"""Loading: adds or replaces the readings that it is given and removes none."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from graph.connection import Connection
from graph.errors import ReadingError, TashanError
from graph.reading_file import TEXTS, check, read_reading
from loaders.batch import Given, Outcome, apply
from loaders.report import Report

BATCH: Final = 50
"""Readings a transaction: small enough for a heap of 512 MB, large enough that committing costs little."""
CHARACTERS: Final = 2_000_000
"""Characters of text a transaction, where it has more than one reading."""

Progress = Callable[[int, int], None]


def load(connection: Connection, given: Sequence[Given], *, progress: Progress = lambda done, total: None) -> Report:
    """Loads readings, batch by batch; each batch is written whole or not at all.

    Args:
        connection: the store.
        given: checked readings with their texts; of two of one article the last counts.
        progress: is told how many readings are done.
    Raises:
        ReadingError: a reading contradicts the model; nothing is loaded.
        StoreError: the store cannot serve; what was reported as done is there.
    """
    for one in given:
        check(one.reading, where=one.reading.article.id)
    by_id = {one.reading.article.id: one for one in given}
    report = Report()
    done = 0
    for batch in batches(by_id):
        note(report, write(connection, batch, ()))
        done += len(batch)
        progress(done, len(by_id))
    if not by_id:
        report.version = write(connection, {}, ()).version
    return report


def batches(given: Mapping[str, Given]) -> Iterator[dict[str, Given]]:
    """Readings in order of their articles' ids, in portions that one transaction of a small store can hold."""
    batch: dict[str, Given] = {}
    characters = 0
    for id_, one in sorted(given.items()):
        length = len(one.text or "")
        if batch and (len(batch) == BATCH or characters + length > CHARACTERS):
            yield batch
            batch, characters = {}, 0
        batch[id_] = one
        characters += length
    if batch:
        yield batch


def write(connection: Connection, given: Mapping[str, Given], leaving: Iterable[str]) -> Outcome:
    """One batch in one transaction, dated today."""
    day = datetime.now(UTC).date().isoformat()
    leave = list(leaving)
    return connection.write(lambda tx: apply(tx, given, leave, day))


def note(report: Report, outcome: Outcome) -> None:
    """Adds the outcome of a batch to a report."""
    report.added += outcome.added
    report.replaced += outcome.replaced
    report.unchanged += outcome.unchanged
    report.withdrawn += outcome.withdrawn
    report.version = outcome.version


def load_folders(
    connection: Connection, folders: Sequence[Path], *, progress: Progress = lambda done, total: None
) -> Report:
    """Loads every `*.jsonl` of some folders (or single files). A bad one is reported and stops no other.

    Raises:
        ReadingError: a folder is not there or holds no reading.
        StoreError: the store cannot serve.
    """
    given: list[Given] = []
    errors: list[TashanError] = []
    for path in _files(folders):
        try:
            given.append(_given(path))
        except ReadingError as error:
            errors.append(error)
    report = load(connection, given, progress=progress)
    report.errors = errors
    return report


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.is_file():
            yield folder
            continue
        files = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
        if not files:
            raise ReadingError("no readings (*.jsonl) are there", where=str(folder))
        yield from files


def _given(path: Path) -> Given:
    """A reading and its text, which counts only if it is the one that was read."""
    reading = read_reading(path)
    text_file = path.parent / TEXTS / f"{path.stem}.txt"
    if not text_file.is_file():
        return Given(reading)
    data = text_file.read_bytes()
    if sha256(data).hexdigest() != reading.article.sha256:
        raise ReadingError("is not the text that was read (another SHA-256)", where=str(text_file))
    return Given(reading, data.decode("utf-8"))
