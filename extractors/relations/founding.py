"""Who founded what: FOUNDED.

    Ⓐ、Ⓑ发起成立Ⓣ · Ⓐ与Ⓑ合资组建Ⓣ · Ⓐ创办Ⓣ                 the actors of the clause
    由Ⓐ与Ⓑ共同发起的Ⓣ · Ⓐ合办的Ⓣ · Ⓣ由Ⓐ发起                 named by the grammar
    发起人是Ⓐ, 倡议者是Ⓐ                                     of the body spoken of
    Ⓣ创始人Ⓝ                                                 the title of a founder
    Ⓐ驻某地办事处挂牌                                         whose name the office begins with
    Ⓐ、Ⓑ等…共同发起《宣言》                                   companies that start a declaration

Must not be read: Ⓐ设立奖学金 · 参观Ⓐ创办的展馆 (no body) · 没有成立Ⓣ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Entity, Mention, Statement
from extractors.frames.dating import date_before
from extractors.frames.masked import BODY, HOME, PERSON, PLACE, POLICY, Masked, entity_of, mask
from extractors.frames.nominals import NOMINAL, antecedent
from extractors.frames.principals import principal
from extractors.frames.subjects import subject
from extractors.polarity import polarity
from extractors.relations.newborn import newborn_before
from extractors.relations.stating import date_near, evidence
from graph.model import BODIES, EdgeType, Label

_FOUNDS: Final = (
    "(?:联合|共同|牵头|合资|合作|合股|独资|注册|出资|领头|倡议|筹划|率先|正式|又|还|再|已|先后)*"
    "(?:发起成立|发起设立|发起组建|倡议成立|倡议发起|注册成立|组建成立|发起|组建|合组|创办|创立|创建|成立|设立|合办|共建|办起|建起|开办|兴办|筹建|新设|"
    "投产|投建|组成|共创|倡议|合资|合股)"
)
_PARTIES: Final = f"[{PLACE}{BODY}{HOME}{PERSON}]"
_GROUP: Final = f"{_PARTIES}+(?:(?:、|和|与|同|及|以及|会同|携手|联合){_PARTIES}+)*"
_PLAIN: Final = "[^，。；：\ue000-\ue007]"
_AHEAD: Final = re.compile(f"(?P<verb>{_FOUNDS})(?:了)?(?P<t>{PLACE}?{BODY})(?!的)")
_OF: Final = re.compile(
    f"(?:由)?(?P<a>{_GROUP}){_PLAIN}{{0,10}}?(?P<verb>{_FOUNDS})的{_PLAIN}{{0,6}}(?P<t>{PLACE}?{BODY})"
)
_BY: Final = re.compile(f"(?P<t>{BODY})[^。；{BODY}]{{0,30}}?由(?P<a>{_GROUP}){_PLAIN}{{0,14}}?(?P<verb>{_FOUNDS})")
_FOUNDER: Final = re.compile(
    f"(?P<t>{BODY}){_PLAIN}{{0,3}}(?:联合)?(?P<verb>创始人|创办人|创立者|缔造者)(?P<a>{PERSON})"
)
_INITIATOR: Final = re.compile(
    f"(?P<verb>发起人|发起者|发起方|发起的|倡议者|倡议方|牵头发起的|出面发起的)(?:、{_PLAIN}{{0,4}})?(?:是|为|有|系|：)+(?:{BODY}{_PLAIN}{{1,8}}(?={PERSON}))?(?P<a>{_GROUP})"
)
_INITIATED: Final = re.compile("(?:(?<!委员)会|联盟|基金|公司|共同体|中心)$")
_OFFICE: Final = re.compile(
    "驻.{2,12}(?:办事处|联络处|联络站|工作站|招商局|代表处|联络办)$|(?:联络处|联络站|工作站|服务站|分会|研究院|分院)$"
)
_OPENS: Final = re.compile("挂牌|揭牌|开张|成立|设立|启用|落户|开业")
_DECLARES: Final = re.compile(
    f"(?P<verb>(?:共同|联合)(?:发起|倡议|发布|发表)|发起|倡议)(?:了|成立)?{_PLAIN}{{0,8}}{POLICY}"
)
_PLACED: Final = re.compile(
    f"(?:在|于|到|赴|往)(?:{_PLAIN}{{0,6}}[{PLACE}\ue002{BODY}]+)+(?:的)?{_PLAIN}{{0,6}}$|在(?:该|本)[市县区]"
)
_ACTS: Final = re.compile(f"(?P<a>{_GROUP})[^，。；：\ue000-\ue007]{{0,40}}$")
_WITH: Final = re.compile("(?:并|还|又|也|将)*(?:与|同|和|携手|联合)")
_SEVERAL: Final = re.compile("[两三四五双]家|双方|三方")
_COUNTS: Final = {"两": 2, "双": 2, "三": 3, "四": 4, "五": 5}
_HE: Final = re.compile("他(?!们)|她(?!们)|此人")
_NEAR: Final = 500
_Founding = tuple[list[Entity], Entity, tuple[int, int], str]


def propose(document: Document) -> Iterator[Statement]:
    """FOUNDED statements of a document with entities, home and dates.

    Args:
        document: mentions carry their entities.

    Yields:
        statements by sentence; the same one may come by several patterns.
    """
    for sentence in document.sentences:
        if sentence.furniture:
            continue
        masked = mask(document, sentence.start, sentence.end)
        for founders, founded, (at, end), rule in _found(document, masked):
            status = polarity(document, at, end, obligation=False).status
            if status is None:
                continue
            clause = masked.offsets[
                max((masked.text.rfind(m, 0, _position(masked, at)) for m in "，。；"), default=-1) + 1
            ]
            date = date_near(document, sentence, clause, at) or date_before(document, sentence, at)
            for founder in founders:
                if (
                    founder is not founded
                    and founder.label is not Label.COUNTRY
                    and founder.label is not Label.PROVINCE
                ):
                    properties = {"date": date} if date else {}
                    span = evidence(sentence, at)
                    yield Statement(EdgeType.FOUNDED, founder, founded, *span, f"founding.{rule}", status, properties)


def _position(masked: Masked, offset: int) -> int:
    """The position of the masked text at which an offset of the document stands."""
    return next((i for i, o in enumerate(masked.offsets) if o >= offset), len(masked.text))


def _found(document: Document, masked: Masked) -> Iterator[_Founding]:
    """Founders, what they found, the span of the verb and the pattern."""
    text = masked.text
    taken: set[int] = set()
    for pattern, rule in ((_OF, "of"), (_BY, "by"), (_FOUNDER, "founder")):
        for match in pattern.finditer(text):
            target = match.end("t") - 1
            founded = _body(masked, target)
            if founded is not None and target not in taken:
                taken.add(target)
                yield _parties(document, masked, *match.span("a")), founded, _verb(masked, match), rule
    for match in _AHEAD.finditer(text):
        target = match.end("t") - 1
        founded = _body(masked, target)
        if founded is None or target in taken:
            continue
        taken.add(target)
        yield _actors(document, masked, match.start("verb"), target), founded, _verb(masked, match), "ahead"
    for match in _INITIATOR.finditer(text):
        parties = _parties(document, masked, *match.span("a"))
        founded = newborn_before(document, masked.offsets[match.start()], _INITIATED, {e.id for e in parties})
        if founded is not None:
            yield parties, founded, _verb(masked, match), "initiator"
    yield from _declarations(masked)
    yield from _offices(document, masked, taken)


def _declarations(masked: Masked) -> Iterator[_Founding]:
    """Companies, two at least, that together start a declaration."""
    for match in _DECLARES.finditer(masked.text):
        policy = masked.mentions[match.end() - 1]
        start = masked.text.rfind("。", 0, match.start()) + 1
        companies = [m.entity for m in masked.names(start, match.start()) if m.label is Label.ENTERPRISE]
        founders = [e for e in dict.fromkeys(companies) if e is not None]
        if len(founders) > 1 and policy is not None and policy.entity is not None:
            yield founders, policy.entity, _verb(masked, match), "declaration"


def _actors(document: Document, masked: Masked, verb: int, target: int) -> list[Entity]:
    """Who acts in the clause of a verb: a group, a common noun, a number of parties or a pronoun, else its subject."""
    clause = max((masked.text.rfind(mark, 0, verb) for mark in "，。；：\n"), default=-1) + 1
    text = _PLACED.sub(lambda m: "\u25a1" * len(m.group()), masked.text[clause:verb])
    near = _ACTS.search(text)
    if near:
        parties = _parties(document, masked, clause + near.start("a"), clause + near.end("a"))
        if _WITH.fullmatch(text[: near.start("a")]) and clause:
            parties = [*subject(document, masked, clause, {target})[:1], *parties]
        return parties
    start = masked.offsets[clause]
    noun = NOMINAL.search(document.text, start, masked.offsets[verb])
    meant = antecedent(document, noun.start(), noun.group()) if noun else None
    if meant is not None and meant.entity is not None:
        return [meant.entity]
    several = _SEVERAL.search(text)
    if several:
        bodies = [m.entity for m in document.mentions_in(max(0, start - _NEAR), start, BODIES) if not m.nested]
        founded = _body(masked, target)
        parties = list(dict.fromkeys(e for e in reversed(bodies) if e is not None and e is not founded))
        return parties[: _COUNTS[several.group()[0]]]
    if _HE.search(text):
        persons = [m.entity for m in document.mentions_in(max(0, start - _NEAR), start, {Label.PERSON})]
        return [e for e in persons[-1:] if e is not None]
    found = subject(document, masked, clause, {target}) if clause else []
    return [e for e in found if e.label in BODIES or e.label is Label.PERSON] or found


def _verb(masked: Masked, match: re.Match[str]) -> tuple[int, int]:
    return masked.offsets[match.start("verb")], masked.offsets[match.end("verb")]


def _body(masked: Masked, at: int) -> Entity | None:
    mention = masked.mentions[at]
    return mention.entity if mention is not None and mention.label in BODIES else None


def _parties(document: Document, masked: Masked, start: int, end: int) -> list[Entity]:
    """The members of a group: of names that touch each other the last, an office of a place for the place."""
    found: list[Entity] = []
    for match in re.finditer(f"{_PARTIES}+", masked.text[start:end]):
        mention = masked.mentions[start + match.end() - 1]
        entity = document.home if mention is None else principal(document, entity_of(mention))
        if entity is not None and entity not in found:
            found.append(entity)
    return found


def _offices(document: Document, masked: Masked, taken: set[int]) -> Iterator[_Founding]:
    """An office or branch that opens was founded by whom its name begins with."""
    for at, mention in enumerate(masked.mentions):
        if mention is None or at in taken or mention.label is not Label.ORGANIZATION or mention.entity is None:
            continue
        if not _OFFICE.search(mention.entity.name):
            continue
        opens = _OPENS.search(masked.text, at + 1, at + 30)
        owner = _owner(document, mention)
        if opens and owner is not None and "。" not in masked.text[at : opens.start()]:
            start, end = masked.offsets[opens.start()], masked.offsets[opens.end()]
            yield [owner], mention.entity, (start, end), "office"


def _owner(document: Document, office: Mention) -> Entity | None:
    """The longest name of a body or place that the name of an office begins with."""
    name = office.entity.name if office.entity is not None else office.name
    owners = [
        (len(form), entity)
        for entity in document.entities
        if entity is not office.entity and entity.label in BODIES | {Label.CITY, Label.DISTRICT}
        for form in (entity.name, *entity.aliases)
        if len(form) > 1 and name.startswith(form)
    ]
    return principal(document, max(owners, key=lambda pair: pair[0])[1]) if owners else None
