"""`tashan extract`: articles into readings."""

from __future__ import annotations

from pathlib import Path

import click

from app import settings
from app.console import progress
from app.samples import SAMPLES
from extractors.extract import extract as extract_articles


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH…")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder of the readings.")
@click.option("--index", type=click.Path(dir_okay=False, path_type=Path), help="JSON Lines with id, file, published …")
@click.option("--samples", is_flag=True, help="Read the samples that come with the program.")
def extract(paths: tuple[Path, ...], out: Path, index: Path | None, samples: bool) -> None:
    """Read articles; write a reading each into DIR. 读文章,每篇写出一份读数。

    A bad file does not stop the others; the exit status is then 1.
    """
    wanted = [*paths, SAMPLES] if samples else list(paths)
    if not wanted:
        raise click.UsageError("name a file or a folder, or --samples")
    with progress("reading 读") as advance:
        outcome = extract_articles(wanted, out, index=index, progress=advance, largest=settings.load().largest_article)
    for error in outcome.errors:
        click.echo(f"tashan: {error}", err=True)
    click.echo(f"{len(outcome.read)} read, {len(outcome.errors)} failed: {out}", err=True)
    if outcome.errors or not outcome.read:
        raise click.exceptions.Exit(1)
