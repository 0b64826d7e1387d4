"""What commands cannot do: one line on stderr that says what and where, status 1, nothing lost."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import neo4j
import pytest
from fastapi.testclient import TestClient

from app.api import create_app
from app.settings import Settings
from graph.connection import Connection
from loaders.export import export_store
from tests.samples import Finished, environment, readings, run

READING = "weihai-room-2020"


def assert_one_line(done: Finished, *says: str) -> None:
    lines = done.err.splitlines()
    assert done.status == 1, done
    assert done.out == ""
    assert len(lines) == 1, done.err
    assert lines[0].startswith("tashan: ")
    for part in says:
        assert part in lines[0]


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def lines_of(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (readings() / f"{name}.jsonl").read_text("utf-8").splitlines()]


def with_unknown_label(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [line | {"label": "Town"} if line["kind"] == "node" else line for line in lines]


def with_dangling_edge(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [line | {"target": "nobody"} if line["kind"] == "edge" else line for line in lines]


@pytest.mark.parametrize(
    ("damage", "says"), [(with_unknown_label, "label"), (with_dangling_edge, "nobody")], ids=["label", "edge"]
)
def test_a_bad_reading_among_good_ones(
    damage: Any, says: str, samples: Connection, store_environment: dict[str, str], tmp_path: Path
) -> None:
    before = "".join(export_store(samples))
    damaged = tmp_path / f"{READING}.jsonl"
    text = "\n".join(json.dumps(line, ensure_ascii=False) for line in damage(lines_of(READING)))
    damaged.write_text(text, "utf-8")
    done = run("load", readings(), tmp_path, env=store_environment)
    first, *rest = done.err.splitlines()
    assert done.status == 1
    assert first.startswith(f"tashan: {damaged}:")
    assert says in first
    assert len(rest) == 1
    assert "1 refused" in rest[0]
    assert "".join(export_store(samples)) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["question", "hosts-of-trainees", "--city", "亚特兰蒂斯"], ["city", "亚特兰蒂斯", "nearest"]),
        (["question", "hosts-of-trainees", "--city", "深圳", "--during-from", "2020-13"], ["during_from", "2020-13"]),
        (["withdraw", "no-such-article"], ["no-such-article"]),
        (["load", "{folder}/nowhere"], ["nowhere"]),
    ],
)
def test_what_is_not_there(
    arguments: list[str], says: list[str], store_environment: dict[str, str], tmp_path: Path
) -> None:
    done = run(*(a.format(folder=tmp_path) for a in arguments), env=store_environment)
    assert_one_line(done, *says)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["question", "hosts-of-trainees", "--city", "深圳", "--batch", "three"], ["--batch", "three"]),
        (["question", "hosts-of-trainees"], ["--city"]),
        (["question", "hosts-of-trainees", "--town", "深圳"], ["--town"]),
        (["question", "host-of-trainees"], ["host-of-trainees", "hosts-of-trainees"]),
        (["fly"], ["fly"]),
        (["load"], ["DIR"]),
    ],
)
def test_a_wrong_parameter(arguments: list[str], says: list[str], tmp_path: Path) -> None:
    done = run(*arguments, env=environment(Settings(data=tmp_path / "data").connection()))
    assert_one_line(done, *says)
    assert not (tmp_path / "data").exists()


def test_a_setting_that_cannot_be_used(tmp_path: Path) -> None:
    done = run("search", "深圳", env=environment(Settings(data=tmp_path).connection(), TASHAN_PORT="many"))
    assert_one_line(done, "TASHAN_PORT")


@pytest.mark.parametrize("command", ["serve", "run"])
def test_a_port_in_use(command: str, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run(command, "--port", port, env=environment(Settings(data=tmp_path / "data").connection()))
    assert_one_line(done, f"127.0.0.1:{port}", "in use")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    "arguments", [["question", "hosts-of-trainees", "--city", "深圳"], ["serve", "--port", "0"], ["export"]]
)
def test_a_store_that_is_down(arguments: list[str]) -> None:
    uri = f"bolt://127.0.0.1:{closed_port()}"
    done = run(*arguments, env=environment(Settings(neo4j_uri=uri).connection()))
    assert_one_line(done, uri, "nobody answers")


def test_a_store_that_is_no_address() -> None:
    done = run("export", env=environment(Settings(neo4j_uri="http://127.0.0.1").connection()))
    assert_one_line(done, "TASHAN_NEO4J_URI", "http://127.0.0.1")


def test_a_store_that_goes_down_while_it_is_served() -> None:
    uri = f"bolt://127.0.0.1:{closed_port()}"
    driver = neo4j.GraphDatabase.driver(uri, connection_timeout=1.0)
    with (
        Connection(driver, "neo4j", uri, 1.0) as gone,
        TestClient(create_app(Settings(), connection=gone), raise_server_exceptions=False) as client,
    ):
        assert client.get("/healthz").status_code == 200
        for path in ("/readyz", "/v1/questions/hosts-of-trainees?city=深圳", "/v1/search?q=深圳", "/v1/entities/x"):
            response = client.get(path)
            assert response.status_code == 503
            assert response.headers["content-type"] == "application/problem+json"
            assert response.headers["retry-after"]
            assert response.json()["type"] == "/problems/store-down"
        assert client.get("/?lang=zh").status_code == 503
