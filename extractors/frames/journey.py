"""What a trip is: who travels, who heads it, when, and the stops that the text tells of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from extractors.document import DateMention, Entity
from extractors.frames.passage import Passage
from graph.model import PLACES, Status
from graph.periods import meet

_DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_USUAL_LENGTH: Final = 10
"""Days that a trip without a stated end is taken to last at most when a day is looked for in it."""
_LONGEST: Final = 20
"""Days after its start beyond which nothing belongs to a trip without a stated end."""


@dataclass(slots=True)
class Stop:
    """Something that was gone to: by which rule it was found, where the text says so, when, and as which stop."""

    target: Entity
    start: int
    end: int
    rule: str
    status: Status
    date: str | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Leader:
    """Who heads a delegation, and the sentence that says so."""

    person: Entity
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Trip:
    """One delegation's journey, or one person's."""

    traveller: Entity
    introduced: Passage
    """The sentence that names it first."""
    said: DateMention | None = None
    """The date that the sentence which names it first gives it, else the first date of its story."""
    told: str | None = None
    """The latest day of its story."""
    planned: bool = False
    """Whether it is named first as something to come."""
    called_off: bool = False
    """Whether the sentence that names it first puts it off, and no stop is known."""
    people: set[str] = field(default_factory=set)
    """Ids of persons who travel with it."""
    leaders: list[Leader] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)

    @property
    def date(self) -> str | None:
        """When it set out, at the precision of the text: as its own sentence says, else as the delegation is known."""
        start, said = self.traveller.properties.get("start"), self.said.value if self.said else None
        if isinstance(start, str) and (said is None or _near(start, said)):
            return start
        return said

    @property
    def origin(self) -> str | None:
        """The name of the place that it comes from."""
        origin = self.traveller.properties.get("origin")
        return origin if isinstance(origin, str) else None

    @property
    def first_day(self) -> str | None:
        """The day on which it set out, if the text has it."""
        return self.date if self.date and len(self.date) == 10 else None

    @property
    def last_day(self) -> str | None:
        """Its last day: as said, else counted from the days that it took."""
        end, days = self.end, self.traveller.properties.get("days")
        if end is not None and len(end) == 10:
            return end
        return later(self.first_day, days - 1) if self.first_day and isinstance(days, int) else None

    @property
    def end(self) -> str | None:
        """Its end, as far as it is said and lies after its start."""
        until = self.said.until if self.said else None
        for end in (self.traveller.properties.get("end"), until):
            if isinstance(end, str) and (self.date is None or end >= self.date):
                return end
        return None

    @property
    def long(self) -> bool:
        """Whether it took more than a day."""
        days = self.traveller.properties.get("days")
        last = self.last_day or self.told
        return (isinstance(days, int) and days > 1) or bool(last and self.first_day and last > self.first_day)

    @property
    def whole(self) -> str | None:
        """The date of the whole trip: its day if it lasted one, else the month in which it began."""
        return self.date[:7] if self.date is not None and self.long else self.date

    @property
    def status(self) -> Status:
        """Planned where all that is said of it is planned; where no stop is known, as it is named first."""
        planned = [s.status is Status.PLANNED for s in self.stops] or [self.planned]
        return Status.PLANNED if all(planned) else Status.DONE

    def covers(self, day: str) -> bool:
        """Whether a day lies within it."""
        if not self.first_day or len(day) != 10:
            return False
        return self.first_day <= day <= (self.last_day or later(self.first_day, _USUAL_LENGTH))

    def may_be(self, day: str) -> bool:
        """Whether something at this date can belong to it: true unless both are known and far apart."""
        if not self.date:
            return True
        size = min(len(day), len(self.date))
        if size < 10:
            return day[:size] == self.date[:size] or (size == 7 and abs(_months(day) - _months(self.date)) <= 1)
        return later(self.date, -1) <= day <= later(self.last_day or later(self.date, _LONGEST), 1)


@dataclass(frozen=True, slots=True)
class Scene:
    """A folded sentence, the trip that it tells of, and the day on which it plays as far as known before it."""

    passage: Passage
    trip: Trip | None
    day: str | None


@dataclass(frozen=True, slots=True)
class Journeys:
    """The trips of an article, and its sentences with the trip that each belongs to."""

    trips: list[Trip]
    scenes: list[Scene]

    def of(self, traveller: Entity) -> Trip | None:
        """The trip of a delegation or person."""
        return next((trip for trip in self.trips if trip.traveller is traveller), None)


def same_place(entity: Entity, name: str) -> bool:
    """Whether a place is the one that a delegation's property names (青岛 and 青岛市)."""
    if entity.label not in PLACES:
        return False
    return any(
        form == name or (len(form) > 1 and (name.endswith(form) or _bare(form) == _bare(name)))
        for form in (entity.name, *entity.aliases)
    )


def later(day: str, days: int) -> str:
    """An ISO day some days later, or earlier."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def number(text: str) -> int:
    """A small Chinese or Arabic number: 12 for 十二."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.get(text, 0)
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)


def _near(one: str, other: str) -> bool:
    """Whether two dates may belong to one trip."""
    if one == other:
        return True
    if len(one) == len(other) == 10:
        return later(one, -_USUAL_LENGTH) <= other <= later(one, _USUAL_LENGTH)
    return meet(one, other)


def _bare(name: str) -> str:
    return name.rstrip("市县区省旗州") if len(name) > 2 else name


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])
