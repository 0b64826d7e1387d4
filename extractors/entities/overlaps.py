"""Of names that overlap, which one stands: the longer, and at one span the surer; names inside names stay as nested.

深圳市|福田区|投资控股有限公司      one company; 深圳市, 福田区 nested in it
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Mention
from graph.model import BODIES, PLACES, Label

_KEPT_INSIDE = PLACES | BODIES | {Label.SITE, Label.PERSON}
_SURE = {
    Label.POLICY: 0,
    Label.LIVING_ROOM: 1,
    Label.DELEGATION: 2,
    Label.PERSON: 4,
}
_HEAD = "lists.head"
_RULES = {
    "organizations.office": 3,
    "places.gazetteer": 3,
    "lists.place": 3,
    "organizations.posted": 3,
    "organizations.government": 3,
    "lists.companion": 3,
    "organizations.central": 3,
    "organizations.suffix": 5,
    "enterprises.suffix": 5,
    "places.zone": 5,
    "places.abroad": 4,
    "places.tagged": 7,
    "sites.suffix": 6,
    "enterprises.tagged": 8,
    "sites.tagged": 9,
}


def settle(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that stand, in the document's order, with `nested` set.

    Of two that cross, the surer stands, then the longer; of two with one span and two labels the surer.
    """
    kept: list[Mention] = []
    open_: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end, _rank(m))):
        open_ = [m for m in open_ if m.end > mention.start]
        if mention.rule == _HEAD:
            kept.append(mention)
            continue
        if any(m.start == mention.start and m.end == mention.end for m in open_):
            continue
        crossing = [m for m in open_ if m.end < mention.end]
        if any(not _beats(mention, m) for m in crossing):
            continue
        for loser in crossing:
            kept.remove(loser)
            open_.remove(loser)
        if open_ and not _kept_inside(mention, open_[0]):
            continue
        mention.nested = mention.nested or bool(open_)
        if mention.properties.get("part") and not mention.nested:
            continue
        kept.append(mention)
        open_.append(mention)
    return kept


def _beats(mention: Mention, other: Mention) -> bool:
    return (_rank(mention), other.start - other.end) < (_rank(other), mention.start - mention.end)


def _kept_inside(mention: Mention, outer: Mention) -> bool:
    if mention.rule.endswith(".tagged") or mention.label not in _KEPT_INSIDE:
        return False
    if mention.rule == "places.zone" and outer.label is Label.DISTRICT:
        return False
    return mention.label in PLACES or outer.label not in {Label.POLICY, Label.LIVING_ROOM, Label.PERSON}


def _rank(mention: Mention) -> int:
    return _SURE.get(mention.label, _RULES.get(mention.rule, 7))


def settle_document(document: Document) -> None:
    """Settles the mentions of a document; what stands in the furniture of the page goes."""
    document.mentions = settle(m for m in document.mentions if not document.sentence_at(m.start).furniture)
    document.sort()


@Language.component("tashan_overlaps")
def overlaps_component(doc: Doc) -> Doc:
    """Settles the mentions of all kinds."""
    settle_document(doc._.document)
    return doc
