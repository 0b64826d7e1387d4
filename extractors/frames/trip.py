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
from typing import Final

from extractors.document import DateMention, Document, Entity
from extractors.frames.homecoming import coming_home
from extractors.frames.journey import Journeys, Leader, Scene, Stop, Trip, later, number, same_place
from extractors.frames.leadership import leads, members, pronoun_leads
from extractors.frames.passage import DATE, GROUP, PERSON, PLACE, Passage, Token, fold
from extractors.frames.subject import Subject, acts, subject_of
from extractors.frames.targets import Find
from extractors.frames.travel import finds
from extractors.polarity import Polarity, polarity
from graph.model import DelegationKind, Label, Status

_TOURS: Final = frozenset({DelegationKind.STUDY_TOUR, DelegationKind.BUSINESS})
_PATIENCE: Final = 4
"""Sentences without any sign of the trip after which an omitted subject is no longer the delegation."""

_THIS_TIME: Final = re.compile(
    r"此番|此行|(?:此次|这次|本次|这趟|这一次)(?=[^，。]{0,8}(?:考察|行程|之行|参观|学习|出访|访问|来|走|\ue003))|所到之处|每到一"
)
_BATCH: Final = re.compile(r"学员|第[一二三四五六七八九十]批|首批|跟班|挂职|到岗")
_DROPPED: Final = re.compile(
    r"原(?:定|打算|计划|想|拟|本|准备|以为)|(?<!原)(?:打算|计划)|本想|本以为|(?<!原)以为能|没有?去|没能|未能|均未|都没"
)
_INSTEAD: Final = re.compile(r"改道|改为|改去|而是")
_CALLED_OFF: Final = re.compile(r"取消|作罢|未能|没有?去成|没能|没成|推迟|没有?进去|未成行|落空|泡汤|改期|往后推")
_AHEAD: Final = re.compile(r"将于|定于|将赴|拟于|拟赴|计划|打算|将到|将前往|将率|将组")
_WILL: Final = re.compile(r"(?<![即必])将(?!军|相|帅)|拟")
_ACCOMPANIES: Final = re.compile(r"陪|领着|带着|引导|引领|领进")
_REPORTS: Final = re.compile(
    r"调研|考察|取经|参观|走访|视察|访问|看[过了]|亲临|莅临|学习|到访|拜访|去过|来过|走了|一次"
)
_ARRIVES: Final = re.compile(r"来到|到访|飞抵|抵达|造访")
_SETS_OUT: Final = re.compile(r"赴|前往|出访|出发|启程|访问")
_RETURNS: Final = re.compile(r"(?:前|晚)?(?:返程|返回|回到|返抵|离开)")
_NTH_DAY: Final = re.compile(r"第(?P<n>[一二三四五六七八九十]+)天|(?P<first>头一天|首日)|(?P<last>最后一天)")
_NUMBER: Final = re.compile(r"[一二两三四五六七八九十\d]+(?=个?(?:站|点|处|家))")


def find_trips(document: Document) -> Journeys:
    """Reads all trips of an article, once.

    Args:
        document: with sentences, dates, and mentions that have their entities.

    Returns:
        the trips of its delegations (tours and business), in the order in which they are first named, then those of
        persons who travel without one; and the sentences in their order.
    """
    journeys: Journeys | None = document.frames.get("trips")
    if journeys is None:
        reader = _Reader(document)
        journeys = document.frames["trips"] = Journeys(reader.read(), reader.scenes)
    return journeys


class _Reader:
    """Goes through an article sentence by sentence and remembers whose trip it tells."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.passages = fold(document)
        self.index = {p.sentence.index: i for i, p in enumerate(self.passages)}
        self.trips: dict[str, Trip] = {}
        self.persons: dict[str, Trip] = {}
        self.found: dict[int, list[Find]] = {}
        self.scenes: list[Scene] = []
        self.main: Trip | None = None
        self.current: Trip | None = None
        self.silence = 0
        """Sentences since the last sign of the current trip."""
        self.left: Trip | None = None
        """The trip that a sentence about trainees has interrupted."""
        self.day: str | None = None
        self.he: Entity | None = None
        """The person whom "he" may mean: who was so called last, or acted first in the last sentence with persons."""

    def read(self) -> list[Trip]:
        named: Counter[str] = Counter()
        for passage in self.passages:
            for token in passage.tokens:
                entity = _delegation(token)
                if entity is not None and entity.properties.get("kind") in _TOURS:
                    if entity.id not in self.trips:
                        planned, said = self._planned(entity, token), _date_before(passage, token)
                        self.trips[entity.id] = Trip(entity, passage, planned=planned, said=said)
                    named[entity.id] += 1
        self.main = max(self.trips.values(), key=lambda t: named[t.traveller.id], default=None)
        self._name_leaders()
        self._each(self._people)
        self._each(self._first_date)
        self._each(self._stops)
        for trip in self.trips.values():
            trip.called_off = not trip.stops and bool(_CALLED_OFF.search(trip.introduced.text))
        return [*self.trips.values(), *self.persons.values()]

    def _planned(self, entity: Entity, token: Token) -> bool:
        """Whether a delegation is only going to travel: by its date, or by the clause that names it first."""
        start, published = entity.properties.get("start"), self.document.published
        if isinstance(start, str) and published is not None:
            size = min(len(start), len(published))
            if start[:size] != published[:size]:
                return start[:size] > published[:size]
        surface = self.document.text[token.start : token.end]
        return bool(_WILL.search(surface)) or polarity(self.document, token.start, token.end) is Polarity.PLANNED

    def _name_leaders(self) -> None:
        """Ⓝ一行 is led by whom it is named after."""
        persons = [e for e in self.document.entities if e.label is Label.PERSON]
        for trip in self.trips.values():
            party = next((n for n in (trip.traveller.name, *trip.traveller.aliases) if "一行" in n), "")
            person = next((p for p in persons if party and any(n in party for n in (p.name, *p.aliases))), None)
            if person is not None:
                self._leads(trip, person, trip.introduced, "party")

    def _each(self, step: Callable[[Passage], None]) -> None:
        """Takes a step for each sentence, with the trip that it belongs to in `current`."""
        self.current, self.left, self.silence = None, None, _PATIENCE + 1
        self.day, self.he = None, None
        paragraph = -1
        for passage in self.passages:
            if passage.sentence.paragraph != paragraph:
                paragraph, self.day = passage.sentence.paragraph, None
            self._follow(passage)
            step(passage)

    def _follow(self, passage: Passage) -> None:
        """Moves to the trip that a sentence names or dates, or leaves it after too long a silence."""
        self.silence += 1
        delegations = [e for t in passage.tokens if (e := _delegation(t)) is not None]
        named = [self.trips[e.id] for e in delegations if e.id in self.trips]
        if named:
            self.current, self.left, self.silence = named[0], None, 0
            return
        if delegations or _BATCH.search(passage.text):
            self.left, self.current = self.current or self.left, None
            return
        if self.current is None:
            self._expect(passage)
        if self.current is None and self.left is not None and self._goes_on(passage, self.left):
            self.current, self.silence = self.left, 0
        self._return(passage)
        group = any(t.kind == GROUP for t in passage.tokens)
        if self.current is not None:
            if group or self._names(passage, self.current):
                self.silence = 0
            if self.silence > _PATIENCE:
                self.current = None
        elif group and self.main and self.main.introduced.sentence.index < passage.sentence.index:
            self.current, self.silence = self.main, 0

    def _goes_on(self, passage: Passage, trip: Trip) -> bool:
        """Whether a sentence goes on with a trip that another matter has interrupted: by its day or a counted one."""
        days = (t.date.value for t in passage.tokens if t.date is not None)
        return bool(_NTH_DAY.search(passage.text)) or any(trip.covers(day) for day in days)

    def _expect(self, passage: Passage) -> None:
        """A paragraph may begin with a stop and name the delegation two sentences later."""
        for trip in self.trips.values():
            ahead = trip.introduced.sentence.index - passage.sentence.index
            if 0 < ahead <= 3 and trip.introduced.sentence.paragraph == passage.sentence.paragraph:
                self.current, self.silence = trip, 0
                return
        if self.main is not None and self.main.introduced.sentence.index < passage.sentence.index:
            at = self.index[passage.sentence.index]
            for after in self.passages[at + 1 : at + 3]:
                same = after.sentence.paragraph == passage.sentence.paragraph
                if same and any(t.kind == GROUP and t.mention is None for t in after.tokens):
                    self.current, self.silence = self.main, 0

    def _return(self, passage: Passage) -> None:
        """此行, days of another trip and a new paragraph after an earlier trip was recalled turn back to it."""
        if self.main is not None and (_THIS_TIME.search(passage.text) or self._recalled(passage)):
            self.current, self.silence = self.main, 0
        days = [t.date.value for t in passage.tokens if t.date and not t.date.until]
        fitting = [t for t in self.trips.values() if any(t.covers(day) for day in days)]
        if len(fitting) == 1 and (self.current or self._names(passage, fitting[0])):
            self.current = fitting[0]

    def _recalled(self, passage: Passage) -> bool:
        """Whether the current trip is an earlier one that the paragraph before has only recalled."""
        now, main = self.current, self.main
        if now is None or main is None or now is main or not now.date or not main.date:
            return False
        apart = now.introduced.sentence.paragraph < passage.sentence.paragraph
        return apart and now.date < main.date and main.introduced.sentence.index < now.introduced.sentence.index

    @staticmethod
    def _names(passage: Passage, trip: Trip) -> bool:
        return any(e.id in trip.people for t in passage.tokens if (e := t.entity) is not None)

    def _trip_of(self, token: Token, passage: Passage) -> Trip | None:
        """Whose trip a delegation, or a word for one, stands for; None for trainees and unknown ones."""
        entity = _delegation(token)
        if entity is not None:
            return self.trips.get(entity.id)
        before = passage.token(token.at - 1)
        person = before.entity if before is not None and before.kind == PERSON else None
        if person is not None:
            return next((t for t in self.trips.values() if person.id in t.people), None)
        return self.current

    # Who travels

    def _people(self, passage: Passage) -> None:
        for lead in leads(passage):
            trip = self._trip_of(lead.group, passage) if lead.group else self.current
            if trip is not None and (person := lead.person.entity) is not None:
                self._leads(trip, person, passage, lead.rule)
        acting = next((t.entity for t in passage.tokens if t.kind == PERSON and acts(passage, t)), self.he)
        for token in pronoun_leads(passage):
            trip = self._trip_of(token, passage)
            before = list(passage.between(0, token.at, PERSON))
            acting = before[-1].entity if before else self.he
            if trip is not None and acting is not None:
                self._leads(trip, acting, passage, "pronoun")
        self.he = acting
        if self.current is not None and self.silence <= 2:
            self.current.people.update(e.id for t in members(passage) if (e := t.entity) is not None)

    @staticmethod
    def _leads(trip: Trip, person: Entity, passage: Passage, rule: str) -> None:
        sentence = passage.sentence
        trip.leaders.append(Leader(person, sentence.start, sentence.end, f"led.{rule}"))
        trip.people.add(person.id)

    # When

    def _first_date(self, passage: Passage) -> None:
        """The story of a trip dates it where the sentence that names it does not."""
        trip = self.current
        if trip is None or trip.date is not None or not passage.tokens:
            return
        if any(t.kind == GROUP for t in passage.tokens) or self._finds(passage):
            dates = [t.date for t in passage.tokens if t.date is not None and len(t.date.value) == 10]
            trip.said = dates[0] if dates else None

    # Where they went

    def _stops(self, passage: Passage) -> None:
        self.scenes.append(Scene(passage, self.current, self.day))
        for find in self._finds(passage):
            subject = subject_of(passage, find)
            if subject is None:
                continue
            carried = not subject.tokens
            for trip in self._travellers(passage, find, subject):
                self._stop(passage, find, trip, carried)
        self._came_home(passage)
        for token in passage.between(0, len(passage.text), DATE):
            if token.date and self.current and self.current.may_be(token.date.value):
                unclear = passage is self.current.introduced and self.current.long
                exact = not token.date.until and len(token.date.value) == 10
                self.day = token.date.value if exact and not unclear else None

    def _finds(self, passage: Passage) -> list[Find]:
        at = passage.sentence.index
        if at not in self.found:
            self.found[at] = finds(passage)
        return self.found[at]

    def _travellers(self, passage: Passage, find: Find, subject: Subject) -> list[Trip]:
        trip = self.current
        if subject.group is not None:
            trip = self._trip_of(subject.group, passage)
        elif subject.tokens:
            persons = [e for t in subject.persons if (e := t.entity) is not None]
            theirs = (t for t in self.trips.values() if any(p.id in t.people for p in persons))
            trip = next(theirs, None)
            between = passage.text[subject.persons[0].at : find.trigger]
            lent = _ACCOMPANIES.search(between) or find.rule in {"station", "dated"}
            if trip is None and self.current is not None and lent:
                trip = self.current
            if trip is None:
                return self._alone(passage, find, subject.persons[0].at, persons)
        return [trip] if trip is not None else []

    def _alone(self, passage: Passage, find: Find, at: int, persons: list[Entity]) -> list[Trip]:
        """Persons who travel without a delegation, where the words say that they went to see."""
        opens, closes = passage.clause(find.trigger)
        arrived = _ARRIVES.match(passage.text, find.trigger) and any(passage.between(at, find.trigger, DATE))
        reported = find.rule == "list" or arrived or _REPORTS.search(passage.text, find.trigger, closes)
        if find.rule not in {"verb", "list"} or not reported:
            return []
        if at < opens and not any(self._on_the_way(passage, p) for p in persons):
            return []
        return [self.persons.setdefault(p.id, Trip(p, passage)) for p in persons]

    def _on_the_way(self, passage: Passage, person: Entity) -> bool:
        """Whether the sentence has already sent a person somewhere."""
        trip = self.persons.get(person.id)
        return trip is not None and any(s.start == passage.sentence.start for s in trip.stops)

    def _stop(self, passage: Passage, find: Find, trip: Trip, carried: bool, home: Entity | None = None) -> None:
        target = home or find.token.entity
        status = self._status(passage, find)
        if trip.planned and passage is trip.introduced and status is Status.DONE:
            status = Status.PLANNED
        if target is None or status is None or (trip.origin and same_place(target, trip.origin)):
            return
        day = self._date(passage, find, trip)
        if day is not None and not trip.may_be(day):
            return
        explicit = any(t.kind == GROUP and t.at < find.token.at for t in passage.tokens)
        if status is Status.PLANNED and not explicit and any(s.status is Status.DONE for s in trip.stops):
            return
        self.silence = 0
        rule = f"visited.{find.rule}" + (".carried" if carried else "")
        sentence = passage.sentence
        trip.stops.append(
            Stop(target, sentence.start, sentence.end, rule, status, day or trip.whole, _position(find, trip))
        )

    def _came_home(self, passage: Passage) -> None:
        """Ⓖ来我市, Ⓖ来访: who comes, comes to the place whose paper this is."""
        home = self.document.home
        if home is None:
            return
        for match in coming_home(passage.text, home):
            groups = list(passage.between(0, match.start(), GROUP))
            trip = self._trip_of(groups[-1], passage) if groups else None
            if trip is not None and trip.origin and not same_place(home, trip.origin):
                token = Token(PLACE, match.start(), 0, 0)
                self._stop(passage, Find(token, match.start(), match.end(), "home"), trip, False, home)

    def _status(self, passage: Passage, find: Find) -> Status | None:
        """Done, planned, or None for what was called off, denied or only supposed."""
        start, end = passage.origins[find.trigger], passage.origins[find.trigger_end - 1] + 1
        text, opens = passage.text, passage.clause(find.trigger)[0]
        plan = _DROPPED.search(text, opens, find.trigger)
        dropped = plan is not None and not _INSTEAD.search(text, plan.end(), find.trigger)
        if plan and dropped and (plan.group() not in {"打算", "计划"} or _CALLED_OFF.search(text, find.token.at)):
            return None
        status = polarity(self.document, start, end).status
        if status is Status.PLANNED and text[opens : find.trigger] == "接下来的":
            return Status.DONE
        ahead = find.rule == "station" and _AHEAD.search(text, 0, opens)
        if status is Status.DONE and (ahead or _WILL.search(text, max(opens, find.trigger - 5), find.trigger)):
            return Status.PLANNED
        return status

    def _date(self, passage: Passage, find: Find, trip: Trip) -> str | None:
        """The day of a stop: as counted (第二天), as said before it in the sentence, else the running day."""
        before = [
            t
            for t in passage.between(0, find.token.at, DATE)
            if t.date is not None and not _RETURNS.match(passage.text, t.at + 1)
        ]
        counted = next(iter(reversed([*_NTH_DAY.finditer(passage.text, 0, find.token.at)])), None)
        if counted and trip.first_day and (not before or before[-1].at < counted.start()):
            if counted["last"]:
                return trip.last_day
            return later(trip.first_day, 0 if counted["first"] else number(counted["n"]) - 1)
        said = before[-1].date if before else None
        if said is not None:
            away = trip.long and said.value == trip.date and _SETS_OUT.match(passage.text, find.trigger)
            return None if said.until is not None or away else said.value
        return self.day if trip is self.current else None


def _delegation(token: Token) -> Entity | None:
    return token.entity if token.kind == GROUP else None


def _date_before(passage: Passage, token: Token) -> DateMention | None:
    """The date that a sentence gives a delegation: the last one before its name."""
    before = [t.date for t in passage.between(0, token.at, DATE) if t.date is not None]
    return before[-1] if before else None


def _position(find: Find, trip: Trip) -> int | None:
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
