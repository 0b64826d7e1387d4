"""Who acts in a clause of a masked sentence: the place or body that is its subject, if need be of the clauses before.

An office that speaks for its place stands for the place, a delegation for its origin, a person for what the title
before the name belongs to, a policy for the place that its title begins with. What follows a preposition (在, 向, 与,
把) or a dateline's place is no subject.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from extractors.document import Document, Entity, Mention
from extractors.frames.masked import BODY, DELEGATION, HOME, PERSON, PLACE, POLICY, Masked, entity_of, mask
from extractors.frames.principals import principal
from graph.model import DOMESTIC, Label

CLAUSE: Final = re.compile(r"[，；：。！？\n]")
_SENDERS: Final = DOMESTIC | {Label.ENTERPRISE, Label.ORGANIZATION}
_ACTORS: Final = DOMESTIC | {Label.ORGANIZATION, Label.ENTERPRISE, Label.DELEGATION}
_ACTOR: Final = f"{PLACE}{BODY}{DELEGATION}{HOME}{PERSON}{POLICY}"
_GROUP: Final = re.compile(f"[{_ACTOR}]+(?:(?:、|和|与|及)[{_ACTOR}]+)*")
_RUN: Final = re.compile(f"[{_ACTOR}]+")
_TITLED: Final = re.compile(f"[{PLACE}{BODY}][^，。；：、“”{PLACE}{BODY}{PERSON}]{{2,14}}$")
_LONGEST_PLACE: Final = 12
_DATELINE: Final = re.compile(r"^[^，。]{0,24}?(?:电|讯)(?:[（(][^）)]{0,40}[）)])?")
_WITHIN: Final = re.compile(r"在[^，。；]{1,10}的$")
_TAIL: Final = re.compile(
    f"[^，。；、：“”的与同和跟向在等建设引办学创做推打{_ACTOR}]{{0,4}}(?:工商联|商会|协会|学会|联合会|联合总会|大学|学院|医院|中学|"
    r"[一二三四五六七八九十]中(?!心)|银行|集团|公司|株式会社|促进会|研究院|厅(?=[签与同]))"
)
_OTHERS: Final = re.compile(r"对方|后者|前者")
_OBJECT: Final = re.compile(
    r"(?:[在到赴去往向与同和跟从对把将以由为给比照被距离据至于抵经因拿学赶追看]|学习|对标|借鉴|来到|走进)[“‘]?$"
)


def subject(
    document: Document, masked: Masked, before: int, models: set[int], *, persons: bool = False
) -> list[Entity]:
    """Finds the actors of the clause that ends at a position, else of the nearest clause before it that has one.

    Args:
        document: with `home` and entities.
        masked: the sentence.
        before: where the clause ends, a position of the masked text.
        models: positions of names that are known to be objects.
        persons: whether a person acts for himself, and not for the body or place of the title.

    Returns:
        the actors, several where they are a list; empty if the sentence has none.
    """
    text = masked.text
    dateline = _DATELINE.match(text)
    first = dateline.end() if dateline else 0
    bounds = [first, *(m.end() for m in CLAUSE.finditer(text, first, before)), before]
    for start, end in reversed(list(pairwise(bounds))):
        if _OTHERS.match(text, start):
            return []
        groups = [
            match
            for match in _GROUP.finditer(text, start, end)
            if not models.intersection(range(*match.span())) and not _is_object(text, start, match)
        ]
        owners = [g for g in groups if text[g.end() : g.end() + 1] == "的"]
        acting = [g for g in groups if g not in owners] or owners
        if acting:
            named = [g for g in acting if g.group() != HOME] or acting  # 太原号召全市企业: 太原 acts
            chosen = named[-1] if end == before else named[0]
            found = actors(document, masked, *chosen.span(), persons=persons)
            if found:
                return found
    return []


def _is_object(text: str, opens: int, group: re.Match[str]) -> bool:
    """Whether a group stands behind a preposition, or is a place that lies in another (在马德里南郊的富恩拉夫拉达)."""
    ahead = text[opens : group.start()]
    within = set(group.group()) == {PLACE} and _WITHIN.search(ahead) is not None
    return within or _OBJECT.search(ahead) is not None


def next_subject(document: Document, masked: Masked, opens: int, after: int) -> list[Entity]:
    """The actors that the next clause begins with, after a slogan (“学深圳、赶深圳”，青岛密集考察)."""
    if masked.text[:opens].strip("“在通过"):
        return []
    stop = CLAUSE.search(masked.text, after)
    if stop is None or stop.group() != "，":
        return []
    group = _GROUP.match(masked.text, stop.end())
    if group is None or masked.text[group.end() : group.end() + 1] == "的":
        return []
    return actors(document, masked, *group.span())


def is_whole(masked: Masked, at: int) -> bool:
    """Whether a place is no mere beginning of a longer name that was not recognised (中山市 in 中山市工商联)."""
    return masked.text[at] != PLACE or not _TAIL.match(masked.text, at + 1)


def actors(document: Document, masked: Masked, start: int, end: int, *, persons: bool = False) -> list[Entity]:
    """The actors of a list; of adjacent names the last; an office for its place, a delegation for its origin."""
    found: list[Entity] = []
    for match in _RUN.finditer(masked.text, start, end):
        at = match.end() - 1
        if not is_whole(masked, at):
            continue
        mention = masked.mentions[at]
        if persons and mention is not None and mention.label is Label.PERSON:
            actor = mention.entity
        else:
            actor = document.home if mention is None else _actor(document, mention)
        if actor is not None and actor not in found:
            found.append(actor)
    return found


def _actor(document: Document, mention: Mention) -> Entity | None:
    entity = entity_of(mention)
    if entity.label is Label.DELEGATION:
        origin = entity.properties.get("origin")
        return next((e for e in document.entities if e.label in _SENDERS and origin in {e.name, *e.aliases}), None)
    if entity.label is Label.PERSON:
        return _seat(document, entity)
    if entity.label is Label.POLICY:
        return titled_place(document, mention)
    return principal(document, entity) if entity.label in _ACTORS else None


def titled_place(document: Document, policy: Mention) -> Entity | None:
    """The place that a policy's title begins with."""
    opening = document.mentions_in(policy.start, min(policy.start + 2, policy.end) + _LONGEST_PLACE, DOMESTIC)
    return next((entity_of(m) for m in opening if m.start <= policy.start + 1 and m.entity is not None), None)


def _seat(document: Document, person: Entity) -> Entity | None:
    """The place or body whose title stands before a person's name, at whichever mention of the person it does."""
    for mention in person.mentions:
        masked = mask(document, max(mention.start - 24, 0), mention.start)
        title = _TITLED.search(masked.text)
        holder = masked.mentions[title.start()] if title else None
        if holder is not None:
            return principal(document, entity_of(holder))
    return None
