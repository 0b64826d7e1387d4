"""One connection for both stores: a Neo4j over Bolt, or the embedded store, which speaks Bolt too.

Reading goes through statements with a time limit and a row limit, writing through explicit transactions.
"""

from __future__ import annotations

import atexit
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, TypeVar
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions as driver_errors

from graph import schema
from graph.embedded import DATABASE, USER, EmbeddedStore, Holder, open_store, queue
from graph.errors import SettingError, StoreDownError, StoreError, StoreTimeoutError

MOST_ROWS: Final = 20_000
"""Rows that a statement may give; more are an error, never a silent cut."""
WRITE_SECONDS: Final = 600.0
"""Seconds that a writing transaction may take on Neo4j."""
EMBEDDED_SECONDS: Final = 30.0
"""Seconds that a statement may take on the embedded store at least: its one limit is that of writing too."""
CONNECT_SECONDS: Final = 5.0
RETRY_SECONDS: Final = 60.0
"""How long a writing transaction that others were in the way of is tried again."""

SCHEMES: Final = frozenset(f"{kind}{security}" for kind in ("bolt", "neo4j") for security in ("", "+s", "+ssc"))

T = TypeVar("T")
Row = dict[str, Any]
Parameters = Mapping[str, Any]

# the driver writes its remarks on statements (unknown labels on an empty graph) to a logger of this name
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class ConnectionSettings:
    """How to reach the store. Without `uri` it is the embedded one in the folder `data`."""

    uri: str | None = None
    user: str = "neo4j"
    password: str = ""
    database: str = "neo4j"
    data: Path = Path("data")
    heap: str = "512m"
    pool: int = 16
    time_limit: float = 30.0


class Transaction:
    """A writing transaction. It may be tried again from its beginning: what works in it must have no other effect."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, statement: str, parameters: Parameters | None = None) -> list[Row]:
        """Runs a statement and gives all its rows."""
        # statements come from files (graph.statements), never from what somebody typed
        return [dict(record) for record in self._transaction.run(statement, dict(parameters or {}))]


class Connection:
    """A store, ready for use. Thread-safe; a context manager that closes it."""

    def __init__(
        self,
        driver: neo4j.Driver,
        database: str,
        where: str,
        time_limit: float,
        data: Path | None = None,
        store: EmbeddedStore | None = None,
    ) -> None:
        self.kind: Final[Literal["neo4j", "embedded"]] = "neo4j" if data is None else "embedded"
        self.where: Final = where
        """Address or folder, for messages."""
        self._driver = driver
        self._database = database
        self._time_limit = time_limit
        self._data = data
        self._store = store

    def read(self, statement: str, parameters: Parameters | None = None, *, limit: int = MOST_ROWS) -> list[Row]:
        """The rows of a statement that reads.

        Args:
            statement: text of a file of `graph/cypher`.
            parameters: values by name.
            limit: rows that are taken at most.

        Raises:
            StoreTimeoutError: it took longer than the time limit.
            StoreError: it has more rows than `limit`, or the store cannot serve.
        """
        with self._errors():
            try:
                rows = self._rows(statement, parameters, limit)
            except (driver_errors.SessionExpired, driver_errors.ServiceUnavailable):
                # a pooled connection that the server has closed meanwhile: once more, on a new one
                rows = self._rows(statement, parameters, limit)
        if len(rows) > limit:
            raise StoreError(f"a statement gives more than {limit} rows", where=self.where)
        return rows

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Runs `work` in a writing transaction, again where others were in the way; all of it is written or nothing.

        Raises:
            StoreError: the store cannot serve.
        """
        timed = neo4j.unit_of_work(timeout=WRITE_SECONDS)
        turn = nullcontext() if self._data is None else queue(self._data)
        with turn, self._errors(), self._driver.session(database=self._database) as session:
            return session.execute_write(timed(lambda transaction: work(Transaction(transaction))))

    def define(self, statement: str) -> None:
        """Runs a statement of the schema: Cypher on Neo4j; SQL on the embedded store, where this process holds it."""
        if self._store is not None:
            self._store.define(statement)
            return
        with self._errors(), self._driver.session(database=self._database) as session:
            session.run(statement).consume()

    def explain(self, statement: str, parameters: Parameters | None = None) -> list[str]:
        """The operators of a statement's plan (`NodeUniqueIndexSeek`, `NodeByLabelScan`), as Neo4j would run it."""
        with self._errors(), self._driver.session(database=self._database) as session:
            plan = session.run(f"EXPLAIN {statement}", dict(parameters or {})).consume().plan
        return list(_operators(plan)) if plan else []

    def close(self) -> None:
        """Closes the connection, and the embedded store where this process holds it."""
        atexit.unregister(self.close)
        self._driver.close()
        if self._store is not None:
            self._store.close()

    def __enter__(self) -> Connection:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _rows(self, statement: str, parameters: Parameters | None, limit: int) -> list[Row]:
        query = neo4j.Query(statement, timeout=self._time_limit)
        with self._driver.session(
            database=self._database, default_access_mode=neo4j.READ_ACCESS, fetch_size=min(limit + 1, 1000)
        ) as session:
            return [dict(record) for record in islice(session.run(query, dict(parameters or {})), limit + 1)]

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """Says in one line what the driver's errors mean."""
        try:
            yield
        except driver_errors.DriverError as error:
            raise _down(error, self.where) from error
        except driver_errors.Neo4jError as error:
            raise _refused(error, self.where, self._time_limit) from error


def connect(settings: ConnectionSettings) -> Connection:
    """Opens the store and prepares its schema where it is new.

    Raises:
        SettingError: the address is none of a Neo4j.
        StoreDownError: nobody answers there, or the password is refused.
        StoreLockedError: another process holds the embedded store and does not answer.
        StoreSchemaError: the store was written in another schema version.
        StoreForeignError: the database holds somebody else's nodes.
    """
    return _server(settings) if settings.uri else _embedded(settings)


def _server(settings: ConnectionSettings) -> Connection:
    uri = settings.uri or ""
    driver = _driver(uri, settings.user, settings.password, settings.pool, notifications_min_severity="OFF")
    connection = Connection(driver, settings.database, uri, settings.time_limit)
    return _ready(connection)


def _embedded(settings: ConnectionSettings) -> Connection:
    time_limit = max(settings.time_limit, EMBEDDED_SECONDS)
    found = open_store(settings.data, schema=schema.VERSION, heap=settings.heap, time_limit=time_limit)
    store, holder = (None, found) if isinstance(found, Holder) else (found, found.holder)
    driver = _driver(holder.uri, USER, holder.password, settings.pool)
    connection = Connection(driver, DATABASE, str(settings.data), time_limit, settings.data.resolve(), store)
    # a Java machine that still serves somebody would not let the process end
    atexit.register(connection.close)
    _ready(connection)
    if store is not None:
        store.publish()
    return connection


def _ready(connection: Connection) -> Connection:
    try:
        schema.prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _driver(uri: str, user: str, password: str, pool: int, **more: Any) -> neo4j.Driver:
    wrong = SettingError(f"{uri!r} is no address of a Neo4j (bolt://host:7687)", where="TASHAN_NEO4J_URI")
    if not _is_address(uri):
        raise wrong
    try:
        return neo4j.GraphDatabase.driver(
            uri,
            auth=(user, password),
            max_connection_pool_size=pool,
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=30.0,
            max_transaction_retry_time=RETRY_SECONDS,
            **more,
        )
    except (driver_errors.ConfigurationError, ValueError) as error:
        raise wrong from error


def _is_address(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
        return parts.scheme in SCHEMES and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _down(error: driver_errors.DriverError, where: str) -> StoreError:
    if isinstance(error, driver_errors.ServiceUnavailable | driver_errors.SessionExpired):
        return StoreDownError("nobody answers there; is the store running?", where=where)
    return StoreError(str(error) or type(error).__name__, where=where)


def _refused(error: driver_errors.Neo4jError, where: str, time_limit: float) -> StoreError:
    code, message = error.code or "", (error.message or "").strip()
    if isinstance(error, driver_errors.AuthError) or ".Security." in code:
        return StoreDownError("the store refuses user and password", where=where)
    if "DatabaseNotFound" in code or "DatabaseUnavailable" in code:
        return StoreDownError(message or "there is no such database", where=where)
    if "TransactionTimedOut" in code or "timeout" in message.lower() or "timed out" in message.lower():
        return StoreTimeoutError(f"a statement took longer than {time_limit:g} s", where=where)
    return StoreError(message or code, where=where)


def _operators(plan: Mapping[str, Any]) -> Iterator[str]:
    yield str(plan["operatorType"]).partition("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)
