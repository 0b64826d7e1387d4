"""Lists of stops in a folded sentence.

    list         看了四处：Ⓢ、Ⓢ、Ⓢ · 五座城市——Ⓟ、Ⓟ、Ⓟ
    enumeration  第二类是一部简史：Ⓢ、Ⓢ和Ⓢ等。
    swept        盖房子的Ⓢ、送外卖的Ⓢ，再加上Ⓢ，Ⓖ逐一登门 · Ⓢ、Ⓢ……占到考察点的三分之一
    after        Ⓢ之后是Ⓢ、Ⓢ

Not: 三份协议：Ⓢ与Ⓢ… (no itinerary).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.frames.passage import PERSON, PLACE, SPOT, Passage
from extractors.frames.targets import NAME, PLAIN, Find, chain, clause_end

_LIST: Final = re.compile(
    r"(?:看了|走了|跑了|走访|参观|考察|行程|依次是|分别是|走过|到了|先后|敲开了门)[^，。；：:]{0,18}(?:[：:]|——?)"
    r"|[一二两三四五六七八九十\d]+(?:座城市|个城市|个点|处|站|地|家)(?:——?|[：:])"
)
_ENUMERATION: Final = re.compile(
    rf"(?:[：:]|，即|——?)(?=(?:{NAME}{PLAIN}{{0,6}}(?:、|和|与|及|以及)){{1,12}}{PLAIN}{{0,6}}{NAME}"
    rf"(?:等[^，。；]{{0,8}})?(?:[，。；]|$))"
)
_NO_ITINERARY: Final = re.compile(r"签|协议|合作|会员|成员|来自|项目|单位|包括|出席|参加|榜|对标|学习|发起")


def lists(passage: Passage) -> Iterator[Find]:
    """Stops behind a colon or a dash."""
    for match in _LIST.finditer(passage.text):
        for token in chain(passage, match.end(), len(passage.text), lists=True):
            yield Find(token, match.start(), match.end(), "list")
    for match in _ENUMERATION.finditer(passage.text):
        opens = max(passage.text.rfind(mark, 0, match.start()) for mark in "。；") + 1
        if _NO_ITINERARY.search(passage.text, opens, match.start()):
            continue
        for token in chain(passage, match.end(), len(passage.text)):
            yield Find(token, match.start(), match.end(), "enumeration")


_SWEPT: Final = re.compile(
    r"(?:逐一|一一|逐个|依次|挨个|都|全都)(?:登门|走访|到访|走到|走了|看过|看了|去了)|(?:……|等)[^。；]{0,24}(?:考察点|参观点|考察对象|点位)|留下了?[^，。；]{0,8}(?:足迹|脚印|身影)|没落下|没有落下"
)
_SWEPT_LINK: Final = re.compile(rf"{PLAIN}{{0,10}}(?:、|，|和|与|及|以及)?(?:再加上|还有|以及)?{PLAIN}{{0,12}}")


def swept(passage: Passage) -> Iterator[Find]:
    """A list whose last words say that all of it was seen (Ⓢ、盖房子的Ⓢ，再加上Ⓢ，Ⓖ逐一登门)."""
    for match in _SWEPT.finditer(passage.text):
        opens = max(passage.text.rfind(mark, 0, match.start()) for mark in "。；！？") + 1
        last = match.start()
        for token in reversed([*passage.between(opens, match.start(), PLACE + SPOT + PERSON)]):
            gap = passage.text[token.at + 1 : last]
            first = last == match.start()
            if token.kind == PERSON or token.at in passage.titles or len(gap) > 24:
                break
            if not first and not _SWEPT_LINK.fullmatch(gap):
                break
            last = token.at
            yield Find(token, match.start(), match.end(), "swept")


_ROLL: Final = re.compile(rf"(?:{NAME}{PLAIN}{{0,6}}、?){{3,}}…+")


def rolls(passage: Passage) -> Iterator[Find]:
    """A sentence that is nothing but a roll of names and trails off."""
    match = _ROLL.fullmatch(passage.text.strip())
    if match is not None:
        last = passage.text.index("…")
        for token in passage.between(0, last, PLACE + SPOT):
            yield Find(token, last, last + 1, "list")


_AFTER: Final = re.compile(rf"(?P<m>{NAME})(?:之后|过后|以后)(?:就|便)?是(?={PLAIN}{{0,6}}{NAME})")


def after(passage: Passage) -> Iterator[Find]:
    """Stops that follow one another."""
    for match in _AFTER.finditer(passage.text):
        for token in (
            *passage.between(match.start("m"), match.start("m") + 1, PLACE + SPOT),
            *chain(passage, match.end(), clause_end(passage.text, match.end())),
        ):
            yield Find(token, match.start("m") + 1, match.end(), "after")
