"""A real Neo4j for the tests: the one that is given, one by Docker, or one from Maven artefacts.

In this order:

1. `TASHAN_TEST_NEO4J_URI` (with `…_USER`, `…_PASSWORD`, `…_DATABASE`): that one, if it is empty.
2. Docker, where `docker info` answers: the image `neo4j:<version>-community`.
3. Java 17 or later and Maven: the jars of `pom.xml` beside this file, kept outside the tree in `~/.cache/tashan`.

Where none can be had, `obtain` raises `NotAvailableError`, which says what to install.

`python -m tests.stores.neo4j start` leaves one running for development and prints its address and password,
`… stop` ends it.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

VERSION = "5.26.31"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tashan"
JARS = CACHE / f"neo4j-{VERSION}" / "lib"
DEVELOPMENT = CACHE / "neo4j-development.json"
READY_SECONDS = 120
JAVA_OPTIONS = (
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
    "-Dlog4j2.disable.jmx=true",
)
CONFIGURATION = """\
server.bolt.listen_address=127.0.0.1:{bolt}
server.bolt.advertised_address=127.0.0.1:{bolt}
server.http.listen_address=127.0.0.1:{http}
server.http.advertised_address=127.0.0.1:{http}
server.https.enabled=false
server.memory.pagecache.size=64m
dbms.usage_report.enabled=false
db.transaction.timeout=60s
browser.remote_content_hostname_whitelist=*
"""


class NotAvailableError(Exception):
    """No Neo4j can be had on this machine; the message says what to install."""


@dataclass(frozen=True, slots=True)
class Neo4j:
    """A running Neo4j. `stop` ends it where it was started here."""

    uri: str
    user: str
    password: str
    database: str = "neo4j"
    http: str | None = None
    pid: int | None = None
    container: str | None = None
    home: str | None = None
    stop: Callable[[], None] = field(default=lambda: None, compare=False)


def obtain() -> Neo4j:
    """A Neo4j, given or started.

    Raises:
        NotAvailableError: there is none to be had here.
    """
    uri = os.environ.get("TASHAN_TEST_NEO4J_URI")
    if uri:
        return Neo4j(
            uri=uri,
            user=os.environ.get("TASHAN_TEST_NEO4J_USER", "neo4j"),
            password=os.environ.get("TASHAN_TEST_NEO4J_PASSWORD", ""),
            database=os.environ.get("TASHAN_TEST_NEO4J_DATABASE", "neo4j"),
        )
    if _answers("docker", "info"):
        return _by_docker()
    if shutil.which("java") and (any(JARS.glob("neo4j-5*.jar")) or shutil.which("mvn")):
        return by_java()
    raise NotAvailableError(
        "no Neo4j: set TASHAN_TEST_NEO4J_URI to an empty one, or start Docker, or install Java 17 and Maven"
    )


def by_java(home: Path | None = None) -> Neo4j:
    """Starts a Neo4j from Maven artefacts. Its data stays in `home`; without one it goes when the server stops."""
    _jars()
    folder = home or Path(tempfile.mkdtemp(prefix="tashan-neo4j-"))
    for part in ("conf", "data", "logs", "run", "import", "plugins"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    bolt, http = _free_port(), _free_port()
    (folder / "conf" / "neo4j.conf").write_text(CONFIGURATION.format(bolt=bolt, http=http))
    password = secrets.token_urlsafe(12)
    environment = {**os.environ, "NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}
    java = ["java", *JAVA_OPTIONS, "-cp", f"{JARS}/*"]
    subprocess.run(
        [*java, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password],
        env=environment,
        check=True,
        capture_output=True,
    )
    with (folder / "logs" / "console.log").open("wb") as log:
        process = subprocess.Popen(
            [
                *java[:1],
                "-Xmx512m",
                *java[1:],
                "org.neo4j.server.CommunityEntryPoint",
                f"--home-dir={folder}",
                f"--config-dir={folder / 'conf'}",
                "--console-mode",
            ],
            env=environment,
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def stop() -> None:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
        if home is None:
            shutil.rmtree(folder, ignore_errors=True)

    address = f"http://127.0.0.1:{http}"
    _wait(address, lambda: process.poll() is None, folder / "logs" / "console.log")
    return Neo4j(
        f"bolt://127.0.0.1:{bolt}", "neo4j", password, http=address, pid=process.pid, home=str(folder), stop=stop
    )


def _by_docker() -> Neo4j:
    bolt, http, password = _free_port(), _free_port(), secrets.token_urlsafe(12)
    name = f"tashan-test-neo4j-{bolt}"
    command = ["docker", "run", "--detach", "--rm", "--name", name]
    command += ["--publish", f"127.0.0.1:{bolt}:7687", "--publish", f"127.0.0.1:{http}:7474"]
    command += ["--env", f"NEO4J_AUTH=neo4j/{password}", f"neo4j:{VERSION}-community"]
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        raise NotAvailableError(f"Docker cannot start Neo4j: {error.stderr.strip().splitlines()[-1]}") from error

    def stop() -> None:
        subprocess.run(["docker", "stop", name], check=False, capture_output=True)

    address = f"http://127.0.0.1:{http}"
    _wait(address, lambda: _answers("docker", "inspect", name), None)
    return Neo4j(f"bolt://127.0.0.1:{bolt}", "neo4j", password, http=address, container=name, stop=stop)


def _jars() -> None:
    """Fetches the server's jars once for this machine."""
    if any(JARS.glob("neo4j-5*.jar")):
        return
    JARS.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=JARS.parent) as folder:
        lib = Path(folder) / "lib"
        pom = Path(__file__).with_name("pom.xml")
        command = ["mvn", "-q", "-B", "-f", str(pom), "dependency:copy-dependencies"]
        command += [f"-DoutputDirectory={lib}", "-DincludeScope=runtime"]
        try:
            subprocess.run(command, check=True, capture_output=True, text=True)
        except subprocess.CalledProcessError as error:
            lines = (error.stdout or error.stderr).strip().splitlines() or ["no output"]
            raise NotAvailableError(f"Maven cannot fetch Neo4j: {lines[0]}") from error
        lib.rename(JARS)


def _wait(address: str, alive: Callable[[], bool], log: Path | None) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until and alive():
        try:
            opener.open(address, timeout=2).close()
        except OSError:
            time.sleep(0.3)
        else:
            return
    tail = log.read_text(errors="replace").strip().splitlines()[-1:] if log else []
    raise NotAvailableError(" ".join(["Neo4j did not start.", *tail]))


def _answers(*command: str) -> bool:
    if shutil.which(command[0]) is None:
        return False
    try:
        return subprocess.run(command, capture_output=True, timeout=20, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _start() -> None:
    if DEVELOPMENT.exists():
        print(DEVELOPMENT.read_text(), end="")
        return
    running = obtain()
    values = {k: v for k, v in asdict(running).items() if k != "stop" and v is not None}
    DEVELOPMENT.parent.mkdir(parents=True, exist_ok=True)
    DEVELOPMENT.touch(mode=0o600)
    DEVELOPMENT.write_text(json.dumps(values, indent=1) + "\n")
    print(DEVELOPMENT.read_text(), end="")


def _stop() -> None:
    if not DEVELOPMENT.exists():
        return
    running = json.loads(DEVELOPMENT.read_text())
    if running.get("container"):
        subprocess.run(["docker", "stop", running["container"]], check=False, capture_output=True)
    if running.get("pid"):
        with contextlib.suppress(ProcessLookupError):
            os.kill(running["pid"], signal.SIGTERM)
    if running.get("home"):
        shutil.rmtree(running["home"], ignore_errors=True)
    DEVELOPMENT.unlink()


if __name__ == "__main__":
    actions = {"start": _start, "stop": _stop}
    if len(sys.argv) != 2 or sys.argv[1] not in actions:
        sys.exit("usage: python -m tests.stores.neo4j start|stop")
    actions[sys.argv[1]]()
