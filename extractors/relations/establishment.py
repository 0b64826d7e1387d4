"""ESTABLISHED_IN: who set up a headquarters, branch, institute, works or project in which place.

    verb      腾讯云在净月高新区设立东北总部 · 把总部迁到史河湾试验区 · 到杭州办起研究院 · 研发中心在斯图加特挂牌
    settled   总投资15亿元的基地落户该区
Must not read:
    在深圳召开会议 · 拟在岷县设立 (planned, not done) · 没有在上海设分公司
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Entity, Sentence, Statement
from extractors.frames.dating import date_before
from extractors.frames.masked import BODY, HOME, PERSON, PLACE, Masked, entity_of, mask
from extractors.frames.subjects import subject
from extractors.polarity import polarity
from graph.model import BODIES, EDGES, EdgeType

_PLACES: Final = EDGES[EdgeType.ESTABLISHED_IN].targets
_THING: Final = (
    r"(?:总部|分公司|分厂|子公司|工厂|新厂|厂房|厂|生产线|车间|基地|研究院|研究所|研发中心|中心|实验室|办事处|代表处|联络处|联络站|工作站|服务站|"
    r"分会|分院|分行|支行|园区|产业园|产业城|小镇|项目|学院|校区|门店|公司|采购处|秘书处|国际业务部)"
)
_SET: Final = r"(?:增设|开设|设立|设|建成|建起|建设|建|办起|办了|办|开出|开了|开|成立|创办|投资建设|投建|布局|新建|筹建|组建|投产|注册成立|投资)(?:了|起)?"
_WHERE: Final = rf"[{PLACE}{HOME}]+(?:[^，。；{PLACE}{BODY}]{{0,6}})?"
_IN: Final = re.compile(
    rf"(?:在|到|赴)(?P<where>{_WHERE}){_SET}(?P<what>[^，。；：{PLACE}{PERSON}]{{0,24}}?{_THING}|{BODY})"
)
_MOVED: Final = re.compile(
    rf"(?:把|将)(?P<what>[^，。；{PLACE}]{{1,16}}?{_THING})(?:从{PLACE})?(?:设在|设到|设进|迁到|迁至|迁往|搬到|搬至|建到|建在|放到|放在|开到|开进|落在|落户|布局在|设于)了?"
    rf"(?P<where>{_WHERE})"
)
_HUNG: Final = re.compile(
    rf"的?(?P<what>[^，。；：{PLACE}{PERSON}{BODY}]{{1,20}}?{_THING})(?:[^，。；{PLACE}{BODY}]{{0,6}})?(?:(?:在|于)(?P<where>{_WHERE})"
    rf"[^，。；]{{0,10}}?(?:挂牌|揭牌|开业|开张|投产|落成|启用|奠基|开工|成立)|(?:落户|落子|入驻|设在|落地)(?:于)?(?P<at>{_WHERE}))"
)


def propose(document: Document) -> Iterator[Statement]:
    """Every setting up that the article states."""
    for sentence in document.sentences:
        if sentence.furniture:
            continue
        masked = mask(document, sentence.start, sentence.end)
        for rule, pattern in (("in", _IN), ("moved", _MOVED), ("hung", _HUNG)):
            for match in pattern.finditer(masked.text):
                yield from _statements(document, sentence, masked, match, rule)


def _statements(
    document: Document, sentence: Sentence, masked: Masked, match: re.Match[str], rule: str
) -> Iterator[Statement]:
    start, end = masked.offsets[match.start()], masked.offsets[match.end()]
    status = polarity(document, start, end).status
    group = "where" if match["where"] else "at"
    place = _place(document, masked, *match.span(group))
    if status is None or place is None:
        return
    said = {"date": date_before(document, sentence, start), "subject": _plain(masked, *match.span("what"))}
    for body in _bodies(document, masked, match.start()):
        if body is not place:
            yield Statement(
                EdgeType.ESTABLISHED_IN,
                body,
                place,
                sentence.start,
                min(sentence.end, sentence.start + 300),
                f"establishment.{rule}",
                status,
                {key: value for key, value in said.items() if value},
            )


def _place(document: Document, masked: Masked, start: int, end: int) -> Entity | None:
    """The place of a stretch: of adjacent names (深圳市龙岗区) the last."""
    found: Entity | None = None
    for at in range(start, end):
        mention = masked.mentions[at]
        if mention is not None and entity_of(mention).label in _PLACES:
            found = entity_of(mention)
        elif masked.text[at] == HOME:
            found = document.home
    return found if found is not None and found.label in _PLACES else None


def _bodies(document: Document, masked: Masked, before: int) -> list[Entity]:
    return [e for e in subject(document, masked, before, set()) if e.label in BODIES]


def _plain(masked: Masked, start: int, end: int) -> str:
    return "".join(
        m.surface if (m := masked.mentions[i]) is not None else masked.text[i] for i in range(start, end)
    ).lstrip("的了一座家个")
