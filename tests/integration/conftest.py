"""The graph of the samples on both stores."""

from __future__ import annotations

from pathlib import Path

import pytest

import app
from extractors.extract import extract
from graph.connection import Connection
from loaders.load import load_folders
from tests.stores.empty import empty

SAMPLES = Path(app.__file__).with_name("samples")


@pytest.fixture(scope="session")
def sample_readings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the readings of the samples, as the reader reads them now."""
    folder = tmp_path_factory.mktemp("readings")
    outcome = extract([SAMPLES], folder, processes=1)
    assert outcome.read
    assert not outcome.errors
    return folder


@pytest.fixture(scope="module")
def sample_store(store: Connection, sample_readings: Path) -> Connection:
    """Both stores, one after the other, with the graph of the samples."""
    load_folders(store, [sample_readings])
    return store


@pytest.fixture(scope="module")
def sample_stores(
    embedded_store: Connection, neo4j_store: Connection, sample_readings: Path
) -> tuple[Connection, Connection]:
    """Both stores at once, with the graph of the samples."""
    for one in (embedded_store, neo4j_store):
        empty(one)
        load_folders(one, [sample_readings])
    return embedded_store, neo4j_store
