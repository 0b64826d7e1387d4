"""Whole numbers in digits, Chinese numerals and both: 150, 1,200, 三, 两百一十, 十二, 1.2万, 3亿."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

DIGITS: Final = "〇零一二三四五六七八九"
_VALUES: Final = {
    **{c: i - 1 for i, c in enumerate(DIGITS)},
    "〇": 0,
    "○": 0,
    "两": 2,
    "俩": 2,
    "仨": 3,
    "廿": 20,
    "卅": 30,
}
_SMALL: Final = {"十": 10, "百": 100, "千": 1000}
_LARGE: Final = {"万": 10_000, "亿": 100_000_000}

CHINESE: Final = "〇○零一二两三四五六七八九十廿卅百千"
"""Characters of Chinese numerals below 万."""


def parse(text: str) -> int | None:
    """The number that a text writes; None if it is none or no whole number.

    三 → 3, 一百二十 → 120, 两千零五 → 2005, 二〇一九 → 2019, 1.2万 → 12000, 3,000 → 3000.
    """
    text = text.replace(",", "").strip()
    if not text:
        return None
    factor = 1
    while len(text) > 1 and text[-1] in _LARGE | _SMALL and text[0].isdigit():
        factor *= (_LARGE | _SMALL)[text[-1]]
        text = text[:-1]
    if text[0].isdigit() and text[0].isascii():
        return _decimal(text, factor)
    total: int | None = 0
    for large in ("亿", "万"):
        head, mark, tail = text.partition(large)
        if mark:
            part = _below_ten_thousand(head)
            if part is None or total is None:
                return None
            total, text = total + part * _LARGE[large], tail
    rest = _below_ten_thousand(text) if text else 0
    return None if rest is None or total is None else total + rest


def _decimal(text: str, factor: int) -> int | None:
    try:
        value = Decimal(text) * factor
    except InvalidOperation:
        return None
    return int(value) if value == int(value) else None


def _below_ten_thousand(text: str) -> int | None:
    if not text or any(c not in _VALUES and c not in _SMALL for c in text):
        return None
    if len(text) > 1 and not any(c in _SMALL or c in "廿卅" for c in text):
        return int("".join(str(_VALUES[c]) for c in text))
    total, digit = 0, None
    for character in text:
        if character in _SMALL:
            total += (1 if digit is None else digit) * _SMALL[character]
            digit = None
        elif character in "廿卅":
            total += _VALUES[character]
        elif character not in "〇零○":
            digit = _VALUES[character]
    return total + (digit or 0)
