"""Edges of tours: VISITED, and DISPATCHED and LED of delegations that study or do business.

The frame (`extractors.frames.trip`) has read who went where; here it becomes statements. Of a person alone VISITED
is said only where no delegation is there.

DISPATCHED is said of the body that a sentence names as the sender, else of the body that the delegation's name begins
with, else of its place of origin:
    上海市遵义商会组织的Ⓖ · Ⓖ由金台区工商联组织 · 组团的是昆山市工商业联合会
    柳州市住房和城乡建设局考察组 · 玉林市党政考察团
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Entity, Statement
from extractors.frames.journey import Trip, same_place
from extractors.frames.passage import GROUP, PERSON, SPOT, Passage
from extractors.frames.trip import find_trips
from graph.model import BODIES, PLACES, EdgeType, Label

_SENDERS: Final = (
    re.compile(
        rf"(?P<m>{SPOT})(?:[^，。；{PERSON}{GROUP}]{{0,8}})(?:组织|派出|派遣|派来|组成|组建|筹组|组团|选派|委派)(?:的|了)?[^，。；{PERSON}]{{0,14}}[，]?(?P<g>{GROUP})"
    ),
    re.compile(rf"(?P<g>{GROUP})[^，。；]{{0,8}}由(?P<m>{SPOT})(?:[^，。；]{{0,4}})(?:组织|组团|牵头|派出|组成)"),
    re.compile(rf"(?:组团|组织|派出)(?:的|者|方)(?:是|为)(?P<m>{SPOT})()"),
)
_OF_PLACE: Final = re.compile(
    r"^(?:[^市县区省州旗]*[市县区省州旗])?(?:人民)?(?:市|县|区|省|州|旗)?(?:党委|委|政府|党政)$"
)


def propose(document: Document) -> Iterator[Statement]:
    """Statements about the tours of an article.

    Args:
        document: with entities, their mentions, sentences and dates.

    Returns:
        VISITED, DISPATCHED and LED, several for one edge where several sentences say it.
    """
    journey = find_trips(document)
    senders = dict(_said_senders([s.passage for s in journey.scenes], {t.traveller.id: t for t in journey.trips}))
    for trip in journey.trips:
        yield from _visited(trip)
        if trip.traveller.label is Label.DELEGATION and not trip.called_off:
            yield from _led(trip)
            yield from _dispatched(document, trip, senders.get(trip.traveller.id))


def _visited(trip: Trip) -> Iterator[Statement]:
    for stop in trip.stops:
        properties = {"date": stop.date, "position": stop.position}
        yield Statement(
            EdgeType.VISITED,
            trip.traveller,
            stop.target,
            stop.start,
            stop.end,
            stop.rule if trip.traveller.label is Label.DELEGATION else "visited.person",
            stop.status,
            {name: value for name, value in properties.items() if value is not None},
        )


def _led(trip: Trip) -> Iterator[Statement]:
    for lead in trip.leaders:
        yield Statement(EdgeType.LED, lead.person, trip.traveller, lead.start, lead.end, lead.rule, trip.status)


def _dispatched(document: Document, trip: Trip, said: tuple[Entity, Passage] | None) -> Iterator[Statement]:
    passage = trip.introduced
    if said is not None:
        sender, passage, rule = *said, "dispatched.said"
    elif (body := _body_of_name(document, trip.traveller)) is not None:
        sender, rule = body, "dispatched.body"
    elif (place := _origin(document, trip)) is not None:
        sender, rule = place, "dispatched.origin"
    else:
        return
    sentence = passage.sentence
    properties = {"date": trip.date} if trip.date else {}
    yield Statement(
        EdgeType.DISPATCHED, sender, trip.traveller, sentence.start, sentence.end, rule, trip.status, dict(properties)
    )


def _said_senders(passages: list[Passage], trips: dict[str, Trip]) -> Iterator[tuple[str, tuple[Entity, Passage]]]:
    last: str | None = None
    for passage in passages:
        for pattern in _SENDERS:
            for match in pattern.finditer(passage.text):
                body = passage.token(match.start("m"))
                group = passage.token(match.start("g")) if "g" in pattern.groupindex else None
                entity = group.mention.entity if group and group.mention else None
                key = entity.id if entity else last
                if (
                    body
                    and body.mention
                    and body.mention.entity
                    and body.mention.entity.label in BODIES
                    and key in trips
                ):
                    yield key, (body.mention.entity, passage)
        for token in passage.tokens:
            if token.kind == GROUP and token.mention and token.mention.entity:
                last = token.mention.entity.id


def _body_of_name(document: Document, delegation: Entity) -> Entity | None:
    """The body whose name the delegation's name begins with; none for a place's own committee or government."""
    names = {delegation.name, *delegation.aliases}
    best: tuple[int, Entity] | None = None
    for entity in document.entities:
        if entity.label is not Label.ORGANIZATION:
            continue
        for form in {entity.name, *entity.aliases}:
            if len(form) > 3 and any(n.startswith(form) for n in names) and not _OF_PLACE.match(form):
                best = max(best or (0, entity), (len(form), entity), key=lambda pair: pair[0])
    return best[1] if best else None


def _origin(document: Document, trip: Trip) -> Entity | None:
    origin = trip.traveller.properties.get("origin")
    if not isinstance(origin, str):
        return None
    same = [e for e in document.entities if e.label in PLACES and same_place(e, origin)]
    exact = (e for e in same if origin in {e.name, *e.aliases})
    return next(exact, same[0] if same else None)
