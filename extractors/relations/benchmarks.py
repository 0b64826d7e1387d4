"""BENCHMARKS_AGAINST: who takes whom as a model, in what, since when.

The grammar of the stance is `extractors.frames.benchmark`; here the learner is found (named there, else the subject of
the clause or the clauses before, else who takes in the list that goes on, who speaks, the home of the paper), and the
topic and date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from extractors.document import Document, Entity, Mention, Sentence, Statement
from extractors.frames.benchmark import Taking, listed, referents, takings
from extractors.frames.masked import BODY, DELEGATION, HOME, PERSON, PLACE, Masked, entity_of, mask
from extractors.frames.principals import principal
from extractors.polarity import polarity
from graph.model import DOMESTIC, EdgeType, Label, Status

_ACTORS: Final = DOMESTIC | {Label.ORGANIZATION, Label.ENTERPRISE, Label.DELEGATION}
_ACTOR: Final = f"{PLACE}{BODY}{DELEGATION}{HOME}{PERSON}"
_GROUP: Final = re.compile(f"[{_ACTOR}]+(?:(?:、|和|与|及)[{_ACTOR}]+)*")
_CLAUSE: Final = re.compile(r"[，；：。！？\n]")
_TITLED: Final = re.compile(f"[{PLACE}{BODY}][^，。；：、“”{PLACE}{BODY}{PERSON}]{{2,14}}$")
_SAYS: Final = re.compile(r"说|表示|感[慨叹]|坦言|直言|道|认为|笑")
_DATELINE: Final = re.compile(r"^[^，。]{0,24}?(?:电|讯)(?:[（(][^）)]{0,40}[）)])?")
_OBJECT: Final = re.compile(
    r"(?:[在到赴去往向与同和跟从对把将以由为给比照被距离据至于抵经因拿学赶追看]|学习|对标|借鉴|来到|走进)[“‘]?$"
)


def propose(document: Document) -> Iterator[Statement]:
    """Every taking that the article states; what it states as done is not proposed as planned too."""
    statements = list(_all(document))
    done = {(s.source.id, s.target.id) for s in statements if s.status is Status.DONE}
    return (s for s in statements if s.status is Status.DONE or (s.source.id, s.target.id) not in done)


def _all(document: Document) -> Iterator[Statement]:
    listing: list[Entity] = []
    paragraph = -1
    for sentence in document.sentences:
        if sentence.furniture:
            continue
        if sentence.paragraph != paragraph:
            paragraph, listing = sentence.paragraph, []
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
        learners = subjects or listing or _speaker(document, sentence) or _home(document)
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
    names = [masked.mentions[at] for at in referents(masked.text, *taking.models)]
    models = [principal(document, entity_of(name)) for name in names if name is not None]
    if stance is None or any(model in learners for model in models):
        return []
    said = {"topic": _topic(masked, taking), "date": _date(document, sentence, start)}
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
    stop = _CLAUSE.search(text, close + 1)
    masked = mask(document, close + 1, min(stop.start() if stop else len(text), close + 40))
    return _subject(document, masked, len(masked.text), set()) if _SAYS.search(masked.text) else []


def _home(document: Document) -> list[Entity]:
    return [document.home] if document.home is not None else []


def _learners(document: Document, masked: Masked, taking: Taking, models: set[int]) -> list[Entity]:
    """Who takes: as the rule has it, else the subject."""
    if taking.learners is not None:
        return _actors(document, masked, *taking.learners)
    return _subject(document, masked, taking.start, models)


def _subject(document: Document, masked: Masked, before: int, models: set[int]) -> list[Entity]:
    """The actor of the clause that ends at a position, else of the nearest clause before it that has one."""
    text = masked.text
    dateline = _DATELINE.match(text)
    first = dateline.end() if dateline else 0
    bounds = [first, *(m.end() for m in _CLAUSE.finditer(text, first, before)), before]
    for start, end in reversed(list(pairwise(bounds))):
        groups = [
            match
            for match in _GROUP.finditer(text, start, end)
            if not models.intersection(range(*match.span())) and not _OBJECT.search(text[start : match.start()])
        ]
        owners = [g for g in groups if text[g.end() : g.end() + 1] == "的"]
        actors = [g for g in groups if g not in owners] or owners
        if actors:
            chosen = actors[-1] if end == before else actors[0]
            found = _actors(document, masked, *chosen.span())
            if found:
                return found
    return []


def _actors(document: Document, masked: Masked, start: int, end: int) -> list[Entity]:
    """The actors of a list; of adjacent names the last; an office for its place, a delegation for its origin."""
    found: list[Entity] = []
    for match in re.compile(f"[{_ACTOR}]+").finditer(masked.text, start, end):
        at = match.end() - 1
        mention = masked.mentions[at]
        actor = document.home if mention is None else _actor(document, mention)
        if actor is not None and actor not in found:
            found.append(actor)
    return found


def _actor(document: Document, mention: Mention) -> Entity | None:
    entity = entity_of(mention)
    if entity.label is Label.DELEGATION:
        origin = entity.properties.get("origin")
        return next((e for e in document.entities if e.label in DOMESTIC and origin in {e.name, *e.aliases}), None)
    if entity.label is Label.PERSON:
        return _seat(document, entity)
    return principal(document, entity) if entity.label in _ACTORS else None


def _seat(document: Document, person: Entity) -> Entity | None:
    """The place or body whose title stands before a person's name, at whichever mention of the person it does."""
    for mention in person.mentions:
        masked = mask(document, max(mention.start - 24, 0), mention.start)
        title = _TITLED.search(masked.text)
        holder = masked.mentions[title.start()] if title else None
        if holder is not None:
            return principal(document, entity_of(holder))
    return None


def _date(document: Document, sentence: Sentence, before: int) -> str | None:
    """The date of the sentence before the stance, else the last one of the paragraph."""
    dates = list(document.dates_in(sentence.start, before))
    if dates:
        return dates[-1].value
    first = next((s for s in document.sentences if s.paragraph == sentence.paragraph), sentence)
    dates = list(document.dates_in(first.start, before))
    return dates[-1].value if dates else None


_AFTER: Final = re.compile(
    r"^(?:等(?:地|市|城市)?)?的?([^，。；！？：“”的]{2,24}?)(?:等?(?:先进|成功|好)?(?:经验|做法|模式|办法|路径))?(?=[，。；！？：“”]|$)"
)


def _topic(masked: Masked, taking: Taking) -> str | None:
    """The phrase after the model, up to 经验, 做法, 模式."""
    rest = masked.text[taking.models[1] : taking.models[1] + 40]
    match = _AFTER.match(rest)
    if match is None or PERSON in match[1]:
        return None
    start = taking.models[1] + match.start(1)
    return "".join(
        m.surface if (m := masked.mentions[i]) is not None else masked.text[i]
        for i in range(start, start + len(match[1]))
    )
