"""`tashan load`, `tashan withdraw`, `tashan export`: readings into the store, out of it, and the graph to stdout."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from app import settings
from app.console import progress
from graph.connection import connect
from loaders import export as exports
from loaders.load import load_folders
from loaders.withdraw import withdraw as withdraw_articles


@click.command()
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DIR…")
def load(folders: tuple[Path, ...]) -> None:
    """Add or replace readings in the store; remove none. 装入读数。"""
    with connect(settings.load().connection()) as connection, progress("loading 装") as advance:
        report = load_folders(connection, list(folders), progress=advance)
    for error in report.errors:
        click.echo(f"tashan: {error}", err=True)
    click.echo(str(report), err=True)
    if report.errors:
        raise click.exceptions.Exit(1)


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
def withdraw(ids: tuple[str, ...]) -> None:
    """Withdraw articles, and exactly what they alone supported. 撤回文章。"""
    with connect(settings.load().connection()) as connection:
        report = withdraw_articles(connection, list(ids))
    click.echo(str(report), err=True)


@click.command()
@click.option(
    "--format", "form", type=click.Choice(sorted(exports.FORMATS)), default="json", show_default=True, help="Form. 格式"
)
def export(form: str) -> None:
    """The whole graph to stdout. 导出全图。"""
    with connect(settings.load().connection()) as connection:
        for piece in exports.FORMATS[form](connection):
            sys.stdout.write(piece)
