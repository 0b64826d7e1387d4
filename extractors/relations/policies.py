"""Who issued which policy: ISSUED.

    Ⓐ…印发Ⓟ · Ⓐ去年出台的Ⓟ · Ⓐ与Ⓑ联合发布Ⓟ、Ⓟ         the actor of the clause, if need be of the clauses before
    Ⓟ…由Ⓐ…印发 · Ⓟ经…会议通过                          the one after 由
    Ⓟ出台 · 有望出台Ⓟ                                   whose name the title begins with, else the home
    (Ⓐ a place or body, Ⓟ a title; an office that speaks for its place stands for the place)

Must not be read: 根据Ⓟ · 学习Ⓟ · 解读Ⓟ · 没有出台Ⓟ. What is only drafted (起草, 征求意见, 拟) is planned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.document import Document, Entity, Mention, Sentence, Statement
from extractors.frames.dating import date_before
from extractors.frames.masked import BODY, HOME, PLACE, POLICY, Masked, entity_of, mask
from extractors.frames.subjects import actors, subject
from extractors.polarity import polarity
from graph.model import DOMESTIC, PLACES, EdgeType, Label, Status

_ISSUES: Final = (
    "印发|下发|制发|签发|颁发|发布(?!会|厅|台)|公布(?!栏)|颁布|出台|推出|制定|制订|通过|发表|发出|作出|编制|编写|编印|编成|出炉|问世|"
    "公开发布|批准|批复"
)
_DRAFTS: Final = "起草|拟定|拟订|修订|修改|酝酿|征求意见|公开征求|送审|报批|提请审议|列入立法"
_AHEAD: Final = re.compile(
    f"(?P<verb>{_ISSUES}|{_DRAFTS})(?:实施|施行|实行)?(?:了|过|出|的|并)*[^，。；：！？\n{POLICY}]{{0,16}}?"
    f"(?P<list>{POLICY}(?:(?:、|和|与|及|以及|，|等)*[^，。；{POLICY}]{{0,4}}{POLICY})*)"
)
_BEHIND: Final = re.compile(
    f"(?P<list>{POLICY}(?:[、和与及]*{POLICY})*)(?:[（(][^（）()]{{0,24}}[）)])?"
    f"(?P<between>[^。；！？\n{POLICY}]{{0,60}}?)(?P<verb>{_ISSUES}|{_DRAFTS})(?!的|会[，。；\n问的上]|{POLICY}|[^，。；]{{0,12}}{POLICY})"
)
_DRAFT: Final = re.compile(f"(?:{_DRAFTS})$")
_STILL_DRAFT: Final = re.compile(
    "草案|草稿|初稿|征求意见|定稿|送审|年底前|月底前?|年内|下月|明年|有望|力争|争取|即将|拟"
)
_MEETING: Final = re.compile("(?:大会|会议|会上|全会|论坛|峰会|名义)[^，。；]{0,8}$")
_BOTH: Final = re.compile("(?P<count>[两二三四五六七八九双])(?:市|地|省|县|区|州|方)[^，。；]{0,6}$")
_OWN: Final = re.compile("(?:我|该|本)(?P<head>局|委|办|部|会|院|厅|处)[^，。；]{0,8}$")
_HOMELY: Final = re.compile("[省市州区县旗盟](?:委|政府|人民政府|人大|人大常委会)(?:办公室|办公厅)?")
_COUNTS: Final = {"双": 2, "两": 2, **{c: i for i, c in enumerate("一二三四五六七八九", 1)}}
_ACTOR: Final = f"[{PLACE}{BODY}{HOME}]"
_AGENT: Final = re.compile(
    f"(?:由|是|经|报|为|者是)[^，。；：{POLICY}]{{0,14}}?({_ACTOR}+(?:[、与和及同会]+{_ACTOR}+)*)"
)
_NEAR: Final = re.compile(f"(?P<actors>{_ACTOR}+(?:[、与和及同会]+{_ACTOR}+)*)[^，。；：、\ue000-\ue007]{{0,14}}$")
_LOOSE: Final = re.compile("[，：]")
_PASSED: Final = re.compile("经|会议|大会|已|业已")
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class _Issue:
    """A verb of issuing, its policies and, where the grammar names them, its actors: positions in the masked text."""

    verb: int
    verb_end: int
    policies: tuple[int, ...]
    agent: tuple[int, int] | None
    rule: str


def propose(document: Document) -> Iterator[Statement]:
    """ISSUED statements of a document with entities, home and dates; what is done is not proposed as planned too.

    Args:
        document: mentions carry their entities.

    Returns:
        one statement for each issuer and policy of a sentence.
    """
    statements = list(_all(document))
    settled = {s.target.id for s in statements if s.status is Status.DONE}
    return (s for s in statements if s.status is Status.DONE or s.target.id not in settled)


def _all(document: Document) -> Iterator[Statement]:
    for sentence in document.sentences:
        if sentence.furniture or not any(document.mentions_in(sentence.start, sentence.end, {Label.POLICY})):
            continue
        masked = mask(document, sentence.start, sentence.end)
        for issue in _issues(masked):
            yield from _statements(document, sentence, masked, issue)


def _issues(masked: Masked) -> Iterator[_Issue]:
    text = masked.text
    taken: set[int] = set()
    for match in _AHEAD.finditer(text):
        policies = tuple(i for i in range(*match.span("list")) if text[i] == POLICY)
        taken.update(policies)
        yield _Issue(match.start("verb"), match.end("verb"), policies, None, "ahead")
    for match in _BEHIND.finditer(text):
        policies = tuple(i for i in range(*match.span("list")) if text[i] == POLICY and i not in taken)
        if not policies:
            continue
        named = list(_AGENT.finditer(text, match.end("list"), match.start("verb")))
        agent = named[-1] if named else _AGENT.match(text, match.end("verb"))
        span = agent.span(1) if agent else None
        between = match["between"]
        if span is None and (len(between) > 30 or _LOOSE.search(between)) and not _PASSED.search(between):
            continue
        yield _Issue(match.start("verb"), match.end("verb"), policies, span, "behind" if span else "bare")


def _statements(document: Document, sentence: Sentence, masked: Masked, issue: _Issue) -> Iterator[Statement]:
    start, end = masked.offsets[issue.verb], masked.offsets[issue.verb_end]
    status = polarity(document, start, end).status
    if status is None:
        return
    if _is_draft(masked, issue):
        status = Status.PLANNED
    for at in issue.policies:
        mention = masked.mentions[at]
        if mention is None:
            continue
        policy = entity_of(mention)
        for issuer in _issuers(document, masked, issue, mention):
            date = _date(document, sentence, masked, issue, at)
            first, last = _evidence(sentence, start)
            yield Statement(
                EdgeType.ISSUED,
                issuer,
                policy,
                first,
                last,
                f"policies.{issue.rule}",
                status,
                {"date": date} if date else {},
            )


def _is_draft(masked: Masked, issue: _Issue) -> bool:
    """Whether a text is only being written, or the words between title and verb put its issue into the future."""
    if _DRAFT.match(masked.text, issue.verb, issue.verb_end):
        return True
    between = masked.text[issue.policies[-1] : issue.verb]
    return issue.rule != "ahead" and bool(_STILL_DRAFT.search(between))


def _issuers(document: Document, masked: Masked, issue: _Issue, policy: Mention) -> list[Entity]:
    """Named by the grammar, else the subject, else whose name the title begins with, else the home."""
    if issue.agent is not None:
        found = actors(document, masked, *issue.agent)
        homely = masked.text[slice(*issue.agent)] == HOME
    else:
        clause = masked.text[: issue.verb]
        found = _several(document, policy, masked, clause) or _own(document, masked, clause)
        if not found and _MEETING.search(clause):
            return _of_title(document, policy)
        homely = HOME in re.split("[，。；：\n]", clause)[-1]
        near = _NEAR.search(clause) if issue.rule == "ahead" else None
        if not found and near:
            found = actors(document, masked, *near.span("actors"))
        if not found and issue.rule == "ahead" and not _names_home(document, policy):
            found = subject(document, masked, issue.verb, set(issue.policies))
    titled = _of_title(document, policy)
    owner = titled or _home(document)
    found = [owner[0] if owner and _is_homely(e) else e for e in found]
    if homely and titled:
        found = [titled[0] if e is document.home else e for e in found]
    found = [e for e in dict.fromkeys(found) if e.label in PLACES or e.label is Label.ORGANIZATION]
    return found or owner


def _names_home(document: Document, policy: Mention) -> bool:
    """Whether the title speaks of the home, so that it needs no other issuer."""
    home = document.home
    return home is not None and any(len(n) > 1 and n in policy.name for n in (home.name, *home.aliases))


def _is_homely(entity: Entity) -> bool:
    """市政府, 县委: an office of a place that the text does not name with it."""
    return entity.label is Label.ORGANIZATION and bool(_HOMELY.fullmatch(entity.name.strip()))


def _several(document: Document, policy: Mention, masked: Masked, clause: str) -> list[Entity]:
    """两市, 四市: the places of the title, else those named last, as many as the text counts."""
    both = _BOTH.search(clause)
    if both is None:
        return []
    count = _COUNTS[both["count"]]
    within = [m.entity for m in document.mentions_in(policy.start, policy.end, DOMESTIC)]
    at = masked.offsets[both.start()]
    before = [m.entity for m in document.mentions_in(max(0, at - 400), at, DOMESTIC) if not m.nested]
    for mentioned in (within, before[::-1]):
        places = list(dict.fromkeys(e for e in mentioned if e is not None))
        if len(places) >= count:
            return places[:count]
    return []


def _own(document: Document, masked: Masked, clause: str) -> list[Entity]:
    """我局, 该部: the body of that kind named last."""
    own = _OWN.search(clause)
    if own is None:
        return []
    at = masked.offsets[own.start()]
    bodies = [m.entity for m in document.mentions_in(0, at, {Label.ORGANIZATION}) if m.surface.endswith(own["head"])]
    return [e for e in bodies[-1:] if e is not None]


def _of_title(document: Document, policy: Mention) -> list[Entity]:
    """The place or body that the title begins with, the longer one first."""
    title = policy.entity.name.lstrip("《〈") if policy.entity is not None else ""
    named = [
        (len(name), entity)
        for entity in document.entities
        if entity.label in DOMESTIC or entity.label is Label.ORGANIZATION
        for name in (entity.name, *entity.aliases)
        if len(name) > 1 and title.startswith(name)
    ]
    return [max(named, key=lambda pair: pair[0])[1]] if named else []


def _home(document: Document) -> list[Entity]:
    return [document.home] if document.home is not None else []


def _date(document: Document, sentence: Sentence, masked: Masked, issue: _Issue, at: int) -> str | None:
    """The date of the clause of the verb, else between title and verb, else the last one before the verb."""
    verb = masked.offsets[issue.verb]
    clause = max((masked.text.rfind(mark, 0, issue.verb) for mark in "，。；：\n"), default=-1) + 1
    spans = [
        (masked.offsets[clause] - (clause == 0), verb),
        (min(masked.offsets[at], verb), max(masked.offsets[at], verb)),
        (sentence.start - 1, verb),
    ]
    for start, end in spans:
        dates = list(document.dates_in(start, end))
        if dates:
            return dates[-1].value
    return date_before(document, sentence, verb) if _MEETING.search(masked.text[: issue.verb]) else None


def _evidence(sentence: Sentence, at: int) -> tuple[int, int]:
    if sentence.end - sentence.start <= _LONGEST:
        return sentence.start, sentence.end
    return max(sentence.start, at - _LONGEST // 2), min(sentence.end, at + _LONGEST // 2)
