"""Which places of the lists the places of one reading are, and what the reading says lies in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from graph.locating import city_of, leading_place, usual
from graph.model import PLACES, EdgeType, Label
from graph.names import plain
from graph.places import Place, gazetteer
from graph.reading import Node, Reading


class ReadingPlaces:
    """The places of a reading that stand in the lists, by node id.

    A node is the place of its anchor, else the one that its names mean. Of several of one name it is the one that lies
    in what the reading says the node lies in, else the only one that lies in a place that the reading names.
    """

    def __init__(self, reading: Reading) -> None:
        self._nodes = {node.id: node for node in reading.nodes}
        self._targets: dict[str, list[str]] = defaultdict(list)
        for edge in reading.edges:
            if edge.type is EdgeType.LOCATED_IN:
                self._targets[edge.source].append(edge.target)
        self._listed: dict[str, Place] = {}
        self._resolve([node for node in reading.nodes if node.label in PLACES])

    @property
    def listed(self) -> Mapping[str, Place]:
        """Node id → place, for the nodes that are one of the lists."""
        return self._listed

    def names(self, node: Node) -> set[str]:
        """What a place is called, by the reading and by the lists."""
        place = self._listed.get(node.id)
        return {plain(n) for n in (node.name, *node.aliases)} | (set(place.names) if place is not None else set())

    def narrowest(self, node: Node) -> Place | None:
        """The one listed place that the reading says a node lies in; of several in one line the narrowest."""
        stated = {place.anchor: place for place in self._stated(node)}.values()
        above = {upper.anchor for place in stated for upper in gazetteer().ancestors(place.anchor)}
        inner = [place for place in stated if place.anchor not in above]
        return inner[0] if len(inner) == 1 else None

    def city(self, node: Node) -> str | None:
        """The anchor of the city that a node lies in, or of what is wider where the reading says no city."""
        place = self.narrowest(node)
        return city_of(place).anchor if place is not None else None

    def _resolve(self, waiting: list[Node]) -> None:
        for node in waiting:
            place = gazetteer().by_anchor(node.anchor) if node.anchor else _meant(node, ())
            if place is not None:
                self._listed[node.id] = place
        named = tuple(self._listed.values())
        found: dict[str, Place] | None = None
        while found is None or found:
            found = {}
            for node in waiting:
                if node.id not in self._listed and (place := self._told_apart(node, named)) is not None:
                    found[node.id] = place
            self._listed |= found

    def _told_apart(self, node: Node, named: tuple[Place, ...]) -> Place | None:
        stated = tuple(self._stated(node))
        return _meant(node, stated or named) if stated or named else None

    def _stated(self, node: Node, seen: frozenset[str] = frozenset()) -> Iterator[Place]:
        """The listed places that the reading says a node lies in, through places that no list has."""
        for target in self._targets[node.id]:
            if target in self._listed:
                yield self._listed[target]
            elif target not in seen:
                yield from self._stated(self._nodes[target], seen | {node.id})


def _meant(node: Node, around: Iterable[Place]) -> Place | None:
    """The place of the lists that a node's names mean; of several the one in a place around, where any are given."""
    places = gazetteer()
    for form in (node.name, *sorted(node.aliases, key=lambda a: (-len(a), a))):
        name = plain(form)
        if len(name) < 2 and form is not node.name:
            continue
        called = places.by_name(name)
        whole = [p for p in called if p.label is node.label] or [
            p for p in called if (p.name == name and p.country == "CN") or p.label is Label.COUNTRY
        ]
        if around and len(whole) > 1:
            near = [p for p in whole if any(a in places.ancestors(p.anchor) for a in around)]
            if len(near) == 1:
                return near[0]
            continue
        place = usual(name, whole)
        if place is not None:
            return place
        leading = leading_place(name)
        if leading is not None and not leading[1] and leading[0].label is node.label:
            return leading[0]
    return None
