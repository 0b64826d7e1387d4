"""Living rooms: who opened them (OPENED), for whom they are (SERVES), where they lie (LOCATED_IN).

The name says most: 青岛(深圳)城市会客厅 is opened by 青岛, serves 深圳 and lies there; 青岛以色列“国际客厅” is
opened by 青岛, serves 以色列 and lies in 青岛. The sentences about it say when, and whether it is only planned:

    done      …启用, 揭牌, 开门迎客, 建成投用, 设立, 办起
    planned   将…打造, 筹备, 选址, 定于明年开门, 明年启用, 还想再添一间
    place     在常州市天宁区启用, 选址道里区, 位于城阳区, 落户临平区
    whom      面向常州企业, 专为上海的采购商, 专门接待东盟国家的客商

Must not be read: a room that is only visited (参观太仓城市客厅: lies in 太仓, no opening told).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.document import Document, Entity, Mention, Sentence, Statement
from extractors.frames.dating import date_before
from extractors.frames.masked import mask
from extractors.frames.subjects import subject
from extractors.polarity import Polarity, polarity
from graph.model import DOMESTIC, PLACES, EdgeType, Label, Status

_BRACKETED: Final = re.compile("^(?P<owner>.+?)[（(](?P<other>[^（）()]+)[）)]")
_OPENS: Final = re.compile(
    "正式?启用|启用|揭牌|揭幕|开门迎客|开门纳客|迎客|开门|开张|开放|开幕|开业|亮相|亮灯|投用|投入使用|投入运营|建成|落成|落户|落地|"
    "设立|成立|办起|开出|挂牌|入驻|运营|建起|开设|开办|开了|上线|启幕"
)
_PLANS: Final = re.compile(
    "打造|建设|筹备|筹建|选址|规划|拟建|再建|再添|增设|要办|想办|开进|动工|开工|建造|新建|在建|推进|加快|布局|定在|选在|封顶|合龙|"
    "跟上|谋划|租下"
)
_FUTURE: Final = re.compile(
    "将|拟|计划|打算|准备|明年|定于|预计|力争|年底前|年内|有望|即将|筹备|下一[步间]|待|图纸|到那时|争取"
)
_WHERE: Final = re.compile(
    "(?:设在|设于|位于|坐落(?:在|于)|选址(?:在|于)?|落户(?:在|于)?|落地(?:在|于)?|选在|定在|开进|地点在|地处|放在|落在|摆到|亮相|现身|进驻|入驻|在|于|至)$"
)
_WHOM: Final = re.compile(
    "(?:面向|专为|专门接待|专门对接|专门招呼|专门服务|专替|对接|招呼|服务于?|给谁用[：:]|接待|为)$"
)
_JOIN: Final = re.compile("[、和与及]|以及")
_BOUNDARY: Final = re.compile("[。；;！？!?\n]")
_REACH: Final = 90
_LONGEST: Final = 300


@dataclass(slots=True)
class _Room:
    """A living room with what its name says."""

    entity: Entity
    owner: Entity | None
    counterpart: Entity | None
    bracketed: bool


def propose(document: Document) -> Iterator[Statement]:
    """OPENED, SERVES and LOCATED_IN of living rooms of a document with entities, home and dates.

    Args:
        document: mentions carry their entities.

    Yields:
        statements in the order of the rooms.
    """
    for entity in document.entities:
        if entity.label is Label.LIVING_ROOM and entity.mentions:
            room = _room(document, entity)
            yield from _opened(document, room)
            yield from _serves(document, room)
            yield from _located(document, room)


def _room(document: Document, entity: Entity) -> _Room:
    """What the generator read from the name, or where it did not, what the names of the entity say."""
    for mention in entity.mentions:
        other, owner = mention.properties.get("counterpart"), mention.properties.get("owner")
        if other or owner:
            bracketed = bool(_BRACKETED.match(mention.name))
            counterpart = _counterpart(document, other, bracketed) if other else None
            return _Room(
                entity,
                _place_called(document, owner) if owner else _builder_of(document, entity),
                counterpart,
                bracketed,
            )
    for name in sorted({entity.name, *entity.aliases}, key=lambda n: (-len(n), n)):
        match = _BRACKETED.match(name)
        if match:
            owner = _place_called(document, match["owner"])
            return _Room(entity, owner, _place_called(document, match["other"]), bracketed=True)
    return _Room(entity, _builder_of(document, entity), None, bracketed=False)


def _builder_of(document: Document, entity: Entity) -> Entity | None:
    """Whose a room without an owner is: of who acts where it is named, else as the other rooms, else of the home."""
    for mention in entity.mentions:
        sentence = document.sentence_at(mention.start)
        masked = mask(document, sentence.start, sentence.end)
        at = next((i for i, m in enumerate(masked.mentions) if m is mention or (m and m.end >= mention.end)), None)
        actors = subject(document, masked, at, set()) if at is not None else []
        for actor in actors:
            if actor.label in {Label.CITY, Label.DISTRICT}:
                return actor
    for mention in document.mentions:
        if mention.label is Label.LIVING_ROOM and mention.properties.get("owner"):
            return _place_called(document, mention.properties["owner"])
    return document.home


def _counterpart(document: Document, name: str, bracketed: bool) -> Entity | None:
    """A city in brackets, else the country, group of countries, place or body of a name."""
    if bracketed:
        return _place_called(document, name)
    found = [
        entity
        for entity in document.entities
        if entity.label in PLACES or entity.label is Label.ORGANIZATION
        if any(
            n == name or (n.startswith(name) and entity.label is Label.COUNTRY) for n in (entity.name, *entity.aliases)
        )
    ]
    return min(found, key=lambda e: (e.label is not Label.COUNTRY, e.first), default=None)


def _place_called(document: Document, name: str) -> Entity | None:
    """The place of a name, with or without its suffix; a domestic one first."""
    found = [
        e for e in document.entities if e.label in PLACES and any(_bare(n) == _bare(name) for n in (e.name, *e.aliases))
    ]
    return min(found, key=lambda e: (e.label not in DOMESTIC, e.first), default=None)


def _bare(name: str) -> str:
    return re.sub("(?:市|省|特别行政区|区|县)$", "", name) if len(name) > 2 else name


def _opened(document: Document, room: _Room) -> Iterator[Statement]:
    found: list[Statement] = []
    for mention in room.entity.mentions:
        trigger = _trigger(document, mention)
        if trigger is None:
            continue
        status = _status(document, mention, trigger)
        opener = _builder(document, mention, trigger) or room.owner
        if status is None or opener is None or opener.label not in {Label.CITY, Label.DISTRICT, Label.ORGANIZATION}:
            continue
        date = _date(document, mention, trigger, status)
        found.append(
            Statement(
                EdgeType.OPENED,
                opener,
                room.entity,
                *_evidence(document, mention),
                "rooms.opened",
                status,
                {"date": date} if date else {},
            )
        )
    done = [s for s in found if s.status is Status.DONE]
    yield from done or found


def _trigger(document: Document, mention: Mention) -> re.Match[str] | None:
    """The verb that tells of the opening: behind the name in its sentence up to the next room, else right before it."""
    text = document.text
    sentence = document.sentence_at(mention.start)
    stop = _BOUNDARY.search(text, mention.end)
    limit = min(stop.start() if stop else len(text), sentence.end, mention.end + _REACH)
    others = document.mentions_in(mention.end, limit, {Label.LIVING_ROOM})
    limit = next((m.start for m in others if m.entity is not mention.entity and m.start >= mention.end), limit)
    behind = _OPENS.search(text, mention.end, limit) or _PLANS.search(text, mention.end, limit)
    start = max(text.rfind(mark, sentence.start, mention.start) for mark in "。；;！？\n") + 1
    before = [*_OPENS.finditer(text, max(start, sentence.start, mention.start - 40), mention.start)]
    before += _PLANS.finditer(text, max(start, sentence.start, mention.start - 40), mention.start)
    near = [m for m in before if not re.search("[，：]", text[m.end() : mention.start])]
    if near:
        return max(near, key=lambda m: m.end())
    if behind:
        return behind
    return max(before, key=lambda m: m.end(), default=None)


def _status(document: Document, mention: Mention, trigger: re.Match[str]) -> Status | None:
    stance = polarity(document, trigger.start(), trigger.end())
    if stance in {Polarity.DENIED, Polarity.ASIDE}:
        return None
    if stance is Polarity.PLANNED or _PLANS.fullmatch(trigger.group()):
        return Status.PLANNED
    text = document.text
    first = min(mention.end, trigger.start())
    clause = max(text.rfind(mark, 0, first) for mark in "，。；：\n") + 1
    between = text[clause : mention.start] + text[first : max(mention.start, trigger.end())]
    return Status.PLANNED if _FUTURE.search(between) else Status.DONE


def _builder(document: Document, mention: Mention, trigger: re.Match[str]) -> Entity | None:
    """由X设立: the body after 由 in the sentence, before the verb."""
    text = document.text
    sentence = document.sentence_at(mention.start)
    at = text.rfind("由", sentence.start, trigger.start())
    if at < 0 or "，" in text[at : trigger.start()]:
        return None
    for actor in document.mentions_in(at + 1, trigger.start()):
        if actor.start == at + 1 and actor.label is Label.ORGANIZATION:
            return actor.entity
    return None


def _date(document: Document, mention: Mention, trigger: re.Match[str], status: Status) -> str | None:
    """The date nearest before the verb in the sentence; of what is done, else the one told last before it."""
    sentence = document.sentence_at(mention.start)
    before = list(document.dates_in(sentence.start, trigger.start()))
    if before:
        return before[-1].value
    return date_before(document, sentence, trigger.start()) if status is Status.DONE else None


def _serves(document: Document, room: _Room) -> Iterator[Statement]:
    seen: set[str] = set()
    if room.counterpart is not None and room.counterpart is not room.owner:
        seen.add(room.counterpart.id)
        yield _statement("serves.name", room, room.counterpart, _evidence(document, room.entity.mentions[0]))
    for mention in room.entity.mentions:
        sentence = document.sentence_at(mention.start)
        for place in _listed(document, mention, sentence, _WHOM):
            if place.id not in seen and place is not room.owner:
                seen.add(place.id)
                yield _statement("serves.whom", room, place, _evidence(document, mention))


def _located(document: Document, room: _Room) -> Iterator[Statement]:
    stated = False
    for mention in room.entity.mentions:
        sentence = document.sentence_at(mention.start)
        for place in _listed(document, mention, sentence, _WHERE):
            if place.label is Label.DISTRICT and not stated:
                stated = True
                trigger = _trigger(document, mention)
                status = _status(document, mention, trigger) if trigger else Status.DONE
                if status is not None:
                    yield _statement("located_in.stated", room, place, _evidence(document, mention), status)
    seat = room.counterpart if room.bracketed else room.owner
    if not stated and seat is not None and seat.label in DOMESTIC | PLACES:
        yield _statement("located_in.name", room, seat, _evidence(document, room.entity.mentions[0]))


def _listed(document: Document, mention: Mention, sentence: Sentence, lead: re.Pattern[str]) -> Iterator[Entity]:
    """The places behind a word that leads to them, in the part of the sentence that is about the room."""
    text = document.text
    end = min(sentence.end, mention.end + _REACH)
    start = max(sentence.start, mention.start - 40)
    leading = False
    last = start
    places = [m for m in document.mentions_in(start, end, PLACES) if not (mention.start <= m.start < mention.end)]
    for place in places:
        gap = text[last : place.start]
        adjacent = leading and (not gap or bool(_JOIN.fullmatch(gap)))
        leading = adjacent or bool(lead.search(text, max(start, place.start - 6), place.start))
        last = max(last, place.end)
        if leading and place.entity is not None:
            yield place.entity


def _statement(
    rule: str, room: _Room, target: Entity, span: tuple[int, int], status: Status = Status.DONE
) -> Statement:
    kind = EdgeType(rule.partition(".")[0].upper())
    return Statement(kind, room.entity, target, *span, f"rooms.{rule}", status)


def _evidence(document: Document, mention: Mention) -> tuple[int, int]:
    sentence = document.sentence_at(mention.start)
    if sentence.end - sentence.start <= _LONGEST:
        return sentence.start, sentence.end
    return max(sentence.start, mention.start - _LONGEST // 2), min(sentence.end, mention.start + _LONGEST // 2)
