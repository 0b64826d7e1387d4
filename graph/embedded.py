"""The embedded store: ArcadeDB in this process, reached over Bolt on a loopback port like a Neo4j.

One process holds the store of a data folder; a lock on `run.lock` makes it the one. It writes `run.json` (mode 0600:
pid, port, password, schema), so that other commands connect to it while it lives. Both files mean nothing once the lock
is free: the next process takes it and writes them anew.
"""

from __future__ import annotations

import atexit
import contextlib
import fcntl
import json
import os
import secrets
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import jpype
import jpype.config
from arcadedb_embedded import ArcadeDBError
from arcadedb_embedded.server import ArcadeDBServer

from graph.errors import StoreDownError, StoreLockedError

DATABASE: Final = "tashan"
USER: Final = "root"
HOST: Final = "127.0.0.1"
PATIENCE: Final = 60.0
"""Seconds that a command waits for another one that is just opening the store."""
LOGGING: Final = """\
handlers = java.util.logging.FileHandler
.level = WARNING
java.util.logging.FileHandler.level = WARNING
java.util.logging.FileHandler.pattern = {folder}/store.log
java.util.logging.FileHandler.formatter = com.arcadedb.log.LogFormatter
java.util.logging.FileHandler.limit = 5000000
java.util.logging.FileHandler.count = 2
"""


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that holds the store, and how to reach the store there (`run.json`)."""

    pid: int
    port: int
    password: str
    schema: int

    @property
    def uri(self) -> str:
        """The Bolt address."""
        return f"bolt://{HOST}:{self.port}"


class EmbeddedStore:
    """The store while this process holds it. `holder` says how to reach it."""

    def __init__(self, data: Path, lock: int, server: ArcadeDBServer, holder: Holder) -> None:
        self.holder: Final = holder
        self._data = data
        self._lock = lock
        self._server = server
        self._database = server.get_database(DATABASE)
        self._open = True
        atexit.register(self.close)

    def define(self, statement: str) -> None:
        """Runs an SQL script of the schema."""
        lines = (line for line in statement.splitlines() if not line.startswith("--"))
        self._database.command("sqlscript", "\n".join(lines))

    def publish(self) -> None:
        """Tells other processes how to reach the store: it is ready."""
        target = self._data / "run.json"
        handle, name = tempfile.mkstemp(dir=self._data, prefix=".run.")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(self.holder), file)
        Path(name).replace(target)

    def close(self) -> None:
        """Closes the store and lets others open it. Closing twice does nothing."""
        if not self._open:
            return
        self._open = False
        atexit.unregister(self.close)
        (self._data / "run.json").unlink(missing_ok=True)
        try:
            self._server.stop()
        finally:
            os.close(self._lock)


def open_store(
    data: Path, *, schema: int, heap: str = "512m", time_limit: float = 30.0, patience: float = PATIENCE
) -> EmbeddedStore | Holder:
    """Opens the store of a data folder, or says which process holds it already.

    Args:
        data: the folder; made where it is missing.
        schema: the schema version that `run.json` tells.
        heap: memory of the Java machine (`512m`); counts for the first store that a process opens.
        time_limit: seconds that a statement may take.
        patience: seconds to wait for another process that is opening or closing the store.

    Raises:
        StoreLockedError: another process holds the store and does not answer.
        StoreDownError: the folder or the store cannot be opened.
    """
    folder = data.resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(folder / "run.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreDownError(f"the data folder cannot be used: {error.strerror}", where=str(data)) from error
    until = time.monotonic() + patience
    while not _locked(lock):
        holder = _holder(folder)
        if holder is not None and _listens(holder.port):
            os.close(lock)
            return holder
        if time.monotonic() > until:
            os.close(lock)
            who = f"process {holder.pid}" if holder else "another process"
            raise StoreLockedError(f"{who} holds the store and does not answer; end it first", where=str(data))
        time.sleep(0.1)
    try:
        (folder / "run.json").unlink(missing_ok=True)
        return _start(folder, lock, schema, heap, time_limit)
    except BaseException:
        os.close(lock)
        raise


@contextlib.contextmanager
def queue(data: Path) -> Iterator[None]:
    """Lets one writer in at a time, of all processes: ArcadeDB has no lock that a transaction could wait for."""
    lock = os.open(data / "write.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _locked(lock: int) -> bool:
    """Takes the lock, which the system frees when this process ends, however it ends."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(folder: Path) -> Holder | None:
    try:
        return Holder(**json.loads((folder / "run.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _listens(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True


def _start(folder: Path, lock: int, schema: int, heap: str, time_limit: float) -> EmbeddedStore:
    root = folder / "store"
    root.mkdir(mode=0o700, exist_ok=True)
    # the password of the last run is of no use: each run has its own
    (root / "config" / "server-users.jsonl").unlink(missing_ok=True)
    holder = Holder(os.getpid(), _free_port(), secrets.token_urlsafe(24), schema)
    config = {
        "host": HOST,
        "http_port": _free_port(),
        "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "bolt_port": holder.port,
        "bolt_defaultDatabase": DATABASE,
    }
    try:
        with _quiet_java():
            server = ArcadeDBServer(str(root), holder.password, config, _java_settings(root, heap))
        server.start()
    except (ArcadeDBError, jpype.JException) as error:
        raise _failure(error, folder) from error
    try:
        database = server.create_database(DATABASE)
        database.command("sql", f"ALTER DATABASE `arcadedb.command.timeout` {int(time_limit * 1000)}")
        return EmbeddedStore(folder, lock, server, holder)
    except (ArcadeDBError, jpype.JException) as error:
        server.stop()
        raise _failure(error, folder) from error


def _failure(error: Exception, folder: Path) -> StoreDownError | StoreLockedError:
    text = str(error)
    if "locked" in text.lower():
        return StoreLockedError("another program holds the database files", where=str(folder))
    return StoreDownError(f"the embedded store does not start: {text.splitlines()[0]}", where=str(folder))


def _java_settings(root: Path, heap: str) -> dict[str, Any]:
    """What the Java machine is started with; nothing where it runs already, since it runs once in a process."""
    if jpype.isJVMStarted():
        return {}
    # or the process would wait, at its end, for every thread that still serves another process
    jpype.config.destroy_jvm = False
    logging = root / "logging.properties"
    logging.write_text(LOGGING.format(folder=root.as_posix()), encoding="utf-8")
    os.environ.setdefault("ARCADEDB_JVM_ERROR_FILE", str(root / "java-error-%p.log"))
    return {
        "heap_size": heap,
        "jvm_args": [
            f"-Djava.util.logging.config.file={logging}",
            f"-Darcadedb.server.logsDirectory={root / 'log'}",
            # signals stay Python's: Ctrl-C and SIGTERM end the process in its own order
            "-Xrs",
            # a store for one process: starting soon counts for more than the last per cent of speed
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
        ],
    }


@contextlib.contextmanager
def _quiet_java() -> Iterator[None]:
    """Keeps the Java machine's remark about incubating modules, which nobody can act on, off stderr."""
    try:
        stderr = os.dup(2)
    except OSError:
        yield
        return
    with tempfile.TemporaryFile() as heard:
        sys.stderr.flush()
        os.dup2(heard.fileno(), 2)
        try:
            yield
        finally:
            sys.stderr.flush()
            os.dup2(stderr, 2)
            os.close(stderr)
            heard.seek(0)
            for line in heard:
                if b"Using incubator modules" not in line:
                    os.write(2, line)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
