"""What the tests of the doors share: a store that holds the samples, the application on it, a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx import Response

from app.api import create_app
from app.settings import Settings
from graph.connection import Connection, ConnectionSettings
from tests.samples import environment, load_samples, served

Ask = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def samples(each_store: Connection) -> Connection:
    """Both stores, one after the other, holding the samples and nothing else."""
    load_samples(each_store)
    return each_store


@pytest.fixture(scope="module")
def application(samples: Connection) -> FastAPI:
    """The application on the samples."""
    return create_app(Settings(), connection=samples)


@pytest.fixture(scope="module")
def client(application: FastAPI) -> Iterator[TestClient]:
    """A client of the application; an error of the server fails as a response, not as an exception."""
    with TestClient(application, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="module")
def ask(client: TestClient) -> Ask:
    """Asks a question over HTTP; gives the answer of a 200."""

    def asked(name: str, **values: Any) -> dict[str, Any]:
        response: Response = client.get(f"/v1/questions/{name}", params=values)
        assert response.status_code == 200, response.text
        body: dict[str, Any] = response.json()
        return body

    return asked


@pytest.fixture(scope="module")
def store_environment(samples: Connection, request: pytest.FixtureRequest) -> dict[str, str]:
    """The environment in which a command uses the store that holds the samples."""
    settings: ConnectionSettings = request.getfixturevalue(f"{samples.kind}_settings")
    return environment(settings)


@pytest.fixture(scope="module")
def address(store_environment: dict[str, str]) -> Iterator[str]:
    """The address of a real server on the samples."""
    with served(env=store_environment) as address:
        yield address
