"""Background: what no article states and everybody can look up: what the places that readings name lie in.

`hierarchy` says which places stand in the graph besides those that are named and which LOCATED_IN facts join them; it
needs the anchored keys that have articles, and nothing else. `within` says for every entity which places it lies in; it
needs the entity's own LOCATED_IN facts (done, stated) and, where these lead to a place without an anchor, that place's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.evidence import Group
from graph.facts import Fact, fact_id
from graph.identity import entity_id
from graph.key_form import is_anchor, label_of
from graph.model import PLACES, EdgeType
from graph.places import Place, gazetteer


def upper_places(anchor: str) -> tuple[str, ...]:
    """The anchors of all places above one, the nearest first."""
    return tuple(place.anchor for place in gazetteer().ancestors(anchor))


def hierarchy(anchors: Iterable[str]) -> tuple[set[str], list[Fact]]:
    """The anchors of all places that stand in the graph, and the background facts between them, in order of their ids.

    `anchors` are those of the places that readings name.
    """
    places = gazetteer()
    standing: set[str] = set()
    for anchor in anchors:
        if places.by_anchor(anchor) is not None:
            standing.update((anchor, *upper_places(anchor)))
    found = (places.by_anchor(anchor) for anchor in standing)
    made = [background_fact(place) for place in found if place is not None and place.parent is not None]
    return standing, sorted(made, key=lambda fact: fact.id)


def background_fact(place: Place) -> Fact:
    """That a place lies in the next wider one, by the lists. It stands beside what articles state, never mixed with it.

    Raises:
        ValueError: the place lies in none.
    """
    if place.parent is None:
        raise ValueError(f"{place.anchor} lies in no other place")
    group = Group(EdgeType.LOCATED_IN, entity_id(place.anchor), entity_id(place.parent))
    return Fact(
        id=fact_id(group, "background"),
        type=group.type,
        source=group.source,
        target=group.target,
        background=place.source,
    )


def within(key: str, located: Callable[[str], Iterable[str]]) -> set[str]:
    """The ids of all places that an entity lies in, a place's own among them.

    Args:
        key: the first key of the entity's cluster.
        located: gives, for such a key, those of the places that its stated facts say it lies in.

    An anchored place lies where the lists say and nowhere else, so that an article that errs moves no city.
    """
    seen: set[str] = set()
    waiting = [key]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        waiting.extend(upper_places(at) if is_anchor(at) and label_of(at) in PLACES else located(at))
    return {entity_id(k) for k in seen if label_of(k) in PLACES}
