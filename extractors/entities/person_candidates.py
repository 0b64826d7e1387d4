"""Where a name of a person may stand: behind a post, where the tagger sees one, in a by-line, with a blank inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.document import Document, Token
from extractors.entities.person_names import COMMON, HAN, JAPANESE, NOT_GIVEN, is_chinese_name, surname_of
from extractors.entities.words import Words
from extractors.lexicon import alternatives, words

TITLE_END: Final = re.compile(
    f"(?:{alternatives(words('titles', 'post'))})(?:{alternatives(words('titles', 'suffix'))})?[ \u3000]?"
)
_BYLINE: Final = re.compile(
    f"(?:{alternatives(words('titles', 'byline'))}|(?<![{HAN}])[文图](?=[ \u3000/:：|｜丨]))[:：/|｜丨]?[ \u3000]*"
)
_SPACED: Final = re.compile(f"([{HAN}])[ \u3000]{{1,2}}([{HAN}])(?![{HAN}])")
_NO_NAME_ENDS: Final = frozenset("省市县区州镇乡村局厅委部处院校馆厂店站")
SPEAKS: Final = re.compile(
    "[ \u3000]?(?:说|表示|介绍|认为|指出|强调|告诉|坦言|回忆|透露|提出|要求|主持|出席|率|带队|带领|会见|陪同|宣布|宣读|"
    "致辞|代表|分别|一行|先生|女士|同志|任|担任|当选|出任|等|、|,|，|:|：|\\(|（|和|与|摄|接过|笑|给|把|在|是|从|对|又|也|还|就|"
    "的|感慨|算|解释|补充|分析|建议|希望|感叹|直言|打趣|接受|看到|来到|走进|前往|赴|来访|来到|抵达)"
)
_RUNS_ON: Final = frozenset("原进管任说率现曾则再均讲看带当称会笑问算走来去回头")
"""Characters that the tagger runs on behind a name."""
_PARTED: Final = re.compile(f"[{HAN}][ \u3000]+[{HAN}]")
"""A name of two characters that the tagger sees as one word over the blank."""
_ADDRESSED: Final = re.compile("同志|先生|女士")
_ACTS: Final = frozenset({"v", "d", "p", "w", "c", "u", "r"})
"""Tags of words that follow the name of somebody who acts."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a name; `sure` where its surroundings say so."""

    start: int
    end: int
    name: str
    rule: str
    sure: bool


def candidates(document: Document) -> Iterator[Candidate]:
    """All stretches of a document with tokens that may be a Chinese or Japanese name.

    Args:
        document: repaired text with tokens.

    Yields:
        candidates, the same name as often as it is found.
    """
    words_ = Words(document)
    yield from _titled(document, words_)
    yield from _tagged(document, words_)
    yield from _bylines(document)
    yield from _spaced(document)


def _titled(document: Document, words_: Words) -> Iterator[Candidate]:
    """A name right behind a post."""
    for match in TITLE_END.finditer(document.text):
        start = match.end()
        token = words_.token(start)
        if token is None or token.start != start:
            continue
        if token.tag == "PER" and token.end - start > 1:
            yield from _cut(document, token.start, token.end, "person.titled")
        else:
            end = _name_end(words_, token)
            if end is not None:
                yield Candidate(start, end, document.text[start:end], "person.titled", sure=True)


def _cut(document: Document, start: int, end: int, rule: str) -> Iterator[Candidate]:
    """A tagged name behind a post, cut to the longest form that a Chinese name has; a foreign one whole."""
    text = document.text[start:end].rstrip()
    surname = surname_of(text)
    if not surname:
        if len(text) >= 2 and re.fullmatch(f"[{HAN}]+", text):
            yield Candidate(start, start + len(text), text, rule, sure=True)
        return
    longest = len(surname) + (3 if surname in JAPANESE else 2)
    if surname in JAPANESE and len(text) < longest:
        text = _japanese(document, start, len(surname))
    text = text[:longest]
    while len(text) > len(surname) + 1 and text[-1] in NOT_GIVEN:
        text = text[:-1]
    if is_chinese_name(text):
        yield Candidate(start, start + len(text), text, rule, sure=True)


def _japanese(document: Document, start: int, surname: int) -> str:
    """A Japanese name has mostly two characters behind the surname, also where the tagger cuts after one."""
    text = document.text[start : start + surname + 2]
    return text if all("\u4e00" <= c <= "\u9fff" and c not in NOT_GIVEN for c in text) else text[:-1]


def _name_end(words_: Words, token: Token) -> int | None:
    """Where a name that begins with an untagged token ends: at a token's end, three characters before two."""
    text = words_.text
    surname = surname_of(text[token.start : token.start + 2])
    if not surname or surname in JAPANESE:
        return None
    if token.end - token.start > len(surname) and not is_chinese_name(text[token.start : token.end]):
        return None
    if token.end - token.start == 2 and len(surname) == 1 and token.tag not in {"PER", "nz", "LOC", "ORG"}:
        return None
    tokens = list(words_.covering(token.start, token.start + len(surname) + 3))
    ends = {t.end for t in tokens}
    for size in (len(surname) + 2, len(surname) + 1):
        end = token.start + size
        name = text[token.start : end]
        if end in ends and re.fullmatch(f"[{HAN}]+", name) and not (set(name[1:]) & NOT_GIVEN):
            follows = next((t.tag for t in tokens if t.start == end), "w")
            if follows in _ACTS or SPEAKS.match(text, end) or (size > 2 and follows in {"n", "m", "TIME", "vn"}):
                return end
    return None


def _tagged(document: Document, words_: Words) -> Iterator[Candidate]:
    """Names that the tagger sees, as far as they have the form of one."""
    text = document.text
    for token in document.tokens:
        if token.tag != "PER":
            continue
        name = text[token.start : token.end].strip()
        start = token.start + text[token.start : token.end].find(name)
        if _PARTED.fullmatch(name):
            joined = name[0] + name[-1]
            if is_chinese_name(joined):
                yield Candidate(start, start + len(name), joined, "person.spaced", sure=joined[0] in COMMON)
            continue
        surname = surname_of(name)
        if surname and surname not in JAPANESE and len(name) == len(surname) + 3 and name[-1] in _RUNS_ON:
            name = name[:-1]
        if surname in JAPANESE and surname not in COMMON:
            name = max(name, _japanese(document, start, len(surname)), key=len)
        if not is_chinese_name(name):
            if _ADDRESSED.match(text, token.end) and re.fullmatch(f"[{HAN}]{{2,8}}", name):
                yield Candidate(start, start + len(name), name, "person.tagged", sure=True)
            continue
        yield Candidate(start, start + len(name), name, "person.tagged", _is_sure(words_, start, name, surname))


def _is_sure(words_: Words, start: int, name: str, surname: str) -> bool:
    """Three characters are a name; two are one where an act or a speech follows a common surname."""
    end = start + len(name)
    if len(name) - len(surname) > 1:
        return name[-1] not in _NO_NAME_ENDS
    if surname not in COMMON:
        return False
    after = words_.token(end)
    said_of = words_.text[max(0, start - 1) : start] in {"的", "是"}
    return said_of or bool(SPEAKS.match(words_.text, end)) or (after is not None and after.tag in {"v", "d", "p"})


def _bylines(document: Document) -> Iterator[Candidate]:
    """Names in a row behind 记者, 通讯员, 文/."""
    text = document.text
    for match in _BYLINE.finditer(text):
        at = match.end()
        while name := re.match(f"[{HAN}]{{2,4}}(?![{HAN}])", text[at : at + 5]):
            if not is_chinese_name(name.group()):
                break
            yield Candidate(at, at + name.end(), name.group(), "person.byline", sure=True)
            at += name.end()
            gap = re.match("[ \u3000、,，/]+", text[at : at + 4])
            if gap is None:
                break
            at += gap.end()


def _spaced(document: Document) -> Iterator[Candidate]:
    """A two-character name written with a blank inside, behind a post, a name or 记者."""
    text = document.text
    for match in _SPACED.finditer(text):
        if match.group(1) not in COMMON or match.group(2) in NOT_GIVEN:
            continue
        before = text[max(match.start() - 8, 0) : match.start()].rstrip(" \u3000")
        if re.search(f"(?:{TITLE_END.pattern}|{_BYLINE.pattern}|[、，\n：:]|^)$", before):
            yield Candidate(match.start(), match.end(), match.group(1) + match.group(2), "person.spaced", sure=True)
