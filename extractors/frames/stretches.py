"""Which delegation a stretch of the article speaks of.

From one reference to the next the text is about the first; what stands in front of a sentence's first reference belongs
to that reference. Within a paragraph a sentence without a reference goes on with the one before; a new paragraph
without a reference goes back to the delegation of its section's heading, else to the one that is named first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from extractors.document import Document, Mention, Sentence

Owner = TypeVar("Owner")

_HEADING: Final = 40
"""A line longer than that is no heading."""


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Owner]):
    """A span of one sentence and whom it is about; `named` where a reference stands in it."""

    start: int
    end: int
    about: Owner
    named: bool


def _is_heading(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is a short line of its own in the body, without a stop: 青岛市第二批赴深圳体悟实训干部."""
    text = document.text
    alone = text[sentence.start - 1 : sentence.start] in {"\n", ""} and text[sentence.end : sentence.end + 1] in {
        "\n",
        "",
    }
    return (
        alone
        and not sentence.headline
        and sentence.end - sentence.start <= _HEADING
        and text[sentence.end - 1] not in "。！？"
    )


def stretches(document: Document, references: Iterable[tuple[Mention, Owner]]) -> list[Stretch[Owner]]:
    """The stretches of a document in order, furniture left out.

    Args:
        document: with sentences.
        references: mentions of delegations with what they stand for.
    """
    ordered = sorted(references, key=lambda pair: pair[0].start)
    if not ordered:
        return []
    main = ordered[0][1]
    found: list[Stretch[Owner]] = []
    current, section, paragraph, at = main, main, -1, 0
    for sentence in document.sentences:
        if sentence.furniture:
            continue
        here: list[tuple[Mention, Owner]] = []
        while at < len(ordered) and ordered[at][0].start < sentence.end:
            if ordered[at][0].start >= sentence.start:
                here.append(ordered[at])
            at += 1
        if sentence.paragraph != paragraph and not here:
            current = section
        paragraph = sentence.paragraph
        if not here:
            found.append(Stretch(sentence.start, sentence.end, current, False))
            continue
        for index, (mention, owner) in enumerate(here):
            start = sentence.start if index == 0 else mention.start
            end = here[index + 1][0].start if index + 1 < len(here) else sentence.end
            found.append(Stretch(start, end, owner, True))
        current = here[-1][1]
        if _is_heading(document, sentence):
            section = current
    return found
