"""Names of places in a text, by the project's lists (graph.places)."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.model import Label
from graph.places import Place, gazetteer

_PEOPLES = re.compile(r"^(.{2,5}?)(?:[\u4e00-\u9fff]{1,12}族)+自治([州县旗])$")


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text that reads as the name of these places.

    `full`: with 市, 区, 县 … as the lists have it; `nickname`: a form that many things may be called by (江城, 煤城).
    """

    start: int
    end: int
    places: tuple[Place, ...]
    full: bool
    nickname: bool = False

    @property
    def small(self) -> bool:
        """Whether only districts, or places abroad that are no country, are called so."""
        return all(
            p.label is Label.DISTRICT or (p.country != "CN" and p.label is not Label.COUNTRY) for p in self.places
        )

    @property
    def foreign(self) -> bool:
        """Whether only cities abroad are called so."""
        return all(p.country != "CN" and p.label is not Label.COUNTRY for p in self.places)


class PlaceNames:
    """All names of two characters or more, by their first two."""

    def __init__(self, places: Iterable[Place], nicknames: frozenset[str]) -> None:
        self._places: dict[str, tuple[Place, ...]] = {}
        self._full: set[str] = set()
        self._nicknames = nicknames
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        by_name: defaultdict[str, dict[str, Place]] = defaultdict(dict)
        for place in places:
            for name in _forms(place):
                if len(name) > 1:
                    by_name[name][place.anchor] = place
            if place.name != place.short:
                self._full.add(place.name)
        for name, found in by_name.items():
            proper = {a: p for a, p in found.items() if name in {p.name, p.short}} if name in nicknames else found
            self._places[name] = tuple((proper or found).values())
            lengths[name[:2]].add(len(name))
        self._lengths = {key: tuple(sorted(values, reverse=True)) for key, values in lengths.items()}

    def at(self, text: str, start: int) -> Iterator[Hit]:
        """Names that begin here, longest first."""
        for length in self._lengths.get(text[start : start + 2], ()):
            name = text[start : start + length]
            places = self._places.get(name)
            if places:
                yield Hit(start, start + len(name), places, name in self._full, name in self._nicknames)

    def of(self, name: str) -> tuple[Place, ...]:
        """The places of a name."""
        return self._places.get(name, ())


def _forms(place: Place) -> Iterator[str]:
    yield from place.names
    match = _PEOPLES.match(place.name)
    if match and place.short:
        yield place.short + match.group(2)
    elif place.name.endswith("地区"):
        yield place.short + "地区"


@cache
def place_names() -> PlaceNames:
    """The names of the project's gazetteer, built at first use."""
    with (files("graph.places") / "aliases.csv").open("r", encoding="utf-8") as file:
        nicknames = frozenset(row["alias"] for row in csv.DictReader(file) if row["kind"] == "nickname")
    return PlaceNames(gazetteer(), nicknames)
