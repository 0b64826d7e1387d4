"""Places while a batch is written: what stands by background alone, and what lies in what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.background import background_fact, upper_places, within
from graph.connection import Transaction
from graph.facts import Fact
from graph.identity import entity_id
from graph.key_form import is_anchor, label_of
from graph.model import PLACES
from graph.places import gazetteer
from graph.records import KeyRecord
from loaders.rows import select


def is_listed(key: str) -> bool:
    """Whether a key is a place of the lists."""
    return is_anchor(key) and label_of(key) in PLACES and gazetteer().by_anchor(key) is not None


def needed(after: Mapping[str, KeyRecord | None]) -> set[str]:
    """The anchors of all places that stand because a touched one is named: these and the ones above them."""
    named = [key for key, record in after.items() if record is not None and is_listed(key)]
    return {anchor for key in named for anchor in (key, *upper_places(key))}


def fallen(tx: Transaction, after: Mapping[str, KeyRecord | None]) -> set[str]:
    """The anchors of all places that nothing holds any more: not named, and no standing place lies in them."""
    unnamed = {key for key, record in after.items() if record is None and is_listed(key)}
    candidates = {anchor for key in unnamed for anchor in (key, *upper_places(key))} - needed(after)
    ids = {entity_id(anchor): anchor for anchor in candidates}
    lower: dict[str, set[str]] = defaultdict(set)
    for row in select(tx, "lower-places", "ids", ids):
        lower[ids[row["upper"]]].add(row["lower"])
    articles = {row["key"] for row in select(tx, "keys", "keys", candidates)} - unnamed
    gone: set[str] = set()
    # the lowest first: a place may fall when all that lies in it has fallen
    for anchor in sorted(candidates, key=lambda a: -len(upper_places(a))):
        if anchor not in articles and lower[anchor] <= {entity_id(a) for a in gone}:
            gone.add(anchor)
    return gone


def background_facts(anchors: Iterable[str]) -> list[Fact]:
    """The background facts of some places."""
    places = (gazetteer().by_anchor(anchor) for anchor in sorted(anchors))
    return [background_fact(place) for place in places if place is not None and place.parent is not None]


def lying(tx: Transaction, touched: set[str], moved: set[str]) -> dict[str, list[str]]:
    """Entity id → ids of all places that it lies in, of touched entities and of those that lie in moved places.

    Args:
        tx: the transaction, after all facts of the batch are written.
        touched: keys of entities that stand.
        moved: keys of places without an anchor whose own LOCATED_IN facts changed.
    """
    waiting = set(moved)
    affected = set(touched)
    while waiting:
        below = {row["key"] for row in select(tx, "lying-in", "keys", waiting)} - affected
        affected |= below
        waiting = {key for key in below if label_of(key) in PLACES and not is_anchor(key)}
    located = _located(tx, {key for key in affected if not is_listed(key)})
    return {entity_id(key): sorted(within(key, lambda k: located.get(k, ()))) for key in affected}


def _located(tx: Transaction, keys: set[str]) -> dict[str, list[str]]:
    """Key → keys of the places that it lies in by its facts, for some keys and all places that these lead to."""
    located: dict[str, list[str]] = {}
    waiting = set(keys)
    while waiting:
        found: dict[str, list[str]] = {key: [] for key in waiting}
        for row in select(tx, "located", "keys", waiting):
            found[row["source"]].append(row["target"])
        located |= found
        reached = {target for targets in found.values() for target in targets}
        waiting = {key for key in reached if not is_listed(key)} - located.keys()
    return located
