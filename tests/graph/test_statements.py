"""Statements are files; only labels and types of the model get into them."""

from __future__ import annotations

import re

import pytest

from graph.model import EdgeType, Label
from graph.statements import FOLDER, names, statement, statements

ALL = [name for folder in ("load", "questions", "explore", "export", "store") for name in names(folder)]


def test_a_token_is_filled_from_the_model() -> None:
    assert ":HOSTED]" in statement("load/write-facts", kind="HOSTED")
    assert "(n:City " in statement("load/write-entities", label="City")
    assert len(statements("schema/neo4j/02-label-id")) == len(Label)
    assert len(statements("schema/arcadedb/03-fact")) == len(EdgeType)


@pytest.mark.parametrize("value", ["Nobody", "hosted", "HOSTED]->() DETACH DELETE n //", "", "City"])
def test_nothing_else_gets_into_a_statement(value: str) -> None:
    with pytest.raises(ValueError, match=r"not a valid EdgeType|go together"):
        statement("load/write-facts", kind=value)


def test_tokens_and_values_go_together() -> None:
    with pytest.raises(ValueError, match="go together"):
        statement("load/write-facts")
    with pytest.raises(ValueError, match="go together"):
        statement("load/begin", label="City")


@pytest.mark.parametrize("name", ["load/none", "../model", "/etc/passwd", "load/../load/begin", ""])
def test_what_is_no_statement(name: str) -> None:
    with pytest.raises(LookupError, match="no statement"):
        statement(name)


@pytest.mark.parametrize("name", ALL)
def test_a_file_holds_one_statement_under_a_header(name: str) -> None:
    lines = (FOLDER / f"{name}.cypher").read_text(encoding="utf-8").strip().splitlines()
    assert lines[0].startswith("//")
    assert ";" not in re.sub(r"'[^']*'", "", "\n".join(line for line in lines if not line.lstrip().startswith("//")))


def test_no_token_but_the_two() -> None:
    for path in FOLDER.rglob("*.*"):
        assert set(re.findall(r"__\w+?__", path.read_text(encoding="utf-8"))) <= {"__LABEL__", "__TYPE__"}, path


def test_statements_stand_in_no_python_string(project) -> None:  # type: ignore[no-untyped-def]
    pattern = re.compile(r"\b(MATCH|MERGE|UNWIND|OPTIONAL MATCH|DETACH DELETE)\s*[\(\[$]")
    for folder in ("app", "extractors", "graph", "loaders"):
        for path in (project / folder).rglob("*.py"):
            assert not pattern.search(path.read_text(encoding="utf-8")), path
