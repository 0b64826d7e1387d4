"""Who goes: the grammatical subject of words of travelling, in a folded sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from extractors.frames.passage import DATE, GROUP, PERSON, PLACE, SPOT, Passage, Token
from extractors.frames.targets import Find

_PREPOSITION: Final = re.compile(
    r"与|同(?!志)|跟|由(?!于)|对|向|请|陪|会见|接待|以|把|被|给|为(?!民)|拜会|约见|看望|邀"
)
_ADVERBS: Final = re.compile(rf"(?:{DATE}|上午|下午|当天|同时|，|\s)*")
_INVITED: Final = re.compile(r"邀请|欢迎|请[^，。]{0,10}到")
_TRAINEE: Final = re.compile(r"挂职|跟班|实训(?!基地|中心)|选派|研修|派驻|被派")
_LEADS_IN: Final = re.compile(
    rf"(?:{DATE}|[上下]午|当[天晚日]|同日|一早|清晨|中午|傍晚|晚上|先后?|后|又|还|再|也|则|随后|其后|接着|然后|最后|尤其|而|就|便|一路|\s)*"
)
_LIFE: Final = re.compile(r"岁|毕业|参军|当兵|出生|退休|参加工作")
_BESIDE: Final = re.compile(rf"({PERSON})(?:[、和与]|，(?=[^，。{PERSON}]{{1,12}}{PERSON}))[^，。{PERSON}]{{0,14}}$")


@dataclass(frozen=True, slots=True)
class Subject:
    """Tokens of who goes: a delegation (or a word for one), or persons; none where the sentence leaves it out."""

    tokens: tuple[Token, ...] = ()

    @property
    def group(self) -> Token | None:
        """The delegation's token."""
        return next((t for t in self.tokens if t.kind == GROUP), None)

    @property
    def persons(self) -> tuple[Token, ...]:
        """The persons' tokens, the nearest first."""
        return tuple(t for t in self.tokens if t.kind == PERSON)


def subject_of(passage: Passage, find: Find) -> Subject | None:
    """Reads who goes to what was found.

    Args:
        passage: the folded sentence.
        find: the target and the words that lead to it.

    Returns:
        the subject; an empty one where it is left out; None where somebody goes who makes no visit (trainees,
        guests who are only invited, a company that is the subject of its own clause).
    """
    text, (opens, closes) = passage.text, passage.clause(find.trigger)
    if any(p.search(text, opens, find.trigger) for p in (_INVITED, _LIFE)) or _TRAINEE.search(text, opens, closes):
        return None
    subject: Token | None = None
    headed = False
    for token in passage.tokens:
        if token.at >= find.trigger:
            break
        if token.kind == GROUP or (token.kind == PERSON and acts(passage, token)):
            subject, headed = token, False
        elif token.kind in PLACE + SPOT and token.at >= opens and find.rule in {"verb", "at"}:
            headed = headed or (_heads(passage, token, opens) and token.at not in passage.titles)
    if headed:
        return None
    if subject is None:
        # 第一站Ⓢ，第二站Ⓢ：Ⓖ昨天的行程…, 在Ⓢ，Ⓖ参观了…
        ahead = next((t for t in passage.tokens if t.kind == GROUP and t.at > find.trigger), None)
        if ahead is not None:
            return Subject((ahead,))
        return Subject() if find.rule != "at" or _LEADS_IN.fullmatch(text, opens, find.trigger) else None
    if subject.kind == GROUP:
        return Subject((subject,))
    beside = _BESIDE.search(text, opens if opens > subject.at else 0, subject.at)
    other = passage.token(beside.start(1)) if beside else None
    return Subject((subject, other) if other is not None else (subject,))


def acts(passage: Passage, token: Token) -> bool:
    """Whether a person stands as a subject: at the head of a clause, behind no preposition and no verb."""
    if passage.text[token.at + 1 : token.at + 2] == GROUP:
        return False
    opens = passage.clause(token.at)[0]
    return not _PREPOSITION.search(passage.text[opens : token.at])


def _heads(passage: Passage, token: Token, opens: int) -> bool:
    """Whether a place or body is the grammatical subject of its clause (Ⓢ到Ⓟ考察)."""
    after = passage.text[token.at + 1 : token.at + 2]
    return bool(_ADVERBS.fullmatch(passage.text[opens : token.at])) and after not in {*"的，。；、：和与", ""}
