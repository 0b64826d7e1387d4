"""BENCHMARKS_AGAINST: who takes whom as a model, in what, since when.

The grammar of the stance is `extractors.frames.benchmark`; here the learner is found (named there, else the subject of
the clause or the clauses before, else who takes in the list that goes on, who speaks, the home of the paper), and the
topic and date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Entity, Sentence, Statement
from extractors.frames.benchmark import Taking, listed, may_take, referents, takings
from extractors.frames.dating import date_before
from extractors.frames.masked import Masked, entity_of, mask
from extractors.frames.principals import principal
from extractors.frames.subjects import CLAUSE, actors, is_whole, next_subject, subject, titled_place
from extractors.frames.topics import topic_of
from extractors.polarity import polarity
from graph.model import DOMESTIC, EdgeType, Label

_CENTRAL: Final = re.compile(r"党中央|中共中央|中央|国务院|全国|中国共产党")
"""Whom everybody follows is nobody's model."""
_FAR: Final = 1000
_SAYS: Final = re.compile(r"说|表示|感[慨叹]|坦言|直言|道|认为|笑")


def propose(document: Document) -> Iterator[Statement]:
    """Every taking that the article states."""
    listing: list[Entity] = []
    paragraph = -1
    for sentence in document.sentences:
        if sentence.furniture:
            continue
        if sentence.paragraph != paragraph:
            paragraph, listing = sentence.paragraph, []
        if not may_take(document.text, sentence.start, sentence.end):
            continue
        statements, listing = _read(document, sentence, mask(document, sentence.start, sentence.end), listing)
        yield from statements
        for policy in document.mentions_in(sentence.start, sentence.end, {Label.POLICY}):
            yield from _read(document, sentence, mask(document, policy.start + 1, policy.end), [])[0]


def _read(
    document: Document, sentence: Sentence, masked: Masked, listing: list[Entity]
) -> tuple[list[Statement], list[Entity]]:
    """What a sentence states, and the learners whose list of models the next sentence may go on with."""
    found = list(takings(masked))
    if found or listing:
        found += listed(masked)
    models = {i for taking in found for i in referents(masked.text, *taking.models)}
    ends: dict[tuple[str, str], Statement] = {}
    for taking in found:
        subjects = _learners(document, masked, taking, models)
        learners = subjects or listing or _speaker(document, sentence) or _fallback(document, sentence)
        statements = _statements(document, sentence, masked, taking, learners)
        if statements:
            listing = learners
        for statement in statements:
            ends.setdefault((statement.source.id, statement.target.id), statement)
    return list(ends.values()), listing


def _statements(
    document: Document, sentence: Sentence, masked: Masked, taking: Taking, learners: list[Entity]
) -> list[Statement]:
    start, end = masked.offsets[taking.start], masked.offsets[taking.end]
    stance = polarity(document, start, end, obligation=False).status
    names = [masked.mentions[at] for at in referents(masked.text, *taking.models) if is_whole(masked, at)]
    models = [principal(document, entity_of(name)) for name in names if name is not None]
    models = [model for model in models if not _CENTRAL.match(model.name)]
    if stance is None or any(model in learners for model in models):
        return []
    said = {"topic": topic_of(masked, taking), "date": date_before(document, sentence, start)}
    return [
        Statement(
            EdgeType.BENCHMARKS_AGAINST,
            learner,
            model,
            sentence.start,
            min(sentence.end, sentence.start + 300),
            f"benchmarks.{taking.rule}",
            stance,
            {key: value for key, value in said.items() if value},
        )
        for model in models
        for learner in learners
    ]


def _speaker(document: Document, sentence: Sentence) -> list[Entity]:
    """Who speaks a sentence that is a quotation: the actor said right after it (“…”某市市长某某说)."""
    text = document.text
    if text[sentence.start] != "“":
        return []
    close = text.find("”", sentence.start)
    if close < 0 or close - sentence.start > 200:
        return []
    stop = CLAUSE.search(text, close + 1)
    masked = mask(document, close + 1, min(stop.start() if stop else len(text), close + 40))
    return subject(document, masked, len(masked.text), set()) if _SAYS.search(masked.text) else []


def _fallback(document: Document, sentence: Sentence) -> list[Entity]:
    """Whose text it is: the place of the policy that was named last, else who sent the delegations, else the home."""
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


def _learners(document: Document, masked: Masked, taking: Taking, models: set[int]) -> list[Entity]:
    """Who takes: as the rule has it, else the subject."""
    if taking.learners is not None:
        return actors(document, masked, *taking.learners)
    return subject(document, masked, taking.start, models) or next_subject(document, masked, taking.end)
