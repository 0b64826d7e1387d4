"""FOUNDED: who founded, initiated or leads the founding of a body.

    verb       吉林大学在珠海办起珠海学院 · 甲、乙合资成立丙公司 · 由甲和乙共同发起的丙联盟 · 甲牵头组建丙基金
    founder    云从科技创始人周某 · 发起人是赵某 · 发起者为甲与乙
Must not read:
    甲成立十周年 · 甲成立大会举行 · 甲没有成立丙
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Entity, Sentence, Statement
from extractors.frames.dating import date_before
from extractors.frames.masked import BODY, HOME, PERSON, PLACE, Masked, entity_of, mask
from extractors.frames.subjects import actors, subject
from extractors.polarity import polarity
from graph.model import EDGES, EdgeType

_FOUNDERS: Final = EDGES[EdgeType.FOUNDED].sources
_FOUND: Final = (
    r"(?:(?:合资|共同|联合|牵头|发起|倡议|投资|出资|注册|独资|合作|率先|正式|全资|参与|又|已|先后|合伙|各出资){0,3}"
    r"(?:成立|设立|组建|创办|创立|创建|办起|共建|合办|合组|筹建|筹组|兴办|开办|合股|投建|设)|(?:牵头|联合|共同|领头)?(?:发起|倡议))(?:了|起|过|的)?"
)
_PARTY: Final = f"{PLACE}{BODY}{HOME}"
_LIST: Final = f"[{_PARTY}]+(?:(?:、|和|与|同|以及|及)[{_PARTY}]+)*"
_FOUNDER_LIST: Final = f"(?:{_LIST}|{PERSON})"
_BY: Final = re.compile(
    rf"(?:由|是)(?P<who>{_FOUNDER_LIST})[^，。；{_PARTY}]{{0,12}}?{_FOUND}的?[^，。；{_PARTY}]{{0,4}}(?P<what>{BODY})"
)
_VERB: Final = re.compile(rf"{_FOUND}(?:一家|一个|全国首个|全省首个|首个)?[“「]?(?P<what>{BODY})(?!的)")
_FOUNDER: Final = re.compile(
    rf"(?P<what>{BODY})[^，。；{_PARTY}{PERSON}]{{0,6}}?(?:创始人|创办人|创办者|联合创始人|发起人)[^，。；{_PARTY}{PERSON}]{{0,14}}?(?P<who>{PERSON})"
)
_IS: Final = re.compile(rf"(?:发起人|发起者|倡议者|创办者|发起单位)(?:是|为)(?P<who>{_FOUNDER_LIST})")


def propose(document: Document) -> Iterator[Statement]:
    """Every founding that the article states."""
    for sentence in document.sentences:
        if sentence.furniture:
            continue
        masked = mask(document, sentence.start, sentence.end)
        for match in _FOUNDER.finditer(masked.text):
            founder, body = masked.mentions[match.start("who")], masked.mentions[match.start("what")]
            if founder is not None and body is not None:
                yield from _statements(document, sentence, masked, match, [entity_of(founder)], "founding.founder")
        for match in _VERB.finditer(masked.text):
            founders = _by(document, masked, match) or _acting(document, masked, match.start())
            yield from _statements(document, sentence, masked, match, founders, "founding.verb")


def _by(document: Document, masked: Masked, verb: re.Match[str]) -> list[Entity]:
    """由甲和乙 before the verb."""
    for match in _BY.finditer(masked.text, 0, verb.end()):
        if match.end() == verb.end():
            return _founders(document, masked, *match.span("who"))
    return []


def _acting(document: Document, masked: Masked, before: int) -> list[Entity]:
    return [e for e in subject(document, masked, before, set()) if e.label in _FOUNDERS]


def _founders(document: Document, masked: Masked, start: int, end: int) -> list[Entity]:
    return [e for e in actors(document, masked, start, end) if e.label in _FOUNDERS]


def _statements(
    document: Document, sentence: Sentence, masked: Masked, match: re.Match[str], founders: list[Entity], rule: str
) -> Iterator[Statement]:
    mention = masked.mentions[match.start("what")]
    status = polarity(document, masked.offsets[match.start()], masked.offsets[match.end()]).status
    if mention is None or status is None:
        return
    date = date_before(document, sentence, masked.offsets[match.start()]) if rule.endswith("verb") else None
    for founder in founders:
        if founder is not entity_of(mention):
            yield Statement(
                EdgeType.FOUNDED,
                founder,
                entity_of(mention),
                sentence.start,
                min(sentence.end, sentence.start + 300),
                rule,
                status,
                {"date": date} if date else {},
            )
