"""What the tests in a browser share: the samples, served from the embedded store, and a Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from graph.connection import Connection, ConnectionSettings
from tests.browser.chromium import launched
from tests.samples import environment, load_samples, served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def address(embedded_store: Connection, embedded_settings: ConnectionSettings) -> Iterator[str]:
    """The address of a server on the samples."""
    load_samples(embedded_store)
    with served(env=environment(embedded_settings)) as address:
        yield address
