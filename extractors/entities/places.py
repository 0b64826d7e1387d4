"""Cities, provinces, countries and districts.

Reads
    市南区对标深圳市福田区          District 市南区, City 深圳市, District 福田区 (in 深圳市)
    走进苏州工业园区                District 苏州工业园区, and City 苏州 inside it
    赴浙江乐清考察                  Province 浙江, District 乐清 (in 浙江)
    时任射洪县副县长                District 射洪县, a city today
    匈牙利塞格德市                  City 塞格德市, which no list has
Must not read
    前海城市新中心                  海城市 (on no word boundary)
    多项城市更新                    项城市
    东方电机, 光明食品集团          districts of that short form, of which the article does not speak
    一座钢城                        a nickname, if its city is named nowhere
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from extractors import lexicon
from extractors.document import Document, Mention, Token
from extractors.entities.gazetteer import Hit, PlaceNames
from extractors.entities.words import Words
from graph.model import Label
from graph.places import Place, gazetteer

_NAMED = frozenset({"LOC", "ORG"})
_OLD_SUFFIX = re.compile(r"[市县](?![场民长立容域值])|[市县](?=[长立])")
_REGION = {"JP": re.compile("[县府道]"), "KR": re.compile("道"), None: re.compile("州|边疆区|大区|省")}
_LEADS_IN = re.compile(r"驻$|(银行|公司|集团|大学|证券|保险|移动|联通|电信|石化|电网|烟草|邮政)$")
_ZONE = re.compile(r"国家|(国际)?(经济|高新|工业|综合|保税)[\u4e00-\u9fff]{0,8}(区|园)")
_QUARTERS = frozenset({"老城区", "新城区", "城区", "郊区", "矿区", "城中区", "城东区", "城西区", "城北区"})
_CITIES_AS_WORDS = frozenset({"来宾", "白银", "阿里"})
_ORDER = {Label.PROVINCE: 0, Label.CITY: 1, Label.COUNTRY: 2, Label.DISTRICT: 3}


def find_places(document: Document, names: PlaceNames) -> list[Mention]:
    """Mentions of places.

    Args:
        document: with its words.
        names: the lists.
    Returns:
        mentions in order, with `anchor` where a list has the place. `properties`: `part` where the word goes on
        behind it (深圳 in 深圳湾), so that it stands only inside a longer name; `nickname`.
    """
    words = Words(document)
    hits = _hits(document.text, names, words)
    spoken = _spoken(hits, words)
    full = Counter(p.anchor for hit in hits if hit.full for p in hit.places)
    led = {
        hit.start for ahead, hit in pairwise(hits) if ahead.end == hit.start and not hit.foreign and _within(hit, ahead)
    }
    hits = [hit for hit in hits if hit.start in led or _credible(hit, spoken, full, words)]
    mentions: list[Mention] = []
    previous: Hit | None = None
    for hit in hits:
        ahead = previous if previous is not None and previous.end == hit.start else None
        mentions.extend(_mentions(document, hit, ahead, spoken, words, names))
        previous = hit
    mentions.sort(key=lambda m: (m.start, -m.end))
    return mentions


def _hits(text: str, names: PlaceNames, words: Words) -> list[Hit]:
    hits: list[Hit] = []
    at = 0
    while at < len(text) - 1:
        ahead = hits[-1] if hits and hits[-1].end == at else None
        hit = next((h for h in names.at(text, at) if _stands(h, ahead, words)), None)
        if hit is None:
            at += 1
        else:
            hits.append(hit)
            at = hit.end
    return hits


def _stands(hit: Hit, ahead: Hit | None, words: Words) -> bool:
    """Whether the words allow the name here."""
    first = words.token(hit.start)
    if first is None or (first.tag in {"PER", "TIME"} and first.end - first.start > hit.end - hit.start):
        return False
    if _is_led_in(hit, ahead, first, words):
        return True
    if not words.begins(hit.start):
        return False
    return _stands_full(hit, first, words) if hit.full else _stands_short(hit, first, words)


def _is_led_in(hit: Hit, ahead: Hit | None, first: Token, words: Words) -> bool:
    """Whether a place that it lies in stands in front, or 驻, or the body whose branch is named for it."""
    if ahead is None or not _within(hit, ahead):
        return not hit.foreign and _LEADS_IN.search(words.text[max(hit.start - 4, 0) : hit.start]) is not None
    long = hit.end - hit.start > 2
    return long or words.ends(hit.end) or first.tag in _NAMED or words.text[hit.end : hit.end + 1] in "市县区州"


def _stands_full(hit: Hit, first: Token, words: Words) -> bool:
    ahead = words.before(hit.start)
    if hit.end - hit.start == 2 and words.text[hit.start] == "和" and ahead is not None and ahead.tag == "PER":
        return False
    last = words.token(hit.end - 1)
    named = first.tag in _NAMED or (last is not None and last.tag in _NAMED)
    return named or words.ends(hit.end) or words.text[hit.end : hit.end + 1] in "委政人县区市级"


def _stands_short(hit: Hit, first: Token, words: Words) -> bool:
    exact = first.end == hit.end
    long = hit.end - hit.start > 2
    if hit.small and not long:
        return (exact and first.tag == "LOC") if hit.foreign else first.tag in _NAMED
    if first.tag in _NAMED:
        return True
    if long:
        return words.ends(hit.end) and not hit.foreign
    return exact and first.tag in {"nz", "s"}


def _within(hit: Hit, ahead: Hit) -> bool:
    """Whether one of the places lies in one of those in front."""
    wide = {p.anchor for p in ahead.places}
    places = gazetteer()
    return any(above.anchor in wide for p in hit.places for above in places.ancestors(p.anchor))


def _spoken(hits: list[Hit], words: Words) -> Counter[str]:
    """How often each place is spoken of where nothing else can be meant."""
    count: Counter[str] = Counter()
    previous: Hit | None = None
    for hit in hits:
        inside = previous is not None and previous.end == hit.start and _within(hit, previous)
        token = words.token(hit.start)
        alone = token is not None and token.end == hit.end and token.tag == "LOC"
        if not hit.nickname and (hit.full or inside or alone or not hit.small):
            for place in hit.places:
                count[place.anchor] += 1
        previous = hit
    return count


def _credible(hit: Hit, spoken: Counter[str], full: Counter[str], words: Words) -> bool:
    """A nickname, or the short form of a small place inside another word, needs its place to be spoken of elsewhere."""
    surface = words.text[hit.start : hit.end]
    # 出海口, 入海口: a river's mouth
    if surface == "海口" and words.text[hit.start - 1] in "出入":
        return False
    if (hit.small or surface in _CITIES_AS_WORDS) and surface in lexicon.words("name_words", "common_places"):
        return any(full[p.anchor] for p in hit.places)
    if surface in _QUARTERS:
        upper = {place.parent for place in hit.places}
        return any(spoken[anchor] for anchor in upper if anchor)
    short = hit.small and not hit.full and hit.end - hit.start == 2
    token = words.token(hit.start)
    alone = token is not None and token.start == hit.start and token.end == hit.end
    followed = _OLD_SUFFIX.match(words.text, hit.end) or _ZONE.match(words.text, hit.end)
    if not hit.nickname and (not short or alone or followed is not None):
        return True
    return any(spoken[p.anchor] for p in hit.places)


def _mentions(
    document: Document, hit: Hit, ahead: Hit | None, spoken: Counter[str], words: Words, names: PlaceNames
) -> Iterator[Mention]:
    place = _resolve(hit, ahead, spoken)
    end, label, anchor = _extended(document.text, hit, place, words)
    surface = document.text[hit.start : end]
    token = words.token(end - 1)
    mention = Mention(hit.start, end, label, surface, surface, "places.gazetteer", anchor=anchor)
    if token is not None and token.end > end and token.tag == "LOC" and not _may_go_on(document.text, end, names):
        mention.properties["part"] = True
    if hit.nickname:
        mention.properties["nickname"] = True
    yield mention
    if label is Label.DISTRICT and end - hit.start > 3:
        yield from _inner(document, mention, names)


def _extended(text: str, hit: Hit, place: Place, words: Words) -> tuple[int, Label, str | None]:
    """Where the name ends with the suffix of its time (射洪县) or of its country (福冈县), and what it is then."""
    end, label, anchor = hit.end, place.label, place.anchor
    if hit.full or hit.nickname or label in {Label.COUNTRY, Label.PROVINCE}:
        return end, label, anchor
    if place.country != "CN":
        region = _REGION.get(place.country, _REGION[None]).match(text, end)
        if region is not None and label is Label.CITY:
            return region.end(), Label.PROVINCE, None
        return end + (text[end : end + 1] == "市"), label, anchor
    token = words.token(end)
    whole = token is not None and (token.start < end or token.end == end + 1 or token.tag in _NAMED)
    if whole and _OLD_SUFFIX.match(text, end):
        county = label is Label.CITY and text[end] != "市"
        return end + 1, Label.DISTRICT if county else label, None if county else anchor
    return end, label, anchor


def _may_go_on(text: str, end: int, names: PlaceNames) -> bool:
    """Whether another place's name begins right here, or words that a place may stand before."""
    return next(names.at(text, end), None) is not None or text[end : end + 1] in lexicon.words(
        "name_words", "after_place"
    )


def _inner(document: Document, mention: Mention, names: PlaceNames) -> Iterator[Mention]:
    """The place with whose name a zone's name begins: 苏州 in 苏州工业园区."""
    for hit in names.at(document.text, mention.start):
        if hit.end >= mention.end or hit.nickname:
            continue
        place = next((p for p in hit.places if p.label in {Label.CITY, Label.PROVINCE} and p.country == "CN"), None)
        if place is not None:
            surface = document.text[hit.start : hit.end]
            yield Mention(
                hit.start, hit.end, place.label, surface, surface, "places.gazetteer", anchor=place.anchor, nested=True
            )
            return


def _resolve(hit: Hit, ahead: Hit | None, spoken: Counter[str]) -> Place:
    """The likeliest place of an ambiguous name: in the place in front, in China, wide, in a place spoken of."""
    if len(hit.places) == 1:
        return hit.places[0]
    places = gazetteer()
    wide = {p.anchor for p in ahead.places} if ahead else set()

    def rank(place: Place) -> tuple[bool, bool, int, int, int]:
        above = [p.anchor for p in places.ancestors(place.anchor) if p.label is not Label.COUNTRY]
        near = sum(spoken[a] * (3 if i == 0 else 1) for i, a in enumerate(above))
        return not wide.intersection(above), place.country != "CN", _ORDER[place.label], -near, -place.population

    return min(hit.places, key=rank)
