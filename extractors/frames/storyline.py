"""Whose trip a sentence tells: the trips of an article along its sentences.

A delegation that is named, or a day that lies in its trip, begins its story. It goes on over sentences that leave the
subject out, until the report speaks of trainees, of another delegation, or for some sentences of nothing that travels.
此行 turns back to the delegation that the article is about, and so does a new paragraph after an earlier trip was only
recalled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Entity
from extractors.frames.journey import Trip
from extractors.frames.passage import GROUP, PERSON, Passage, Token

_PATIENCE: Final = 4
"""Sentences without any sign of the trip after which an omitted subject is no longer the delegation."""
_THIS_TIME: Final = re.compile(
    r"此番|此行|(?:此次|这次|本次|这趟|这一次)(?=[^，。]{0,8}(?:考察|行程|之行|参观|学习|出访|访问|来|走|\ue003))|所到之处|每到一"
)
_BATCH: Final = re.compile(r"学员|第[一二三四五六七八九十]批|首批|跟班|挂职|到岗")
NTH_DAY: Final = re.compile(r"第(?P<n>[一二三四五六七八九十]+)天|(?P<first>头一天|首日)|(?P<last>最后一天)")
"""A day counted from the start of a trip."""


class Storyline:
    """Goes along the sentences; `current` is the trip that the present one tells, `day` the day on which it plays."""

    def __init__(self, passages: list[Passage], trips: dict[str, Trip], main: Trip | None) -> None:
        self.passages = passages
        self.trips = trips
        self.main = main
        self.index = {p.sentence.index: i for i, p in enumerate(passages)}
        self.current: Trip | None = None
        self.left: Trip | None = None
        """The trip that a sentence about trainees has interrupted."""
        self.silence = _PATIENCE + 1
        """Sentences since the last sign of the current trip."""
        self.day: str | None = None

    def __iter__(self) -> Iterator[Passage]:
        """The sentences in their order, each after the story has moved to it; begins anew each time."""
        self.current, self.left, self.silence, self.day = None, None, _PATIENCE + 1, None
        paragraph = -1
        for passage in self.passages:
            if passage.sentence.paragraph != paragraph:
                paragraph, self.day = passage.sentence.paragraph, None
            self._follow(passage)
            yield passage

    def after(self, passage: Passage) -> Passage | None:
        """The next sentence of the same paragraph."""
        at = self.index[passage.sentence.index] + 1
        same = at < len(self.passages) and self.passages[at].sentence.paragraph == passage.sentence.paragraph
        return self.passages[at] if same else None

    def heard(self) -> None:
        """Tells that the present sentence was a sign of the current trip."""
        self.silence = 0

    def trip_of(self, token: Token, passage: Passage) -> Trip | None:
        """Whose trip a delegation, or a word for one, stands for; None for trainees and unknown ones."""
        entity = delegation(token)
        if entity is not None:
            return self.trips.get(entity.id)
        before = passage.token(token.at - 1)
        person = before.entity if before is not None and before.kind == PERSON else None
        if person is not None:
            return next((t for t in self.trips.values() if person.id in t.people), None)
        return self.current

    def _follow(self, passage: Passage) -> None:
        """Moves to the trip that a sentence names or dates, or leaves it after too long a silence."""
        self.silence += 1
        delegations = [e for t in passage.tokens if (e := delegation(t)) is not None]
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
        return bool(NTH_DAY.search(passage.text)) or any(trip.covers(day) for day in days)

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


def delegation(token: Token) -> Entity | None:
    """The delegation that a token names."""
    return token.entity if token.kind == GROUP else None
