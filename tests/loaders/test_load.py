"""Which files are loaded, and in which portions."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from graph.errors import ReadingError
from graph.reading import Reading
from graph.reading_file import write_reading
from loaders import load as loading
from loaders.batch import Given, Outcome
from loaders.load import BATCH, CHARACTERS, batches, load_folders
from loaders.report import Report
from loaders.rows import portions
from tests.graph.reading_builder import ReadingBuilder


def reading(article: str, text: str = "青岛") -> Reading:
    builder = ReadingBuilder(article)
    builder.node("City", "青岛市")
    built = builder.build()
    head = built.article.model_copy(update={"sha256": sha256(text.encode()).hexdigest()})
    return built.model_copy(update={"article": head})


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> dict[str, Given]:
    """What would be written, by article."""
    seen: dict[str, Given] = {}

    def write(connection: Any, given: dict[str, Given], leaving: Any) -> Outcome:
        seen.update(given)
        return Outcome(sorted(given), [], [], [], 1)

    monkeypatch.setattr(loading, "write", write)
    return seen


def folder_of(path: Path, *articles: str) -> Path:
    for article in articles:
        write_reading(reading(article), path / f"{article}.jsonl")
    return path


def test_a_folder_with_one_bad_reading(tmp_path: Path, loaded: dict[str, Given]) -> None:
    folder = folder_of(tmp_path, "a", "c")
    (tmp_path / "b.jsonl").write_text('{"kind": "article"}\n')
    report = load_folders(None, [folder])  # type: ignore[arg-type]
    assert sorted(loaded) == report.added == ["a", "c"]
    assert [str(error).startswith(f"{tmp_path / 'b.jsonl'}:1: ") for error in report.errors] == [True]
    assert str(report) == "2 added, 1 refused; graph version 1"


def test_the_text_beside_a_reading(tmp_path: Path, loaded: dict[str, Given]) -> None:
    folder = folder_of(tmp_path, "a", "b", "c")
    (folder / "texts").mkdir()
    (folder / "texts" / "a.txt").write_text("青岛", encoding="utf-8")
    (folder / "texts" / "b.txt").write_text("深圳", encoding="utf-8")
    report = load_folders(None, [folder])  # type: ignore[arg-type]
    assert {article: one.text for article, one in loaded.items()} == {"a": "青岛", "c": None}
    assert "another SHA-256" in str(report.errors[0])


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_without_readings(tmp_path: Path, there: bool) -> None:
    folder = tmp_path / "readings"
    if there:
        folder.mkdir()
    with pytest.raises(ReadingError, match="no readings"):
        load_folders(None, [folder])  # type: ignore[arg-type]


def test_batches_are_bounded_by_number_and_by_characters() -> None:
    one = reading("a")
    many = {f"{number:03}": Given(one, "x") for number in range(2 * BATCH + 1)}
    assert [len(batch) for batch in batches(many)] == [BATCH, BATCH, 1]
    long = {name: Given(one, "x" * (CHARACTERS // 2 + 1)) for name in "abc"}
    assert [list(batch) for batch in batches(long)] == [["a"], ["b"], ["c"]]
    assert list(batches({})) == []


def test_portions() -> None:
    assert [len(portion) for portion in portions(range(5), 2)] == [2, 2, 1]
    assert list(portions([])) == []


def test_a_report_of_nothing() -> None:
    assert str(Report(version=3)) == "nothing to do; graph version 3"
