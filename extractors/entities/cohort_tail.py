"""The right half of a reference to a batch: 第三批|赴深圳体悟实训干部, 27名|干部, 首批|8名跟班学习的管理人员.

Destination, training, count, adjectives and persons stand there in any order; the reference ends with the last word
that fits. A place without 赴 or 到 in front is the origin (第三批|青岛干部).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from extractors.document import Document, Figure
from extractors.entities.delegation_places import PlaceIndex, short_place
from extractors.entities.delegation_words import ADJECTIVE, PERSONS, TRAINEE, TRAINING

_PERSONS: Final = re.compile(PERSONS)
_PERSONS_AFTER: Final = re.compile("共?" + PERSONS)
_TRAINING: Final = re.compile(TRAINING)
_TRAINEE: Final = re.compile(TRAINEE)
_ADJECTIVE: Final = re.compile(ADJECTIVE)
_TOWARDS: Final = re.compile("派驻|派往|赴|到|来|去|驻|在|入")
_UNKNOWN_TARGET: Final = re.compile(rf"[\u4e00-\u9fff]{{1,6}}?(?={TRAINING})")


@dataclass(slots=True)
class Tail:
    """What stands to the right of an ordinal or a count."""

    end: int
    destinations: list[str] = field(default_factory=list)
    origin: str | None = None
    trained: bool = False
    counted: Figure | None = None
    persons: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing fitted."""
        return not (self.trained or self.counted or self.persons)


class TailReader:
    """Reads the right halves of the references of an article."""

    def __init__(self, document: Document, places: PlaceIndex) -> None:
        self.text = document.text
        self.places = places
        self.figures = {f.start: f for f in document.figures if f.unit in {"名", "位", "人", "个"}}

    def read(self, at: int) -> Tail:
        """Reads on from a character as long as words fit into the name of a batch."""
        tail = Tail(at)
        while (after := self._step(tail, at)) is not None:
            at = after
            if tail.persons and not (self.text[at - 1] in "班队" and self.text[at : at + 1] == "的"):
                counted = _PERSONS_AFTER.match(self.text, at)
                if counted and tail.counted is None:
                    tail.counted = self.figure(counted)
                break
        return tail

    def _step(self, tail: Tail, at: int) -> int | None:
        """Takes in the next part; where it ends, or None if nothing fits."""
        joint = at + 1 if self.text[at : at + 1] == "的" else at
        if tail.counted is None and (counted := _PERSONS.match(self.text, joint)):
            tail.counted = self.figure(counted)
            tail.end = counted.end()
            return tail.end
        if trained := _TRAINING.match(self.text, joint):
            tail.trained, tail.end = True, trained.end()
            return tail.end
        if not tail.destinations and (target := self.target(joint)) is not None:
            tail.destinations = target[1]
            return target[0]
        if persons := _TRAINEE.match(self.text, joint):
            tail.persons, tail.end = True, persons.end()
            return tail.end
        return self._described(tail, joint)

    def _described(self, tail: Tail, joint: int) -> int | None:
        """Takes in an adjective or the origin, which no reference ends with."""
        if adjective := _ADJECTIVE.match(self.text, joint):
            return adjective.end()
        if tail.origin is None and (place := self.places.begins.get(joint)) is not None:
            tail.origin = short_place(place.name)
            return place.end
        return None

    def target(self, at: int) -> tuple[int, list[str]] | None:
        """End and names of the places after 赴 or 到, no names where what follows is known to no list (赴企业跟班)."""
        towards = _TOWARDS.match(self.text, at)
        if towards is None:
            return None
        places = self.places.beginning_at(towards.end())
        if places is not None or towards[0] not in {"赴", "到", "驻"}:
            return places
        unknown = _UNKNOWN_TARGET.match(self.text, towards.end())
        return (unknown.end(), []) if unknown else None

    def figure(self, match: re.Match[str]) -> Figure | None:
        """The figure that a count in the text was read as."""
        return next((self.figures[i] for i in range(match.start(), match.end()) if i in self.figures), None)
