"""The embedded store: one process holds it, others use it through that one, and every failure says what it is."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.connection import Connection, ConnectionSettings, connect
from graph.embedded import open_store
from graph.errors import StoreDownError, StoreLockedError, StoreTimeoutError
from graph.statements import statement

HOLD = """
import sys
from pathlib import Path
from graph.connection import ConnectionSettings, connect
from graph.statements import statement
with connect(ConnectionSettings(data=Path(sys.argv[1]))) as connection:
    connection.write(lambda tx: tx.run(statement("load/write-counts"), {"rows": [{"name": "held", "delta": 1}]}))
    print("ready", flush=True)
    sys.stdin.readline()
"""
LOCK = """
import fcntl, sys
lock = open(sys.argv[1] + "/run.lock", "w")
fcntl.flock(lock, fcntl.LOCK_EX)
print("ready", flush=True)
sys.stdin.readline()
"""


@contextmanager
def process(code: str, data: Path, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A Python process that has said that it is ready; ended afterwards."""
    data.mkdir(exist_ok=True)
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        yield child
    finally:
        child.kill()
        child.communicate()


def counters(connection: Connection) -> dict[str, int]:
    return {row["name"]: row["count"] for row in connection.read(statement("explore/counts"))}


def test_who_holds_the_store_says_so_to_its_user_alone(
    embedded_store: Connection, embedded_settings: ConnectionSettings
) -> None:
    run = embedded_settings.data / "run.json"
    assert json.loads(run.read_text())["pid"] == os.getpid()
    assert json.loads(run.read_text()).keys() == {"pid", "port", "password", "schema"}
    assert stat.S_IMODE(run.stat().st_mode) == 0o600


def test_another_process_works_through_the_one_that_holds_it(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with process(HOLD, data, tmp_path) as holder:
        with connect(ConnectionSettings(data=data)) as connection:
            assert counters(connection) == {"held": 1}
            rows = {"rows": [{"name": "held", "delta": 2}]}
            connection.write(lambda tx: tx.run(statement("load/write-counts"), rows))
        out, err = holder.communicate("\n", timeout=120)
    assert (holder.returncode, out, err) == (0, "", "")
    assert not (data / "run.json").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


def test_a_holder_that_ends_lets_its_clients_know(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with process(HOLD, data, tmp_path) as holder, connect(ConnectionSettings(data=data)) as connection:
        assert counters(connection) == {"held": 1}
        _, err = holder.communicate("\n", timeout=120)
        assert (holder.returncode, err) == (0, "")
        with pytest.raises(StoreDownError, match=f"{data}: nobody answers"):
            counters(connection)


def test_a_statement_that_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.connection.EMBEDDED_SECONDS", 5.0)
    slow = (Path(__file__).parents[1] / "stores" / "slow.cypher").read_text(encoding="utf-8")
    rows = [{"name": f"c{number:04}", "delta": number} for number in range(1500)]
    with connect(ConnectionSettings(data=tmp_path, time_limit=5)) as connection:
        for at in range(0, len(rows), 100):
            portion = {"rows": rows[at : at + 100]}
            connection.write(lambda tx, portion=portion: tx.run(statement("load/write-counts"), portion))
        with pytest.raises(StoreTimeoutError, match="longer than 5 s"):
            connection.read(slow)


def test_what_was_committed_outlives_a_killed_process(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with process(HOLD, data, tmp_path) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    assert (data / "run.json").exists()
    with connect(ConnectionSettings(data=data)) as connection:
        assert counters(connection) == {"held": 1}
        assert json.loads((data / "run.json").read_text())["pid"] == os.getpid()


def test_a_holder_that_does_not_answer(tmp_path: Path) -> None:
    with process(LOCK, tmp_path, tmp_path), pytest.raises(StoreLockedError, match="holds the store") as caught:
        open_store(tmp_path, schema=1, patience=0.3)
    assert str(tmp_path) in str(caught.value)


def test_a_stale_file_of_a_dead_process_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text(json.dumps({"pid": 1, "port": 1, "password": "x", "schema": 1}))
    with connect(ConnectionSettings(data=tmp_path)) as connection:
        assert connection.read(statement("store/meta")) == [{"schema": 1, "version": 0}]


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(StoreDownError, match="data folder") as caught:
        connect(ConnectionSettings(data=tmp_path / "data"))
    assert str(tmp_path / "data") in str(caught.value)


def test_damaged_files_of_the_store(tmp_path: Path) -> None:
    damaged = tmp_path / "store" / "databases" / "tashan"
    damaged.mkdir(parents=True)
    (damaged / "schema.json").write_text("{")
    (damaged / "configuration.json").write_text("{")
    with pytest.raises(StoreDownError, match="does not start"):
        connect(ConnectionSettings(data=tmp_path))
