"""Identity: which keys are one thing, what its id is, what it is called.

`clusters` joins keys by reasons; equal keys are equal already, anchored keys need no reason. An entity is made from the
records of its cluster's keys alone (the stored `:Key` rows), so a touched entity can be made anew without its readings.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, Protocol

from graph.digest import digest
from graph.key_form import PREFIXES, is_anchor, label_of, name_of
from graph.model import DELEGATION_PROPERTIES, Label
from graph.names import normal, pinyin, slug
from graph.periods import last_day, meet
from graph.places import Place, gazetteer
from graph.records import KeyRecord


class Reason(Protocol):
    """Why two keys of one label are one thing (True) or are not (False); None where it has nothing to say.

    It looks at the two records and at nothing else.
    """

    def __call__(self, one: KeyRecord, other: KeyRecord) -> bool | None:
        """Judges two keys."""
        ...


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the graph.

    `keys` are those of its cluster, the one that its id is made from first; `articles` counts where it is named
    (0: it stands in the background only), `known` is the day by which the first of them was published. `properties` are
    those of a delegation (of each the best supported value), `disputed` the functional ones whose values cannot all
    hold. `within` holds the ids of all places that it lies in, a place's own among them.
    """

    id: str
    label: Label
    name: str
    aliases: tuple[str, ...]
    keys: tuple[str, ...]
    articles: int = 0
    mentions: int = 0
    known: str | None = None
    properties: dict[str, Any] = field(default_factory=dict)
    disputed: dict[str, tuple[int | str, ...]] = field(default_factory=dict)
    within: tuple[str, ...] = ()
    place: Place | None = None

    @property
    def key(self) -> str:
        """The key that the id is made from."""
        return self.keys[0]

    @property
    def search_text(self) -> str:
        """What full-text search looks in: names, the lists' names of a place, pinyin in full and by initials."""
        listed = (*self.place.names, self.place.english or "") if self.place else ()
        forms = dict.fromkeys(filter(None, (self.name, *self.aliases, *listed)))
        return " ".join(dict.fromkeys((*forms, *(pinyin(form) for form in forms))))

    def row(self) -> dict[str, Any]:
        """The properties of the entity's node in the store: flat, without empty ones."""
        place = self.place
        row: dict[str, Any] = {
            "id": self.id,
            "key": self.key,
            "name": self.name,
            "aliases": list(self.aliases),
            "articles": self.articles,
            "mentions": self.mentions,
            "known": self.known,
            "within": list(self.within),
            "search_text": self.search_text,
            "disputed": sorted(self.disputed),
            "background": True if self.articles == 0 else None,
            **self.properties,
        }
        if place is not None:
            row |= {
                "anchor": place.anchor,
                "country": place.country,
                "latitude": place.latitude,
                "longitude": place.longitude,
                "english": place.english,
                "place_source": place.source,
            }
        return {name: value for name, value in row.items() if value is not None and value != []}


def entity_id(key: str) -> str:
    """The id of the cluster whose smallest key this is: label, readable name, hash (`city-qingdao-3f2a9c1e`).

    The id of an anchored place can be had from its anchor alone: `entity_id("city:370200")`.
    """
    return f"{PREFIXES[label_of(key)]}-{slug(name_of(key))}-{digest([key], 8)}"


def order(key: str) -> tuple[bool, str]:
    """Where a key stands among its cluster's: anchored ones first, then in order of characters."""
    return (not is_anchor(key), key)


def clusters(records: Mapping[str, KeyRecord], reasons: Sequence[Reason] = ()) -> dict[str, tuple[str, ...]]:
    """Key → the keys of its cluster, in their order.

    Compared are keys of one label that share a normal form of a name. One reason that says no keeps two keys from being
    joined directly; two anchored keys are never joined.
    """
    parent = {key: key for key in records}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for one, other in sorted(_pairs(records)) if reasons else ():
        said = {reason(records[one], records[other]) for reason in reasons}
        if True in said and False not in said:
            first, second = sorted((root(one), root(other)), key=order)
            if not (is_anchor(first) and is_anchor(second)):
                parent[second] = first
    members: dict[str, list[str]] = {}
    for key in records:
        members.setdefault(root(key), []).append(key)
    return {key: tuple(sorted(members[root(key)], key=order)) for key in records}


def entity(members: Iterable[KeyRecord], within: Iterable[str] = ()) -> Entity:
    """The entity of a cluster, from the records of its keys."""
    ordered = sorted(members, key=lambda record: order(record.key))
    key = ordered[0].key
    label = label_of(key)
    place = gazetteer().by_anchor(key)
    names, aliases, published = (
        sum((Counter(counts) for counts in found), Counter[str]())
        for found in zip(*((record.names, record.aliases, record.published) for record in ordered), strict=True)
    )
    name = _best_name(names) or (place.short if place else name_of(key))
    known = min((last_day(day) for day in published if day), default=None)
    return Entity(
        id=entity_id(key),
        label=place.label if place else label,
        name=name,
        aliases=tuple(sorted((names.keys() | aliases.keys()) - {name})),
        keys=tuple(record.key for record in ordered),
        articles=sum(record.articles for record in ordered),
        mentions=sum(record.mentions for record in ordered),
        known=known,
        properties=_properties(ordered) if label is Label.DELEGATION else {},
        disputed=_disputed(ordered) if label is Label.DELEGATION else {},
        within=tuple(sorted(within)),
        place=place,
    )


def _pairs(records: Mapping[str, KeyRecord]) -> set[tuple[str, str]]:
    """Keys of one label that share a normal form."""
    sharing: dict[tuple[Label, str], set[str]] = {}
    for key, record in records.items():
        label = label_of(key)
        for form in record.names.keys() | record.aliases.keys():
            sharing.setdefault((label, normal(form, label)), set()).add(key)
    return {pair for group in sharing.values() for pair in combinations(sorted(group, key=order), 2)}


def _best_name(names: Counter[str]) -> str | None:
    """The name that most articles give; of equals the longer, then the first in order of characters."""
    return min(names, key=lambda name: (-names[name], -len(name), name), default=None)


def _properties(members: Iterable[KeyRecord]) -> dict[str, Any]:
    """The value that most articles give for each property; of equals the more precise, then the first."""
    found: dict[str, Counter[str]] = {}
    for record in members:
        for name, counts in record.values.items():
            found.setdefault(name, Counter()).update(counts)
    return {
        name: json.loads(min(counts, key=lambda value: (-counts[value], -len(value), value)))
        for name, counts in sorted(found.items())
    }


def _disputed(members: Iterable[KeyRecord]) -> dict[str, tuple[int | str, ...]]:
    """Functional properties of which two stated values cannot both hold, with those values."""
    functional = {p.name for p in DELEGATION_PROPERTIES if p.functional}
    stated: dict[str, set[tuple[int | str, bool]]] = {}
    for record in members:
        for name, counts in record.values.items():
            claimed = {f.value for f in record.figures if f.property == name}
            values = {json.loads(value) for value in counts} if name in functional else set()
            stated.setdefault(name, set()).update((value, False) for value in values - claimed)
        for figure in record.figures:
            if figure.property in functional:
                stated.setdefault(figure.property, set()).add((figure.value, figure.approximate))
    disputed: dict[str, tuple[int | str, ...]] = {}
    for name, values in stated.items():
        clashing = {v for one in values for other in values if not _agree(one, other) for v in (one[0], other[0])}
        if clashing:
            disputed[name] = tuple(sorted(clashing, key=str))
    return dict(sorted(disputed.items()))


def _agree(one: tuple[int | str, bool], other: tuple[int | str, bool]) -> bool:
    """Whether two stated values can both hold: equal, a coarser date, or an approximate figure near the other."""
    (value, approximate), (second, second_approximate) = one, other
    if isinstance(value, str) or isinstance(second, str):
        return meet(str(value), str(second))
    return (
        value == second
        or (approximate and abs(value - second) < _step(value))
        or (second_approximate and abs(value - second) < _step(second))
    )


def _step(about: int) -> int:
    """How far from an approximate figure the exact one may lie: a step of its last digit that is not nought (60余)."""
    step = 1
    while about and about % (step * 10) == 0:
        step *= 10
    return max(step, about // 10)
