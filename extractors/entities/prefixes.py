"""Places in front of a name that are no part of it.

    福建省南安市|水头镇             a town or village is named without what it lies in
    哈萨克斯坦|阿拉木图市建材协会   of two places in front the wide one goes
    洛阳|龙门石窟                   a site with a proper name of its own
Kept: 深圳市福田区企业发展服务中心, 义乌国际物流中心, every company's name.
"""

from __future__ import annotations

from extractors.document import Document, Mention
from extractors.entities.suffixed import PROPER
from extractors.entities.words import Words
from graph.model import PLACES, Label

_SETTLEMENTS = ("镇", "乡", "街道", "村", "社区", "苏木", "街道办", "街道办事处")


def strip_places(document: Document, mention: Mention, words: Words) -> None:
    """Moves the beginning of a mention behind the places that only say where it lies."""
    if mention.label is Label.ENTERPRISE or mention.name != mention.surface:
        return
    chain = _chain(document, mention)
    start = mention.start
    if mention.surface.endswith(_SETTLEMENTS) and mention.label in {Label.ORGANIZATION, Label.SITE}:
        start = chain[-1].end if chain else start
    elif mention.label is Label.SITE and chain:
        start = _proper_start(words, mention, chain[-1].end)
    while start == mention.start and len(chain) > 1 and chain[0].label in {Label.PROVINCE, Label.COUNTRY}:
        start = chain[1].start
    if start > mention.start and mention.end - start > 2:
        mention.start = start
        mention.surface = mention.name = document.text[start : mention.end]


def _chain(document: Document, mention: Mention) -> list[Mention]:
    chain: list[Mention] = []
    at = mention.start
    for place in document.mentions_in(mention.start, mention.end, PLACES):
        if place.start == at and place.end < mention.end:
            chain.append(place)
            at = place.end
    return chain


def _proper_start(words: Words, mention: Mention, at: int) -> int:
    """Where a site's own name begins behind its place, if a proper noun stands there."""
    token = words.token(at)
    if token is None or token.start != at or token.tag not in PROPER or token.end > mention.end:
        return mention.start
    full = words.text[at - 1] in "市区县省州"
    return at if full or (token.tag == "LOC" and token.end == mention.end) else mention.start
