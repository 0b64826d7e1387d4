"""When a stop was made, and as which one."""

from __future__ import annotations

import re
from typing import Final

from extractors.document import DateMention
from extractors.frames.journey import Trip, later, number
from extractors.frames.passage import DATE, Passage, Token
from extractors.frames.storyline import NTH_DAY
from extractors.frames.targets import Find

_SETS_OUT: Final = re.compile(r"赴|前往|出访|出发|启程|访问|踏上|奔赴|走向")
_RETURNS: Final = re.compile(r"(?:前|晚)?(?:返程|返回|回到|返抵|离开)")
_NUMBER: Final = re.compile(r"[一二两三四五六七八九十\d]+(?=个?(?:站|点|处|家))")


def day_of(passage: Passage, find: Find, trip: Trip, running: str | None) -> str | None:
    """The date of a stop: as counted (第二天), as said before it in the sentence, else the running day.

    A range, the day on which a longer trip sets out, and that on which a visit is said to have ended, date no stop.
    """
    if find.rule == "ended":
        return None
    before = [t for t in passage.between(0, find.token.at, DATE) if t.date is not None]
    if before and _RETURNS.match(passage.text, before[-1].at + 1):
        return None
    counted = next(iter(reversed([*NTH_DAY.finditer(passage.text, 0, find.token.at)])), None)
    if before and (counted is None or counted.start() < before[-1].at):
        counted = NTH_DAY.fullmatch(passage.surface(before[-1]))
    if counted is not None and trip.first_day:
        if counted["last"]:
            return trip.last_day
        return later(trip.first_day, 0 if counted["first"] else number(counted["n"]) - 1)
    said = before[-1].date if before else None
    if said is None:
        return running
    away = trip.long and said.value == trip.date and _SETS_OUT.match(passage.text, find.trigger)
    return None if said.until is not None or away else said.value


def day_after(passage: Passage, trip: Trip | None, running: str | None) -> str | None:
    """The day on which the story stands after a sentence."""
    for token in passage.tokens:
        if token.date is not None and trip is not None and trip.may_be(token.date.value):
            unclear = passage is trip.introduced and trip.long
            exact = not token.date.until and len(token.date.value) == len("2021-06-07")
            running = token.date.value if exact and not unclear else None
    return running


def date_before(passage: Passage, token: Token) -> DateMention | None:
    """The date that a sentence gives a delegation: the last one before its name."""
    before = [t.date for t in passage.between(0, token.at, DATE) if t.date is not None]
    return before[-1] if before else None


def position_of(find: Find, trip: Trip) -> int | None:
    """The number of a stop: as said, 1 for the first, one more than the last known for the last."""
    if find.station is None:
        return None
    said = _NUMBER.search(find.station)
    if said:
        return number(said.group())
    if "首" in find.station or "头" in find.station:
        return 1
    known = max((s.position for s in trip.stops if s.position), default=0)
    return known + 1 if known > 1 else None
