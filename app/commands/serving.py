"""`tashan serve`."""

from __future__ import annotations

import click

from app import settings
from app.api import create_app
from app.server import listen, serve_on
from graph.connection import connect

host_option = click.option("--host", help="Address on which to serve (TASHAN_HOST). 监听地址")
port_option = click.option("--port", type=click.IntRange(0, 65535), help="Port, 0 for a free one (TASHAN_PORT). 端口")


@click.command()
@host_option
@port_option
def serve(host: str | None, port: int | None) -> None:
    """Serve the API and the pages. 启动服务。"""
    config = settings.load()
    with (
        listen(host or config.host, config.port if port is None else port) as listener,
        connect(config.connection()) as connection,
    ):
        serve_on(listener, create_app(config, connection=connection), config)
