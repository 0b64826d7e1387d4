"""Sites that only the words around show: what somebody walks into, looks at or stops at, and that ends like a site.

Reads
    走进鼓楼区的军门社区和三坊七巷         军门社区
    第二站市民中心 · 首站是穿紫河           市民中心, 穿紫河
    又到火炬开发区内的国家健康科技产业基地转了一圈
Must not read
    走进社区 · 参观了园区                  a kind, no name
    考察了当地的社区                       a kind
    来到刚刚建成的基地                     nothing that names it

The left edge is where the words of visiting, a list or 的 end, the right one is the site's suffix. Longer names that
other readers have found stand before these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from extractors import lexicon
from extractors.document import Document, Mention
from extractors.frames.passage import speeches
from graph.model import PLACES, Label

_VISITS: Final = re.compile(
    r"(?:参观|走进|走访|考察(?![团组队])|来到|察看|查看|视察|调研(?![团组队])|观摩|探访|参访|登上|游览|夜访|走到|赶到|转到|转往|前往|"
    r"[先再又还后午]看|(?<=[，；。])看|看[了过罢完]|(?:依次|分别)是[：:]?|去了|[先又再]到|[先又再]去|[先又再]访|登船走|逛)(?:了|过|的是)?|"
    r"第[一二三四五六七八九十\d]+(?:个)?(?:站|点位?)(?:是|到|选在|设在|，)?|(?:首站|末站|最后一站|次站)(?:是|到|选在|设在|，|——)?|"
    r"在(?=[^，。；]{2,14}(?:停留|驻足|参观|考察|察看|逗留))"
)
_REGION_END: Final = re.compile(r"[，。；！？:：\n“”（）()]")
_JOINT: Final = re.compile(r"、|以及|和|与|及(?!时)")
_FEATURES: Final = (
    "湖",
    "河",
    "山",
    "岛",
    "谷",
    "寺",
    "城",
    "坊",
    "巷",
    "里弄",
    "古镇",
    "石刻",
    "江湾",
    "河街",
    "文化区",
    "工业区",
)
_KINDS: Final = frozenset(
    {"车间", "项目", "平台", "基地", "中心", "展厅", "市场", "工厂", "街区", "码头", "铁路", "煤矿"}
)
_SUFFIX: Final = re.compile(
    rf"(?:{lexicon.alternatives(frozenset(lexicon.sections('suffixes')['site']) | frozenset(_FEATURES))})"
)
_AFTER: Final = re.compile(
    r"$|等|的|转|看|参观|考察|察看|调研|了解|学习|实地|停留|驻足|逗留|座谈|里|内|时|后|前|旁|各|一|两|三|四|五|取经|体验|"
    r"同|，|走|听|问|详细|仔细|深入|现场|就|对|是|位于|坐落"
)
_NO_NAME: Final = re.compile(
    r"[了着过把被让给对从是有这那其们很也又再就才我你他她它谁何怎些每各某两几多所]|一[个座家条处批]|当地|本地|全市|全县|全区|各地|"
    r"企业家|负责|建成|刚刚|正在|新建|相关|有关|重点|部分|不少|许多|一线|基层|现代化|标准化|智能化|田间|项目建设|视察|车间$|[一二两三四五六七八九十百\d]+(?:多|余|来)?[家座处个条块]|建(?:基地|厂)|高教园区|看|——|首站|(?<![成首京江丰乐昌宁武])都(?![江匀安昌])"
)
_CAPTION: Final = re.compile(
    r"(?:考察团|代表团|考察组|调研组)(?:成员)?(?:一行)?在(?P<name>[^，。；！？、\s]{3,16}?)(?:参观|考察|调研|学习)*[。\s]*"
)
_EDGE: Final = re.compile(r"的|看|落在|选在|设在|参观|考察")
_LEAST: Final = 3
_LONGEST: Final = 16


def find_seen(document: Document) -> list[Mention]:
    """Mentions of sites that words of visiting show.

    Args:
        document: with sentences and the mentions of other readers.

    Returns:
        sites where no mention of a body or site covers the stretch yet.
    """
    found: dict[tuple[int, int], Mention] = {}
    said = speeches(document.text)
    for sentence in document.sentences:
        if sentence.furniture:
            continue
        for match in _VISITS.finditer(document.text, sentence.start, sentence.end):
            if any(s <= match.start() < e for s, e in said):
                continue
            stop = _REGION_END.search(document.text, match.end(), sentence.end)
            for start, end in _items(document.text, match.end(), stop.start() if stop else sentence.end):
                name = _name(document.text, start, end)
                if name is not None and name not in found and not _covered(document, *name):
                    surface = document.text[name[0] : name[1]]
                    found[name] = Mention(*name, Label.SITE, surface, surface, "sites.seen")
    captions = (m for m in _captions(document) if not any(s < m.end and m.start < e for s, e in found))
    return [*found.values(), *captions]


def _captions(document: Document) -> Iterator[Mention]:
    """What a caption says that a delegation is seen in, whatever it ends with (考察团在成都通威太阳能)."""
    for sentence in document.sentences:
        caption = None if sentence.furniture else _CAPTION.fullmatch(document.text, sentence.start, sentence.end)
        if caption is None or _NO_NAME.search(caption["name"]):
            continue
        start, end = caption.span("name")
        for place in document.mentions_in(start, end, PLACES):
            if place.start == start and end - place.end >= _LEAST:
                start = place.end
        named = any(m.start < end and start < m.end for m in document.mentions_in(sentence.start, sentence.end))
        if not named and not _covered(document, start, end):
            surface = document.text[start:end]
            label = Label.SITE if any(m.end() == len(surface) for m in _SUFFIX.finditer(surface)) else Label.ENTERPRISE
            yield Mention(start, end, label, surface, surface, "sites.caption")


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The members of the list of objects that begins behind words of visiting."""
    at = start
    for joint in _JOINT.finditer(text, start, end):
        yield at, joint.start()
        at = joint.end()
    yield at, end


def _name(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name in one object: behind its last 的 that leaves a name, as far as the last suffix of a site."""
    starts = [start, *(start + m.end() for m in _EDGE.finditer(text[start:end]))]
    for at in reversed(starts):
        upto = text.find("的", at, end)
        piece = text[at : end if upto < 0 else upto]
        for suffix in reversed(list(_SUFFIX.finditer(piece))):
            stem = piece[: suffix.end()]
            named = len(stem) - len(suffix.group()) >= 2 or (suffix.group() not in _KINDS and len(stem) >= _LEAST)
            if not named or not _LEAST <= len(stem) <= _LONGEST or _NO_NAME.search(stem):
                continue
            if _AFTER.match(text[at + len(stem) : end]):
                return at, at + len(stem)
    return None


def _covered(document: Document, start: int, end: int) -> bool:
    """Whether a mention that is no mere place inside it lies over the stretch, or its characters were guessed."""
    if any(s < end and start < e for s, e in document.guessed):
        return True
    for mention in document.mentions_in(max(start - 40, 0), end + 40):
        crosses = mention.start < end and start < mention.end
        inside = start <= mention.start and mention.end <= end
        if crosses and not (inside and (mention.start, mention.end) != (start, end)):
            return True
    return False


@Language.component("tashan_seen")
def seen(doc: Doc) -> Doc:
    """The step of the pipeline, after the other readers of names."""
    document: Document = doc._.document
    document.mentions += find_seen(document)
    document.sort()
    return doc
