"""What both stores do alike, and what a store says that cannot serve."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from graph import schema
from graph.connection import Connection, ConnectionSettings, Transaction, connect
from graph.errors import (
    SettingError,
    StoreDownError,
    StoreError,
    StoreForeignError,
    StoreSchemaError,
    StoreTimeoutError,
)
from graph.statements import statement

COUNTS = {"rows": [{"name": f"c{number:05}", "delta": number} for number in range(3000)]}


def test_rows_beyond_the_limit_are_an_error(empty_store: Connection) -> None:
    empty_store.write(lambda tx: tx.run(statement("load/write-counts"), COUNTS))
    assert len(empty_store.read(statement("explore/counts"), limit=3000)) == 3000
    with pytest.raises(StoreError, match="more than 2999 rows"):
        empty_store.read(statement("explore/counts"), limit=2999)


def test_a_transaction_is_written_whole_or_not_at_all(empty_store: Connection) -> None:
    def half(tx: Transaction) -> None:
        tx.run(statement("load/write-counts"), COUNTS)
        raise KeyError("half way")

    with pytest.raises(KeyError):
        empty_store.write(half)
    assert empty_store.read(statement("explore/counts")) == []


def test_full_text_finds_chinese(empty_store: Connection) -> None:
    rows = [
        {"id": f"city-{name}", "props": {"id": f"city-{name}", "name": name, "search_text": text}}
        for name, text in (("青岛", "青岛 青岛市 qingdao qd"), ("深圳", "深圳 深圳市 shenzhen sz"))
    ]
    empty_store.write(lambda tx: tx.run(statement("load/write-entities", label="City"), {"rows": rows}))
    found = empty_store.read(statement("explore/search"), {"query": '"青岛市"', "most": 10})
    assert [(row["id"], row["label"]) for row in found] == [("city-青岛", "City")]
    assert empty_store.read(statement("explore/names-by-prefix"), {"prefix": "深", "most": 10})[0]["name"] == "深圳"


def test_preparing_twice_changes_nothing(empty_store: Connection) -> None:
    if empty_store.kind == "neo4j":
        schema.define(empty_store)
    schema.prepare(empty_store)
    assert empty_store.read(statement("store/meta")) == [{"schema": schema.VERSION, "version": 0}]


def test_somebody_elses_nodes(empty_store: Connection) -> None:
    foreign = Path(__file__).parents[1] / "stores" / "foreign.cypher"
    empty_store.write(lambda tx: tx.run(foreign.read_text(encoding="utf-8")))
    with pytest.raises(StoreForeignError, match="not Tashan's"):
        schema.prepare(empty_store)


def test_another_schema_version(empty_store: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(StoreSchemaError, match=f"schema {schema.VERSION - 1}.* needs {schema.VERSION}"):
        schema.prepare(empty_store)


def test_nobody_answers() -> None:
    with pytest.raises(StoreDownError, match=r"127\.0\.0\.1:1: nobody answers"):
        connect(ConnectionSettings(uri="bolt://127.0.0.1:1"))


@pytest.mark.parametrize("uri", ["http://localhost:7474", "localhost:7687", "bolt://", "bolt://host:port"])
def test_an_address_that_is_none(uri: str) -> None:
    with pytest.raises(SettingError, match="TASHAN_NEO4J_URI"):
        connect(ConnectionSettings(uri=uri))


@pytest.mark.neo4j
@pytest.mark.parametrize(
    ("change", "message"), [({"password": "wrong"}, "refuses user and password"), ({"database": "none"}, "none")]
)
def test_what_a_neo4j_refuses(
    neo4j_settings: ConnectionSettings, neo4j_store: Connection, change: dict[str, str], message: str
) -> None:
    with pytest.raises(StoreDownError, match=message):
        connect(dataclasses.replace(neo4j_settings, **change))


@pytest.mark.neo4j
def test_a_statement_that_takes_too_long(neo4j_settings: ConnectionSettings, neo4j_store: Connection) -> None:
    neo4j_store.write(lambda tx: tx.run(statement("load/write-counts"), COUNTS))
    slow = (Path(__file__).parents[1] / "stores" / "slow.cypher").read_text(encoding="utf-8")
    with (
        connect(dataclasses.replace(neo4j_settings, time_limit=2.0)) as connection,
        pytest.raises(StoreTimeoutError, match="longer than 2 s"),
    ):
        connection.read(slow)


@pytest.mark.neo4j
def test_a_reading_session_cannot_write(neo4j_store: Connection) -> None:
    with pytest.raises(StoreError, match=r"(?i)read"):
        neo4j_store.read(statement("load/write-counts"), COUNTS)
