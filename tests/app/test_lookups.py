"""Entities, articles, facts, search and health over HTTP."""

from __future__ import annotations

import re
from hashlib import sha256

import pytest
from fastapi.testclient import TestClient

from extractors.text.sources import read_article
from graph.connection import Connection
from graph.lookups import is_open
from tests.app.conftest import Ask
from tests.samples import SAMPLES


def test_an_entity(client: TestClient, ask: Ask) -> None:
    cohort = ask("hosts-of-trainees", city="深圳", batch=3)["rows"][0]["cohort"]
    entity = client.get(f"/v1/entities/{cohort['id']}").raise_for_status().json()
    assert entity["id"] == cohort["id"]
    assert entity["label"] == "Delegation"
    assert entity["name"] == cohort["name"]
    assert entity["properties"]["ordinal"] == 3
    assert entity["properties"]["host_count"] == 79
    assert "qingdao-third-batch-shenzhen" in entity["articles"]
    assert {"type": "HOSTED", "direction": "in", "count": 5} in entity["facts"]
    assert not [name for name in entity["properties"] if name.startswith("@") or name == "search_text"]


def test_an_article_of_an_open_licence_with_its_text(client: TestClient) -> None:
    article = client.get("/v1/articles/qingdao-third-batch-shenzhen").raise_for_status().json()
    assert article["licence"] == "CC-BY-4.0"
    assert article["published"] == "2020-08-10"
    text = read_article(SAMPLES / "qingdao-third-batch-shenzhen.md", {}).text
    assert article["text"] == text
    assert article["sentences"]
    for sentence in article["sentences"]:
        assert sentence["facts"]
        assert "".join(sentence["text"].split())[:4] in "".join(text[sentence["start"] : sentence["end"]].split())
    assert sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("licence", "open_"),
    [
        ("CC-BY-4.0", True),
        ("cc by 4.0", True),
        ("CC0-1.0", True),
        ("public domain", True),
        ("CC-BY-NC-4.0", False),
        ("CC-BY-ND-4.0", False),
        ("all rights reserved", False),
        ("", False),
        (None, False),
    ],
)
def test_which_licences_are_open(licence: str | None, open_: bool) -> None:
    assert is_open(licence) is open_


def test_a_fact_with_all_its_evidence(client: TestClient, ask: Ask) -> None:
    row = max(ask("benchmarks", place="青岛")["rows"], key=lambda row: row["evidence_count"])
    fact = client.get(f"/v1/facts/{row['fact']['id']}").raise_for_status().json()
    assert fact["type"] == "BENCHMARKS_AGAINST"
    assert (fact["source"], fact["target"]) == (row["learner"], row["model"])
    assert len(fact["evidence"]) == row["evidence_count"] > len(row["evidence"])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("深圳", "深圳市"),
        ("竹云", "深圳竹云科技有限公司"),
        ("青島", "青岛市"),
        ("前海母基金", "前海母基金"),
        ("shenzhen", "深圳市"),
    ],
)
def test_search_brings_exact_names_first(text: str, first: str, client: TestClient) -> None:
    hits = client.get("/v1/search", params={"q": text}).raise_for_status().json()["hits"]
    assert hits
    assert hits[0]["name"] == first


def test_search_for_a_kind(client: TestClient) -> None:
    hits = (
        client.get("/v1/search", params={"q": "青岛", "label": "Organization", "limit": 3})
        .raise_for_status()
        .json()["hits"]
    )
    assert 1 <= len(hits) <= 3
    assert {hit["label"] for hit in hits} == {"Organization"}


@pytest.mark.parametrize("text", ["(", "*", "深圳 AND (", '"', "\\", "!!!", "深"])
def test_search_takes_anything(text: str, client: TestClient) -> None:
    assert client.get("/v1/search", params={"q": text}).status_code == 200


def test_health(client: TestClient, samples: Connection) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    ready = client.get("/readyz").raise_for_status().json()
    assert ready["status"] == "ready"
    assert ready["store"] == samples.kind
    assert ready["graph_version"] >= 1


def test_the_catalogue_lists_every_question(client: TestClient) -> None:
    questions = client.get("/v1/questions").raise_for_status().json()["questions"]
    specification = client.get("/openapi.json").raise_for_status().json()
    for question in questions:
        operation = specification["paths"][question["href"]]["get"]
        parameters = {parameter["name"] for parameter in operation["parameters"]}
        assert {parameter["name"] for parameter in question["parameters"]} <= parameters
        row = specification["components"]["schemas"][
            re.sub(r"(^|-)(\w)", lambda m: m[2].upper(), question["name"]) + "Row"
        ]
        assert {column["name"] for column in question["columns"]} <= set(row["properties"])
