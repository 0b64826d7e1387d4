"""LOCATED_IN: what lies where, by its full name or by statement.

By name
    深圳市福田区                       福田区 → 深圳市
    上海商汤智能科技有限公司           → 上海
    仁宝电子科技（昆山）有限公司       → 昆山
By statement
    位于青岛西海岸新区的东方影都       东方影都 → 西海岸新区
    浙江乐清                           乐清 → 浙江
Must not read
    中国移动公司                       中国 is no place here
    华北制药                           no place
"""

from __future__ import annotations

from collections.abc import Iterator

from extractors.document import Document, Entity, Mention, Statement
from graph.model import BODIES, DOMESTIC, PLACES, EdgeType, Label

_LOCATED = DOMESTIC | BODIES | {Label.SITE, Label.LIVING_ROOM}


def propose(document: Document) -> Iterator[Statement]:
    """Statements of place, by name and by the text."""
    seen: set[tuple[int, int]] = set()
    for statement in _by_name(document):
        key = (id(statement.source), id(statement.target))
        if key not in seen and statement.source is not statement.target:
            seen.add(key)
            yield statement


def _by_name(document: Document) -> Iterator[Statement]:
    places = [m for m in document.mentions if m.label in PLACES and m.entity is not None]
    starts: dict[int, list[Mention]] = {}
    ends: dict[int, Mention] = {}
    for place in places:
        starts.setdefault(place.start, []).append(place)
        ends[place.end] = place
    for mention in document.mentions:
        if mention.entity is None or mention.label not in _LOCATED:
            continue
        ahead = ends.get(mention.start)
        if ahead is not None and mention.label is not Label.CITY or ahead is not None and ahead.label is Label.PROVINCE:
            if _wider(ahead, mention):
                yield _statement(document, mention, ahead.entity, "location.chain")
        if mention.label in DOMESTIC and mention.anchor is not None:
            continue
        inner = _last_of_chain(mention, starts)
        if inner is not None and inner.entity is not mention.entity:
            yield _statement(document, mention, inner.entity, "location.name")


_WIDTH = {Label.COUNTRY: 3, Label.PROVINCE: 2, Label.CITY: 1, Label.DISTRICT: 0}


def _wider(place: Mention, mention: Mention) -> bool:
    if mention.label in PLACES:
        return _WIDTH[place.label] > _WIDTH[mention.label] and place.label is not Label.COUNTRY
    return False


def _last_of_chain(mention: Mention, starts: dict[int, list[Mention]]) -> Mention | None:
    """The nearest of the places that a name begins with."""
    at, found = mention.start, None
    while at < mention.end:
        inner = next((m for m in starts.get(at, ()) if m is not mention and m.end < mention.end), None)
        if inner is None:
            return found
        found, at = inner, inner.end
    return found


def _statement(document: Document, mention: Mention, target: Entity | None, rule: str) -> Statement:
    assert mention.entity is not None and target is not None
    sentence = document.sentence_at(mention.start)
    return Statement(EdgeType.LOCATED_IN, mention.entity, target, sentence.start, min(sentence.end, sentence.start + 300), rule)
