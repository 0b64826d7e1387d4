"""Places at the beginning of a name or text, by the lists of `graph.places`: a pure function of the text."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import Label
from graph.places import Place, gazetteer

LONGEST = 16
FAR_BIGGER = 5
"""Of two cities abroad that share a name the bigger one is meant if it is bigger by this factor."""


def usual(name: str, places: Iterable[Place]) -> Place | None:
    """The place that a name means where nothing else is known.

    A country before all others; of China's places the one whose full name it is, else the widest, none where several
    districts or cities share it; abroad the one that is bigger by far.
    """
    found = [place for place in places if name in {place.name, place.short}] or list(places)
    if not found:
        return None
    nearer = [p for p in found if p.label is Label.COUNTRY] or [p for p in found if p.country == "CN"]
    found = [p for p in nearer if p.name == name] or nearer or found
    if len(found) == 1:
        return found[0]
    first, second = found[:2]
    if first.label is not second.label:
        return first
    return first if first.country != "CN" and first.population >= FAR_BIGGER * max(second.population, 1) else None


def leading_place(name: str) -> tuple[Place, str] | None:
    """The narrowest place of the chain that a name begins with, and the rest of the name.

    山东省青岛市市南区商务局 → 市南区, 商务局. Of two ways to read it the longer one holds (青岛市南区: 青岛,
    市南区). A district's short form counts only at the end (青岛崂山), one character is no place here. None where the
    name begins with no place, or with a name that several places have.
    """
    chain = _chain(name, 0, None)
    return (chain[-1][0], name[chain[-1][1] :]) if chain else None


def _chain(name: str, at: int, within: Place | None) -> list[tuple[Place, int]]:
    """The longest chain of places from an offset, each in the one before it, each with the offset of its end."""
    places = gazetteer()
    best: list[tuple[Place, int]] = []
    for end in range(min(len(name), at + LONGEST), at + 1, -1):
        form = name[at:end]
        found = places.by_form(form)
        if within is not None:
            found = tuple(p for p in found if within in places.ancestors(p.anchor))
        whole = tuple(p for p in found if p.label is not Label.DISTRICT or form == p.name or _behind(within, name, end))
        if not whole:
            continue
        place = usual(form, whole)
        if place is None:
            break
        chain = [(place, end), *_chain(name, end, place)]
        if not best or chain[-1][1] > best[-1][1]:
            best = chain
    return best


def _behind(within: Place | None, name: str, end: int) -> bool:
    """Whether a district's short form may stand here: behind its city, as the last thing of the name."""
    return within is not None and end == len(name)


def first_place(text: str) -> Place | None:
    """The first place of China below the country that a text (a headline) names; None if there is none."""
    at = 0
    while at < len(text) - 1:
        found = leading_place(text[at:])
        if found is not None and found[0].country == "CN" and found[0].label is not Label.COUNTRY:
            return found[0]
        at += 1 if found is None else max(1, len(text) - at - len(found[1]))
    return None


def city_of(place: Place) -> Place:
    """The city that a place lies in, or the place itself where it is a city or wider."""
    if place.label is not Label.DISTRICT:
        return place
    above = gazetteer().ancestors(place.anchor)
    return next((p for p in above if p.label is Label.CITY), above[0] if above else place)


def above_at(place: Place, label: Label) -> Place | None:
    """The place itself or the one above it that has a label."""
    return next((p for p in (place, *gazetteer().ancestors(place.anchor)) if p.label is label), None)
