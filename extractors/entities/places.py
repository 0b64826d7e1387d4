"""Cities, provinces, countries, districts and functional zones.

Reads
    市南区对标深圳市福田区          District 市南区, City 深圳市, District 福田区 (in 深圳市)
    走进苏州工业园区                District 苏州工业园区
    赴浙江乐清考察                  Province 浙江, District 乐清 (in 浙江)
Must not read
    前海城市新中心                  海城市 (on no word boundary)
    多项城市更新                    项城市
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Mention
from extractors.entities.gazetteer import Hit, PlaceNames, place_names
from extractors.entities.words import Words
from graph.model import Label
from graph.places import Place, gazetteer

_PLACE_TAGS = frozenset({"LOC", "ORG", "ns", "nt"})
_SUFFIXES = "省市州盟区县旗"
_NATURE = frozenset("湾山河湖江海岛路街港桥溪寺站塔峡岭站")
"""What follows a place's name where both together name something else (深圳湾, 南京路)."""


def find_places(document: Document, names: PlaceNames) -> list[Mention]:
    """Mentions of the places that the lists know.

    Args:
        document: with its words.
        names: the lists.
    Returns:
        mentions in order; `anchor` where the text decides, `properties["within"]` the name of the place directly in front.
    """
    words = Words(document)
    hits = _hits(document, names, words)
    support = _support(hits)
    mentions: list[Mention] = []
    for number, hit in enumerate(hits):
        previous = hits[number - 1] if number and hits[number - 1].end == hit.start else None
        place = _resolve(hit, previous, support)
        surface = document.text[hit.start : hit.end]
        mention = Mention(
            hit.start, hit.end, place.label, surface, surface, "places.gazetteer", anchor=place.anchor
        )
        if previous is not None and mentions:
            mention.properties["within"] = mentions[-1].name
        mentions.append(mention)
    return mentions


def _hits(document: Document, names: PlaceNames, words: Words) -> list[Hit]:
    text = document.text
    hits: list[Hit] = []
    at = 0
    while at < len(text) - 1:
        hit = next((h for h in names.at(text, at) if _stands(h, hits, words)), None)
        if hit is None:
            at += 1
        else:
            hits.append(hit)
            at = hit.end
    return hits


def _stands(hit: Hit, hits: list[Hit], words: Words) -> bool:
    """Whether the stretch is the place here and not a piece of other words."""
    chained = bool(hits) and hits[-1].end == hit.start
    first = words.token(hit.start)
    last = words.token(hit.end - 1)
    if first is None or last is None or not (chained or words.begins(hit.start)):
        return False
    if first is last and first.tag == "PER":
        return False
    domestic = any(p.label is not Label.COUNTRY for p in hit.places)
    if hit.full and (chained or words.ends(hit.end) or last.tag in _PLACE_TAGS or _followed(words.text, hit.end)):
        return len(words.text[hit.start : hit.end]) > 2 or first.tag in _PLACE_TAGS or chained
    if not domestic and first.tag not in _PLACE_TAGS and not words.ends(hit.end):
        return False
    if first.tag in _PLACE_TAGS:
        return first.end >= hit.end and not (first.end > hit.end and words.text[hit.end] in _NATURE and first.tag == "LOC")
    small = all(p.label is Label.DISTRICT or p.country != "CN" for p in hit.places)
    if chained:
        return words.ends(hit.end) or not small
    return first.end == hit.end and first.tag in {"nz", "n", "j"} and not small


def _followed(text: str, end: int) -> bool:
    return text[end : end + 1] in "、，。,;；)）”的委政人"


def _support(hits: list[Hit]) -> dict[str, int]:
    """How often each anchored place is spoken of without doubt."""
    count: dict[str, int] = {}
    for hit in hits:
        if len(hit.places) == 1:
            anchor = hit.places[0].anchor
            count[anchor] = count.get(anchor, 0) + 1
    return count


_ORDER = {Label.CITY: 0, Label.PROVINCE: 1, Label.COUNTRY: 2, Label.DISTRICT: 3}


def _resolve(hit: Hit, previous: Hit | None, support: dict[str, int]) -> Place:
    """The likeliest place of an ambiguous name: in the place in front, in a place spoken of, the larger one."""
    if len(hit.places) == 1:
        return hit.places[0]
    places = gazetteer()
    ahead = {p.anchor for p in previous.places} if previous else set()

    def rank(place: Place) -> tuple[int, int, int, int, str]:
        above = [p.anchor for p in places.ancestors(place.anchor)]
        within = 0 if ahead.intersection(above) else 1
        spoken = max((support.get(a, 0) * (2 if i == 0 else 1) for i, a in enumerate(above) if not a.startswith("country")), default=0)
        foreign = int(place.country != "CN")
        return within, foreign, -spoken if place.label is Label.DISTRICT else 0, _ORDER[place.label], place.anchor

    return min(hit.places, key=rank)


@Language.component("tashan_places")
def places_component(doc: Doc) -> Doc:
    """Finds the places of the lists."""
    document: Document = doc._.document
    document.mentions.extend(find_places(document, place_names()))
    document.sort()
    return doc
