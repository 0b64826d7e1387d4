"""Sentences, paragraphs (lines), the headline and the furniture of a repaired text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Sentence
from extractors.text import furniture

_END: Final = re.compile(r"[。！？；!?;…]+[”’」』）)》]*")
_TITLE: Final = re.compile(r"《[^《》\n]{1,80}》")
_STOP: Final = re.compile(r"[。！？!?；;]")
_HEADLINES: Final = 3


def split(text: str, title: str | None = None) -> list[Sentence]:
    """The sentences of a text in order; they cover all but blanks.

    Args:
        text: repaired text, one paragraph a line.
        title: the headline where it is known; the lines that repeat it are headlines.
    """
    found: list[Sentence] = []
    body = teasers = False
    headlines = 0
    for paragraph, (start, end) in enumerate(_lines(text)):
        line = text[start:end]
        is_furniture = furniture.is_furniture(line)
        teasers = (teasers or furniture.begins_teasers(line)) and not (len(line) > 60 and _STOP.search(line))
        headline = not body and not is_furniture and headlines < _HEADLINES and _is_headline(line, title)
        if not is_furniture and not headline:
            body = body or len(line) > 30 or _STOP.search(line) is not None
        headlines += headline
        for first, last in _sentences(text, start, end):
            found.append(Sentence(first, last, len(found), paragraph, headline, is_furniture or teasers))
    return found


def _is_headline(line: str, title: str | None) -> bool:
    plain = line.strip()
    if title and len(plain) > 3 and plain in title:
        return True
    if furniture.is_meta(plain) or furniture.is_caption(plain):
        return False
    return len(plain) <= 60 and "。" not in plain


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield at + len(line) - len(line.lstrip()), at + len(line.rstrip())
        at += len(line) + 1


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of sentences within a line; a mark inside a title ends none."""
    titles = [m.span() for m in _TITLE.finditer(text, start, end)]
    at = start
    for mark in _END.finditer(text, start, end):
        if any(a < mark.start() < b for a, b in titles):
            continue
        yield at, mark.end()
        at = mark.end()
        while at < end and text[at].isspace():
            at += 1
    if at < end:
        yield at, end
