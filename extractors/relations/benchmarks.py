"""BENCHMARKS_AGAINST: who takes whom as a model, in what, since when.

The grammar of the stance is `extractors.frames.benchmark`; here the learner is found (named there, else the subject of
the clause or the clauses before, else who takes in the list that goes on, who speaks, the home of the paper), and the
topic and date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from extractors.document import Document, Entity, Sentence, Statement
from extractors.frames.benchmark import Praise, Taking, listed, may_take, praises, referents, takings
from extractors.frames.dating import date_before
from extractors.frames.masked import Masked, entity_of, mask
from extractors.frames.principals import principal
from extractors.frames.speakers import speaker_after, speaker_before, whose_text
from extractors.frames.subjects import actors, is_whole, next_subject, subject
from extractors.frames.topics import topic_of
from extractors.polarity import polarity
from graph.model import DOMESTIC, EdgeType, Label

_YEAR: Final = len("2020")
_CENTRAL: Final = re.compile(r"党中央|中共中央|中央|国务院|全国|中国共产党")
"""Whom everybody follows is nobody's model."""
_NEAR: Final = 200


def propose(document: Document) -> Iterator[Statement]:
    """Every taking that the article states.

    A taking has one date: the first month or day that a sentence which states it gives; where none does, those that the
    report gave before.
    """
    facts: dict[tuple[str, str], list[Statement]] = {}
    for statement in _all(document):
        facts.setdefault((statement.source.id, statement.target.id), []).append(statement)
    for statements in facts.values():
        own = [
            s
            for s in statements
            if len(s.properties.get("date", "")) > _YEAR and any(document.dates_in(s.start, s.end))
        ]
        first = min(own, key=lambda s: str(s.properties["date"]), default=None)
        for statement in statements:
            if first is not None and statement is not first:
                statement.properties.pop("date", None)
            yield statement


def _all(document: Document) -> Iterator[Statement]:
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
    names = {i for taking in found for i in referents(masked.text, *taking.models)}
    ends: dict[tuple[str, str], Statement] = {}
    for taking in found:
        models = _models(document, masked, taking)
        learners = _learners(document, sentence, masked, taking, names, listing, models)
        statements = _statements(document, sentence, masked, taking, learners, models)
        if statements:
            listing = learners
        for statement in statements:
            ends.setdefault((statement.source.id, statement.target.id), statement)
    return list(ends.values()) or _praised(document, sentence, masked), listing


def _models(document: Document, masked: Masked, taking: Taking) -> list[Entity]:
    names = [masked.mentions[at] for at in referents(masked.text, *taking.models) if is_whole(masked, at)]
    models = [principal(document, entity_of(name)) for name in names if name is not None]
    return [model for model in models if not _CENTRAL.match(model.name)]


def _learners(
    document: Document,
    sentence: Sentence,
    masked: Masked,
    taking: Taking,
    names: set[int],
    listing: list[Entity],
    models: list[Entity],
) -> list[Entity]:
    """Who takes: as the rule has it, else the first of subject, list, speaker and home that is not itself the model."""
    if taking.learners is not None:
        said = actors(document, masked, *taking.learners)
        return [] if set(map(id, said)) & set(map(id, models)) else said
    finders: tuple[Callable[[], list[Entity]], ...] = (
        lambda: subject(document, masked, taking.start, names),
        lambda: next_subject(document, masked, taking.start, taking.end),
        lambda: listing,
        lambda: speaker_after(document, sentence),
        lambda: speaker_before(document, sentence),
        lambda: whose_text(document, sentence),
    )
    for find in finders:
        found = find()
        if found and not set(map(id, found)) & set(map(id, models)):
            return found
    return []


def _praised(document: Document, sentence: Sentence, masked: Masked) -> list[Statement]:
    """许多经验值得学习, where the place that is praised was named before: the last one that is not the learner's."""
    found: list[Statement] = []
    for praise in praises(masked):
        learners = (
            (actors(document, masked, *praise.learners) if praise.learners else [])
            or subject(document, masked, praise.start, set())
            or speaker_before(document, sentence)
            or whose_text(document, sentence)
        )
        before = document.mentions_in(max(sentence.start - _NEAR, 0), masked.offsets[praise.start], DOMESTIC)
        places = [m.entity for m in before if m.entity is not None and m.entity not in learners and not m.nested]
        if places:
            found += _statements(document, sentence, masked, praise, learners, places[-1:])
    return found


def _statements(
    document: Document,
    sentence: Sentence,
    masked: Masked,
    taking: Taking | Praise,
    learners: list[Entity],
    models: list[Entity],
) -> list[Statement]:
    start, end = masked.offsets[taking.start], masked.offsets[taking.end]
    stance = polarity(document, start, end, obligation=False).status
    if stance is None:
        return []
    said = {
        "topic": topic_of(masked, taking) if isinstance(taking, Taking) else None,
        "date": date_before(document, sentence, start),
    }
    return [
        Statement(
            EdgeType.BENCHMARKS_AGAINST,
            learner,
            model,
            sentence.start,
            min(sentence.end, sentence.start + 300),
            f"benchmarks.{taking.rule if isinstance(taking, Taking) else 'praise'}",
            stance,
            {key: value for key, value in said.items() if value},
        )
        for model in models
        for learner in learners
    ]
