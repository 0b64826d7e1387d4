"""Trips: who travelled, with whom, when, and where they stopped, filled in over the sentences of an article.

A delegation opens a trip. Sentences after it whose subject is the delegation, a word that stands for it (考察团,
一行, 大家), one of its people, or nobody (随后…, 下午转到…, 第二站…) belong to it until another delegation is named or
the report turns away. Who receives and explains does not travel; who accompanies (陪着客人先看…) lends the delegation a
subject.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from extractors.document import Document, Entity
from extractors.frames.leadership import leads, members, pronoun_leads
from extractors.frames.passage import DATE, GROUP, PERSON, PLACE, SPOT, Passage, Token, fold
from extractors.frames.travel import Find, finds
from extractors.polarity import polarity
from graph.model import PLACES, DelegationKind, Label, Status

_TOURS: Final = frozenset({DelegationKind.STUDY_TOUR, DelegationKind.BUSINESS})
_PATIENCE: Final = 4
"""Sentences without any sign of the trip after which an omitted subject is no longer the delegation."""

_THIS_TIME: Final = re.compile(r"此番|此次|这次|此行|这一次|这趟")
_INVITED: Final = re.compile(r"邀请|欢迎|请[^，。]{0,10}到")
_TRAINEE: Final = re.compile(r"挂职|跟班|实训(?!基地|中心)|选派|研修|派驻")
_BATCH: Final = re.compile(r"学员|第[一二三四五六七八九十]批|首批|跟班|挂职|到岗")
_DROPPED: Final = re.compile(r"原(?:定|打算|计划|想|拟|本|准备)(?![^，。]*(?:改道|改为|改去))|打算|计划|本想")
_CALLED_OFF: Final = re.compile(r"取消|作罢|未能|没有?去成|没能|没成|推迟|没有?进去|未成行|落空|泡汤|改期|往后推")
_AHEAD: Final = re.compile(r"将于|定于|将赴|拟于|拟赴|计划|打算|将到|将前往|将率|将组")
_REPORTS: Final = re.compile(r"调研|考察|取经|参观|走访|视察|访问|看[过了]|学习|到访|拜访|去过|来过")
_ACCOMPANIES: Final = re.compile(r"陪|领着|带着|引导|引领")
_PREPOSITION: Final = re.compile(r"与|同(?!志)|跟|由(?!于)|对|向|请|陪|会见|接待|以|把|被|给|为(?!民)|拜会|约见|看望")
_SETS_OUT: Final = re.compile(r"赴|前往|出访|出发|启程|访问")
_NTH_DAY: Final = re.compile(r"第(?P<n>[一二三四五六七八九十]+)天|(?P<first>头一天|首日)|(?P<last>最后一天)")
_NUMBER: Final = re.compile(r"[一二两三四五六七八九十\d]+(?=个?(?:站|点|处|家))")
_DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}


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
    people: set[str] = field(default_factory=set)
    """Ids of persons who travel with it."""
    leaders: list[Leader] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)

    @property
    def date(self) -> str | None:
        """When it set out, at the precision of the text."""
        start = self.traveller.properties.get("start")
        return start if isinstance(start, str) else None

    @property
    def first_day(self) -> str | None:
        """The day on which it set out, if the text has it."""
        return self.date if self.date and len(self.date) == 10 else None

    @property
    def last_day(self) -> str | None:
        """Its last day: as said, else counted from the days that it took."""
        end, days = self.traveller.properties.get("end"), self.traveller.properties.get("days")
        if isinstance(end, str) and len(end) == 10:
            return end
        return _later(self.first_day, days - 1) if self.first_day and isinstance(days, int) else None

    @property
    def long(self) -> bool:
        """Whether it took more than a day."""
        days = self.traveller.properties.get("days")
        return (isinstance(days, int) and days > 1) or bool(self.last_day and self.last_day != self.first_day)

    @property
    def whole(self) -> str | None:
        """The date of the whole trip: its day if it lasted one, else its month, or year."""
        if self.date is None or not self.long:
            return self.date
        return self.date[:7] if self.last_day is None or self.last_day[:7] == self.date[:7] else self.date[:4]

    @property
    def status(self) -> Status:
        """Planned where all that is said of it is planned."""
        planned = [s.status is Status.PLANNED for s in self.stops]
        return Status.PLANNED if planned and all(planned) else Status.DONE

    def covers(self, day: str) -> bool:
        """Whether a day lies within it."""
        if not self.first_day or len(day) != 10:
            return False
        return self.first_day <= day <= (self.last_day or _later(self.first_day, 10))

    def may_be(self, day: str) -> bool:
        """Whether something at this date can belong to it: true unless both are known and far apart."""
        if not self.date:
            return True
        size = min(len(day), len(self.date))
        if size < 10:
            return day[:size] == self.date[:size] or (size == 7 and abs(_months(day) - _months(self.date)) <= 1)
        return _later(self.date, -1) <= day <= (_later(self.last_day or _later(self.date, 20), 1))


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


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


def find_trips(document: Document) -> Journeys:
    """Reads all trips of an article.

    Args:
        document: with sentences, dates, and mentions that have their entities.

    Returns:
        the trips of its delegations (tours and business), in the order in which they are first named, then those of
        persons who travel without one.
    """
    reader = _Reader(document)
    return Journeys(reader.read(), reader.scenes)


class _Reader:
    """Goes through an article sentence by sentence and remembers whose trip it tells."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.passages = fold(document)
        self.trips: dict[str, Trip] = {}
        self.persons: dict[str, Trip] = {}
        self.scenes: list[Scene] = []
        self.main: Trip | None = None
        self.current: Trip | None = None
        self.silence = 0
        """Sentences since the last sign of the current trip."""
        self.day: str | None = None
        self.person: Token | None = None
        """The person whom "he" may mean: the first one of the last sentence with persons."""

    def read(self) -> list[Trip]:
        named: Counter[str] = Counter()
        for passage in self.passages:
            for token in passage.tokens:
                entity = _delegation(token)
                if entity is not None and entity.properties.get("kind") in _TOURS:
                    named[self._open(entity, passage).traveller.id] += 1
        self.main = max(self.trips.values(), key=lambda t: named[t.traveller.id], default=None)
        self._each(self._people)
        self._each(self._stops)
        return [*self.trips.values(), *self.persons.values()]

    def _open(self, entity: Entity, passage: Passage) -> Trip:
        if entity.id not in self.trips:
            self.trips[entity.id] = Trip(entity, introduced=passage)
        return self.trips[entity.id]

    def _each(self, step: Callable[[Passage], None]) -> None:
        """Takes a step for each sentence, with the trip that it belongs to in `current`."""
        self.current, self.silence, self.day = None, _PATIENCE + 1, None
        paragraph = -1
        for passage in self.passages:
            if passage.sentence.paragraph != paragraph:
                paragraph, self.day = passage.sentence.paragraph, None
            self._follow(passage)
            step(passage)

    def _follow(self, passage: Passage) -> None:
        """Moves to the trip that a sentence names or dates, or leaves it after too long a silence."""
        self.silence += 1
        if self.current is None:
            for trip in self.trips.values():
                ahead = trip.introduced.sentence.index - passage.sentence.index
                if 0 < ahead <= 3 and trip.introduced.sentence.paragraph == passage.sentence.paragraph:
                    self.current, self.silence = trip, 0
                    break
        named = [self.trips[e.id] for t in passage.tokens if (e := _delegation(t)) and e.id in self.trips]
        days = [t.date.value for t in passage.between(0, len(passage.text), DATE) if t.date and not t.date.until]
        if named:
            self.current, self.silence = named[0], 0
            return
        if any((e := _delegation(t)) and e.id not in self.trips for t in passage.tokens) or _BATCH.search(passage.text):
            self.current = None
            return
        if _THIS_TIME.search(passage.text) and self.main is not None:
            self.current = self.main
        fitting = [t for t in self.trips.values() if any(t.covers(day) for day in days)]
        if len(fitting) == 1 and fitting[0] is not self.current and (self.current or self._names(passage, fitting[0])):
            self.current = fitting[0]
        if self.current is not None:
            if any(t.kind == GROUP for t in passage.tokens) or self._names(passage, self.current):
                self.silence = 0
            if self.silence > _PATIENCE:
                self.current = None
        elif (
            any(t.kind == GROUP for t in passage.tokens)
            and self.main is not None
            and self._introduced(self.main, passage)
        ):
            self.current, self.silence = self.main, 0

    @staticmethod
    def _introduced(trip: Trip, passage: Passage) -> bool:
        return trip.introduced.sentence.index < passage.sentence.index

    @staticmethod
    def _names(passage: Passage, trip: Trip) -> bool:
        return any(t.mention and t.mention.entity and t.mention.entity.id in trip.people for t in passage.tokens)

    def _trip_of(self, token: Token, passage: Passage) -> Trip | None:
        """Whose trip a delegation, or a word for one, stands for; None for trainees and unknown ones."""
        entity = _delegation(token)
        if entity is not None:
            return self.trips.get(entity.id)
        before = passage.token(token.at - 1)
        if before is not None and before.kind == PERSON and before.mention and before.mention.entity:
            person = before.mention.entity.id
            return next((t for t in self.trips.values() if person in t.people), None)
        return self.current

    def _people(self, passage: Passage) -> None:
        for lead in leads(passage):
            trip = self._trip_of(lead.group, passage) if lead.group else self.current
            if trip is not None and lead.person.mention is not None and lead.person.mention.entity is not None:
                self._leads(trip, lead.person.mention.entity, passage, lead.rule)
        for token in pronoun_leads(passage):
            trip = self._trip_of(token, passage)
            before = [t for t in passage.between(0, token.at, PERSON)]
            person = before[-1] if before else self.person
            if trip is not None and person is not None and person.mention and person.mention.entity:
                self._leads(trip, person.mention.entity, passage, "pronoun")
        self.person = next((t for t in passage.tokens if t.kind == PERSON), self.person)
        if self.current is not None and self.silence <= 2:
            for token in members(passage):
                if token.mention and token.mention.entity:
                    self.current.people.add(token.mention.entity.id)

    def _leads(self, trip: Trip, person: Entity, passage: Passage, rule: str) -> None:
        sentence = passage.sentence
        trip.leaders.append(Leader(person, sentence.start, sentence.end, f"led.{rule}"))
        trip.people.add(person.id)

    def _stops(self, passage: Passage) -> None:
        self.scenes.append(Scene(passage, self.current, self.day))
        for find in finds(passage):
            trip, carried = self._traveller(passage, find)
            if trip is not None and find.token.mention is not None and find.token.mention.entity is not None:
                self._stop(passage, find, trip, carried)
        for token in passage.between(0, len(passage.text), DATE):
            if token.date and self.current and self.current.may_be(token.date.value):
                multiday = passage is self.current.introduced and self.current.long
                self.day = (
                    token.date.value if not token.date.until and len(token.date.value) == 10 and not multiday else None
                )

    def _traveller(self, passage: Passage, find: Find) -> tuple[Trip | None, bool]:
        """Who goes, and whether it is not said in this sentence."""
        text, (opens, closes) = passage.text, passage.clause(find.trigger)
        if _INVITED.search(text, opens, find.trigger) or _TRAINEE.search(text, opens, closes):
            return None, False
        subject: Token | None = None
        for token in passage.tokens:
            if token.at >= find.trigger:
                break
            if token.kind == GROUP or (token.kind == PERSON and _acts(passage, token)):
                subject = token
            elif token.kind in PLACE + SPOT and token.at >= opens and find.rule in {"verb", "at"}:
                if _heads(passage, token, opens) and token.at not in passage.titles:
                    return None, False
        if subject is None:
            later = next((t for t in passage.tokens if t.kind == GROUP and t.at > find.trigger), None)
            trip = self._trip_of(later, passage) if later is not None else None
            return (trip, False) if trip else (self.current, True)
        if subject.kind == GROUP:
            return self._trip_of(subject, passage), False
        return self._person(passage, find, subject)

    def _person(self, passage: Passage, find: Find, subject: Token) -> tuple[Trip | None, bool]:
        person = subject.mention.entity if subject.mention else None
        if person is None:
            return None, False
        for trip in self.trips.values():
            if person.id in trip.people:
                return trip, False
        between = passage.text[subject.at : find.trigger]
        if self.current is not None and _ACCOMPANIES.search(between):
            return self.current, False
        clause = passage.clause(find.trigger)
        reported = _REPORTS.search(passage.text, find.trigger, clause[1])
        if find.rule == "verb" and reported and passage.clause(subject.at)[0] == clause[0]:
            if person.id not in self.persons:
                self.persons[person.id] = Trip(person, introduced=passage)
            return self.persons[person.id], False
        return (self.current, True) if find.rule in {"station", "dated", "list"} else (None, False)

    def _stop(self, passage: Passage, find: Find, trip: Trip, carried: bool) -> None:
        mention = find.token.mention
        assert mention is not None and mention.entity is not None
        explicit = any(t.kind == GROUP and t.at < find.token.at for t in passage.tokens)
        status = self._status(passage, find)
        origin = trip.traveller.properties.get("origin")
        if status is None or (origin and same_place(mention.entity, origin)):
            return
        day = self._date(passage, find, trip)
        if day is not None and not trip.may_be(day):
            return
        if status is Status.PLANNED and not explicit and any(s.status is Status.DONE for s in trip.stops):
            return
        self.silence = 0
        rule = f"visited.{find.rule}" + (".carried" if carried else "")
        position = self._position(find, trip)
        sentence = passage.sentence
        trip.stops.append(Stop(mention.entity, sentence.start, sentence.end, rule, status, day or trip.whole, position))

    def _status(self, passage: Passage, find: Find) -> Status | None:
        """Done, planned, or None for what was called off, denied or only supposed."""
        start, end = passage.origins[find.trigger], passage.origins[find.trigger_end - 1] + 1
        opens, _ = passage.clause(find.trigger)
        if (plan := _DROPPED.search(passage.text, opens, find.token.at)) is not None:
            if plan.group().startswith("原") or _CALLED_OFF.search(passage.text, find.token.at):
                return None
        status = polarity(self.document, start, end).status
        if status is Status.PLANNED and passage.text[opens : find.trigger] == "接下来的":
            return Status.DONE
        if status is Status.DONE and find.rule == "station" and _AHEAD.search(passage.text, 0, opens):
            return Status.PLANNED
        return status

    def _date(self, passage: Passage, find: Find, trip: Trip) -> str | None:
        before = [t for t in passage.between(0, find.token.at, DATE) if t.date is not None]
        counted = _NTH_DAY.search(passage.text, 0, find.token.at)
        if counted and trip.first_day and (not before or before[-1].at < counted.start()):
            if counted["last"]:
                return trip.last_day
            return _later(trip.first_day, 0 if counted["first"] else number(counted["n"]) - 1)
        if before:
            said = before[-1].date
            assert said is not None
            if said.until is not None or (trip.long and said.value == trip.date and _SETS_OUT.search(passage.text)):
                return None
            return said.value
        if trip.traveller.label is Label.PERSON:
            return None
        return self.day if trip is self.current else None

    def _position(self, find: Find, trip: Trip) -> int | None:
        if find.station is None:
            return None
        digits = _NUMBER.search(find.station)
        known = max((s.position for s in trip.stops if s.position), default=0)
        if digits:
            return number(digits.group())
        if "首" in find.station or "头" in find.station:
            return 1
        return known + 1 if known > 1 else None


def _delegation(token: Token) -> Entity | None:
    return token.mention.entity if token.kind == GROUP and token.mention else None


def _acts(passage: Passage, token: Token) -> bool:
    """Whether a person stands as a subject: at the head of a clause, behind no preposition and no verb."""
    if passage.token(token.at + 1) and passage.text[token.at + 1] == GROUP:
        return False
    opens = passage.clause(token.at)[0]
    return not _PREPOSITION.search(passage.text[opens : token.at])


def _heads(passage: Passage, token: Token, opens: int) -> bool:
    """Whether a place or body is the grammatical subject of its clause (Ⓢ到Ⓟ考察)."""
    before = passage.text[opens : token.at]
    after = passage.text[token.at + 1 : token.at + 2]
    return bool(re.fullmatch(rf"(?:{DATE}|上午|下午|当天|同时|，|\s)*", before)) and after not in {
        *"的，。；、：和与",
        "",
    }


def same_place(entity: Entity, origin: str) -> bool:
    """Whether a place is the one that a delegation's property names (青岛 and 青岛市)."""
    return entity.label in PLACES and any(
        name == origin
        or (len(name) > 1 and (origin.endswith(name) or name.rstrip("市县区省") == origin.rstrip("市县区省")))
        for name in {entity.name, *entity.aliases}
    )


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def number(text: str) -> int:
    """A small Chinese or Arabic number (十二 → 12)."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.get(text, 0)
    return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
