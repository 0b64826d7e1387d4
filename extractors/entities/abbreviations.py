"""Places named by one character, where the words around leave no doubt that it is a place.

Reads
    赴沪学习考察 · 抵港， · 来榕考察 · 在皖期间 · 访港澳        上海, 香港, 福州, 安徽, 香港 and 澳门
    代表团闽皖行 · 沪苏浙三地                                  each of the characters
    抵湛，                                                    湛江, if the article names it and no other place so begins
Must not read
    到港的货轮 · 来新开的店 · 在京东方                          a harbour, an adverb, a company

What a character stands for is in the lists of places; of two the one that the article names elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Mention
from graph.model import DOMESTIC, Label
from graph.places import Place, gazetteer

_PURPOSE: Final = (
    "学习|考察|参观|访问|调研|开展|对接|洽谈|走访|座谈|交流|出席|参加|回访|取经|推介|招商|签约|拜访|体悟|实训|挂职|跟班|培训|研修|期间|之行|"
    "举[办行]|会见|进行|看望"
)
_FOLLOWED: Final = rf"(?=[，。；、！\s]|后[，。]|{_PURPOSE})"
_SINGLE: Final = re.compile(rf"(?P<verb>赴|抵|访|来|返|在|驻|离)(?P<letters>[\u4e00-\u9fff]{{1,3}}?){_FOLLOWED}")
_ROW: Final = re.compile(
    r"(?P<verb>)(?P<letters>[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇陕甘港澳]{2,4})(?=之?行(?!业|动|政|为|长|程|走)|行记|[两三四][省市地])"
)


def find_abbreviations(document: Document) -> list[Mention]:
    """Mentions of places by one character.

    Args:
        document: with the places that are named in full among its mentions.

    Returns:
        one mention for each character, named as the place's short form.
    """
    spoken = {m.anchor for m in document.mentions if m.anchor is not None}
    home = gazetteer().by_anchor(document.home.anchor) if document.home and document.home.anchor else None
    taken = [(m.start, m.end) for m in document.mentions]
    mentions: dict[int, Mention] = {}
    for pattern in (_SINGLE, _ROW):
        for match in pattern.finditer(document.text):
            start, end = match.span("letters")
            places = [_place(letter, match["verb"], spoken, home) for letter in match["letters"]]
            if any(p is None for p in places) or any(s < end and start < e for s, e in taken):
                continue
            for at, place in enumerate(places, start):
                if place is not None:
                    surface = document.text[at]
                    mentions[at] = Mention(
                        at, at + 1, place.label, place.short, surface, "places.abbreviation", anchor=place.anchor
                    )
    return list(mentions.values())


def _place(letter: str, verb: str, spoken: set[str], home: Place | None) -> Place | None:
    """What a character stands for here: the article's home, a place that it names, else the usual one."""
    if home is not None and verb in {"来", "抵", "在"} and home.short.startswith(letter):
        return home
    known = _abbreviated(letter)
    named = next((p for p in known if p.anchor in spoken), None)
    if named is not None:
        return named
    initial = list(_beginning(letter, spoken))
    if verb in {"赴", "抵", "访", "来", "在", "返", "离"} and len(initial) == 1:
        return initial[0]
    return known[0] if known else None


@cache
def _abbreviated(letter: str) -> tuple[Place, ...]:
    places = [p for p in gazetteer().by_name(letter) if p.label in DOMESTIC and p.country in {"CN", None}]
    return tuple(sorted(places, key=lambda p: p.label is Label.DISTRICT))


def _beginning(letter: str, spoken: set[str]) -> Iterator[Place]:
    for anchor in spoken:
        place = gazetteer().by_anchor(anchor)
        if place is not None and place.label in {Label.CITY, Label.COUNTRY} and place.short.startswith(letter):
            yield place


@Language.component("tashan_abbreviations")
def abbreviations(doc: Doc) -> Doc:
    """The step of the pipeline, after the places that are named in full."""
    document: Document = doc._.document
    document.mentions += find_abbreviations(document)
    document.sort()
    return doc
