"""A wrong parameter is named in a problem document."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

HOSTS = "/v1/questions/hosts-of-trainees"


@pytest.mark.parametrize(
    ("path", "status", "parameter"),
    [
        (HOSTS, 422, "city"),
        (f"{HOSTS}?city=", 422, "city"),
        (f"{HOSTS}?city=%20", 400, "city"),
        (f"{HOSTS}?city=%00", 400, "city"),
        (f"{HOSTS}?city={'深' * 201}", 422, "city"),
        (f"{HOSTS}?city=深圳&batch=three", 422, "batch"),
        (f"{HOSTS}?city=深圳&batch=0", 422, "batch"),
        (f"{HOSTS}?city=深圳&batch=99999999999999999999", 422, "batch"),
        (f"{HOSTS}?city=深圳&limit=0", 422, "limit"),
        (f"{HOSTS}?city=深圳&limit=501", 422, "limit"),
        (f"{HOSTS}?city=深圳&during_from=2020-13", 400, "during_from"),
        (f"{HOSTS}?city=深圳&during_from=yesterday", 422, "during_from"),
        (f"{HOSTS}?city=深圳&known_by=2020-02-30", 400, "known_by"),
        (f"{HOSTS}?city=深圳&min_confidence=2", 422, "min_confidence"),
        (f"{HOSTS}?city=深圳&status=maybe", 422, "status.0"),
        (f"{HOSTS}?city=深圳&undated=perhaps", 422, "undated"),
        (f"{HOSTS}?city=深圳&count=roughly", 422, "count"),
        (f"{HOSTS}?city=深圳&town=宝安", 400, "town"),
        ("/v1/questions/itinerary", 400, "delegation"),
        ("/v1/questions/itinerary?place=青岛&date=2021-02-31", 400, "date"),
        ("/v1/questions/trainee-cohorts?place=青岛&role=kept", 400, "role"),
        ("/v1/questions/paths?from=青岛&to=深圳&length=9", 422, "length"),
        ("/v1/search", 422, "q"),
        ("/v1/search?q=深圳&label=Town", 422, "label"),
    ],
)
def test_it_is_named(path: str, status: int, parameter: str, client: TestClient) -> None:
    response = client.get(path)
    problem = response.json()
    assert response.headers["content-type"] == "application/problem+json"
    assert (response.status_code, problem["status"], problem["parameter"]) == (status, status, parameter)
    assert problem["detail"]
    assert "\n" not in problem["detail"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/questions/host-of-trainee", 404),
        ("/v1/entities/nobody", 404),
        ("/v1/articles/nothing", 404),
        ("/v1/facts/hosted-000000000000", 404),
        ("/v1/facts/x", 404),
        ("/nowhere", 404),
        ("/v1/questions/%ff", 404),
    ],
)
def test_what_is_not_there(path: str, status: int, client: TestClient) -> None:
    response = client.get(path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"


def test_an_unknown_question_brings_the_nearest(client: TestClient) -> None:
    assert "hosts-of-trainees" in client.get("/v1/questions/host-of-trainee").json()["nearest"]


def test_nothing_is_written_over_http(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        response = client.request(method, f"{HOSTS}?city=深圳")
        assert response.status_code == 405
        assert response.headers["content-type"] == "application/problem+json"
