"""What the Cypher and SQL files must be, whoever adds one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.statements import FOLDER

FILES = sorted(path for path in FOLDER.rglob("*") if path.suffix in {".cypher", ".sql"})
READING = [path for path in FILES if path.parent.name in {"questions", "explore", "export"}]
WRITES = re.compile(r"\b(CREATE|MERGE|DELETE|SET|REMOVE|DROP|LOAD\s+CSV|FOREACH)\b", re.IGNORECASE)
COMMENT = {".cypher": "//", ".sql": "--"}


def name(path: Path) -> str:
    return str(path.relative_to(FOLDER))


def body(path: Path) -> str:
    lines = path.read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith(COMMENT[path.suffix]))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_it_begins_with_a_header_and_holds_a_statement(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith(COMMENT[path.suffix])
    assert first.strip("/- ")
    assert body(path).strip()


@pytest.mark.parametrize("path", READING, ids=name)
def test_what_answers_does_not_write(path: Path) -> None:
    assert not WRITES.search(re.sub(r"'[^']*'", "", body(path)))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_it_needs_no_plugin(path: Path) -> None:
    assert not re.search(r"\b(apoc|gds)\.", body(path))
