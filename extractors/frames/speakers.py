"""Whose words a sentence is: who is said to speak right after or before it, else whose text the report is."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from extractors.document import Document, Entity, Sentence
from extractors.frames.masked import mask
from extractors.frames.subjects import CLAUSE, subject, titled_place
from graph.model import DOMESTIC, Label

_SAYS: Final = re.compile(r"说|表示|感[慨叹]|坦言|直言|道|认为|笑|指出|强调|介绍|谈到")
_LONGEST: Final = 200
_FAR: Final = 1000


def speaker_after(document: Document, sentence: Sentence) -> list[Entity]:
    """Who speaks a sentence that is a quotation: the actor said right after it (“…”某市市长某某说)."""
    text = document.text
    if text[sentence.start] != "“":
        return []
    close = text.find("”", sentence.start)
    if close < 0 or close - sentence.start > _LONGEST:
        return []
    stop = CLAUSE.search(text, close + 1)
    masked = mask(document, close + 1, min(stop.start() if stop else len(text), close + 40))
    return subject(document, masked, len(masked.text), set()) if _SAYS.search(masked.text) else []


def speaker_before(document: Document, sentence: Sentence) -> list[Entity]:
    """Who was said to speak last before a sentence in its paragraph (某区区委书记某某表示，…。…)."""
    for other in reversed(document.sentences[: sentence.index]):
        if other.paragraph != sentence.paragraph:
            break
        masked = mask(document, other.start, other.end)
        says = _SAYS.search(masked.text)
        if says is not None:
            return subject(document, masked, says.start(), set())
    return []


def whose_text(document: Document, sentence: Sentence) -> list[Entity]:
    """The place of the policy that was named last, else who sent the delegations, else the home of the paper."""
    policies = list(document.mentions_in(max(sentence.start - _FAR, 0), sentence.end, {Label.POLICY}))
    places = [place for policy in policies if (place := titled_place(document, policy)) is not None]
    if places:
        return places[-1:]
    origins = Counter(str(e.properties.get("origin")) for e in document.entities if e.label is Label.DELEGATION)
    for origin, _ in origins.most_common():
        sender = next((e for e in document.entities if e.label in DOMESTIC and origin in {e.name, *e.aliases}), None)
        if sender is not None:
            return [sender]
    return [document.home] if document.home is not None else []
