"""Who heads a delegation and who belongs to it, as reports say it.

Reads (folded: Ⓝ a person, Ⓖ a delegation or a word for one):
    市委书记Ⓝ率Ⓖ赴… · Ⓝ带着Ⓖ… · Ⓖ由Ⓝ率领 · 由Ⓝ任团长 · 以Ⓝ为团长的Ⓖ · 带队的是Ⓝ · 团长是Ⓝ · 领队Ⓝ · Ⓖ团长Ⓝ · Ⓝ一行
    members: 成员有Ⓝ、Ⓝ · Ⓝ、Ⓝ随团 · 同行的有Ⓝ · Ⓝ参加
Not: 副团长Ⓝ · Ⓝ带着乡村组 · 他带头
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.frames.passage import DATE, GROUP, PERSON, Passage, Token

_N: Final = PERSON
_G: Final = GROUP
_TEXT: Final = r"[^。；！？\n]"

_LED_BEFORE: Final = re.compile(
    rf"(?P<n>{_N})(?:[^，。；{_N}{_G}]{{0,12}}[，]?[^，。；{_N}{_G}]{{0,6}})(?:率领?|带领|带着|领着|带来|带了?|组织|率队)(?!动|头|来的)"
    rf"(?P<gap>[^，。；与同和跟{_N}]{{0,16}}?)(?P<g>{_G})"
)
_LED_BY: Final = re.compile(
    rf"由(?:[^，。；{_N}]{{0,40}})(?P<n>{_N})(?:亲自)?(?:率领|带队|领队|率队|领衔|(?:担)?任(?P<deputy>副)?(?:总)?(?:团长|领队|组长)|为(?P<deputy2>副)?团长|带领)"
)
_LED_BY_NAME_LAST: Final = re.compile(rf"以(?:[^，。；{_N}]{{0,30}})(?P<n>{_N})为(?:团长|领队|组长)")
_LEADER_IS: Final = re.compile(
    rf"(?:(?<![副任为])(?:团长|领队|组长)(?:、|：|就|正)?(?:是|为|由|系)?|(?:带队|率队|率团|领头|带头)(?:的|人|者)(?:就|正)?(?:是|为)?)(?!，)"
    rf"(?P<title>[^。；！？\n{_N}{_G}]{{0,36}}?)(?P<n>{_N})(?!任副|为副|担任副)"
)
_SPEAKS: Final = re.compile(r"说|表示|认为|介绍|率|陪|会见|看|，[^，]{0,20}，")
_JOINT: Final = re.compile(r"共同|一同|联合|一起")
_LINKED: Final = re.compile(
    rf"({_N})(?:(?:、|和|与)[^，。；、{_N}{_G}]{{0,16}}|(?:、|和|与|，)[^，。；{_N}{_G}]{{0,24}}(?:书记|长|主任|主席))$"
)
_LINKED_JOINTLY: Final = re.compile(
    rf"({_N})(?:、|和|与|，|，?以及)(?:[^，。；{_N}{_G}]{{0,10}}、)?[^，。；、{_N}{_G}]{{0,20}}$"
)
_AND: Final = re.compile(rf"(?:和|与)[^，。；{_N}{_G}]{{0,16}}(?P<n>{_N})")
_WHO_LED: Final = re.compile(
    rf"率(?:领)?[^，。；{_N}{_G}]{{0,12}}(?P<g>{_G})[^，。；{_N}{_G}]{{0,24}}的[^，。；{_N}{_G}]{{0,24}}(?P<n>{_N})"
)
_PRONOUN: Final = re.compile(
    rf"[他她](?:[^，。；{_N}{_G}]{{0,14}})(?:率领?|带领|带着|带了?|带来)(?!动|头)[^，。；{_N}{_G}]{{0,12}}(?P<g>{_G})|(?:^|[，。；])(?:{DATE}|[上下]午|当年|又|曾|还|再|并|\s){{0,4}}(?:率领?|带领?|率队)[^，。；{_N}{_G}]{{0,6}}(?P<i>{_G})(?![^，。；]{{0,24}}的)"
    rf"|由[他她](?:率领|带队|带领|任团长)的?[^，。；{_N}{_G}]{{0,12}}(?P<h>{_G})"
)
_LEADER_POST: Final = re.compile(
    rf"(?P<n>{_N})(?:亲自)?(?:(?:担)?任|为|是|出任)(?:此行|本次|考察团|代表团|该团)?(?:的)?(?:总)?(?:团长|领队|组长)|(?P<m>{_N})(?:亲自)?(?:带队|率队|率团|领队)"
)
_PARTY: Final = re.compile(rf"(?P<n>{_N})(?P<g>{_G})")
_BODY: Final = re.compile(r"[团组]")
_MEMBERS: Final = re.compile(
    r"随团|随行|同行|同往|随同|成员|团员|参加|陪同考察|在座|包括|副团长|都在车上|名单|分在|一同前往|跟随"
)
_DOES: Final = re.compile(
    r"会见|会谈|座谈|接待|陪同(?!考察)|作陪|迎接|致辞|讲话|见面|介绍|主持|到会|说|表示|率|带队|任团长|[；。]"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """A leader in a passage: the person's token, the delegation's token where the words name it, the rule."""

    passage: Passage
    person: Token
    group: Token | None
    rule: str


def leads(passage: Passage) -> Iterator[Lead]:
    """Leaders that a sentence names, in no particular order; one person may be found twice."""
    text = passage.text
    for match in _LED_BEFORE.finditer(text):
        led = passage.token(match.start("g"))
        if led is None or (led.mention is None and not _BODY.search(passage.surface(led))):
            continue
        yield from _beside(passage, match.start("n"), match.start("g"), "before")
        yield from _lead(passage, match.start("n"), match.start("g"), "before")
    for match in _LED_BY.finditer(text):
        if not match["deputy"] and not match["deputy2"]:
            yield from _lead(passage, match.start("n"), _nearest_group(passage, match.start(), match.end()), "by")
    for match in _LED_BY_NAME_LAST.finditer(text):
        yield from _lead(passage, match.start("n"), _nearest_group(passage, match.start(), match.end()), "as")
    for match in _LEADER_IS.finditer(text):
        if _SPEAKS.search(match["title"]) is None:
            group = _nearest_group(passage, match.start(), match.end())
            yield from _lead(passage, match.start("n"), group, "is")
            second = _AND.match(text, match.end())
            if second is not None:
                yield from _lead(passage, second.start("n"), group, "is")
    for match in _LEADER_POST.finditer(text):
        at = match.start("n") if match["n"] else match.start("m")
        group = _nearest_group(passage, match.start(), match.end())
        if match["m"]:
            yield from _beside(passage, at, group, "post")
        yield from _lead(passage, at, group, "post")
    for match in _WHO_LED.finditer(text):
        yield from _lead(passage, match.start("n"), match.start("g"), "who")
    for match in _PARTY.finditer(text):
        yield from _lead(passage, match.start("n"), match.start("g"), "party")


def _lead(passage: Passage, person: int, group: int | None, rule: str) -> Iterator[Lead]:
    token = passage.token(person)
    if token is not None:
        yield Lead(passage, token, None if group is None else passage.token(group), rule)


def _beside(passage: Passage, person: int, group: int | None, rule: str) -> Iterator[Lead]:
    """Ⓝ、市长Ⓝ率Ⓖ: who stands before in the same list leads too."""
    joint = _JOINT.search(passage.text, person, group or person + 12)
    link = _LINKED_JOINTLY if joint else _LINKED
    found: list[int] = []
    at = person
    while (match := link.search(passage.text, max(at - 40, 0), at)) is not None:
        at = match.start(1)
        found.append(at)
    for place in reversed(found):
        yield from _lead(passage, place, group, rule)


def _nearest_group(passage: Passage, start: int, end: int) -> int | None:
    """The delegation that the words are about: the nearest before in the sentence, else the nearest after."""
    before = [t.at for t in passage.tokens if t.kind == GROUP and t.at < end]
    after = [t.at for t in passage.tokens if t.kind == GROUP and t.at >= end]
    return before[-1] if before else (after[0] if after else None)


def pronoun_leads(passage: Passage) -> Iterator[Token]:
    """Delegations that a sentence lets "him" or "her" lead, whoever that is."""
    for match in _PRONOUN.finditer(passage.text):
        token = passage.token(match.start(match.lastgroup or "g"))
        if token is not None:
            yield token


def members(passage: Passage) -> Iterator[Token]:
    """Persons of a sentence that are told to be in the delegation: the list that ends or begins with such words."""
    persons = [t for t in passage.tokens if t.kind == PERSON]
    for match in _MEMBERS.finditer(passage.text):
        before = [t for t in persons if t.at < match.start()]
        after = [t for t in persons if t.at >= match.end()]
        yield from _linked(passage, match.start(), reversed(before))
        yield from _linked(passage, match.end(), iter(after))


def _linked(passage: Passage, at: int, persons: Iterator[Token]) -> Iterator[Token]:
    """Persons one after the other from a position on, as long as nothing is done between them."""
    for token in persons:
        low, high = sorted((at, token.at))
        if _DOES.search(passage.text, low, high):
            return
        at = token.at
        yield token
