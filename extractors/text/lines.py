"""Lines that were broken in the middle of a sentence, joined again, so that no name is cut in two.

By a fixed width: many lines have nearly the same, small width and end in the middle of a sentence; a line is joined to
the next if it is about as wide as the others and the next begins no paragraph (indented, or after an empty line).
By taste, as on small screens: where nearly all lines are short, a line that ends with a comma, or without a mark before
a line that goes on (在…, 签了…), is joined to the next.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Final

from extractors.text.aligned import Aligned

_NARROWEST: Final = 12
_WIDEST: Final = 60
_SLACK: Final = 2
_LEAST: Final = 4
"""So many lines of about one width, each with another right below, make a wrapped text."""
_INDENT: Final = ("　　", "  ", "\t", "　")
_SHORT: Final = 26
_MANY: Final = 15
_PAUSE: Final = "，、,"
_GOING_ON: Final = (
    "在",
    "于",
    "与",
    "和",
    "同",
    "向",
    "为",
    "签了",
    "签署",
    "看了",
    "来到",
    "走进",
    "举行",
    "并",
    "还",
    "也",
)
_END: Final = ("。", "！", "？", "；", "…", "”", "」", "!", "?", "：")


def joined(source: Aligned) -> Aligned:
    """The text without the line breaks that a fixed width or a small screen made."""
    rows = source.text.split("\n")
    width = _wrapped_width(rows)
    short = _is_short_lined(rows)
    if not width and not short:
        return source
    breaks, at = [], 0
    for row, following in pairwise(rows):
        at += len(row)
        if following.strip() and (_is_cut(row, following, width) if width else _goes_on(row, following)):
            breaks.append((at, at + 1))
        at += 1
    return source.without(breaks)


def _is_cut(row: str, following: str, width: int) -> bool:
    """Whether a fixed width cut a line."""
    return width - _SLACK <= len(row.rstrip()) <= width + 1 and not following.startswith(_INDENT)


def _goes_on(row: str, following: str) -> bool:
    """Whether a short line goes on in the next."""
    end = row.rstrip()[-1:]
    return end in _PAUSE or ((end.isalnum() or end in "”》") and following.startswith(_GOING_ON) and ("：" not in row))


def _is_short_lined(rows: list[str]) -> bool:
    lines = [row.strip() for row in rows if row.strip()]
    paused = sum(line[-1] in _PAUSE for line in lines)
    return len(lines) >= _MANY and paused >= 3 and sum(len(line) <= _SHORT for line in lines) >= 0.85 * len(lines)


def _wrapped_width(rows: list[str]) -> int:
    """The width at which the text was wrapped; 0 if it was not."""
    lengths = Counter(len(row.rstrip()) for row in rows if row.strip())
    if not lengths:
        return 0
    width = max(lengths, key=lambda n: sum(lengths[n - d] for d in range(_SLACK + 1)) + n / 1000)
    near = [row for row in rows if width - _SLACK <= len(row.rstrip()) <= width]
    cut = [row for row in near if not row.rstrip().endswith(_END)]
    followed = sum(_is_cut(row, following, width) for row, following in pairwise(rows) if following.strip())
    wrapped = followed >= _LEAST and len(near) >= lengths.total() / 2 and len(cut) >= len(near) / 2
    return width if wrapped and _NARROWEST <= width <= _WIDEST else 0
