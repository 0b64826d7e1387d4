"""Places in front of a name that are no part of it.

    福建省南安市|水头镇             a town or village is named without what it lies in
    广东|云浮市石材商会             of two places in front the wide one goes, where the other has its full form
    南山区|深圳湾科技生态园         a site with a proper name of its own
Kept: 深圳市福田区企业发展服务中心, 义乌国际物流中心, 波兰华沙工商会, every company's name.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.document import Document, Mention
from extractors.entities.suffixed import PROPER
from extractors.entities.words import Words
from graph.model import PLACES, Label

_SETTLEMENT = re.compile(r"(镇|乡|街道|村|社区|苏木|街道办|街道办事处)$")
_TOWN = re.compile(r"[\u4e00-\u9fff]{1,6}?(镇|乡|街道)(?=[\u4e00-\u9fff]{1,6}(?:村|社区)$)")
_FULL = frozenset("市区县省州旗盟")


def strip_places(document: Document, mention: Mention, words: Words) -> None:
    """Moves the beginning of a mention behind the places that only say where it lies; the long form stays too."""
    if mention.label is Label.ENTERPRISE or mention.name != mention.surface:
        return
    chain = _chain(document, mention)
    start = mention.start
    if mention.label in {Label.ORGANIZATION, Label.SITE} and _SETTLEMENT.search(mention.surface):
        start = chain[-1].end if chain else start
        town = _TOWN.match(document.text, start, mention.end)
        start = town.end() if town is not None else start
    elif mention.label is Label.SITE and chain and chain[0].anchor != "country:CN":
        start = _proper_start(words, mention, chain[-1])
    if start == mention.start:
        start = _narrowed(document, chain, start)
    if start == mention.start or (mention.end - start < 3 and not _SETTLEMENT.search(mention.surface)):
        return
    mention.properties["also"] = (mention.surface,)
    for place in chain:
        place.properties.pop("part", None)
    mention.start = start
    mention.surface = mention.name = document.text[start : mention.end]


def _narrowed(document: Document, chain: list[Mention], start: int) -> int:
    for wide, narrow in pairwise(chain):
        full = document.text[narrow.end - 1] in _FULL and narrow.end - narrow.start > 2
        if wide.label not in {Label.PROVINCE, Label.COUNTRY} or not full:
            break
        start = narrow.start
    return start


def _chain(document: Document, mention: Mention) -> list[Mention]:
    chain: list[Mention] = []
    at = mention.start
    for place in document.mentions_in(mention.start, mention.end, PLACES):
        if place.start == at and place.end < mention.end:
            chain.append(place)
            at = place.end
    return chain


def _proper_start(words: Words, mention: Mention, place: Mention) -> int:
    """Where a site's own name begins behind its place, if a proper noun stands there."""
    at = place.end
    token = words.token(at)
    if token is None or token.start != at or token.tag not in PROPER:
        return mention.start
    if words.text[at - 1] in _FULL and at - place.start > 2:
        return at
    if token.tag == "LOC" and token.end == mention.end:
        mention.properties["also"] = (words.text[at : mention.end],)
    return mention.start
