"""Bodies of a list that share their head, which is counted.

Reads
    正泰、德力西、天正三家集团          正泰集团, 德力西集团, 天正集团
    苏州、无锡、常州三个高新区          苏州高新区, 无锡高新区, 常州高新区
    湘鄂赣三省发展改革委                湖南省发展改革委, 湖北省发展改革委, 江西省发展改革委
Must not read
    走访了三家集团                      no names
    机械、电子两个行业                  no bodies
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors import lexicon
from extractors.document import Document, Mention
from extractors.entities.words import Words
from graph.model import Label
from graph.places import gazetteer

_LABELS = {
    **dict.fromkeys(("集团", "公司", "银行", "证券"), Label.ENTERPRISE),
    **dict.fromkeys(
        ("大学", "商会", "街道", "镇", "乡", "医院", "协会", "学院", "中学", "小学", "海关", "工商联"),
        Label.ORGANIZATION,
    ),
    **dict.fromkeys(("高新区", "经开区", "开发区", "新区", "保税区"), Label.DISTRICT),
    **dict.fromkeys(("港", "机场", "景区", "古镇", "产业园"), Label.SITE),
}
_HEAD = re.compile(
    r"([\u4e00-\u9fff]{2,10}(?:[、和与及][\u4e00-\u9fff]{2,10}){1,12})[两二三四五六七八九十]{1,2}[家个所座大支]"
    rf"({lexicon.alternatives(frozenset(_LABELS))})"
)
_LETTERS = re.compile(
    r"([京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇陕甘青宁新蒙藏]{2,5})[两三四五][省市地]"
    rf"((?:{lexicon.alternatives(lexicon.words('bureaus', 'stems'))})"
    rf"(?:{lexicon.alternatives(lexicon.words('bureaus', 'heads'))}))"
)
_SEPARATOR = re.compile(r"[、和与及]")
_NAME_TAGS = frozenset({"n", "nz", "nw", "ORG", "LOC", "PER", "ns"})


def find_counted_heads(document: Document, words: Words) -> list[Mention]:
    """Mentions of bodies that share a counted head, each over the stretch that holds it."""
    return [*_listed(document, words), *_of_letters(document)]


def _listed(document: Document, words: Words) -> Iterator[Mention]:
    for match in _HEAD.finditer(document.text):
        head = match.group(2)
        at = match.start(1)
        for number, item in enumerate(_SEPARATOR.split(match.group(1))):
            end = at + len(item)
            start = _begin(words, at, end) if number == 0 else at
            if end - start > 1:
                short = document.text[start:end]
                yield _mention(document, start, match.end(), _LABELS[head], short + head, (short,))
            at = end + 1


def _begin(words: Words, start: int, end: int) -> int:
    """Where the first item begins behind the verb that governs the list."""
    at = end
    while at > start:
        token = words.before(at)
        if token is None or token.tag not in _NAME_TAGS:
            break
        at = max(token.start, start)
    return at


def _of_letters(document: Document) -> Iterator[Mention]:
    for match in _LETTERS.finditer(document.text):
        for at, letter in enumerate(match.group(1)):
            place = next((p for p in gazetteer().by_name(letter) if p.label in {Label.PROVINCE, Label.CITY}), None)
            if place is not None:
                name = place.name + match.group(2)
                yield _mention(document, match.start() + at, match.end(), Label.ORGANIZATION, name, ())


def _mention(document: Document, start: int, end: int, label: Label, name: str, also: tuple[str, ...]) -> Mention:
    return Mention(start, end, label, name, document.text[start:end], "lists.head", properties={"also": also})
