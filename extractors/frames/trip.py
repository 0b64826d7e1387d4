"""Trips: who travelled, with whom, when, and where they stopped, filled in over the sentences of an article.

A delegation opens a trip. Sentences after it whose subject is the delegation, a word that stands for it (考察团,
一行, 大家), one of its people, or nobody (随后…, 下午转到…, 第二站…) belong to it (`extractors.frames.storyline`). Who
receives and explains does not travel; who accompanies (陪着客人先看…) lends the delegation a subject.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from extractors.document import Document, Entity
from extractors.frames.certainty import called_off, status_of, to_come
from extractors.frames.homecoming import coming_home
from extractors.frames.journey import Journeys, Scene, Stop, Trip, same_place
from extractors.frames.party import gather
from extractors.frames.passage import DATE, GROUP, PLACE, Passage, Token, fold
from extractors.frames.storyline import Storyline, delegation
from extractors.frames.subject import Subject, subject_of
from extractors.frames.targets import Find
from extractors.frames.timing import date_before, day_after, day_of, position_of
from extractors.frames.travel import finds
from graph.model import DelegationKind, Status

_TOURS: Final = frozenset({DelegationKind.STUDY_TOUR, DelegationKind.BUSINESS})
_ACCOMPANIES: Final = re.compile(r"陪|领着|带着|引导|引领|领进")
_REPORTS: Final = re.compile(
    r"调研|考察|取经|参观|走访|视察|访问|看[过了]|亲临|莅临|学习|到访|拜访|去过|来过|走了|一次"
)
_ARRIVES: Final = re.compile(r"来到|到访|飞抵|抵达|造访")


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
        journeys = document.frames["trips"] = _Reader(document).read()
    return journeys


_HEADING: Final = re.compile(r"第[一二三四五六七八九十\d]+站[:：]")


class _Reader:
    """Goes through an article sentence by sentence and fills the stops of its trips."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.passages = fold(document)
        self.found = {p.sentence.index: finds(p) for p in self.passages}
        self.story = self._open()
        self.persons: dict[str, Trip] = {}
        self.scenes: list[Scene] = []
        self.numbered: Trip | None = None
        """The trip of the last stop that had a number."""

    def _open(self) -> Storyline:
        """A trip for each delegation that is no batch of trainees; the one named most is what the article is about."""
        trips: dict[str, Trip] = {}
        named: Counter[str] = Counter()
        for passage in self.passages:
            for token in passage.tokens:
                entity = delegation(token)
                if entity is None or entity.properties.get("kind") not in _TOURS:
                    continue
                named[entity.id] += 1
                if entity.id not in trips:
                    planned, said = to_come(self.document, entity, token), date_before(passage, token)
                    trips[entity.id] = Trip(entity, passage, planned=planned, said=said)
        return Storyline(self.passages, trips, max(trips.values(), key=lambda t: named[t.traveller.id], default=None))

    def read(self) -> Journeys:
        """All trips and scenes."""
        gather(self.document, self.story)
        for passage in self.story:
            self._told_dates(passage)
        for passage in self.story:
            self._stops(passage)
        for trip in self.story.trips.values():
            trip.called_off = not trip.stops and called_off(trip.introduced)
        # Where a delegation went, a person who went there is one of its own.
        seen = {stop.target.id for trip in self.story.trips.values() for stop in trip.stops}
        for trip in self.persons.values():
            trip.stops = [stop for stop in trip.stops if stop.target.id not in seen]
        return Journeys([*self.story.trips.values(), *self.persons.values()], self.scenes)

    def _told_dates(self, passage: Passage) -> None:
        """The story of a trip dates it where the sentence that names it does not, and shows whether it took days."""
        trip = self.story.current
        if trip is None or not (any(t.kind == GROUP for t in passage.tokens) or self.found[passage.sentence.index]):
            return
        for token in passage.tokens:
            said = token.date
            if said is None or len(said.value) != len("2021-06-07"):
                continue
            if trip.date is None and (said.relative or said.value != self.document.published):
                trip.said = said
            elif trip.date is not None and trip.may_be(said.value):
                trip.told = max(trip.told or said.value, said.until or said.value)

    def _stops(self, passage: Passage) -> None:
        self.scenes.append(Scene(passage, self.story.current, self.story.day))
        for find in self.found[passage.sentence.index]:
            subject = subject_of(passage, find)
            for trip in self._travellers(passage, find, subject) if subject is not None else ():
                suffix = "" if subject is not None and subject.tokens else ".carried"
                self._stop(passage, find, trip, f"visited.{find.rule}{suffix}", find.token.entity)
        self._came_home(passage)
        self.story.day = day_after(passage, self.story.current, self.story.day)

    def _travellers(self, passage: Passage, find: Find, subject: Subject) -> list[Trip]:
        trip = self.story.current
        if subject.group is not None:
            trip = self.story.trip_of(subject.group, passage)
        elif subject.tokens:
            persons = [e for t in subject.persons if (e := t.entity) is not None]
            theirs = (t for t in self.story.trips.values() if any(p.id in t.people for p in persons))
            trip = next(theirs, None)
            between = passage.text[subject.persons[0].at : find.trigger]
            if trip is None and (_ACCOMPANIES.search(between) or find.rule in {"station", "dated"}):
                trip = self.story.current
            if trip is None:
                return self._alone(passage, find, subject.persons[0].at, persons)
        elif trip is None and find.rule == "station" and _HEADING.match(passage.text):
            # a numbered heading belongs to the trip of the headings before, however long the section in between
            trip = self.numbered or self.story.main
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

    def _stop(self, passage: Passage, find: Find, trip: Trip, rule: str, target: Entity | None) -> None:
        status = status_of(self.document, passage, find)
        if target is None or status is None or (trip.origin and same_place(target, trip.origin)):
            return
        running = (self.story.day or self._next_day(passage, find)) if trip is self.story.current else None
        day = day_of(passage, find, trip, running)
        if day is not None and not trip.may_be(day):
            return
        if trip.planned and passage is trip.introduced:
            status = Status.PLANNED
        named = any(t.kind == GROUP and t.at < find.token.at for t in passage.tokens)
        if status is Status.PLANNED and not named and any(s.status is Status.DONE for s in trip.stops):
            return
        self.story.heard()
        if find.rule == "station":
            self.numbered = trip
        whole = trip.whole if find.rule not in {"title", "ended"} or trip.date is None else trip.date[: len("2021-06")]
        sentence, position = passage.sentence, position_of(find, trip)
        trip.stops.append(Stop(target, sentence.start, sentence.end, rule, status, day or whole, position))

    def _next_day(self, passage: Passage, find: Find) -> str | None:
        """第二站在Ⓟ。Ⓓ，…: the day with which the next sentence of the paragraph begins."""
        after = self.story.after(passage)
        if find.token.kind != PLACE or find.rule not in {"station", "dated"} or after is None or not after.tokens:
            return None
        first = after.tokens[0]
        return first.date.value if first.at == 0 and first.date is not None and not first.date.until else None

    def _came_home(self, passage: Passage) -> None:
        """Ⓖ来我市, Ⓖ来访: who comes, comes to the place whose paper this is."""
        home = self.document.home
        if home is None:
            return
        for match in coming_home(passage.text, home):
            groups = list(passage.between(0, match.start(), GROUP))
            trip = self.story.trip_of(groups[-1], passage) if groups else None
            if trip is not None and trip.origin:
                find = Find(Token(PLACE, match.start(), 0, 0), match.start(), match.end(), "home")
                self._stop(passage, find, trip, "visited.home", home)
