"""The date of an event without a frame of its own: of its sentence, else the last that the report gave before it."""

from __future__ import annotations

from typing import Final

from extractors.document import Document, Sentence

_FAR: Final = 1500
_YEAR: Final = len("2020")


def date_before(document: Document, sentence: Sentence, offset: int) -> str | None:
    """The nearest date before a character: in its sentence, its paragraph, else not far before.

    Outside the sentence a mere year (比2019年增长) dates nothing; in it 今年 is the day of the year spoken of before.
    """
    first = next((s for s in document.sentences if s.paragraph == sentence.paragraph), sentence)
    own = _past(document, sentence.start, offset)
    if own and (len(own[-1]) > _YEAR or own[-1] != (document.published or "")[:_YEAR]):
        return own[-1]
    for start in (first.start, max(offset - _FAR, 0)):
        finer = [d for d in _past(document, start, offset) if len(d) > _YEAR]
        if finer and (not own or finer[-1].startswith(own[-1])):
            return finer[-1]
    return own[-1] if own else None


def _past(document: Document, start: int, end: int) -> list[str]:
    """The dates of a stretch that do not lie after the publication."""
    published = document.published
    return [d.value for d in document.dates_in(start, end) if published is None or d.value <= published[: len(d.value)]]
