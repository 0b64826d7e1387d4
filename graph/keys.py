"""Keys: what the nodes of a reading are called beyond it. Computed from the reading alone.

    Country, Province, City, District   the anchor of the lists; else label, normal name ; city that it lies in
    Enterprise                          normal name
    Organization                        normal name; a bare one (市商务局) with its place in front, else it lacks a part
    Policy                              title; the issuer's place where the title names none
    LivingRoom                          owner's place ; counterpart
    Site                                normal name; the city where the text has it
    Person                              name ; body or place of the first post, else the article's home
    Delegation                          kind ; origin ; destinations ; ordinal, else month of the start

A key that lacks a part ends in `@<article id>` (a second one of that name in `#2`): it joins nothing by itself.
A reading has no field for its home: it is the place that the article's source begins with (青岛日报), else the
first Chinese place of its title.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import Final

from graph.key_form import LACKING, is_complete, make_key
from graph.locating import above_at, city_of, first_place, leading_place
from graph.model import PLACES, DelegationKind, EdgeType, Label
from graph.names import normal, plain
from graph.offices import is_bare, is_named_by_place, without_level
from graph.places import Place, gazetteer
from graph.reading import Edge, Node, Reading
from graph.reading_places import ReadingPlaces

_ROOM = re.compile(r"(?:国际客厅|城市客厅|城市会客厅|会客厅|客厅)$")
_ROOM_SIGNS = re.compile(r"[()\[\]·\-]+")
_CENTRAL = re.compile(r"(?:中华人民共和国|中华全国|中共中央|中央|国务院|全国|国家|中国)")
_REGION = re.compile(
    r"粤港澳|京津冀|长三角|长江三角洲|珠三角|珠江三角洲|长江经济带|黄河流域|胶东|成渝|川渝|东北|海峡两岸|一带一路|沪苏浙皖|苏浙沪"
)
_LEVELS: Final = {
    "省": Label.PROVINCE,
    "自治区": Label.PROVINCE,
    "市": Label.CITY,
    "州": Label.CITY,
    "自治州": Label.CITY,
    "盟": Label.CITY,
    "区": Label.DISTRICT,
    "县": Label.DISTRICT,
    "自治县": Label.DISTRICT,
    "旗": Label.DISTRICT,
}


def keys(reading: Reading) -> dict[str, str]:
    """Node id → key for every node of a reading. Equal keys are one thing."""
    return _Keys(reading).all()


class _Keys:
    """The keys of one reading; places first, as the others stand on them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.nodes = {node.id: node for node in reading.nodes}
        self.outgoing: dict[tuple[EdgeType, str], list[Edge]] = defaultdict(list)
        self.incoming: dict[tuple[EdgeType, str], list[Edge]] = defaultdict(list)
        for edge in reading.edges:
            self.outgoing[edge.type, edge.source].append(edge)
            self.incoming[edge.type, edge.target].append(edge)
        self.places = ReadingPlaces(reading)
        self.found: dict[str, str] = {}
        self.lacking: dict[str, int] = {}

    def all(self) -> dict[str, str]:
        """The key of every node."""
        order: tuple[tuple[frozenset[Label], Callable[[Node], str | None]], ...] = (
            (PLACES, self._place),
            (frozenset({Label.ENTERPRISE}), self._enterprise),
            (frozenset({Label.ORGANIZATION}), self._organization),
            (frozenset({Label.SITE}), self._site),
            (frozenset({Label.POLICY}), self._policy),
            (frozenset({Label.LIVING_ROOM}), self._living_room),
            (frozenset({Label.DELEGATION}), self._delegation),
            (frozenset({Label.PERSON}), self._person),
        )
        for labels, make in order:
            for node in sorted(self.nodes.values(), key=_text_order):
                if node.label in labels:
                    key = make(node)
                    self.found[node.id] = key if key is not None and is_complete(key) else self._lacking(node)
        return self.found

    def _lacking(self, node: Node) -> str:
        key = f"{make_key(node.label, normal(node.name, node.label))}{LACKING}{self.reading.article.id}"
        self.lacking[key] = self.lacking.get(key, 0) + 1
        return key if self.lacking[key] == 1 else f"{key}#{self.lacking[key]}"

    # Places

    def _place(self, node: Node) -> str | None:
        if node.id in self.places.listed:
            return self.places.listed[node.id].anchor
        if node.anchor is not None:
            return node.anchor
        name = normal(node.name, node.label)
        leading = leading_place(name)
        if leading is not None and len(leading[1]) > 1 and not gazetteer().by_form(name):
            return make_key(node.label, leading[1], city_of(leading[0]).anchor)
        city = self.places.city(node)
        return make_key(node.label, name, city) if city else None

    def _text(self, name: str) -> str:
        """The key of a place that stands as text (an origin): of the node of that name, else of the lists."""
        form = plain(name)
        named = {
            self.found[node.id]
            for node in self.nodes.values()
            if node.label in PLACES and form in self.places.names(node)
        }
        if named:
            return min(named)
        for longer in (form, f"{form}国家"):
            leading = leading_place(longer)
            if leading is not None and not leading[1]:
                return leading[0].anchor
        return form

    @cached_property
    def _home(self) -> str | None:
        source = leading_place(plain(self.reading.article.source or ""))
        if source is not None and source[0].label is not Label.COUNTRY:
            return city_of(source[0]).anchor
        titled = first_place(plain(self.reading.article.title or ""))
        return city_of(titled).anchor if titled is not None else None

    # Bodies and sites

    def _enterprise(self, node: Node) -> str:
        return node.anchor or make_key(node.label, normal(node.name, node.label))

    def _organization(self, node: Node) -> str | None:
        name = normal(node.name, node.label)
        leading = leading_place(name)
        if leading is not None and is_bare(leading[1]):
            if is_named_by_place(leading[1]):
                return make_key(node.label, name)
            place, name = leading
        elif is_bare(name):
            stated = self.places.narrowest(node)
            if stated is None:
                return None
            place = stated
        else:
            return make_key(node.label, name)
        level, rest = without_level(name)
        if level:
            raised = above_at(place, _LEVELS[level]) if level in _LEVELS else None
            if raised is None:
                return None
            place = raised
        return make_key(node.label, _in_front(place) + rest)

    def _site(self, node: Node) -> str:
        city = self.places.city(node)
        return make_key(node.label, normal(node.name, node.label), *([city] if city else []))

    def _policy(self, node: Node) -> str | None:
        title = normal(node.name, node.label)
        if first_place(title) is not None or _REGION.search(title) or _CENTRAL.match(title) or leading_place(title):
            return make_key(node.label, title)
        issuers = sorted(filter(None, (self._seat(edge.source) for edge in self.incoming[EdgeType.ISSUED, node.id])))
        return make_key(node.label, title, issuers[0]) if issuers else None

    def _seat(self, node_id: str) -> str | None:
        """The place that a node is or speaks for."""
        node = self.nodes[node_id]
        if node.label in PLACES:
            return self.found[node_id]
        name = normal(node.name, node.label)
        if _CENTRAL.match(name):
            return "country:CN"
        leading = leading_place(name)
        if leading is not None:
            return leading[0].anchor
        place = self.places.narrowest(node)
        return place.anchor if place is not None else None

    def _living_room(self, node: Node) -> str | None:
        name = _ROOM.sub("", plain(node.name))
        leading = leading_place(name)
        owner: str | None = None
        if leading is not None and leading[0].country == "CN" and leading[0].label is not Label.COUNTRY:
            owner, name = leading[0].anchor, leading[1]
        elif opened := sorted(filter(None, (self._seat(e.source) for e in self.incoming[EdgeType.OPENED, node.id]))):
            owner = opened[0]
        else:
            place = self.places.narrowest(node)
            owner = place.anchor if place is not None else None
        served = sorted({self.found[edge.target] for edge in self.outgoing[EdgeType.SERVES, node.id]})
        counterpart = self._text(_ROOM_SIGNS.sub("", name)) if _ROOM_SIGNS.sub("", name) else "+".join(served)
        return make_key(node.label, owner, counterpart) if owner and counterpart else None

    # Persons and delegations

    def _person(self, node: Node) -> str | None:
        posts = [
            (min(piece.start for piece in edge.evidence), self._first_mention(edge), self.found[edge.target])
            for edge in self.outgoing[EdgeType.HOLDS_POSITION, node.id]
            if self.nodes[edge.target].label is not Label.DELEGATION
        ]
        body = min(posts)[2] if posts else self._home
        return make_key(node.label, normal(node.name, node.label), body) if body else None

    def _first_mention(self, edge: Edge) -> int:
        """Where the target of an edge is first named within the sentence that states it."""
        piece = min(edge.evidence, key=lambda e: (e.start, e.end))
        starts = [m.start for m in self.nodes[edge.target].mentions if piece.start <= m.start < piece.end]
        return min(starts, default=piece.end)

    def _delegation(self, node: Node) -> str | None:
        properties = node.properties
        kind = properties.get("kind")
        origin = self._text(properties["origin"]) if properties.get("origin") else self._sender(node)
        stated = properties.get("destinations") or ()
        destinations = sorted({self._text(d) for d in stated}) or self._reached(node)
        start = str(properties.get("start") or "")
        number = properties.get("ordinal") or (start[:7] if len(start) >= 7 else None)
        if kind not in set(DelegationKind) or not origin or not destinations or number is None:
            return None
        return make_key(node.label, str(kind), origin, "+".join(destinations), str(number))

    def _sender(self, node: Node) -> str | None:
        senders = {self.found[e.source] for e in self.incoming[EdgeType.DISPATCHED, node.id] if e.source in self.found}
        return senders.pop() if len(senders) == 1 else None

    def _reached(self, node: Node) -> list[str]:
        edges = (*self.outgoing[EdgeType.TRAINED_IN, node.id], *self.outgoing[EdgeType.VISITED, node.id])
        return sorted(
            {
                city_of(self.places.listed[e.target]).anchor if e.target in self.places.listed else self.found[e.target]
                for e in edges
                if self.nodes[e.target].label in PLACES
            }
        )


def _text_order(node: Node) -> tuple[int, str]:
    return (min((m.start for m in node.mentions), default=1 << 30), node.name)


def _in_front(place: Place) -> str:
    """How a place stands in front of its office's name: 青岛市, 青岛市市南区, 山东省."""
    if place.label is Label.DISTRICT:
        city = city_of(place)
        return city.name + place.name if city is not place else place.name
    return place.name
