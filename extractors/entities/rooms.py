"""Living rooms: 国际客厅, 城市客厅, 城市会客厅.

    [owner][counterpart]“国际客厅”           青岛以色列“国际客厅” · 以色列“国际客厅”
    [owner]A、B、C…“国际客厅”                大连日本、韩国、德国“国际客厅”: three rooms, each reaches to the end
    [owner]([counterpart])城市(会)客厅       青岛(深圳)城市会客厅
    [owner]城市(会)客厅                       威海城市客厅
    then 会客厅, 客厅, 这间客厅               the room spoken of last

Must not be read: 欢乐海岸被誉为“城市会客厅”, 推进“国际客厅”建设, 《大连市国际客厅建设实施方案》.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Mention
from extractors.lexicon import alternatives, words
from graph.model import DOMESTIC, PLACES, Label
from graph.places import gazetteer

_HAN: Final = "\u4e00-\u9fff"
_OPEN, _CLOSE = '“"「『‘', '”"」』’'
_INTERNATIONAL: Final = re.compile(f"(?:实体)?[{_OPEN}]?(数字|实体)?国际(?:会)?客厅[{_CLOSE}]?|(?<=[{_HAN}])客厅")
_BRACKETED: Final = re.compile(f"([{_HAN}]{{2,12}})[（(]([{_HAN}]{{2,8}})[）)]城市(?:会)?客厅")
_CITY: Final = re.compile("城市(?:会)?客厅")
_COUNTED: Final = re.compile("(?:等)?(?:[一二三四五六七八九十两\\d]+[个家间处座])?$")
_JOIN: Final = re.compile("[、，,]|以及|和|与|及|暨")
SHARED: Final = "lists.head"
"""The rule of a name that shares its head with the longer one around it, so that both stand."""
_BILATERAL: Final = dict(pair.split(":") for pair in words("rooms", "bilateral"))
_GROUPS: Final = dict(pair.split(":") for pair in words("rooms", "group"))
_COUNTERPARTS: Final = words("rooms", "counterpart")
_FIGURE: Final = re.compile(f"(?:{alternatives(words('rooms', 'figure'))})[^，。]{{0,12}}$")
_BARE: Final = re.compile('(?<![市际会])(?:会客厅|客厅)(?![”"」』’])')
_ABROAD: Final = re.compile("香港|澳门|台湾|港澳|台北|高雄")
_AFTER: Final = re.compile("建设|模式|项目群|品牌|办法|方案|规划|运营管理")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in front of the head: a place or another counterpart."""

    start: int
    end: int
    text: str
    owner: bool = False
    """Whether it is a place of the mainland, which opens a room and is not what it is for."""


def find_rooms(document: Document) -> list[Mention]:
    """Mentions of living rooms, `properties` with `owner` and `counterpart` as the text names them.

    Args:
        document: repaired text with sentences, tokens and, as far as they are found, places and policies.

    Returns:
        the mentions in order of their start; a name without an owner takes the fuller one of the same counterpart.
    """
    titles = [(m.start(), m.end()) for m in re.finditer("《[^》\n]{1,80}》", document.text)]
    found = [*_bracketed(document), *_international(document), *_city(document)]
    found = [m for m in found if not any(s <= m.start and m.end <= e for s, e in titles)]
    found.sort(key=lambda m: (m.start, -m.end))
    found = _without_guesses(found)
    _unify(found)
    found.extend(_short(document, found, titles))
    found += list(_groups(document, found))
    return sorted(found, key=lambda m: (m.start, -m.end))


@Language.component("tashan_rooms")
def rooms_component(doc: Doc) -> Doc:
    """Adds the living rooms of the document to its mentions."""
    document: Document = doc._.document
    document.mentions.extend(find_rooms(document))
    document.sort()
    return doc


def _bracketed(document: Document) -> Iterator[Mention]:
    for match in _BRACKETED.finditer(document.text):
        owner = _name_before(document, match.end(1), match.start(1))
        if owner is None:
            continue
        other = match.group(2)
        yield _mention(document, (owner.start, match.end()), owner.text, other, "room.bracketed")


def _international(document: Document) -> Iterator[Mention]:
    text = document.text
    for match in _INTERNATIONAL.finditer(text):
        if match.group(1) == "数字" or text[max(0, match.start() - 2) : match.start()] == "数字":
            start = match.start() - (2 if match.group(1) is None else 0)
            yield _mention(document, (start, match.end()), None, "数字", "room.international")
            continue
        names, owner = _list_before(document, match.start())
        if owner is None and len(names) == 1 and names[0].owner:
            if not _AFTER.match(text, match.end()):
                yield _mention(document, (names[0].start, match.end()), names[0].text, None, "room.international")
            continue
        for number, name in enumerate(names):
            start = owner.start if owner is not None and number == 0 else name.start
            rule = "room.international" if number == 0 else SHARED
            yield _mention(document, (start, match.end()), owner.text if owner else None, name.text, rule)


def _list_before(document: Document, end: int) -> tuple[list[_Name], _Name | None]:
    """The counterparts in front of the head in order, and the owner in front of the first."""
    text = document.text
    counted = _COUNTED.search(text, max(0, end - 6), end)
    at = counted.start() if counted else end
    names: list[_Name] = []
    while name := _counterpart_before(document, at):
        names.insert(0, name)
        join = re.search(f"(?:{_JOIN.pattern})[{_OPEN}]?$", text[max(0, name.start - 3) : name.start])
        if join is None:
            break
        at = name.start - len(join.group())
    if not names:
        return [], None
    owner = _name_before(document, names[0].start, names[0].start - 8)
    return names, owner


def _counterpart_before(document: Document, end: int) -> _Name | None:
    """A place or a known counterpart that ends at an offset."""
    text = document.text
    best = _name_before(document, end, end - 12)
    for other in _COUNTERPARTS:
        if text.endswith(other, 0, end) and (best is None or len(other) > best.end - best.start):
            best = _Name(end - len(other), end, other)
    return best


def _name_before(document: Document, end: int, floor: int) -> _Name | None:
    """The place that ends at an offset: a mention, else a word that the tagger takes for a place."""
    text = document.text
    best: _Name | None = None
    for mention in document.mentions_in(max(0, floor), end, PLACES):
        if mention.end == end and (best is None or mention.start < best.start):
            at_home = mention.label in DOMESTIC and not _ABROAD.match(mention.surface)
            best = _Name(mention.start, end, mention.surface, at_home)
    if best is not None:
        return best
    index = bisect_left(document.tokens, end, key=lambda t: t.start) - 1
    if index >= 0 and document.tokens[index].end == end and document.tokens[index].tag in {"LOC", "nz", "ns", "PER"}:
        token = document.tokens[index]
        start = max(token.start, floor)
        if re.fullmatch(f"[{_HAN}]{{2,8}}", text[start:end]):
            return _Name(start, end, text[start:end])
    return None


def _city(document: Document) -> Iterator[Mention]:
    text = document.text
    for match in _CITY.finditer(text):
        if text[match.start() - 1 : match.start()] in {"）", ")"}:
            continue
        owner = _name_before(document, match.start(), match.start() - 8)
        if owner is None or _FIGURE.search(text, max(0, owner.start - 20), owner.start):
            continue
        if _AFTER.match(text, match.end()):
            continue
        yield _mention(document, (owner.start, match.end()), owner.text, None, "room.city")


def _mention(
    document: Document, span: tuple[int, int], owner: str | None, counterpart: str | None, rule: str
) -> Mention:
    start, end = span
    surface = document.text[start:end]
    name = f"{owner or ''}{counterpart or ''}“国际客厅”" if rule in {"room.international", SHARED} else surface
    country = _BILATERAL.get(counterpart or "", counterpart)
    return Mention(
        start, end, Label.LIVING_ROOM, name, surface, rule, properties={"owner": owner, "counterpart": country}
    )


def _is_international(mention: Mention) -> bool:
    return mention.rule in {"room.international", SHARED}


def _without_guesses(rooms: list[Mention]) -> list[Mention]:
    """荷兰客厅 is a room only where the text names the 荷兰“国际客厅” too."""
    named = {m.properties["counterpart"] for m in rooms if "国际" in m.surface}
    return [m for m in rooms if not _is_international(m) or "国际" in m.surface or m.properties["counterpart"] in named]


def _unify(rooms: list[Mention]) -> None:
    """Gives a room without an owner the name of the one with the same counterpart that has an owner."""
    owned = {m.properties["counterpart"]: m for m in reversed(rooms) if _is_international(m) and m.properties["owner"]}
    for room in rooms:
        full = owned.get(room.properties["counterpart"])
        if (
            full is not None
            and _is_international(room)
            and room.properties["owner"] in {None, full.properties["owner"]}
        ):
            room.name, room.properties = full.name, dict(full.properties)


def _groups(document: Document, rooms: list[Mention]) -> Iterator[Mention]:
    """The group of countries that a room is for, as a name of its own: 上合 in 上合“国际客厅”."""
    for room in rooms:
        group = room.properties["counterpart"]
        full = _GROUPS.get(group or "")
        at = room.surface.find(group) if full is not None else -1
        if full is None or at < 0 or room.rule == "room.short":
            continue
        start, end = room.start + at, room.start + at + len(group)
        if not any(document.mentions_in(start, end, PLACES)):
            listed = next(iter(gazetteer().by_name(full)), None)
            name, anchor = (listed.name, listed.anchor) if listed is not None else (full, None)
            yield Mention(start, end, Label.COUNTRY, name, group, "room.group", anchor, nested=True)


def _short(document: Document, rooms: list[Mention], titles: list[tuple[int, int]]) -> Iterator[Mention]:
    """客厅, 会客厅 after a room was named: that room, if the sentence before or this one named a single one."""
    for match in _BARE.finditer(document.text):
        if any(s <= match.start() < e for s, e in titles):
            continue
        if any(m.start <= match.start() < m.end for m in rooms):
            continue
        before = [m for m in rooms if m.end <= match.start()]
        if not before:
            continue
        last = before[-1]
        group = {m.name for m in before if m.end == last.end}
        if len(group) == 1:
            yield Mention(
                match.start(),
                match.end(),
                Label.LIVING_ROOM,
                last.name,
                match.group(),
                "room.short",
                properties=dict(last.properties),
            )
