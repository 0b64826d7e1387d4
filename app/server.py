"""Serving by uvicorn: the port is taken first, the address is printed last."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import click
import h11
import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from app.settings import Settings
from graph.errors import SettingError

DRAIN = 20
"""Seconds that requests under way have when the server is told to stop."""


@contextmanager
def listen(host: str, port: int) -> Iterator[socket.socket]:
    """A listening socket.

    Raises:
        SettingError: the port is in use, or the address is none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen(128)
        except OSError as error:
            raise SettingError(f"cannot serve there: {error.strerror}", where=f"{host}:{port}") from error
        yield listener


class _Protocol(H11Protocol):
    """Takes addresses as people type them (`?city=深圳`): bytes beyond ASCII become %XX, as RFC 3987, 3.1, has it."""

    def data_received(self, data: bytes) -> None:
        if self.conn.their_state is h11.IDLE:
            line, end, rest = data.partition(b"\r\n")
            data = b"".join(b"%%%02X" % byte if byte > 0x7F else bytes((byte,)) for byte in line) + end + rest
        super().data_received(data)


class _Server(uvicorn.Server):
    """Prints the address once requests are answered."""

    address = ""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            click.echo(self.address)


def serve_on(listener: socket.socket, app: FastAPI, config: Settings) -> None:
    """Serves an application on a socket until SIGINT or SIGTERM; requests under way are finished."""
    server = _Server(
        uvicorn.Config(app, http=_Protocol, log_level="warning", access_log=False, timeout_graceful_shutdown=DRAIN)
    )
    host, port = listener.getsockname()[:2]
    server.address = f"http://{'[' + host + ']' if ':' in host else host}:{port}{config.root_path}/"
    with _drained():
        server.run(sockets=[listener])


@contextmanager
def _drained() -> Iterator[None]:
    """Lets a server that was told to stop return, so that the store is closed: uvicorn raises the signal once more."""
    before = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
