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
from extractors.entities.enterprises import PLANT
from extractors.entities.suffixed import AIMED_AT, Suffixed
from graph.model import PLACES, Label

_BODY = re.compile(r"公司|集团|大学")
_AIM = re.compile(
    r"(打造|建设|建成|构建|成为|创建|争创|建立|作为|申建|迈向|搭建|完善|推进|推动|加快)(成|全国|世界|国际|一批|一流|的)?$"
)
_SEEN = re.compile(r"(参观|走进|考察|察看|来到|观摩|走访|走访了|参观了|察看了|考察了|看了|逛了|、|和)$")
_KINDS = frozenset(
    {
        "项目",
        "平台",
        "车间",
        "基地",
        "中心",
        "企业",
        "产业园",
        "工业园",
        "园区",
        "社区",
        "市场",
        "孵化器",
        "村",
        "港",
        "桥",
    }
)
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
    surface = document.text[name.start : name.end]
    stem = document.text[name.start : name.stem_end]
    before = document.text[max(name.start - 6, 0) : name.start]
    if not name.place and AIMED_AT.search(surface):
        return False
    if _OF_BODY.search(surface) or (name.suffix == "工厂" and not PLANT.search(surface)):
        return False
    placed = name.place and len(stem) > 3
    if len(name.suffix) == 1:
        return name.tagged is not None or placed
    aim = _AIM.search(before) is not None
    if name.suffix in lexicon.words("suffixes", "generic"):
        inside = any(document.mentions_in(name.start + 1, name.stem_end, PLACES)) and name.proper
        named = name.tagged in {"ORG", "LOC"} or placed or inside or _BODY.search(stem) is not None
        return named and not aim and _AIM.search(stem) is None
    if name.tagged is not None or name.proper:
        return name.place or not aim
    national = stem.startswith(("国家", "中国", "全国")) and not aim
    return name.suffix not in _KINDS and (national or (len(stem) > 1 and _SEEN.search(before) is not None))


def _mention(document: Document, name: Suffixed) -> Mention:
    surface = document.text[name.start : name.end]
    return Mention(
        name.start, name.end, Label.SITE, surface, surface, "sites.suffix", properties={"suffix": name.suffix}
    )
