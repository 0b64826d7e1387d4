"""What needs the folder of real articles beside the project: `make test-shared SHARED=folder`.

It holds `articles` and `gold`, `dev/articles` and `dev/gold`, and `tools/score.py`. Nothing of it is in the repository,
and nothing here is part of `make test`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.api import create_app
from app.settings import Settings
from extractors.extract import extract
from graph.connection import ConnectionSettings, connect
from loaders.load import load_folders


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder; where it is not there, the tests fail and say so."""
    folder = Path(os.environ.get("SHARED", "../shared")).resolve()
    if not (folder / "tools" / "score.py").is_file():
        pytest.exit(f"{folder} is no folder of real articles: set SHARED", returncode=1)
    return folder


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """Reads a folder of articles with its index, once; gives the folder of its readings."""

    @cache
    def readings(articles: Path) -> Path:
        out = tmp_path_factory.mktemp("readings")
        outcome = extract([articles], out, articles / "index.jsonl")
        assert not outcome.errors, outcome.errors
        return out

    return readings


@pytest.fixture(scope="session")
def client(
    shared: Path, read: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TestClient]:
    """A client of the application on the given articles, in an embedded store of its own."""
    with connect(ConnectionSettings(data=tmp_path_factory.mktemp("data"))) as store:
        report = load_folders(store, [read(shared / "articles")])
        assert not report.errors, report.errors
        with TestClient(create_app(Settings(), connection=store)) as client:
            yield client
