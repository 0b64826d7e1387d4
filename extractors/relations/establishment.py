"""What bodies set up where: ESTABLISHED_IN.

    Ⓑ在Ⓟ设立办事处 · Ⓑ到Ⓟ办起研究院 · Ⓑ在Ⓟ建成分拨中心        the actor, the place behind 在
    Ⓑ把北方总部设在Ⓟ · Ⓑ将总部迁往Ⓟ · 搬到Ⓟ                   moved or placed there
    Ⓑ的研发中心在Ⓟ挂牌 · Ⓑ北方总部落户Ⓟ                       the thing as subject
    Ⓑ驻某地办事处在Ⓟ挂牌, 分公司落户Ⓟ                          a branch with a name of its own
    `subject` is the thing that is set up (总部, 研发中心 …)

Must not be read: Ⓑ在Ⓟ设立奖学金 · 座谈会在Ⓟ举行 · Ⓟ设立Ⓣ (who founds is FOUNDED).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Entity, Statement
from extractors.frames.dating import date_before
from extractors.frames.masked import BODY, PLACE, SITE, Masked, mask
from extractors.frames.nominals import NOMINAL, antecedent
from extractors.frames.subjects import subject
from extractors.polarity import polarity
from extractors.relations.stating import date_near, evidence
from graph.model import BODIES, EdgeType, Label

_THING: Final = (
    "(?:[\u4e00-\u9fff]{0,8}?)(?:总部|分公司|子公司|办事处|代表处|联络处|联络站|工作站|服务站|中心|研究院|研究所|基地|工厂|分厂|厂房?|"
    "实验室|产业园|分行|支行|分院|校区|业务部|事业部|秘书处|门店|生产线|车间|项目|公司|分会|采购处)"
)
_VERBS: Final = (
    "设立|开设|开出|开了|办起|办了|建起|建成|建了|成立|设了|设有|设|创办|注册成立|注册|组建|布局|兴建|投产了?|落成"
)
_PLAIN: Final = "[^，。；：\ue000-\ue007]"
_WHERE: Final = f"(?P<p>{PLACE}+){_PLAIN}{{0,8}}{SITE}?{BODY}?"
_IN: Final = re.compile(
    f"(?:在|到|于){_PLAIN}{{0,4}}{_WHERE}(?:里|内|境内|的)?(?:正式|又|还|再|新|先后|合资|共同|投资|注册|出资)*(?P<verb>{_VERBS})(?:了|起)?"
    f"(?:{_PLAIN}{{0,6}})(?P<thing>{_THING}|[{BODY}{SITE}])"
)
_PUT: Final = re.compile(
    f"(?:把|将)(?P<thing>{_PLAIN}{{0,10}}|{_PLAIN}{{0,4}}[{BODY}{SITE}])(?P<verb>(?:从{_PLAIN}{{0,4}}{PLACE}+)?(?:设|开|建|迁|搬|放|办|挪|布局|落|迁移)(?:在|进|到|至|往|入|去|回))(?:了)?"
    f"{_PLAIN}{{0,4}}{_WHERE}"
)
_MOVES: Final = re.compile(
    f"(?P<thing>总部|{_THING})?(?:也|就|便|已|则|今年|去年|随后)*(?P<verb>迁往|迁到|迁至|迁入|搬到|搬至|搬进|落户|落子|设在|长设|进驻){_PLAIN}{{0,4}}{_WHERE}"
)
_OPENS: Final = re.compile(
    f"(?P<thing>{_THING}|[{BODY}](?!的))(?:成立大会|揭牌仪式)?{_PLAIN}{{0,6}}(?:在|于){_PLAIN}{{0,3}}{_WHERE}{_PLAIN}{{0,8}}(?P<verb>挂牌|揭牌|开业|开张|投产|成立|启用|落成|落户|建成|开工)"
)
_PATTERNS: Final = ((_IN, "in"), (_PUT, "put"), (_OPENS, "opens"), (_MOVES, "moves"))
_BRANCH: Final = re.compile("(?:办事处|代表处|联络处|工作站|分公司|分行|分会|分院|分店)$")


def propose(document: Document) -> Iterator[Statement]:
    """ESTABLISHED_IN statements of a document with entities and dates.

    Args:
        document: mentions carry their entities.

    Yields:
        statements by sentence.
    """
    for sentence in document.sentences:
        if sentence.furniture:
            continue
        masked = mask(document, sentence.start, sentence.end)
        taken: set[int] = set()
        for pattern, rule in _PATTERNS:
            for match in pattern.finditer(masked.text):
                place = _place(masked, match.end("p") - 1)
                at = masked.offsets[match.start("verb")]
                if place is None or match.end("p") in taken:
                    continue
                body = _body(document, masked, match)
                status = polarity(document, at, masked.offsets[match.end("verb")]).status
                if body is None or status is None:
                    continue
                taken.add(match.end("p"))
                clause = masked.offsets[_clause(masked.text, match.start())]
                date = date_near(document, sentence, clause, at) or date_before(document, sentence, at)
                said = {"date": date, "subject": _thing(document, masked, match)}
                yield Statement(
                    EdgeType.ESTABLISHED_IN,
                    body,
                    place,
                    *evidence(sentence, at),
                    f"establishment.{rule}",
                    status,
                    {key: value for key, value in said.items() if value},
                )


def _place(masked: Masked, at: int) -> Entity | None:
    mention = masked.mentions[at]
    return mention.entity if mention is not None and mention.label in {Label.CITY, Label.DISTRICT} else None


def _clause(text: str, at: int) -> int:
    return max((text.rfind(mark, 0, at) for mark in "，。；：\n"), default=-1) + 1


def _thing(document: Document, masked: Masked, match: re.Match[str]) -> str | None:
    """What is set up, in the words of the text."""
    if not match["thing"]:
        return None
    start, end = match.span("thing")
    return document.text[masked.offsets[start] : masked.offsets[end]].strip() or None


def _body(document: Document, masked: Masked, match: re.Match[str]) -> Entity | None:
    """Who sets up: the body in front in the clause, a common noun for one, the subject; else the new body itself."""
    text = masked.text
    first = _clause(text, match.start())
    start, end = match.span("thing")
    own = next((m for m in masked.mentions[start:end] if m is not None and m.label in BODIES), None)
    bodies = [m for m in masked.mentions[first : match.start()] if m is not None]
    actors = [m.entity for m in bodies if m.label in BODIES]
    if actors:
        return actors[0]
    noun = NOMINAL.search(document.text, masked.offsets[first], masked.offsets[match.start("verb")])
    meant = antecedent(document, noun.start(), noun.group()) if noun else None
    if meant is not None and meant.entity is not None and meant.label in BODIES:
        return meant.entity
    if match.re is _OPENS and own is not None:
        return own.entity if _BRANCH.search(own.surface) else None
    found = [e for e in subject(document, masked, match.start(), set()) if e.label in BODIES] if not bodies else []
    if found:
        return found[0]
    return own.entity if own is not None and _BRANCH.search(own.surface) else None
