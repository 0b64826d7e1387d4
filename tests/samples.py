"""The samples as the tests use them: read once a session, loaded into the store that a test asks for, served.

`tests/app` and `tests/browser` share these fixtures; see `tests/conftest.py` for the stores.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from extractors.extract import extract
from graph.connection import Connection, ConnectionSettings
from graph.statements import statement
from loaders.load import load_folders
from tests.stores.empty import empty

PROJECT = Path(__file__).parents[1]
SAMPLES = PROJECT / "app" / "samples"
TASHAN = Path(sys.executable).with_name("tashan")


@cache
def readings() -> Path:
    """The folder of the samples' readings, made when it is first asked for; removed when the process ends."""
    folder = Path(tempfile.mkdtemp(prefix="tashan-samples-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    outcome = extract([SAMPLES], folder, processes=1)
    assert not outcome.errors, outcome.errors
    return folder


def load_samples(connection: Connection) -> None:
    """Makes a store hold the samples and nothing else; does nothing where it does already."""
    wanted = [path.stem for path in readings().glob("*.jsonl")]
    articles = {row["name"]: row["count"] for row in connection.read(statement("explore/counts"))}.get("Article")
    held = connection.read(statement("load/readings"), {"ids": wanted})
    if not articles == len(held) == len(wanted):
        empty(connection)
    report = load_folders(connection, [readings()])
    assert not report.errors, report.errors


def environment(settings: ConnectionSettings, **more: str) -> dict[str, str]:
    """The environment in which a command uses a store."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("TASHAN_")}
    if settings.uri:
        own |= {
            "TASHAN_NEO4J_URI": settings.uri,
            "TASHAN_NEO4J_USER": settings.user,
            "TASHAN_NEO4J_PASSWORD": settings.password,
            "TASHAN_NEO4J_DATABASE": settings.database,
        }
    return own | {"TASHAN_DATA": str(settings.data)} | more


@dataclass(frozen=True, slots=True)
class Finished:
    """A command that has ended."""

    status: int
    out: str
    err: str


def run(*arguments: str | Path, env: Mapping[str, str], cwd: Path | None = None) -> Finished:
    """Runs `tashan` in a process of its own, to its end."""
    done = subprocess.run(
        [TASHAN, *map(str, arguments)], env=env, cwd=cwd, capture_output=True, timeout=300, check=False
    )
    return Finished(done.returncode, done.stdout.decode(), done.stderr.decode())


@contextmanager
def served(*arguments: str | Path, env: Mapping[str, str]) -> Iterator[str]:
    """Runs `tashan serve` (or what is given) on a free port; gives its address without the slash at the end."""
    command = [str(TASHAN), *(map(str, arguments) if arguments else ["serve"]), "--port", "0"]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            assert process.stdout is not None
            address = process.stdout.readline().strip()
            if not address:
                log.seek(0)
                pytest.fail(f"the server did not start: {log.read().decode()}")
            yield address.rstrip("/")
        finally:
            process.terminate()
            process.wait(60)
