"""The signing of agreements, as a grammar over a masked sentence: between whom, and what.

P is a party (place or body); between it and the conjunction may stand a title with its holder, a day, an adverb.

Reads:
    A与B签署战略合作协议 · A日前与B、C和D签订协议 · A、B与C签约 · 由A与B签订 · A市长某某与B董事长某某签约
    A与B、C与D分别结对 · A与B在深圳举行会谈，双方签署协议 · 同B市长会谈，两市签订协议 (A is the subject before)
    A签约B · 甲方A，乙方B · A与B缔结友好城市 · A与B结为友好商会 · A与B达成合作协议
Must not read:
    在C见证下 · 在深圳签约 (C and 深圳 are no parties) · 签约仪式 · 签约医生 · A与B达成共识 · 双方签到
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.frames.masked import BODY, DELEGATION, HOME, PERSON, PLACE, Masked

_NOUN: Final = (
    r"仪式|项目|现场|大会|会(?!议|展|员)|金额|率|活动|台|额|医生|服务|作家|歌手|球员|运动员|演员|主播|摄影|画家|教练|"
    r"客户|商户|单位|企业|嘉宾|环节|对象|各方|方|双方|后|前|时"
)
_FRIENDS: Final = "友好|友城|友谊|姊妹|姐妹|结对|伙伴|对子|帮扶"
SIGN: Final = re.compile(
    rf"(?<!医生)(?<!这次)(?<!此次)(?<!本次)签约(?!{_NOUN})|签约(?=项目\d)|签署|签订|签定|签下|续签|补签|互签|草签|签立|签成|签字结为|签字(?=[，。])|"
    rf"签的(?!时|人|字|那)|签(?=[了过有成完])|订立|"
    rf"缔结(?=[^，。]{{0,20}}(?:{_FRIENDS}|关系|协议|联盟))|结[为成](?=[^，。]{{0,12}}(?:{_FRIENDS}))|分别结对|"
    r"达成(?=[^，。共]{0,24}(?:协议|意向书|备忘录))|敲定(?=[^，。]{0,24}(?:协议|合同))|交换(?=[^，。]{0,8}(?:协议|文本))"
)
_PARTY: Final = f"{PLACE}{BODY}{HOME}{DELEGATION}"
_RUN: Final = f"[{_PARTY}](?:的?[{_PARTY}])*"
_HOLDER: Final = rf"(?:[^，。；：、与同和跟及{_PARTY}{PERSON}]{{0,14}}{PERSON})"
_ONE: Final = rf"(?:{_RUN}{_HOLDER}?|{PERSON})"
_SIDE: Final = rf"{_ONE}(?:(?:、|和|及|以及){_ONE})*"
_WORDS_ONLY: Final = f"[^，。；：、{_PARTY}]"
_ALONG: Final = rf"{_WORDS_ONLY}{{0,24}}?(?:在[{_PARTY}]+{_WORDS_ONLY}{{0,8}}?)?(?:，{_WORDS_ONLY}{{0,14}})?"
"""What may stand between the first side and the conjunction: 日前, 也, 17日一早便, 人民政府."""
_TOGETHER: Final = re.compile(
    rf"(?P<left>{_SIDE})(?P<along>{_ALONG})(?P<with>[与同跟和]|拉上|联手|携手|联合|会同)(?P<right>{_SIDE})"
)
_MEETING: Final = re.compile(
    rf"(?P<left>{_SIDE})(?P<along>{_ALONG})(?P<with>[与同跟]|会见了?|拜会了?|会晤了?|接待了?|拜访了?)(?P<right>{_SIDE})"
)
_WITH: Final = re.compile(rf"(?<![{_PARTY}])(?<!我[会校院司局])(?P<with>[与同跟和])(?P<right>{_SIDE})")
_PAIRS: Final = re.compile(rf"{_RUN}[与同和跟]{_RUN}(?:、{_RUN}[与同和跟]{_RUN})+")
_PAIR: Final = re.compile(rf"(?P<left>{_RUN})[与同和跟](?P<right>{_RUN})")
_LIST: Final = re.compile(rf"(?P<left>{_ONE})、(?P<right>{_SIDE})")
_BOTH: Final = re.compile(r"双方|两[市地区县省州国校院会家港镇]|两个城市|彼此")
_PLACE_OF: Final = re.compile(rf"(?:在|于|赴|到|往|来到|走进|落户|入驻|抵达)(?:[{_PARTY}]的?)*$")
_WITNESS: Final = re.compile(r"^[^，。；]{0,20}?(?:见证|主持|出席|致辞|参加)")
_DIRECT: Final = re.compile(
    rf"(?P<left>{_RUN}){_WORDS_ONLY}{{0,8}}?(?:签约|牵手|签下)(?P<right>{BODY})(?![^，。；]{{0,3}}(?:协议|项目))"
)
_CONTRACT: Final = re.compile(rf"甲方(?:为|是|：)?(?P<left>{_RUN})，乙方(?:为|是|：)?(?P<right>{_RUN})")
_CEREMONY: Final = re.compile(
    rf"(?P<left>{_SIDE})[与同跟和](?P<right>{_SIDE})[^，。；：{_PARTY}]{{0,24}}"
    rf"(?:签[约署](?:仪式|大会)[^，。；]{{0,12}}(?:举行|举办|落幕)|(?<=举行)[^，。；]{{0,24}}签[约署](?:仪式|大会))"
)
_UNREAD: Final = re.compile(r"由|代表|、|^.{9,}|集团|公司|商会|协会|学校|基金|联盟|管委会|我会|银行|企业|学院")
"""Before the conjunction, signs of a party that was not recognised as a name."""
_WORDS: Final = ("签", "订立", "缔结", "结为", "结成", "达成", "敲定", "交换", "乙方", "结对")
_CLAUSE: Final = re.compile(r"[，；：。！？\n]")
_STOP: Final = re.compile(r"[；：。！？\n]")


@dataclass(frozen=True, slots=True)
class Signing:
    """Two sides as spans of the masked text; None where what comes before is meant."""

    rule: str
    start: int
    end: int
    """Of the verb."""
    left: tuple[int, int] | None
    right: tuple[int, int] | None
    both: str = ""
    """The word that stands for the two sides (双方, 两市)."""


def may_sign(text: str, start: int, end: int) -> bool:
    """Whether a stretch of plain text has any of the words of the grammar."""
    return any(text.find(word, start, end) >= 0 for word in _WORDS)


def signings(masked: Masked) -> Iterator[Signing]:
    """Signings of a masked sentence, one for each verb and pair of sides."""
    text = masked.text
    for match in _CONTRACT.finditer(text):
        yield Signing("contract", match.start(), match.end(), match.span("left"), match.span("right"))
    for match in _CEREMONY.finditer(text):
        yield Signing("ceremony", match.start(), match.end(), match.span("left"), match.span("right"))
    for match in _DIRECT.finditer(text):
        if not _PLACE_OF.search(text[: match.start()]):
            yield Signing("direct", match.start(), match.end(), match.span("left"), match.span("right"))
    for verb in SIGN.finditer(text):
        yield from _at(text, verb)


def _at(text: str, verb: re.Match[str]) -> Iterator[Signing]:
    """The signings that one verb states."""
    opens = _last(_CLAUSE, text, verb.start(), 0)
    at, end = verb.span()
    pairs = list(_PAIRS.finditer(text, opens, at))
    if pairs:
        for pair in _PAIR.finditer(text, *pairs[-1].span()):
            yield Signing("pairs", at, end, pair.span("left"), pair.span("right"))
        return
    both = _BOTH.search(text, opens, at)
    chain = _last(_STOP, text, at, 0)
    if both is not None:
        yield _mutual(text, chain, both, (at, end))
        return
    found = _together(_TOGETHER, text, opens, at)
    if found is None and not re.search(f"[{_PARTY}]", text[opens:at]):
        found = _together(_MEETING, text, chain, at)
    if found is not None:
        yield Signing("with", at, end, found.span("left"), found.span("right"))
        return
    yield from _one_sided(text, opens, (at, end))


def _one_sided(text: str, opens: int, verb: tuple[int, int]) -> Iterator[Signing]:
    """同B签了 with A before the clause; A、B签署."""
    alone = list(_WITH.finditer(text, opens, verb[0]))
    if alone:
        if not _UNREAD.search(text[opens : alone[-1].start()]):
            yield Signing("elided", *verb, None, alone[-1].span("right"))
        return
    for match in reversed(list(_LIST.finditer(text, opens, verb[0]))):
        if not _PLACE_OF.search(text[opens : match.start()]) and not _WITNESS.match(text[match.end() : verb[0]] + "，"):
            yield Signing("list", *verb, match.span("left"), match.span("right"))
        return


def _mutual(text: str, chain: int, both: re.Match[str], verb: tuple[int, int]) -> Signing:
    """双方签署, after what the sentence has told of the two."""
    found = _together(_MEETING, text, chain, both.start()) or _together(_TOGETHER, text, chain, both.start())
    if found is not None:
        return Signing("both", *verb, found.span("left"), found.span("right"))
    alone = list(_WITH.finditer(text, chain, both.start()))
    return Signing("both", *verb, None, alone[-1].span("right") if alone else None, both.group())


def _together(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last A与B of a stretch, A being no place of the event and no witness."""
    found, at = None, start
    while (match := pattern.search(text, at, end)) is not None:
        refused = _PLACE_OF.search(text[start : match.start()]) or _WITNESS.match(match["along"])
        at = match.start() + 1 if refused else match.end()
        if not refused:
            found = match
    return found


def _last(boundary: re.Pattern[str], text: str, before: int, found: int) -> int:
    for match in boundary.finditer(text, 0, before):
        found = match.end()
    return found


_NAMED: Final = re.compile(rf"(?P<run>{_RUN}){_HOLDER}?|{PERSON}")


def parties(text: str, start: int, end: int) -> list[int]:
    """Where the parties of a side stand: of adjacent names (深圳的腾讯) the last, a person where no body is named."""
    return [(match.end("run") or match.end()) - 1 for match in _NAMED.finditer(text, start, end)]


def couple(masked: Masked) -> tuple[tuple[int, int] | None, tuple[int, int]] | None:
    """The two sides that a sentence without a signing names last (A与B会谈), for a 双方 that follows."""
    text = masked.text
    found = _together(_MEETING, text, 0, len(text)) or _together(_TOGETHER, text, 0, len(text))
    if found is not None:
        return found.span("left"), found.span("right")
    alone = list(_WITH.finditer(text))
    return (None, alone[-1].span("right")) if alone else None
