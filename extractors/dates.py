"""Dates of the text, resolved at the precision that the text gives."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from extractors.document import DateMention

_FULL: Final = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?")


def find_dates(text: str, published: str | None = None) -> list[DateMention]:
    """All dates in their order."""
    return [
        DateMention(m.start(), m.end(), value)
        for m in _FULL.finditer(text)
        if (value := _iso(*(int(g) if g else None for g in m.groups())))
    ]


def _iso(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    try:
        date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join([f"{year:04}", *(f"{n:02}" for n in (month, day) if n)])
