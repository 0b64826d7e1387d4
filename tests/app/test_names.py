"""What people call things, over HTTP: id, name, alias, traditional script, pinyin; and what is called nothing."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.app.conftest import Ask


@pytest.mark.parametrize(
    ("given", "by", "name"),
    [
        ("深圳市", "name", "深圳市"),
        ("深圳", "name", "深圳市"),
        ("鹏城", "alias", "深圳市"),
        ("崂山区", "name", "崂山区"),
        ("嶗山區", "traditional", "崂山区"),
        ("shenzhen", "pinyin", "深圳市"),
        ("Shen Zhen", "pinyin", "深圳市"),
        ("qingdaoshi", "pinyin", "青岛市"),
        (" 青岛 ", "name", "青岛市"),
    ],
)
def test_a_place_by_what_it_is_called(given: str, by: str, name: str, ask: Ask) -> None:
    resolved = ask("trainee-cohorts", place=given)["resolved"]
    assert [(r["parameter"], r["by"]) for r in resolved] == [("place", by)]
    assert name in [entity["name"] for entity in resolved[0]["entities"]]


def test_a_place_by_its_id(ask: Ask) -> None:
    answer = ask("hosts-of-trainees", city="深圳")
    by_id = ask("hosts-of-trainees", city=answer["resolved"][0]["entities"][0]["id"])
    assert by_id["resolved"][0]["by"] == "id"
    assert by_id["rows"] == answer["rows"]


@pytest.mark.parametrize("given", ["竹云科技", "深圳竹云科技有限公司"])
def test_a_body_by_any_of_its_names(given: str, ask: Ask) -> None:
    answer = ask("signings", party=given)
    assert "竹云科技" in answer["resolved"][0]["entities"][0]["name"]
    assert answer["rows"]


def test_an_unknown_place_brings_the_nearest(client: TestClient) -> None:
    response = client.get("/v1/questions/hosts-of-trainees", params={"city": "深镇市"})
    problem = response.json()
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert problem["parameter"] == "city"
    assert "深镇市" in problem["detail"]
    assert 1 <= len(problem["nearest"]) <= 3


@pytest.mark.parametrize(
    "given", ["亚特兰蒂斯城", "xyzzyville", "腾讯集团", "🦄", "AND OR NOT", '"\\*?:(', "深' OR 1=1 //"]
)
def test_what_is_no_place_of_the_graph_is_not_found(given: str, client: TestClient) -> None:
    response = client.get("/v1/questions/hosts-of-trainees", params={"city": given})
    assert response.status_code == 404
    assert response.json()["type"] == "/problems/not-found"
