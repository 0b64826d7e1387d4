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
_RULES = {
    "organizations.office": 3,
    "places.gazetteer": 3,
    "lists.head": 3,
    "organizations.suffix": 5,
    "enterprises.suffix": 5,
    "places.zone": 5,
    "sites.suffix": 6,
    "enterprises.tagged": 8,
    "sites.tagged": 9,
}


def settle(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that stand, in the document's order, with `nested` set.

    Two mentions that cross: the surer, then the longer, then the earlier stands. Of two with the same span and not the same label the surer stands.
    """
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end, _rank(m)))
    kept: list[Mention] = []
    open_: list[Mention] = []
    for mention in ordered:
        open_ = [m for m in open_ if m.end > mention.start]
        if any(_same_span(m, mention) for m in open_):
            continue
        crossing = [m for m in open_ if m.end < mention.end and not m.rule == "lists.head"]
        if mention.rule != "lists.head" and crossing:
            if any((_rank(m), m.end - m.start) <= (_rank(mention), mention.end - mention.start) for m in crossing):
                if all(_rank(m) <= _rank(mention) for m in crossing):
                    continue
            for loser in crossing:
                if loser in kept:
                    kept.remove(loser)
                open_.remove(loser)
        outer = [m for m in open_ if m.end >= mention.end and m.rule != "lists.head"]
        if outer and mention.rule != "lists.head":
            if mention.label not in _KEPT_INSIDE or mention.rule == "enterprises.tagged":
                continue
            mention.nested = True
        kept.append(mention)
        open_.append(mention)
    return kept


def _rank(mention: Mention) -> int:
    return _SURE.get(mention.label, _RULES.get(mention.rule, 7))


def _same_span(one: Mention, other: Mention) -> bool:
    return one.start == other.start and one.end == other.end and (one.rule != "lists.head" or one.name == other.name)


@Language.component("tashan_overlaps")
def overlaps_component(doc: Doc) -> Doc:
    """Settles the mentions of all kinds."""
    document: Document = doc._.document
    document.mentions = settle(document.mentions)
    document.sort()
    return doc
