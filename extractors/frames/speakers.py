"""Whose words a sentence is: who is said to speak right after or before it, else whose text the report is."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from extractors.document import Document, Entity, Sentence
from extractors.frames.masked import BODY, HOME, PERSON, PLACE, mask
from extractors.frames.subjects import CLAUSE, actors, subject, titled_place
from graph.model import DOMESTIC, Label

_SAYS: Final = re.compile(r"说|表示|感[慨叹]|坦言|直言|道|认为|笑|指出|强调|介绍|谈到")
_ISSUES: Final = re.compile(r"印发|下发|出台|发布|公布|制定|审议通过|通过|推出|作出")
_LEADS: Final = re.compile(
    f"[{PLACE}{HOME}][^，。；{PLACE}{BODY}{PERSON}]{{0,14}}{PERSON}[^，。；{PERSON}]{{0,8}}(?:率|带领|带队)"
)
_OPENING: Final = 5
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
    """Who issued the policy that was named last, else who sent or leads the delegations so far, else the home."""
    return (
        _issuer(document, sentence)
        or _sender(document, sentence)
        or _leading(document)
        or ([document.home] if document.home is not None else [])
    )


def _issuer(document: Document, sentence: Sentence) -> list[Entity]:
    """The place that the last policy's title begins with, or that issued it."""
    policies = list(document.mentions_in(max(sentence.start - _FAR, 0), sentence.end, {Label.POLICY}))
    for policy in reversed(policies):
        place = titled_place(document, policy)
        if place is not None:
            return [place]
        stated = document.sentence_at(policy.start)
        masked = mask(document, stated.start, policy.start)
        issued = _ISSUES.search(masked.text)
        issuers = subject(document, masked, issued.start(), set()) if issued else []
        if issuers:
            return [_place_of(document, issuers[0])]
    return []


def _place_of(document: Document, body: Entity) -> Entity:
    """The place that a body's name begins with: its offices issue for it."""
    for mention in body.mentions:
        for name in document.mentions_in(mention.start, mention.end, DOMESTIC):
            if name.start == mention.start and name.entity is not None:
                return name.entity
    return body


def _sender(document: Document, sentence: Sentence) -> list[Entity]:
    """The place that sent most of the delegations, of those named so far if any was."""
    every = [e for e in document.entities if e.label is Label.DELEGATION]
    delegations = [e for e in every if e.first < sentence.end] or every
    origins = Counter(str(e.properties.get("origin")) for e in delegations)
    for origin, _ in origins.most_common():
        sender = next((e for e in document.entities if e.label in DOMESTIC and origin in {e.name, *e.aliases}), None)
        if sender is not None:
            return [sender]
    return []


def _leading(document: Document) -> list[Entity]:
    """The place whose head leads a journey that the report opens with (某县县委书记某某带领…赴…)."""
    for sentence in document.sentences[:_OPENING]:
        masked = mask(document, sentence.start, sentence.end)
        head = _LEADS.search(masked.text)
        if head is not None:
            return actors(document, masked, head.start(), head.start() + 1)
    return []
