"""Names of places in a text, by the project's lists (graph.places)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph.places import Gazetteer, Place, gazetteer


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text that reads as the name of these places."""

    start: int
    end: int
    places: tuple[Place, ...]
    full: bool
    """Whether it is a full name (with 市, 区, 县 …) of one of them."""


class PlaceNames:
    """All names of two characters or more, by their first two."""

    def __init__(self, places: Gazetteer) -> None:
        self._places: dict[str, tuple[Place, ...]] = {}
        self._full: set[str] = set()
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        by_name: defaultdict[str, dict[str, Place]] = defaultdict(dict)
        for place in places:
            for name in {place.name, place.short, *place.aliases}:
                if len(name) > 1:
                    by_name[name][place.anchor] = place
            if place.name != place.short:
                self._full.add(place.name)
        for name, found in by_name.items():
            self._places[name] = tuple(found[anchor] for anchor in sorted(found))
            lengths[name[:2]].add(len(name))
        self._lengths = {key: tuple(sorted(values, reverse=True)) for key, values in lengths.items()}

    def at(self, text: str, start: int) -> Iterator[Hit]:
        """Names that begin here, longest first."""
        for length in self._lengths.get(text[start : start + 2], ()):
            name = text[start : start + length]
            places = self._places.get(name)
            if places:
                yield Hit(start, start + length, places, name in self._full)

    def of(self, name: str) -> tuple[Place, ...]:
        """The places of a name."""
        return self._places.get(name, ())


@cache
def place_names() -> PlaceNames:
    """The names of the project's gazetteer, built at first use."""
    return PlaceNames(gazetteer())
