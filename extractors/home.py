"""Whose 我市, whose 市委书记 without a city: the place whose paper wrote the article.

Evidence, each with its weight: the outlet's name (青岛日报), the dateline (本报青岛讯), the place of the headline, how often a place
is named and how early, that it is who sends (青岛市党政考察团). The level that 我市, 我县, 我区 tells decides between
a city and its district.
"""

from __future__ import annotations

import re
from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Entity
from extractors.place_entities import join_places
from graph.model import Label

_LEVEL = re.compile(r"(?:我|全|本)([省市县区州旗])(?![民值球])")
_DATELINE = re.compile(r"[(（【〔]?(?:本报|本台|本网|新华社|中新社|中新网|通讯员)[^，。\n]{0,12}?(?:讯|电|[)）】])")
_SENDER = re.compile(r"(?:市|省|区|县|州)?(?:党政|政协|人大|市直|经贸|商务|友好)?(?:代表团|考察团|考察组|学习团|干部)")
_LEVELS = {
    "省": {Label.PROVINCE},
    "市": {Label.CITY, Label.DISTRICT},
    "县": {Label.DISTRICT},
    "区": {Label.DISTRICT},
    "州": {Label.CITY},
    "旗": {Label.DISTRICT},
}


def find_home(document: Document) -> Entity | None:
    """The entity that is the article's home.

    Args:
        document: with entities.
    Returns:
        a place, or None where the article names none.
    """
    level = Counter(_LEVEL.findall(document.text)).most_common(1)
    scores: dict[str, float] = {}
    places = [e for e in document.entities if e.label in {Label.CITY, Label.DISTRICT, Label.PROVINCE}]
    for entity in places:
        scores[entity.id] = _score(document, entity)
        if level and entity.label in _LEVELS[level[0][0]]:
            scores[entity.id] += 2.0
    best = max(places, key=lambda e: (scores[e.id], -e.first), default=None)
    return best if best is not None and scores[best.id] > 0 else None


def _score(document: Document, entity: Entity) -> float:
    forms = {entity.name, *entity.aliases}
    source = document.source or ""
    score = 6.0 if any(form in source for form in forms) else 0.0
    headline = document.sentences[0] if document.sentences else None
    opening = document.text[:300]
    for match in _DATELINE.finditer(opening):
        score += 3.0 if any(form in match.group() for form in forms) else 0.0
    for mention in entity.mentions:
        if headline is not None and mention.start < headline.end and not mention.nested:
            score += 0.5
        if _SENDER.match(document.text, mention.end):
            score += 1.0
    total = sum(len(e.mentions) for e in document.entities if e.label is entity.label) or 1
    score += 3.0 * len(entity.mentions) / total
    if entity.label is Label.CITY:
        score += 0.5
    return score


@Language.component("tashan_home")
def home_component(doc: Doc) -> Doc:
    """Sets `document.home` from the places found so far, for the steps before coreference."""
    document: Document = doc._.document
    document.entities = join_places(document)
    document.home = find_home(document)
    return doc
