"""MET: the heads of two sides who sat down with each other.

Reads (folded: Ⓝ a person, Ⓖ a delegation or a word for one):
    深圳市委书记Ⓝ会见了Ⓝ一行 · Ⓝ与市长Ⓝ座谈 · 温州市委书记Ⓝ、副市长Ⓝ同Ⓖ座谈 · 市长Ⓝ主持座谈 · 市长Ⓝ陪着走完了全程
Must not read:
    副市长Ⓝ全程陪同 (no head, and nobody named) · Ⓝ、Ⓝ参加座谈 (one side) · Ⓝ与Ⓢ签约
Of a list before the verb the first is the head. Where a delegation is met, its first leader is who met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Entity, Statement
from extractors.frames.journey import Journeys, Scene, Trip
from extractors.frames.passage import DATE, GROUP, PERSON, SPOT, Passage, Token
from extractors.frames.trip import find_trips
from extractors.polarity import polarity
from graph.model import EdgeType

_N: Final = PERSON
_TITLE: Final = rf"[^。；！？\n{_N}{GROUP}]{{0,30}}"
_SHORT: Final = rf"[^，。；！？\n{_N}{GROUP}]{{0,20}}"
_WITH: Final = r"(?:与|同|和|跟)"
_MEET: Final = (
    r"(?:会谈|座谈|会面|见面|会晤|晤谈|长谈|交谈|面谈|谈[到了]|握手|互换|互相|相互|交换了?意见|交流|对话|揭[了牌幕]|揭了?|通话|连线|隔着|见了面|"
    r"一道|一起|共同|分别|先后讲话|先后致辞|分别讲话|分别致辞|商谈|洽谈|对接|聊)"
)
_RECEIVE: Final = r"(?:会见|接见|会晤|接待|拜会|宴请|设宴款待|约见|迎接|陪同?|看望|拜访)(?:了|着)?"

_RECEIVES: Final = re.compile(rf"(?P<a>{_N}){_SHORT}(?P<verb>{_RECEIVE})(?P<t>{_SHORT})(?P<b>[{_N}{GROUP}])")
_TOGETHER: Final = re.compile(
    rf"(?P<a>[{_N}{GROUP}]){_TITLE}{_WITH}{_TITLE}(?P<b>[{_N}{GROUP}])"
    rf"(?P<more>(?:[，、](?:[^，。；{_N}{GROUP}]{{0,8}}、)?[^，。；、{_N}{GROUP}]{{0,14}}{_N}){{0,3}})(?P<rest>[^，。；！？\n]{{0,20}}?)(?P<verb>{_MEET})"
)
_CALLS_ON: Final = re.compile(rf"(?:^|[，。；])(?:并|又|还|再|先后?|随后)?(?:会见|拜会)了?{_SHORT}(?P<b>{_N})")
_UNNAMED: Final = re.compile(
    rf"(?:^|[，。；])(?:{DATE}|[上下]午|当晚|当天|并|又|还|再|先后?|随后){{0,3}}{_WITH}{_SHORT}(?P<b>{_N})"
    rf"(?P<rest>[^，。；！？\n]{{0,12}}?)(?P<verb>会谈|座谈|会面|见面|会晤|谈了|交换)"
)
_LISTED: Final = re.compile(rf"{_N}(?:、[^，。；、{_N}]{{0,14}}{_N})+")
_HOST: Final = re.compile(
    rf"(?:(?:(?:陪同|会见客人|会见代表团)的|(?:作陪|陪同|接待[^，。；]{{0,6}})的(?:是|有))[^，。；{_N}]{{0,20}}(?P<c>{_N}))|(?P<a>{_N})(?:{_SHORT}(?:主持座谈|主持会议|主持了座谈|陪着走完|到驻地看望|到会)|座谈时|在座谈会上|在座谈时)"
)
_DEPUTY: Final = re.compile(r"副[^、，。]{0,8}$")


def propose(document: Document) -> Iterator[Statement]:
    """Meetings that an article tells of.

    Args:
        document: with entities, their mentions, sentences and dates.

    Returns:
        MET statements; the person who comes first in the sentence is the source.
    """
    journeys = find_trips(document)
    for scene in journeys.scenes:
        seen: set[frozenset[str]] = set()
        for first, second, start, end, rule in _pairs(journeys, scene):
            if first is second or frozenset((first.id, second.id)) in seen:
                continue
            passage = scene.passage
            seen.add(frozenset((first.id, second.id)))
            status = polarity(document, passage.origins[start], passage.origins[end - 1] + 1).status
            if status is None:
                continue
            sentence = passage.sentence
            day = _date(scene, end)
            yield Statement(
                EdgeType.MET,
                first,
                second,
                sentence.start,
                sentence.end,
                f"met.{rule}",
                status,
                {"date": day} if day else {},
            )


def _pairs(journeys: Journeys, scene: Scene) -> Iterator[tuple[Entity, Entity, int, int, str]]:
    passage, text = scene.passage, scene.passage.text
    for pattern, rule in ((_RECEIVES, "receives"), (_TOGETHER, "together")):
        for match in pattern.finditer(text):
            verb = match["verb"]
            named = passage.text[match.start("b")] == PERSON and passage.text[match.start("a")] == PERSON
            if not named and verb.startswith("陪") and _deputy(passage, match.start("a")):
                continue
            first = _head(journeys, scene, match.start("a"))
            second = _head(journeys, scene, match.start("b"))
            others = [second] if pattern is _RECEIVES else [second, *_more(passage, match)]
            for other in others:
                if first is not None and other is not None and not _same_side(scene, first, other):
                    yield first, other, match.start("verb"), match.end("verb"), rule
    for match in (*_UNNAMED.finditer(text), *_CALLS_ON.finditer(text)):
        first, second = _leader(scene.trip), _entity(passage.token(match.start("b")))
        before = [t.entity for t in passage.between(0, match.start() + 1, PERSON)]
        own = all(e is not None and _travels(scene, e) for e in before)
        if first and second and own and not _same_side(scene, first, second):
            yield first, second, match.end() - 1, match.end(), "unnamed"
    for match in list(_HOST.finditer(text))[:1]:
        at = match.start("a") if match["a"] else match.start("c")
        host, leader = _head(journeys, scene, at), _leader(scene.trip)
        if host and leader and not _deputy(passage, at) and not _same_side(scene, host, leader):
            yield host, leader, match.end() - 1, match.end(), "host"


def _more(passage: Passage, match: re.Match[str]) -> Iterator[Entity | None]:
    """Who else was met, named after the first with a post (市委书记Ⓝ，市长Ⓝ等会面)."""
    return (t.entity for t in passage.between(match.start("more"), match.end("more"), PERSON))


def _head(journeys: Journeys, scene: Scene, at: int) -> Entity | None:
    """Who is meant at a position: the first of a list of persons, or the leader of a delegation."""
    passage = scene.passage
    if passage.text[at] == GROUP:
        group = passage.token(at)
        before = passage.token(at - 1)
        if before is not None and before.kind == PERSON:
            return _entity(before)
        entity = _entity(group)
        if entity is not None:
            return _leader(journeys.of(entity))
        return _leader(scene.trip)
    for match in _LISTED.finditer(passage.text):
        if match.start() <= at < match.end():
            return _entity(passage.token(match.start()))
    return _entity(passage.token(at))


def _entity(token: Token | None) -> Entity | None:
    return token.entity if token is not None else None


def _leader(trip: Trip | None) -> Entity | None:
    return trip.leaders[0].person if trip is not None and trip.leaders else None


def _travels(scene: Scene, person: Entity) -> bool:
    return scene.trip is not None and person.id in scene.trip.people


def _same_side(scene: Scene, first: Entity, second: Entity) -> bool:
    """Whether both travel together."""
    return _travels(scene, first) and _travels(scene, second)


def _deputy(passage: Passage, at: int) -> bool:
    """Whether the person holds a deputy's post and no other (副市长Ⓝ, but not 市委副书记、市长Ⓝ)."""
    opens = max(passage.text.rfind(mark, 0, at) for mark in f"，。；：、\n{PERSON}{GROUP}{DATE}") + 1
    title = passage.text[opens:at]
    return bool(_DEPUTY.search(title.rsplit(SPOT, 1)[-1]))


def _date(scene: Scene, before: int) -> str | None:
    said = [t.date for t in scene.passage.between(0, before, DATE) if t.date is not None]
    if said:
        return said[-1].value if said[-1].until is None else said[-1].value[:7]
    if scene.day is not None:
        return scene.day
    return scene.trip.whole if scene.trip is not None else None
