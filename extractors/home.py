"""Whose 我市, whose 市委书记 without a city: the place that the article speaks for.

Evidence, each with its weight: the outlet's name (青岛日报); a place that sends people in its own name
(青岛市党政考察团); the place spoken of last where a post or office has only its level (，市委书记某某); the headline;
how often it is named.
The level that 我市, 县委, 区长 tell decides between a city, its districts and its province. Where a dispatch was filed
(本报深圳6月20日电) is where the reporter is, not whose paper it is.
"""

from __future__ import annotations

import re
from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Entity, Mention
from extractors.place_entities import join_places
from graph.model import Label
from graph.places import gazetteer

_OWN = re.compile(r"(?:我|全|本|该)(省|市|县|区|州|旗)(?![民值球立场])")
_BARE_POST = re.compile(
    r"(?:由|以|，|。|、|；|：|（|\n|\s|—)(?:原|时任|现任)?(省|市|县|区|州|旗)(?:委|政府|长|人大|政协)"
)
_OUTLET = re.compile(r"(日报|晚报|早报|晨报|时报|商报|新闻网|新闻|融媒|发布|频道|广播|电视|网|要闻|门户|在线)")
_FILED = re.compile(r"(?:本报|新华社|中新社|本社|特派)[^，。\n]{0,2}$")
_SENDER = re.compile(
    r"(?:[市省区县州旗])?(?:第[一二三四五六七八九十\d]+批|首批)?(?:党政|政协|人大|市直|经贸|商务|招商|友好|学习|政府|机关|企业家|年轻|民营|赴[\u4e00-\u9fff]{1,4}?(?=跟|体|专|挂|实|学|考))*"
    r"(?:跟班|跟岗|体悟|专业|挂职|实训|学习|锻炼|考察|访问|交流)*(?:代表团|考察团|考察组|学习团|干部|小分队|学员|教师|经理|队员|\d+名|[一二三四五六七八九十]+名)"
)
_GOAL = re.compile(r"(赴|到|抵|往|在|进|走进|学|对标|来|访|赶|借鉴|追赶|看齐|与|和|同|向)$")
_AUTONOMOUS = ("150000", "450000", "540000", "640000", "650000")
"""Regions whose own paper says 我区 and 区党委."""
_NO_COMMITTEE = ("city:81", "city:82", "province:71")
"""Hong Kong, Macao and Taiwan: their papers write of mainland cities whose party committees have no name in front."""
_LABELS = {
    "省": {Label.PROVINCE},
    "市": {Label.CITY, Label.DISTRICT},
    "县": {Label.DISTRICT},
    "区": {Label.DISTRICT},
    "州": {Label.CITY},
    "旗": {Label.DISTRICT},
}
_COMES_FOR = re.compile(r"考察|访问|参观|学习|调研|交流|洽谈|投资|开展|观摩|参访")
"""来苏考察: whoever comes, comes to where the paper is; who goes, 赴."""
_OPENING = 320


def find_home(document: Document) -> Entity | None:
    """The entity that the article speaks for.

    Args:
        document: with the entities of its places.
    Returns:
        a place of China, or None where the article names none.
    """
    places = [
        e
        for e in document.entities
        if e.label in {Label.CITY, Label.DISTRICT, Label.PROVINCE} and not (e.anchor or "").startswith("city:geonames")
    ]
    if not places:
        return None
    level = _level(document)
    if not any(_fits(e, level) for e in places):
        level = None
    totals = Counter(m.label for e in document.entities for m in e.mentions)
    scores = {e.id: _standing(document, e, level, totals) for e in places}
    for entity, count in _governed(document, places, level).items():
        scores[entity] += min(1.0 * count, 4.0)
    return max(places, key=lambda e: (scores[e.id], -e.first))


def _level(document: Document) -> str | None:
    """The level that the article's own posts and offices have."""
    text = document.text
    counts = Counter(m.group(1) for m in _BARE_POST.finditer(text))
    counts.update(m.group(1) for m in _OWN.finditer(text) for _ in range(2))
    if len(counts) > 1:
        del counts["省"]
        if any(e.label is Label.PROVINCE and (e.anchor or "").endswith(_AUTONOMOUS) for e in document.entities):
            del counts["区"]
    return counts.most_common(1)[0][0] if counts else None


def _fits(entity: Entity, level: str | None) -> bool:
    if level is None:
        return True
    if entity.label not in _LABELS[level]:
        return False
    if entity.label is not Label.DISTRICT:
        return True
    place = gazetteer().by_anchor(entity.anchor) if entity.anchor else None
    forms = {entity.name, *entity.aliases} if place is None else {entity.name, place.name}
    return any(form.endswith(level) for form in forms)


def _standing(document: Document, entity: Entity, level: str | None, totals: Counter[Label]) -> float:
    """How much speaks for a place by itself."""
    text = document.text
    forms = {entity.name, *entity.aliases}
    if level is not None and (entity.anchor or "").startswith(_NO_COMMITTEE):
        return -20.0
    score = _in_source(document, forms)
    headline = document.sentences[0].end if document.sentences else 0
    sent = outlet = come = 0
    for mention in entity.mentions:
        if mention.start < headline:
            score += 0.8
        if mention.start < _OPENING or mention.end > len(text) - 120:
            outlet += _names_outlet(document, mention)
        if _SENDER.match(text, mention.end):
            sent += 2 if mention.start < headline else 1
        if text[mention.start - 1 : mention.start] in {"来", "莅"} and _COMES_FOR.match(text, mention.end):
            come += 1
    score += 4.0 * min(outlet, 1) + 1.2 * min(sent, 3) + 4.0 * min(come, 1)
    score += _in_title(document, forms)
    named = sum(0.3 if _GOAL.search(text[max(m.start - 2, 0) : m.start]) else 1.0 for m in entity.mentions)
    score += 3.0 * named / (totals[entity.label] or 1)
    if not _fits(entity, level):
        score -= 14.0
    if entity.label is Label.PROVINCE:
        score -= 3.0
    elif level is None and entity.label is Label.CITY:
        score += 0.5
    return score


def _in_source(document: Document, forms: set[str]) -> float:
    """What the outlet's name says for a place: most where it begins with it (苏州日报)."""
    source = document.source or ""
    if source.startswith(tuple(forms)):
        return 8.0
    return 5.0 if any(form in source for form in forms) else 0.0


def _in_title(document: Document, forms: set[str]) -> float:
    """What a title beside the text says for a place: most where the title begins with it (青岛对标：学深圳)."""
    title = document.title or ""
    if not title or title[:6] in document.text[:_OPENING]:
        return 0.0
    if title.lstrip("“《‘").startswith(tuple(forms)):
        return 2.5
    ahead = min((at for form in forms if (at := title.find(form)) > 0), default=0)
    return 0.8 if ahead and not _GOAL.search(title[max(ahead - 2, 0) : ahead]) else 0.0


def _names_outlet(document: Document, mention: Mention) -> bool:
    before = document.text[max(mention.start - 5, 0) : mention.start]
    return _OUTLET.match(document.text, mention.end) is not None and _FILED.search(before) is None


def _governed(document: Document, places: list[Entity], level: str | None) -> Counter[str]:
    """How often a place was spoken of last before a post or office that has only the level."""
    fitting = [e for e in places if _fits(e, level)] if level else []
    mentions = sorted(
        ((m.start, e.id) for e in fitting for m in e.mentions if not _filed(document, m)), key=lambda pair: pair[0]
    )
    senders = [(m.start, e.id) for e in fitting for m in e.mentions if _SENDER.match(document.text, m.end)]
    count: Counter[str] = Counter()
    at = 0
    last: str | None = None
    for match in _BARE_POST.finditer(document.text):
        if match.group(1) != level:
            continue
        sentence = document.sentence_at(match.start(1))
        sender = next((id_ for start, id_ in senders if sentence.start <= start < sentence.end), None)
        if sender is not None:
            count[sender] += 2
            continue
        while at < len(mentions) and mentions[at][0] < match.start():
            last = mentions[at][1]
            at += 1
        if last is not None:
            count[last] += 1
    return count


def _filed(document: Document, mention: Mention) -> bool:
    return _FILED.search(document.text[max(mention.start - 6, 0) : mention.start]) is not None


@Language.component("tashan_home")
def home_component(doc: Doc) -> Doc:
    """Sets `document.home` from the places found so far, for the steps before coreference."""
    document: Document = doc._.document
    document.entities = join_places(document)
    document.home = find_home(document)
    return doc
