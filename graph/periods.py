"""ISO 8601 dates at the precision of the text, as periods of days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTH_LENGTH = 7


def is_date(text: str) -> bool:
    """Whether a text is an ISO 8601 year, month or day that exists (`2019`, `2019-05`, `2019-05-23`)."""
    if len(text) not in {4, MONTH_LENGTH, 10} or not text.isascii():
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def first_day(text: str) -> str:
    """The first day of a year, month or day, as `YYYY-MM-DD`."""
    return (text + "-01-01")[:10]


def last_day(text: str) -> str:
    """The last day of a year, month or day, as `YYYY-MM-DD`."""
    if len(text) == MONTH_LENGTH:
        return f"{text}-{monthrange(int(text[:4]), int(text[5:7]))[1]:02d}"
    return text + "-12-31" if len(text) == len("2019") else text


def meet(one: str, other: str) -> bool:
    """Whether two dates can both hold of one thing: one is the other at a coarser precision."""
    return one.startswith(other) or other.startswith(one)
