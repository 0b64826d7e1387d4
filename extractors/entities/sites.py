"""Named places that are visited or in which something is held: parks, halls, bases, markets, ports, villages.

Reads
    参观前海国际会议中心、杭州医药港小镇
    吉利集团路桥基地                a site of a body
Must not read
    建设国际航运中心                an aim
    调研重点项目                    a kind
"""

from __future__ import annotations

import re

from extractors import lexicon
from extractors.document import Document, Mention
from extractors.entities.suffixed import Suffixed
from graph.model import Label

_OF_BODY = re.compile(r"(司|局|团|行|会)(新闻|客服|培训|研发|分拨|服务)?中心$|数据中心$|建成|建设")


def find_sites(document: Document, names: list[Suffixed]) -> list[Mention]:
    """Mentions of sites by their suffixes.

    Args:
        document: with words and places.
        names: its suffixed names.
    Returns:
        mentions, not in order.
    """
    return [
        _mention(document, name)
        for name in names
        if "site" in name.kinds and name.start < name.stem_end and _is_site(document, name)
    ]


def _is_site(document: Document, name: Suffixed) -> bool:
    if _OF_BODY.search(document.text[name.start : name.end]):
        return False
    generic = lexicon.words("suffixes", "generic")
    if len(name.suffix) == 1:
        return name.tagged is not None
    if name.suffix in generic:
        stem = document.text[name.start : name.stem_end]
        return name.tagged is not None or (name.proper and len(stem) > 3)
    return name.tagged is not None or name.proper


def _mention(document: Document, name: Suffixed) -> Mention:
    surface = document.text[name.start : name.end]
    return Mention(
        name.start, name.end, Label.SITE, surface, surface, "sites.suffix", properties={"suffix": name.suffix}
    )
