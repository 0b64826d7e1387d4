"""Articles into readings, one file each, in parallel where there are many."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import structlog

from extractors.article import Article
from extractors.pipeline import Reader
from extractors.text import sources
from graph.errors import ArticleError, TashanError
from graph.reading_file import TEXTS, write_reading

log = structlog.get_logger()

HANDFUL: Final = 60
"""Up to so many articles one process reads faster than several start, each of which takes three seconds."""
_AHEAD: Final = 4
"""Articles a process that wait for it, so that memory does not grow with the number of articles."""

Progress = Callable[[int, int], None]
"""Called with the number of articles that are done and that of all."""


@dataclass(slots=True)
class Outcome:
    """What became of the articles: ids of those read, errors of the others."""

    read: list[str] = field(default_factory=list)
    errors: list[TashanError] = field(default_factory=list)


def extract(
    paths: Iterable[Path],
    out: Path,
    index: Path | None = None,
    progress: Progress | None = None,
    *,
    largest: int = sources.LARGEST,
    processes: int | None = None,
) -> Outcome:
    """Reads articles and writes `<out>/<id>.jsonl` for each; a bad article does not stop the others.

    Args:
        paths: files and folders, as `extractors.text.sources.articles` takes them.
        out: folder of the readings, made where it is not there.
        index: what is known of the articles.
        progress: called after each article.
        largest: characters of an article at most.
        processes: how many read at once; by default as many as there are processors, one for a handful of articles.

    Raises:
        ArticleError: the folder cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArticleError(f"the folder cannot be made: {error.strerror}", where=str(out)) from error
    paths = list(paths)
    total = len(sources.locate(paths, index))
    if processes is None:
        processes = 1 if total <= HANDFUL else os.cpu_count() or 1
    outcome = Outcome()
    for result in _results(sources.articles(paths, index, largest=largest), out, processes):
        if isinstance(result, str):
            outcome.read.append(result)
        else:
            outcome.errors.append(result)
        if progress is not None:
            progress(len(outcome.read) + len(outcome.errors), total)
    return outcome


def read_to_file(article: Article, out: Path) -> str:
    """Reads one article, writes the text as it was read (`texts/<id>.txt`) and its reading; gives its id.

    The text is for the loader, which keeps it so that it can be read again by a later reader.
    """
    texts = out / TEXTS
    texts.mkdir(exist_ok=True)
    (texts / f"{article.id}.txt").write_bytes(article.text.encode())
    write_reading(_reader().read(article), out / f"{article.id}.jsonl")
    return article.id


@cache
def _reader() -> Reader:
    return Reader()


def _results(found: Iterator[Article | ArticleError], out: Path, processes: int) -> Iterator[str | TashanError]:
    """Ids and errors in the order of the articles."""
    if processes == 1:
        for article in found:
            yield (
                article
                if isinstance(article, ArticleError)
                else _attempt(partial(read_to_file, article, out), article.id)
            )
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:

        def submitted() -> Iterator[tuple[str, Future[str]] | ArticleError]:
            for article in found:
                if isinstance(article, ArticleError):
                    yield article
                else:
                    yield article.id, pool.submit(read_to_file, article, out)

        queue = submitted()
        waiting = list(islice(queue, processes * _AHEAD))
        while waiting:
            first = waiting.pop(0)
            yield first if isinstance(first, ArticleError) else _attempt(first[1].result, first[0])
            waiting += islice(queue, 1)


def _attempt(read: Callable[[], str], article_id: str) -> str | TashanError:
    """What reading one article gave. A fault of the reader is told of that article and stops no other."""
    try:
        return read()
    except TashanError as error:
        return error
    except OSError as error:
        return ArticleError(f"the reading cannot be written: {error.strerror}", where=article_id)
    except BrokenProcessPool:
        raise
    except Exception as error:
        log.exception("the reader failed", article=article_id)
        return ArticleError(f"the reader failed on it ({type(error).__name__}: {error})", where=article_id)
