"""What the families that read masked sentences share: evidence of one sentence, and the date that stands nearest."""

from __future__ import annotations

from typing import Final

from extractors.document import Document, Sentence

LONGEST: Final = 300
"""Characters of evidence at most."""


def evidence(sentence: Sentence, at: int) -> tuple[int, int]:
    """The span of a sentence, cut around a character where the sentence is too long."""
    if sentence.end - sentence.start <= LONGEST:
        return sentence.start, sentence.end
    return max(sentence.start, at - LONGEST // 2), min(sentence.end, at + LONGEST // 2)


def date_near(document: Document, sentence: Sentence, clause: int, at: int) -> str | None:
    """The last date of the clause before a character, else of the sentence; None where it has none."""
    for start in (clause, sentence.start):
        dates = list(document.dates_in(start, at))
        if dates:
            return dates[-1].value
    return None
