"""Targets of travelling in a folded sentence, and the lists of names that follow the words that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.frames.passage import DATE, GROUP, PERSON, PLACE, SPOT, Passage, Token

NAME: Final = f"[{PLACE}{SPOT}]"
"""A name that can be gone to, in a pattern over a folded sentence."""
PLAIN: Final = r"[^，。；：！？,;:\n\ue000-\ue006]"
"""A character that is neither a mark nor a folded name."""

_CLAUSE_END: Final = re.compile(r"[，。；！？,;\n“”]")
_OBJECT_STOP: Final = re.compile(
    r"座谈|会谈|会见|对接|签署|签订|签约|签下|签了|如何|怎样|怎么|召开|举行|参加|出席|推介|洽谈|打拼|介绍|对标|借鉴|取得|建设的|邀请|返回|出发|回来|回程|"
    r"出口|进口|期间|以后|以来|之后|之前"
)
_LINK: Final = re.compile(
    rf"^{PLAIN}{{0,10}}(?:、|和|与|及|以及|还有)(?:同在|位于|设在|地处)?{PLAIN}{{0,6}}$|^(?:的|里的|境内的|下辖的|市区的|旁的|内的)?$|^的{PLAIN}{{1,6}}$"
)
_BEFORE_FIRST: Final = re.compile(
    rf"^(?:了|过|完|罢|着|的是|的|往|进|到|在|于)?(?:位于|地处|设在|同在|建在|素有|著名的|被称为)?{PLAIN}{{0,14}}$"
)
_COLON: Final = re.compile(r"^[^。；！？，]{0,16}[：:]$")


_LOOSE: Final = re.compile(rf"[^{PERSON}{GROUP}。]{{0,12}}")
_IN: Final = ("位于", "地处", "来自", "同在")


@dataclass(frozen=True, slots=True)
class Find:
    """A target, where the words that lead to it stand, and which way of speaking it is."""

    token: Token
    trigger: int
    """Position in the folded sentence."""
    trigger_end: int
    rule: str
    station: str | None = None


def chain(passage: Passage, at: int, limit: int, *, lists: bool = False) -> Iterator[Token]:
    """The objects that begin at a position: the first name and those that are linked to it."""
    last: Token | None = None
    for token in passage.tokens:
        if token.at < at:
            continue
        if token.at >= limit:
            return
        gap = passage.text[at if last is None else last.at + 1 : token.at]
        if token.kind not in PLACE + SPOT:
            if token.kind == DATE and (lists or (last is None and len(gap) <= 2)):
                at = token.at + 1
                continue
            return
        if _OBJECT_STOP.search(gap):
            return
        if last is None:
            if not _BEFORE_FIRST.match(gap) and not (lists and _COLON.match(gap)):
                return
        elif not _LINK.match(gap) and not (lists and _LOOSE.fullmatch(gap)):
            return
        last = token
        if not gap.endswith(_IN):
            yield token


def clause_end(text: str, at: int) -> int:
    """Where the clause that holds a position ends; a colon before a list does not end it."""
    found = _CLAUSE_END.search(text, at)
    return found.start() if found else len(text)
