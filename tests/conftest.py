"""The stores that the tests run against.

Unit tests need none. What touches a store takes the fixture `store` and so runs twice, on the embedded store and on a
real Neo4j:

- There is one of each for the whole session: a Java machine starts once in a process, and a Neo4j takes seconds. The
  embedded one has a folder of its own in the temporary files. The Neo4j is the one at TASHAN_TEST_NEO4J_URI (refused
  unless it is empty), or one by Docker, or one from Maven artefacts: `tests/stores/neo4j.py`. It is started when the
  first selected test needs it, and stopped at the end.
- `store` is emptied before each module, so that a module may build up a graph; `empty_store` before each test.
- Where no Neo4j can be had, its half of the tests is left out and one line at the end says what was not run and what to
  install. With CI=true that is a failure.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connection import Connection, ConnectionSettings, connect
from graph.statements import statement
from tests.stores.empty import empty
from tests.stores.neo4j import Neo4j, NotAvailableError, obtain

NEO4J = pytest.StashKey[Neo4j]()
LEFT_OUT = pytest.StashKey[str]()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Gets a Neo4j if a selected test needs one, or leaves these tests out."""
    needing = [item for item in items if item.get_closest_marker("neo4j")]
    if not needing or config.option.collectonly:
        return
    try:
        config.stash[NEO4J] = obtain()
    except NotAvailableError as error:
        if os.environ.get("CI") == "true":
            pytest.exit(f"{len(needing)} tests need a Neo4j: {error}", returncode=1)
        config.stash[LEFT_OUT] = f"{len(needing)} tests on Neo4j were not run: {error}"
        config.hook.pytest_deselected(items=needing)
        items[:] = [item for item in items if item not in needing]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Says what was left out."""
    if LEFT_OUT in config.stash:
        terminalreporter.write_line(config.stash[LEFT_OUT], yellow=True)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stops the Neo4j that was started here."""
    if NEO4J in config.stash:
        config.stash[NEO4J].stop()


@pytest.fixture(scope="session")
def neo4j_settings(pytestconfig: pytest.Config) -> ConnectionSettings:
    """How to reach the Neo4j of the session. Tests that take it carry the mark `neo4j`."""
    server = pytestconfig.stash[NEO4J]
    return ConnectionSettings(
        uri=server.uri, user=server.user, password=server.password, database=server.database, time_limit=60.0
    )


@pytest.fixture(scope="session")
def embedded_settings(tmp_path_factory: pytest.TempPathFactory) -> ConnectionSettings:
    """Where the embedded store of the session lies."""
    return ConnectionSettings(data=tmp_path_factory.mktemp("embedded"), time_limit=60.0)


@pytest.fixture(scope="session")
def embedded_store(embedded_settings: ConnectionSettings) -> Iterator[Connection]:
    """The embedded store of the session, held by this process."""
    with connect(embedded_settings) as connection:
        yield connection


@pytest.fixture(scope="session")
def neo4j_store(neo4j_settings: ConnectionSettings) -> Iterator[Connection]:
    """The Neo4j of the session, prepared; left as empty as it was found."""
    with connect(neo4j_settings) as connection:
        if connection.read(statement("store/nodes"))[0]["count"] > 1:
            pytest.exit(f"{neo4j_settings.uri} is not empty; the tests would delete what is there", returncode=1)
        yield connection
        empty(connection)


@pytest.fixture(scope="session", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def each_store(request: pytest.FixtureRequest) -> Connection:
    """Both stores, one after the other, with whatever is in them."""
    connection: Connection = request.getfixturevalue(f"{request.param}_store")
    return connection


@pytest.fixture(scope="module")
def store(each_store: Connection) -> Connection:
    """Both stores, empty when a module begins."""
    empty(each_store)
    return each_store


@pytest.fixture
def empty_store(each_store: Connection) -> Connection:
    """Both stores, empty when a test begins."""
    empty(each_store)
    return each_store


@pytest.fixture
def project() -> Path:
    """The folder of the project."""
    return Path(__file__).parents[1]
