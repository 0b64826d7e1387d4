"""A question is added as one file: the example of docs/contributing.md, carried out in a temporary folder."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastapi.testclient import TestClient

from app.api import create_app
from app.commands.asking import Questions
from app.settings import Settings
from graph.catalogue import FOLDER, Catalogue, load
from graph.connection import Connection

EXAMPLE = re.compile(r"`graph/cypher/questions/<name>\.cypher`.*?```cypher\n(?P<file>.*?)```", re.DOTALL)


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The project's questions and the one of the documentation."""
    folder = tmp_path_factory.mktemp("questions")
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    text = (Path(__file__).parents[2] / "docs" / "contributing.md").read_text("utf-8")
    example = EXAMPLE.search(text)
    assert example
    name = re.match(r"// question: (\S+)", example["file"])
    assert name
    (folder / f"{name[1]}.cypher").write_text(example["file"], "utf-8")
    return load(folder)


@pytest.fixture(scope="module")
def doors(extended: Catalogue, samples: Connection) -> TestClient:
    return TestClient(create_app(Settings(), connection=samples, questions_of=extended))


def test_it_stands_behind_every_door(
    extended: Catalogue, doors: TestClient, samples: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    with doors as client:
        answer = client.get("/v1/questions/sites", params={"place": "深圳"}).raise_for_status().json()
        assert answer["rows"]
        assert {row["site"]["label"] for row in answer["rows"]} == {"Site"}
        assert all(row["evidence"] for row in answer["rows"])

        listed = client.get("/v1/questions").json()["questions"]
        assert "sites" in [question["name"] for question in listed]

        operation = client.get("/openapi.json").json()["paths"]["/v1/questions/sites"]["get"]
        assert {"place", "during_from", "limit"} <= {parameter["name"] for parameter in operation["parameters"]}

        page = client.get("/questions/sites", params={"place": "深圳", "lang": "zh"})
        assert page.status_code == 200
        assert answer["rows"][0]["site"]["name"] in page.text
        assert "/questions/sites?place=" in client.get("/?lang=zh").text

    monkeypatch.setattr("app.commands.asking.connect", lambda settings: _Kept(samples))
    group = Questions("question", questions=lambda: extended)
    done = CliRunner().invoke(group, ["sites", "--place", "深圳", "--json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["rows"] == answer["rows"]


class _Kept:
    """A connection that a command does not close, because other tests use it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Connection:
        return self._connection

    def __exit__(self, *_: object) -> None:
        """Leaves it open."""
