"""`tashan run`: extract, load and serve in one."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from app import settings
from app.api import create_app
from app.commands.serving import host_option, port_option
from app.console import progress
from app.samples import SAMPLES
from app.server import listen, serve_on
from extractors.extract import extract as extract_articles
from graph.connection import Connection, connect
from loaders.load import load_folders


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH…]")
@click.option("--index", type=click.Path(dir_okay=False, path_type=Path), help="JSON Lines with id, file, published …")
@host_option
@port_option
def run(paths: tuple[Path, ...], index: Path | None, host: str | None, port: int | None) -> None:
    """Extract, load and serve in one; without a path the samples. 读、装、答,一步完成。"""
    config = settings.load()
    # the port first: whoever cannot serve should know before the work
    with (
        listen(host or config.host, config.port if port is None else port) as listener,
        connect(config.connection()) as connection,
    ):
        with tempfile.TemporaryDirectory(prefix="tashan-") as folder:
            _extract_and_load(list(paths) or [SAMPLES], index, Path(folder), connection, config)
        serve_on(listener, create_app(config, connection=connection), config)


def _extract_and_load(
    paths: list[Path], index: Path | None, folder: Path, connection: Connection, config: settings.Settings
) -> None:
    with progress("reading 读") as advance:
        outcome = extract_articles(paths, folder, index=index, progress=advance, largest=config.largest_article)
    for error in outcome.errors:
        click.echo(f"tashan: {error}", err=True)
    if not outcome.read:
        raise click.exceptions.Exit(1)
    with progress("loading 装") as advance:
        report = load_folders(connection, [folder], progress=advance)
    click.echo(str(report), err=True)
