"""Traditional characters to simplified ones, character by character where it can be done.

Method: OpenCC `t2s`. It leaves 著 where 着 is meant (看著, 隨著) and 藉 where 借 is (藉鑑),
because both stand in simplified dictionaries too; in a text that is traditional they are set right here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Protocol

from opencc import OpenCC

from extractors.text.aligned import Aligned


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


@cache
def _converter() -> _Converter:
    converter: _Converter = OpenCC("t2s")
    return converter


_VARIANTS: Final = str.maketrans("裏説産綫衞爲峯啓温户内册黄强别宫", "里说产线卫为峰启温户内册黄强别宫")
"""Forms of Hong Kong and of old fonts that `t2s` may leave."""

_WRITTEN: Final = re.compile(r"(?<![名原编显卓昭论专译巨合拙遗新土所])著(?![名作书称者述录有文])")
"""著 where it is not the writing of a book or a mark of fame."""

_BORROWED: Final = re.compile(r"藉(?=[鉴由助着此以机口])|(?<=凭)藉")

_SHARE: Final = 0.02
"""From this share of traditional characters on a text is taken to be traditional."""


def simplify(text: str) -> str:
    """The text in simplified script (a name, a query); not aligned."""
    return _converter().convert(text).translate(_VARIANTS)


def simplified(source: Aligned) -> Aligned:
    """The text in simplified script; simplified text passes unchanged."""
    text = source.text
    new = _converter().convert(text)
    if new == text and not _has_variant(text):
        return source
    result = source.realigned(new) if len(new) == len(text) else _by_lines(source)
    return result.replaced(_particles(result.text.translate(_VARIANTS), text))


def _has_variant(text: str) -> bool:
    return any(ord(c) in _VARIANTS and _VARIANTS[ord(c)] != ord(c) for c in set(text))


def _by_lines(source: Aligned) -> Aligned:
    edits, at = [], 0
    for line in source.text.splitlines(keepends=True):
        new = _converter().convert(line)
        if new != line:
            edits += [(at + a, at + b, c) for a, b, c in _differences(line, new)]
        at += len(line)
    return source.edited(edits)


def _differences(old: str, new: str) -> list[tuple[int, int, str]]:
    if len(old) == len(new):
        return [(i, i + 1, b) for i, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    # OpenCC changes lengths only in whole phrases, so the common beginning and end bound the change closely enough.
    head = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return [(head, len(old) - tail, new[head : len(new) - tail])]


def _particles(text: str, before: str) -> str:
    changed = sum(a != b for a, b in zip(text, before, strict=False)) if len(text) == len(before) else len(text)
    if changed < _SHARE * len(text):
        return text
    return _BORROWED.sub("借", _WRITTEN.sub("着", text)).replace("甚么", "什么")
