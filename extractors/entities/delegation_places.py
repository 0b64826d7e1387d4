"""Places as the grammar of delegations needs them: which place begins, ends or is abbreviated at a character."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from extractors.document import Document, Mention
from extractors.entities.delegation_words import ABBREVIATIONS
from graph.model import PLACES

_PEOPLES: Final = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|撒拉|"
    "毛南|仡佬|锡伯|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|各"
)
_SUFFIX: Final = re.compile(
    rf"(?:市|省|特别行政区|(?:(?:{_PEOPLES})族?)*(?:(?:{_PEOPLES})族)自治[区州县旗]|蒙古自治[州县]|自治区|地区|自治州)$"
)
_JOIN: Final = re.compile(r"、|和|与|及|以及")
_TAIL: Final = re.compile(r"等?(?:[两三四五]地|[两三四五]市|[两三四五]省市?|[两三四五]县|等地)?")


@lru_cache(maxsize=8192)
def short_place(name: str) -> str:
    """The name of a place without the word for its rank: 青岛市 → 青岛, 临夏回族自治州 → 临夏; 市南区 stays."""
    if name.endswith("州") and name[:-1] in _PREFECTURES:
        return name[:-1]
    short = _SUFFIX.sub("", name)
    return short if len(short) > 1 else name


_PREFECTURES: Final = frozenset(
    (
        "延边",
        "恩施",
        "湘西",
        "阿坝",
        "甘孜",
        "凉山",
        "黔西南",
        "黔东南",
        "黔南",
        "楚雄",
        "红河",
        "文山",
        "西双版纳",
        "大理",
        "德宏",
        "怒江",
        "迪庆",
        "临夏",
        "甘南",
        "海北",
        "黄南",
        "海南",
        "果洛",
        "玉树",
        "海西",
        "昌吉",
        "博尔塔拉",
        "巴音郭楞",
        "克孜勒苏",
        "伊犁",
    )
)
"""Autonomous prefectures (GB/T 2260), whose everyday name ends in 州 that is no part of it."""


class PlaceIndex:
    """Where the places of an article begin and end."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.begins: dict[int, Mention] = {}
        self.ends: dict[int, Mention] = {}
        for mention in document.mentions:
            if mention.label not in PLACES:
                continue
            for index, at in ((self.begins, mention.start), (self.ends, mention.end)):
                if at not in index or len(index[at].surface) < len(mention.surface):
                    index[at] = mention
        self.short = {short_place(m.name) for m in document.mentions if m.label in PLACES}
        self.home = short_place(document.home.name) if document.home else None

    def ending_at(self, end: int) -> tuple[int, str] | None:
        """Start (with the provinces in front) and short name of the place that ends at a character."""
        place = self.ends.get(end)
        if place is None:
            return None
        start = place.start
        while (outer := self.ends.get(start)) is not None and outer.start < start:
            start = outer.start
        return start, short_place(place.name)

    def outermost(self, start: int, end: int) -> str:
        """Short name of the first place of a chain that fills a stretch."""
        first = self.begins[start]
        return short_place(first.name) if first.end <= end else short_place(self.ends[end].name)

    def chain_from(self, start: int) -> tuple[int, str, str] | None:
        """End of the chain of places (省, 市, 区) that begins at a character, short names of its first and last."""
        first = last = self.begins.get(start)
        if first is None or last is None:
            return None
        while (inner := self.begins.get(last.end)) is not None:
            last = inner
        return last.end, short_place(first.name), short_place(last.name)

    def beginning_at(self, start: int) -> tuple[int, list[str]] | None:
        """End and short names of the place, or the list of places, that begins at a character."""
        names: list[str] = []
        at = start
        while (place := self.begins.get(at)) is not None:
            while (inner := self.begins.get(place.end) or self.within(place.end)) is not None:
                place = inner
            names.append(short_place(place.name))
            at = place.end
            joint = _JOIN.match(self.text, at)
            if joint is None or joint.end() not in self.begins:
                break
            at = joint.end()
        if not names:
            return self.abbreviated_at(start)
        tail = _TAIL.match(self.text, at)
        return (tail.end() if tail else at), names

    def within(self, end: int) -> Mention | None:
        """The place that 的 joins to one that ends at a character: 江苏的南京."""
        return self.begins.get(end + 1) if self.text[end : end + 1] == "的" else None

    def abbreviated_at(self, start: int) -> tuple[int, list[str]] | None:
        """The place whose short form of one character stands there: one that the article names, else the usual one."""
        letter = self.text[start : start + 1]
        known = ABBREVIATIONS.get(letter)
        if known is not None and known in self.short:
            return start + 1, [known]
        named = sorted((n for n in self.short if letter and n.startswith(letter) and len(n) <= 3), key=len)
        if named or known:
            return start + 1, [named[0] if named else str(known)]
        return None
