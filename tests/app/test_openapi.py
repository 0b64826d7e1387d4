"""The running application against its own OpenAPI (schemathesis).

Some hundred requests in short form, more than ten thousand with TASHAN_TEST_LONG=1: half of them as the document has
it, half of them not, and a part of the former with names and ids that the graph knows, so that rows are checked too.
"""

from __future__ import annotations

import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from app.api import create_app
from app.settings import Settings
from graph.catalogue import catalogue
from graph.resolution import LABELS
from tests.app.conftest import Ask

PATHS = sorted(create_app(Settings()).openapi()["paths"])
WAIT = 60
"""Seconds: a store plans a statement when it is first asked."""
EXAMPLES = 250 if os.environ.get("TASHAN_TEST_LONG") else 5
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
NAMES = ("青岛", "深圳", "上海", "竹云科技", "成都市", "qingdao", "王清宪", "崂山区", "日本")
"""Names that the samples have."""

some = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def schema(address: str) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_url(f"{address}/openapi.json")


@pytest.fixture(scope="module")
def known(ask: Ask) -> dict[str, list[Any]]:
    """Values that the graph knows, by the parameter that takes them, of each operation."""
    row = ask("hosts-of-trainees", city="深圳")["rows"][0]
    values: dict[str, list[Any]] = {
        "q": list(NAMES),
        "fact": [row["fact"]["id"]],
        "id": [row["host"]["id"], row["fact"]["id"], row["evidence"][0]["article"]],
    }
    for question in catalogue():
        for name, parameter in question.parameters.items():
            if parameter.type in LABELS:
                values[name] = [*NAMES, row["cohort"]["id"]]
            elif parameter.example is not None:
                values.setdefault(name, [parameter.example])
    return values


@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize("path", PATHS)
def test_it_keeps_to_its_description(
    path: str, mode: GenerationMode, schema: schemathesis.BaseSchema, known: dict[str, list[Any]]
) -> None:
    operation = schema[path]["GET"]
    given_names = [parameter["name"] for parameter in operation.definition.raw.get("parameters", ())]
    if mode is GenerationMode.NEGATIVE and not given_names:
        return
    real = {name: st.sampled_from(known[name]) for name in given_names if name in known}

    @some
    @given(
        case=operation.as_strategy(generation_mode=mode),
        values=st.fixed_dictionaries({}, optional=real) if mode is GenerationMode.POSITIVE else st.just({}),
    )
    def keeps_to_it(case: schemathesis.Case, values: dict[str, Any]) -> None:
        for name, value in values.items():
            (case.path_parameters if f"{{{name}}}" in path else case.query)[name] = value
        case.call_and_validate(checks=CHECKS, timeout=WAIT)

    keeps_to_it()
