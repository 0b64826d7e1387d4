"""A real server on both stores, held by another process where it is the embedded one."""

from __future__ import annotations

import json
import socket
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.app.conftest import Ask
from tests.samples import run


def request(address: str, line: bytes) -> tuple[int, dict[str, str], bytes]:
    """Sends a request line as these bytes; gives status, headers and body."""
    url = urlsplit(address)
    with socket.create_connection((url.hostname or "", url.port or 0), timeout=60) as connection:
        connection.sendall(line + b"\r\nHost: " + url.netloc.encode() + b"\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *fields = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, _, value in (field.partition(": ") for field in fields)}
    return int(first.split()[1]), headers, body


@pytest.mark.parametrize(
    "target",
    [
        "/v1/questions/hosts-of-trainees?city=深圳".encode(),
        "/v1/questions/hosts-of-trainees?city=鵬城".encode(),
        b"/v1/questions/hosts-of-trainees?city=%E6%B7%B1%E5%9C%B3",
        b"/v1/questions/hosts-of-trainees?city=shenzhen",
    ],
)
def test_addresses_as_people_type_them(target: bytes, address: str, ask: Ask) -> None:
    status, headers, body = request(address, b"GET " + target + b" HTTP/1.1")
    assert status == 200, body
    assert headers["content-type"] == "application/json"
    answer: dict[str, Any] = json.loads(body)
    assert answer["rows"] == ask("hosts-of-trainees", city="深圳")["rows"]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (b"GET /v1/questions/hosts-of-trainees?city=\xc9\xee\xdb\xda HTTP/1.1", {400, 404}),
        (b"GET /v1/questions/hosts-of-trainees?city=%C9%EE%DB%DA HTTP/1.1", {400, 404}),
        (b"nonsense", {400}),
        (b"GET /" + b"x" * 100_000 + b" HTTP/1.1", {400, 404, 414, 431}),
    ],
)
def test_what_is_no_address(line: bytes, status: set[int], address: str) -> None:
    assert request(address, line)[0] in status
    assert request(address, b"GET /healthz HTTP/1.1")[0] == 200


def test_the_command_line_answers_while_the_server_runs(
    address: str, store_environment: dict[str, str], ask: Ask
) -> None:
    done = run("question", "hosts-of-trainees", "--city", "深圳", "--json", env=store_environment)
    assert (done.status, done.err) == (0, "")
    assert json.loads(done.out)["rows"] == ask("hosts-of-trainees", city="深圳")["rows"]
    table = run("question", "hosts-of-trainees", "--city", "深圳", env=store_environment)
    assert len(table.out.splitlines()) == 1 + len(json.loads(done.out)["rows"])
    assert "79" in table.out
