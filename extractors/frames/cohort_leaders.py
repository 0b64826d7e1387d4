"""Who heads a batch of trainees.

Reads (folded: Ⓝ a person, Ⓢ a body):
    带队的Ⓢ副主任Ⓝ · 领队，由市计委副主任Ⓝ担任 · 领队是市人社局副局长Ⓝ · 该批领队、Ⓢ的Ⓝ · 领头的Ⓝ
    100人由Ⓢ副部长Ⓝ带队 · 由市教育局副局长Ⓝ带着 · 由Ⓢ副校长Ⓝ任队长
    Ⓝ挂在Ⓢ，他是Ⓢ的科长，也是小队的队长 · 镇党委副书记Ⓝ也在这里，他是带队的
Not read: 副队长Ⓝ · 队员Ⓝ · 支队长Ⓝ
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.frames.passage import PERSON, Passage, Token

_HEAD: Final = r"(?<![副支大总中])(?:总?领队|队长|带队|领头|带头)(?!员)"
_TITLE: Final = rf"[^。；！？，：“”{PERSON}]{{0,30}}?"
_PATTERNS: Final = (
    re.compile(rf"{_HEAD}(?:的|人|者)?(?:，?由|就?是|为|：|、|系)?{_TITLE}(?P<n>{PERSON})(?!任副)"),
    re.compile(
        rf"由{_TITLE}(?P<n>{PERSON})(?:亲自)?(?:带队|领队|率领|率队|带领|带着|领着|带过|(?:担)?任(?:总?领队|队长))"
    ),
    re.compile(rf"(?P<n>{PERSON})(?:亲自)?(?:带队|率队|(?:担)?任(?:总?领队|队长))"),
    re.compile(rf"(?P<n>{PERSON})[^。；“”{PERSON}]{{0,30}}?(?:是|任|兼)[^，。；副]{{0,8}}(?:(?<!副)队长|领队|带队的)"),
)


def leaders(passage: Passage) -> Iterator[Token]:
    """Persons that a sentence about a batch makes its head, each once."""
    found: set[int] = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(passage.text):
            token = passage.token(match.start("n"))
            if token is not None and token.at not in found:
                found.add(token.at)
                yield token
