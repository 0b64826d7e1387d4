"""Lines that a fixed width broke, joined again, so that no name is cut in two.

A text is hard-wrapped where many lines have nearly the same, small width and end in the middle of a sentence.
A line is joined to the next if it is about as wide as the others and the next does not begin a paragraph
(indented, or after an empty line).
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Final

from extractors.text.aligned import Aligned

_WIDEST: Final = 60
_SLACK: Final = 2
_LEAST: Final = 4
"""So many lines of about one width make a wrapped text."""
_INDENT: Final = ("　　", "  ", "\t", "　")
_END: Final = "。！？；…”」!?"


def joined(source: Aligned) -> Aligned:
    """The text without the line breaks that a fixed width made."""
    rows = source.text.split("\n")
    width = _wrapped_width(rows)
    if not width:
        return source
    breaks, at = [], 0
    for row, following in pairwise(rows):
        at += len(row)
        body = following.strip()
        if width - _SLACK <= len(row.rstrip()) <= width + 1 and body and not following.startswith(_INDENT):
            breaks.append((at, at + 1))
        at += 1
    return source.without(breaks)


def _wrapped_width(rows: list[str]) -> int:
    """The width at which the text was wrapped; 0 if it was not."""
    lengths = Counter(len(row.rstrip()) for row in rows if row.strip())
    if not lengths:
        return 0
    total = sum(lengths.values())
    width = max(lengths, key=lambda n: sum(lengths[n - d] for d in range(_SLACK + 1)) + n / 1000)
    near = [row for row in rows if width - _SLACK <= len(row.rstrip()) <= width]
    cut = [row for row in near if not row.rstrip().endswith(tuple(_END))]
    wrapped = len(near) >= _LEAST and len(near) >= total / 2 and len(cut) >= len(near) / 2
    return width if wrapped and 8 <= width <= _WIDEST else 0
