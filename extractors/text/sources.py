"""Files as articles: texts, Markdown with a front matter, folders, an index with what is known of each.

A bad file gives an `ArticleError` in its place and the others go on.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import yaml

from extractors.article import Article
from extractors.text.decoding import decode
from graph.errors import ArticleError
from graph.periods import is_date

LARGEST: Final = 5_000_000
"""Characters of an article at most, where no setting says otherwise."""

SUFFIXES: Final = (".txt", ".md")
_BYTES_A_CHARACTER: Final = 4
_LONGEST_ID: Final = 200
_FENCE: Final = "---"
_FIELDS: Final = ("title", "source", "url", "licence", "published")

Found = tuple[Path, dict[str, Any]]
"""A file and what the index says of it."""


def articles(
    paths: Iterable[Path], index: Path | None = None, *, largest: int = LARGEST
) -> Iterator[Article | ArticleError]:
    """The articles of some files and folders in order, an error in the place of each that cannot be read.

    Args:
        paths: `.txt` and `.md` files, and folders that are searched for them (sorted); none: those of the index.
        index: JSON Lines with `id`, `file` (default `<id>.txt`, beside the index or in one of the folders), `title`,
            `source`, `url`, `licence`, `published`; other fields are ignored.
        largest: characters of an article at most.
    """
    seen: dict[str, Path] = {}
    for found in locate(paths, index):
        if isinstance(found, ArticleError):
            yield found
            continue
        try:
            article = read_article(*found, largest=largest)
        except ArticleError as error:
            yield error
            continue
        if article.id in seen:
            yield ArticleError(f"the id {article.id!r} is already that of {seen[article.id]}", where=str(found[0]))
            continue
        seen[article.id] = found[0]
        yield article


def locate(paths: Iterable[Path], index: Path | None = None) -> list[Found | ArticleError]:
    """The files that `articles` reads, each with its row of the index."""
    paths = list(paths)
    rows: dict[Path, dict[str, Any]] = {}
    problems: list[Found | ArticleError] = []
    if index is not None:
        folders = [index.parent, *(p for p in paths if p.is_dir()), *(p.parent for p in paths if p.is_file())]
        for row in _rows(index):
            if isinstance(row, ArticleError):
                problems.append(row)
                continue
            name = str(row.get("file") or f"{row['id']}.txt")
            file = next((f for folder in folders if (f := folder / name).is_file()), None)
            if file is None:
                problems.append(ArticleError(f"the file {name} of the index is missing", where=str(index)))
            else:
                rows[file.resolve()] = row
    found: list[Found | ArticleError] = []
    for path in paths or rows:
        for each in _files(path):
            found.append(each if isinstance(each, ArticleError) else (each, rows.get(each.resolve(), {})))
    return [*found, *problems]


def read_article(path: Path, row: dict[str, Any], *, largest: int = LARGEST) -> Article:
    """One file as an article.

    Args:
        path: a text or Markdown file.
        row: what the index says of it; it wins over the file's front matter.
        largest: characters at most.

    Raises:
        ArticleError: empty, too large, no text, or with an id or date that cannot be used.
    """
    where = str(path)
    try:
        data = path.read_bytes() if path.stat().st_size <= _BYTES_A_CHARACTER * largest else None
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror}", where=where) from error
    if data is None:
        raise ArticleError(f"larger than {largest:,} characters", where=where)
    text = decode(data)
    if text is None:
        raise ArticleError("is not text in any known encoding", where=where)
    front, body = _front_matter(text, where) if path.suffix == ".md" else ({}, text)
    if not body.strip():
        raise ArticleError("is empty", where=where)
    if len(body) > largest:
        raise ArticleError(f"larger than {largest:,} characters", where=where)
    known = {**front, **{key: value for key, value in row.items() if value is not None}}
    values = {name: _text(known.get(name)) for name in _FIELDS}
    if values["published"] and not is_date(values["published"]):
        raise ArticleError(f"published {values['published']!r} is no date of the form 2019-05-23", where=where)
    return Article(_checked_id(_text(known.get("id")) or path.stem, where), body, **values)


def _files(path: Path) -> Iterator[Path | ArticleError]:
    if path.is_dir():
        yield from sorted(
            file
            for file in path.rglob("*")
            if file.suffix in SUFFIXES and file.is_file() and file.stem.upper() != "README" and file.name[0] != "."
        )
    elif not path.is_file():
        yield ArticleError("there is no such file or folder", where=str(path))
    elif path.suffix not in SUFFIXES:
        yield ArticleError(f"is none of {', '.join(SUFFIXES)}", where=str(path))
    else:
        yield path


def _rows(index: Path) -> Iterator[dict[str, Any] | ArticleError]:
    try:
        text = decode(index.read_bytes())
    except OSError as error:
        yield ArticleError(f"the index cannot be read: {error.strerror}", where=str(index))
        return
    for number, line in enumerate((text or "").splitlines(), 1):
        if not line.strip():
            continue
        where = f"{index}:{number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            yield ArticleError(f"is no JSON: {error}", where=where)
            continue
        if isinstance(row, dict) and row.get("id"):
            yield row
        else:
            yield ArticleError("is no object with an id", where=where)


def _front_matter(text: str, where: str) -> tuple[dict[str, Any], str]:
    """What stands between two lines of `---` at the beginning, and the text after it."""
    lines = text.lstrip("\ufeff").split("\n")
    if lines[0].rstrip() != _FENCE:
        return {}, text
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        raise ArticleError("the front matter has no end", where=where)
    try:
        front = yaml.safe_load("\n".join(lines[1:end]))
    except yaml.YAMLError as error:
        raise ArticleError(f"the front matter is no YAML: {error}", where=where) from error
    if front is not None and not isinstance(front, dict):
        raise ArticleError("the front matter is no mapping", where=where)
    return front or {}, "\n".join(lines[end + 1 :]).lstrip("\r\n")


def _text(value: object) -> str | None:
    """A value of YAML or JSON as text; dates as ISO 8601."""
    if value is None or value == "":
        return None
    return value.isoformat()[:10] if isinstance(value, datetime.date) else str(value)


def _checked_id(article_id: str, where: str) -> str:
    if any(c in "/\\" or not c.isprintable() for c in article_id) or article_id.strip(". ") == "":
        raise ArticleError(f"the id {article_id!r} cannot be the name of a file", where=where)
    if len(article_id) > _LONGEST_ID:
        raise ArticleError(f"the id is longer than {_LONGEST_ID} characters", where=where)
    return article_id
