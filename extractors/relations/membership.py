"""Who belongs to a body or a delegation: MEMBER_OF.

    Ⓑ的Ⓝ · 来自Ⓑ的Ⓝ · Ⓝ（Ⓑ） · Ⓑ干部Ⓝ · Ⓝ是Ⓑ的人                      a person without a post in the body
    成员有Ⓝ、Ⓝ · Ⓝ随团 · 同行的有Ⓝ                                      a delegation (extractors.frames.leadership)
    首批的Ⓝ · Ⓝ属于第二批 · and who is sent by an office of the origin       a batch of trainees
    Ⓑ、Ⓑ首批入盟 · Ⓑ加入Ⓐ · Ⓑ成为Ⓐ首批会员 · Ⓐ会员有Ⓑ、Ⓑ                 an alliance

Must not be read: Ⓑ副局长Ⓝ (a post) · who leads the delegation · 记者Ⓝ · Ⓑ拒绝加入.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Entity, Mention, Sentence, Statement
from extractors.frames.leadership import leads, members
from extractors.frames.masked import BODY, DELEGATION, PERSON, PLACE, Masked, mask
from extractors.frames.passage import GROUP, Passage, Token, fold
from extractors.frames.stretches import stretches
from extractors.polarity import polarity
from extractors.relations.newborn import newborn_before
from extractors.relations.stating import date_near, evidence
from graph.model import DOMESTIC, DelegationKind, EdgeType, Label, Status
from graph.places import gazetteer

_EMPLOYED: Final = "干部|职工|员工|工作人员|战士|民警|科员|队员|医生|教师|老师|职员"
_STAFF: Final = f"{_EMPLOYED}|成员|会员|代表|小伙|姑娘|同事|年轻人|选派的|派来的|派出的"
_PLAIN: Final = "[^，。；\ue000-\ue007]"
_OF_BODY: Final = (
    re.compile(f"(?P<b>{BODY})的(?:{_STAFF})?(?P<n>{PERSON})"),
    re.compile(f"(?:来自|出自)[^，。；]{{0,4}}(?P<b>{BODY}){_PLAIN}{{0,8}}?(?P<n>{PERSON})"),
    re.compile(f"(?P<b>{BODY})(?:的)?(?:{_STAFF})(?P<n>{PERSON})"),
    re.compile(
        f"(?P<n>{PERSON})[，]?(?:就|都|是|原)*(?:来自|出自|供职于|就职于|任职于|服务于){_PLAIN}{{0,4}}(?P<b>{BODY})"
        "(?!的[^，。]{0,6}[长任])"
    ),
    re.compile(f"(?P<n>{PERSON})(?:同志)?（(?:[^（）]{{0,3}})(?P<b>{BODY})）"),
    re.compile(f"(?P<n>{PERSON})(?:原|本)?(?:是|系){PLACE}?(?P<b>{BODY})的?(?:人|{_STAFF})?(?=[，。；、]|$)"),
    re.compile(f"(?P<n>{PERSON})，{PLACE}?(?P<b>{BODY})(?:{_STAFF})(?=[，。；、]|$)"),
)
_OF_BATCH: Final = (
    re.compile(f"(?P<g>{DELEGATION})的?(?:{_STAFF})?{_PLAIN}{{0,6}}(?P<n>{PERSON})(?!率|带|领)"),
    re.compile(f"(?P<n>{PERSON})(?:属于|是|就是|也是)(?P<g>{DELEGATION})"),
)
_POSTED: Final = re.compile(
    f"^(?:同志)?(?:（[^（）]{{1,30}}）)?(?:[，]?(?:已|正|就|先|便|也|则|报到次日|每天|曾|在{_PLAIN}{{0,6}}[{BODY}\ue002]?{_PLAIN}{{0,4}}))*"
    "(?:被?分[在到]|被?派[到往去]|被?编进|被?排在|被?安排在|任|挂职|挂任|挂在|跟着|跟班|跟岗|顶岗|坐在|坐窗口|站在|蹲在|夹在|待[了到]|"
    "实训|报到|到岗|进了|学的是|学了|练)"
)
_LIST: Final = f"(?P<list>{BODY}(?:(?:、|，|和|与|及|以及){BODY})*)"
_HOW: Final = f"(?:等{_PLAIN}{{0,10}})?{_PLAIN}{{0,12}}?"
_OWN: Final = "(?:该|本|我)?(?:联盟|商会|协会|联合会|会)?"
_RANK: Final = "首批|第一批|首届|新|团体|创会|企业|单位|副?会长|副?理事长|理事|常务"
_AS: Final = f"(?:{_RANK})*(?:会员|成员|理事单位|会员单位|成员单位|会长单位)"
_JOINS: Final = (
    re.compile(f"{_LIST}{_HOW}(?P<verb>加入|加盟)(?:了)?(?:(?P<a>{BODY})|{_OWN}(?=[，。；]|$))"),
    re.compile(f"{_LIST}{_HOW}(?P<verb>入盟|入会)"),
    re.compile(f"{_LIST}{_HOW}(?P<verb>成为|名列|列为|是|为)(?P<a>{BODY})?{_OWN}的?{_AS}"),
    re.compile(f"(?:(?P<a>{BODY})的?)?(?P<verb>{_AS})(?:里|中)?(?:既|还|也)*(?:有|包括|：){_PLAIN}{{0,10}}{_LIST}"),
)
_ALLIANCE: Final = re.compile("(?:(?<!委员)(?<!管委)(?<!常委)会|联盟|共同体|协作体|同盟)$")
_STRONG: Final = re.compile("随团|随行|同行|同往|随同|成员|团员|一同前往|跟随|副团长|都在车上")
"""Words of belonging that need no delegation in their sentence."""
_NEAR: Final = 700


def propose(document: Document) -> Iterator[Statement]:
    """MEMBER_OF statements of a document with entities; the same one may come from several sentences.

    Args:
        document: mentions carry their entities.

    Yields:
        statements, those of bodies and alliances before those of delegations and batches.
    """
    homes: dict[str, Entity] = {}
    for sentence in document.sentences:
        if sentence.furniture:
            continue
        masked = mask(document, sentence.start, sentence.end)
        for statement in _of_bodies(sentence, masked):
            homes.setdefault(statement.source.id, statement.target)
            yield statement
        yield from _of_alliances(document, sentence, masked)
    passages = fold(document)
    leaders = {
        lead.person.mention.entity.id
        for passage in passages
        for lead in leads(passage)
        if lead.person.mention is not None and lead.person.mention.entity is not None
    }
    yield from (s for s in _of_delegations(document, passages) if s.source.id not in leaders)
    yield from (s for s in _of_batches(document, homes) if s.source.id not in leaders)


def _statement(source: Entity, target: Entity, span: tuple[int, int], rule: str, date: str | None = None) -> Statement:
    properties = {"date": date} if date else {}
    return Statement(EdgeType.MEMBER_OF, source, target, *span, f"membership.{rule}", properties=properties)


def _entity(masked: Masked, at: int) -> Entity | None:
    mention = masked.mentions[at]
    return mention.entity if mention is not None else None


def _of_bodies(sentence: Sentence, masked: Masked) -> Iterator[Statement]:
    for pattern in _OF_BODY:
        for match in pattern.finditer(masked.text):
            person, body = _entity(masked, match.start("n")), _entity(masked, match.start("b"))
            if person is not None and body is not None:
                yield _statement(person, body, evidence(sentence, masked.offsets[match.start()]), "body")


def _cohorts(document: Document) -> list[tuple[Mention, Entity]]:
    """Mentions of batches of trainees with their batches."""
    return [
        (m, m.entity)
        for m in document.mentions
        if m.label is Label.DELEGATION
        and m.entity is not None
        and m.entity.properties.get("kind") == DelegationKind.TRAINEE_COHORT
    ]


def _of_batches(document: Document, homes: dict[str, Entity]) -> Iterator[Statement]:
    """Trainees: named with the batch, sent by an office of its origin, or at work where it is spoken of."""
    cohorts = _cohorts(document)
    for stretch in stretches(document, cohorts):
        sentence = document.sentence_at(stretch.start)
        masked = mask(document, sentence.start, sentence.end)
        named = {
            match.start("n"): _entity(masked, match.start("g"))
            for pattern in _OF_BATCH
            for match in pattern.finditer(masked.text)
        }
        for at, mention in enumerate(masked.mentions):
            if mention is None or mention.label is not Label.PERSON or mention.entity is None:
                continue
            if not stretch.start <= mention.start < stretch.end:
                continue
            cohort, rule = named.get(at), "named"
            if cohort is None or cohort.properties.get("kind") != DelegationKind.TRAINEE_COHORT:
                cohort, rule = stretch.about, _trainee(document, masked, at, homes, stretch.about)
            if rule:
                yield _statement(mention.entity, cohort, evidence(sentence, mention.start), f"batch.{rule}")


def _trainee(document: Document, masked: Masked, at: int, homes: dict[str, Entity], cohort: Entity) -> str:
    """How a sentence tells that a person is one of a batch; "" where it does not."""
    mention = masked.mentions[at]
    home = homes.get(mention.entity.id) if mention is not None and mention.entity is not None else None
    if home is not None:
        return "sent" if _lies_in(document, home, cohort.properties.get("origin")) else ""
    return "posted" if _POSTED.match(masked.text[at + 1 : at + 60]) else ""


def _lies_in(document: Document, body: Entity, origin: str | None) -> bool:
    """Whether the name of a body begins with a batch's origin, or with no place that is another city."""
    if origin is None:
        return False
    stem = re.sub("[市县区州]$", "", origin)
    if any(stem in name for name in (body.name, *body.aliases)):
        return True
    for mention in body.mentions:
        places = list(document.mentions_in(mention.start, mention.end, DOMESTIC))
        if places:
            return all(m.label is Label.DISTRICT for m in places)
    return False


def _of_alliances(document: Document, sentence: Sentence, masked: Masked) -> Iterator[Statement]:
    for pattern in _JOINS:
        for match in pattern.finditer(masked.text):
            start, end = masked.offsets[match.start("verb")], masked.offsets[match.end("verb")]
            if polarity(document, start, end).status is not Status.DONE:
                continue
            named = match.start("a") if "a" in match.groupdict() and match["a"] else None
            alliance = _entity(masked, named) if named is not None else _spoken_of(document, start, masked, match)
            if alliance is None:
                continue
            date = date_near(document, sentence, start, start)
            for at in range(*match.span("list")):
                member = _entity(masked, at)
                if member is not None and member is not alliance:
                    yield _statement(member, alliance, evidence(sentence, start), "alliance", date)


def _spoken_of(document: Document, before: int, masked: Masked, match: re.Match[str]) -> Entity | None:
    """The alliance that the text before the members tells of."""
    listed = {m.entity.id for m in masked.names(*match.span("list")) if m.entity is not None}
    return newborn_before(document, before, _ALLIANCE, listed)


def _of_delegations(document: Document, passages: list[Passage]) -> Iterator[Statement]:
    tours = [
        m
        for m in document.mentions
        if m.label is Label.DELEGATION
        and m.entity is not None
        and m.entity.properties.get("kind") != DelegationKind.TRAINEE_COHORT
    ]
    for passage in passages:
        persons = list(members(passage)) if tours else []
        if not persons:
            continue
        group = _group(passage, tours, document)
        hosts = _hosts(document, persons, group) if group is not None else set()
        for token in persons:
            person = token.mention.entity if token.mention is not None else None
            reporter = document.text[max(0, token.start - 4) : token.start].rstrip().endswith(("记者", "通讯员"))
            if person is not None and group is not None and not reporter and token.at not in hosts:
                yield _statement(person, group, evidence(passage.sentence, token.start), "delegation")


def _hosts(document: Document, persons: list[Token], group: Entity) -> set[int]:
    """Positions of persons whose title, or that of the one before, names another place than the origin."""
    found: set[int] = set()
    ours = True
    last = persons[0].start - 30
    for token in persons:
        title = re.split("[，。；：、]", document.text[max(last, token.start - 30) : token.start])[-1]
        places = list(document.mentions_in(token.start - len(title), token.start, DOMESTIC))
        if places:
            ours = _ours(places[0], group.properties.get("origin"))
        if not ours:
            found.add(token.at)
        last = token.end
    return found


def _ours(place: Mention, origin: str | None) -> bool:
    """Whether a place is the origin or, as far as the list of divisions tells, lies in it."""
    if origin is None or place.entity is None:
        return True
    stem = re.sub("[市县区州]$", "", origin)
    names = [place.entity.name, *place.entity.aliases]
    anchor = place.entity.anchor
    above = gazetteer().ancestors(anchor) if anchor is not None and place.label is Label.DISTRICT else ()
    if any(stem in name for name in (*names, *(p.name for p in above))):
        return True
    return place.label is not Label.CITY and not above


def _group(passage: Passage, tours: list[Mention], document: Document) -> Entity | None:
    """The tour that a sentence names, or that its word for one (考察团) fits, else the one named last."""
    sentence = passage.sentence
    inside = [m for m in tours if sentence.start <= m.start < sentence.end]
    words = [document.text[t.start : t.end] for t in passage.tokens if t.kind == GROUP and t.mention is None]
    words = [word for word in words if re.search("[团组]", word)]
    if inside or not (words or _STRONG.search(passage.text)):
        return inside[0].entity if inside else None
    before = [m for m in tours if m.end <= sentence.start]
    fitting = [m for m in before if any(m.surface.endswith(word[-3:]) for word in words)]
    found = (fitting or before)[-1:]
    return found[0].entity if found else None
