"""Common nouns that stand for a body or zone named before: 该公司, 我会, 集团, 学校, 管委会.

The antecedent is the nearest mention before that the noun fits: 集团 and 公司 an enterprise, 商会 a body that ends in
会, 学校 a university or school, 管委会 a zone.
"""

from __future__ import annotations

import re
from typing import Final

from extractors.document import Document, Mention
from graph.model import Label

NOMINAL: Final = re.compile(
    r"我(?:会(?![场议将要去有])|校|院|行(?!动)|司|局)|"
    r"(?:该|本|这家|这个)(?:公司|集团|企业|银行|行(?!业|动|为)|会议所|商会|协会|会|学院|校|院(?!长)|局|委|所|园区|区|县|市|镇)|"
    r"(?<![\u4e00-\u9fff])(?:集团|公司|商会|协会|学校|管委会|基金|联盟|联合会|研究院)(?=[与同和跟也又还则就日今昨的由\d]|$)|"
    r"(?<=[与同跟])(?:集团|公司|学校|商会|协会|管委会|园区|经开区|高新区)(?=签|续|达|订|$)"
)
_KINDS: Final[tuple[tuple[str, Label, re.Pattern[str] | None], ...]] = (
    (r"集团", Label.ENTERPRISE, re.compile(r"集团")),
    (r"行$", Label.ENTERPRISE, re.compile(r"行$")),
    (r"基金", Label.ENTERPRISE, re.compile(r"基金")),
    (r"公司|企业|司$", Label.ENTERPRISE, re.compile(r"(?<!银行)$")),
    (
        r"管委会|园区|经开区|高新区",
        Label.DISTRICT,
        re.compile(r"开发区|园区|高新区|新区|示范区|保税区|集聚区|经开区|合作区|片区"),
    ),
    (r"联盟$", Label.ORGANIZATION, re.compile(r"联盟$")),
    (r"会议所|会$|所$", Label.ORGANIZATION, re.compile(r"[会所]$")),
    (r"校$|学院|学校", Label.ORGANIZATION, re.compile(r"(?:大学|学院|学校|中学|小学|附中|党校)$")),
    (r"院$", Label.ORGANIZATION, re.compile(r"院$")),
    (r"[局委]$", Label.ORGANIZATION, re.compile(r"[局委]$")),
    (r"[区县市]$", Label.DISTRICT, None),
    (r"镇$", Label.ORGANIZATION, re.compile(r"镇$")),
)
_FAR: Final = 400
_TITLE: Final = 14


def antecedent(document: Document, start: int, noun: str) -> Mention | None:
    """The mention that a common noun stands for, not further than a few sentences before it; None if none fits."""
    kind = next(((label, form) for nouns, label, form in _KINDS if re.search(nouns, noun)), None)
    if kind is None:
        return None
    label, form = kind
    found = None
    for mention in document.mentions_in(max(start - _FAR, 0), start, {label}):
        if mention.entity is None or (form is not None and not form.search(mention.entity.name)):
            continue
        if not noun.startswith("我") or _has_holder(document, mention):
            found = mention
    return found


def _has_holder(document: Document, body: Mention) -> bool:
    """Whether a person with a title in the body is named right after it: who says 我会 speaks for that one."""
    persons = document.mentions_in(body.end, body.end + _TITLE, {Label.PERSON})
    return any(not set("，。；：、") & set(document.text[body.end : person.start]) for person in persons)
