"""Persons by name.

    [post] + name            市委副书记、市长赵豪志 · 董事长 董寧
    name that the tagger sees 王志强表示 · 李建平(市商务局局长)
    by-line                  记者 王小明、李飞 · 本报记者 张三 摄
    foreign name             市长托马斯·韦伯, later 韦伯 · 会长山本健一
    spaced name              李 飞

A Chinese name is a surname and one or two characters; where the tagger and a title disagree about its end, the
form that the article repeats wins. Must not be read: 马副市长 (surname and post), 书记高度评价, 会长单位, a place or
a body of that form (吴忠, 正泰).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Mention, Token
from extractors.lexicon import alternatives, words
from graph.model import PLACES, Label

_HAN: Final = "\u4e00-\u9fff"
_COMMON: Final = words("surnames", "common")
_COMPOUND: Final = words("surnames", "compound")
_JAPANESE: Final = words("surnames", "japanese")
_SURNAMES: Final = words("surnames")
_TITLE_END: Final = re.compile(
    f"(?:{alternatives(words('titles', 'post'))})(?:{alternatives(words('titles', 'suffix'))})?[ \u3000]?"
)
_BYLINE: Final = re.compile(
    f"(?:{alternatives(words('titles', 'byline'))}|(?<![{_HAN}])[文图](?=[ \u3000/:：|｜丨]))[:：/|｜丨]?[ \u3000]*"
)
_FOREIGN: Final = re.compile(f"[{_HAN}]{{1,8}}(?:[·•・][{_HAN}]{{1,8}}){{1,3}}")
_SPACED: Final = re.compile(f"(?<![{_HAN}])([{_HAN}])[ \u3000]{{1,2}}([{_HAN}])(?![{_HAN}])")
_NOT_GIVEN: Final = frozenset(
    "的了和与及在是说率带任为等就对被把将也还都向到从从来去做给让并又再则称或者之以于由副正该各其我你他她们们这那兼当"
    "不没有要会能可应"
)
"""Characters that no given name ends on, so that a name ends before them."""
_NO_NAME_ENDS: Final = frozenset("省市县区州镇乡村局厅委部处院校馆厂店站")
_CALLED: Final = re.compile(f"(?:副|总)?(?:{alternatives(words('titles', 'post'))}|总|局|处|工|书记)$")
_SPEAKS: Final = re.compile(
    "[ \u3000]?(?:说|表示|介绍|认为|指出|强调|告诉|坦言|回忆|透露|提出|要求|主持|出席|率|带队|带领|会见|陪同|宣布|宣读|"
    "致辞|代表|分别|一行|先生|女士|同志|任|担任|当选|出任|等|、|,|，|:|：|\\(|（|和|与|摄|接过|笑|给|把|在|是|从|对|又|也|还|就|"
    "的|感慨|算|解释|补充|分析|建议|希望|感叹|直言|打趣|接受|看到|来到|走进|前往|赴)"
)


_HOLDING: Final = frozenset({Label.ENTERPRISE, Label.ORGANIZATION, Label.SITE, Label.POLICY})
"""Labels of names that may hold the name of a person (李宁体育馆)."""
_ADDRESSED: Final = re.compile("同志|先生|女士")
_ACTS: Final = frozenset({"v", "d", "p", "w", "c", "u", "r"})
"""Tags of words that follow the name of somebody who acts."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    name: str
    rule: str
    sure: bool


def find_persons(document: Document) -> list[Mention]:
    """Mentions of persons in a document with tokens.

    Mentions of places and bodies that are there already keep a name of the same form from being a person.

    Args:
        document: repaired text with sentences, tokens and, where earlier steps ran, mentions.

    Returns:
        the mentions, in order of their start; they are not added to the document.
    """
    candidates = [*_foreign(document), *_titled(document), *_tagged(document), *_bylines(document), *_spaced(document)]
    names = _settle(document, candidates)
    return _occurrences(document, names)


@Language.component("tashan_persons")
def persons_component(doc: Doc) -> Doc:
    """Adds the persons of the document to its mentions."""
    document: Document = doc._.document
    document.mentions.extend(find_persons(document))
    document.sort()
    return doc


def surname_of(text: str) -> str:
    """The surname that a text begins with, "" if it begins with none."""
    for size in (3, 2, 1):
        if text[:size] in _SURNAMES and len(text) >= size:
            return text[:size]
    return ""


def is_chinese_name(text: str) -> bool:
    """Whether a text has the form of a whole Chinese or Japanese name."""
    surname = surname_of(text)
    if not surname:
        return False
    given = text[len(surname) :]
    if _CALLED.fullmatch(given) or not re.fullmatch(f"[{_HAN}]+", given):
        return False
    longest = 3 if surname in _JAPANESE else 2
    return 1 <= len(given) <= longest and not any(c in _NOT_GIVEN for c in given[-1:])


def _titled(document: Document) -> Iterator[_Candidate]:
    """A name right behind a post."""
    for match in _TITLE_END.finditer(document.text):
        start = match.end()
        token = _token_at(document, start)
        if token is None:
            continue
        if token.tag == "PER" and token.start == start and token.end - start > 1:
            yield from _cut(document, token.start, token.end, "person.titled")
        elif token.start == start:
            end = _name_end(document, token)
            if end is not None:
                yield _Candidate(start, end, document.text[start:end], "person.titled", sure=True)


def _cut(document: Document, start: int, end: int, rule: str) -> Iterator[_Candidate]:
    """A tagged name behind a post, cut to the longest form that a Chinese name has; a foreign one whole."""
    text = document.text[start:end].rstrip()
    surname = surname_of(text)
    if not surname:
        if len(text) >= 2 and re.fullmatch(f"[{_HAN}]+", text):
            yield _Candidate(start, start + len(text), text, rule, sure=True)
        return
    longest = len(surname) + (3 if surname in _JAPANESE else 2)
    if surname in _JAPANESE and len(text) < longest:
        text = _japanese(document, start, len(surname))
    text = text[:longest]
    while len(text) > len(surname) + 1 and text[-1] in _NOT_GIVEN:
        text = text[:-1]
    if is_chinese_name(text):
        yield _Candidate(start, start + len(text), text, rule, sure=True)


def _japanese(document: Document, start: int, surname: int) -> str:
    """A Japanese name has mostly two characters behind the surname, also where the tagger cuts after one."""
    text = document.text[start : start + surname + 2]
    return text if all("\u4e00" <= c <= "\u9fff" and c not in _NOT_GIVEN for c in text) else text[:-1]


def _name_end(document: Document, token: Token) -> int | None:
    """Where a name that begins with an untagged token ends: at a token's end, three characters before two."""
    text = document.text
    surname = surname_of(text[token.start : token.start + 2])
    if not surname or surname in _JAPANESE:
        return None
    if token.end - token.start > len(surname) and not is_chinese_name(text[token.start : token.end]):
        return None
    if token.end - token.start == 2 and len(surname) == 1 and token.tag not in {"PER", "nz", "LOC", "ORG"}:
        return None
    tokens = _tokens_from(document, token, 4)
    ends = {t.end for t in tokens}
    for size in (len(surname) + 2, len(surname) + 1):
        end = token.start + size
        name = text[token.start : end]
        if end in ends and re.fullmatch(f"[{_HAN}]+", name) and not (set(name[1:]) & _NOT_GIVEN):
            follows = next((t.tag for t in tokens if t.start == end), "w")
            if follows in _ACTS or _SPEAKS.match(text, end) or (size > 2 and follows in {"n", "m", "TIME", "vn"}):
                return end
    return None


def _tagged(document: Document) -> Iterator[_Candidate]:
    """Names that the tagger sees, as far as they have the form of one."""
    text = document.text
    for token in document.tokens:
        if token.tag != "PER":
            continue
        name = text[token.start : token.end].strip()
        start = token.start + text[token.start : token.end].find(name)
        surname = surname_of(name)
        if surname and surname not in _JAPANESE and len(name) == len(surname) + 3:
            name = name[:-1]
        if surname in _JAPANESE and surname not in _COMMON:
            name = max(name, _japanese(document, start, len(surname)), key=len)
        if not is_chinese_name(name):
            if _ADDRESSED.match(text, token.end) and re.fullmatch(f"[{_HAN}]{{2,8}}", name):
                yield _Candidate(start, start + len(name), name, "person.tagged", sure=True)
            continue
        yield _Candidate(start, start + len(name), name, "person.tagged", _is_sure(document, start, name, surname))


def _is_sure(document: Document, start: int, name: str, surname: str) -> bool:
    """Three characters are a name; two are one where an act or a speech follows a common surname."""
    end = start + len(name)
    if len(name) - len(surname) > 1:
        return name[-1] not in _NO_NAME_ENDS
    if surname not in _COMMON:
        return False
    after = _token_at(document, end)
    said_of = re.search("(?:的|是)$", document.text[max(0, start - 1) : start])
    return bool(said_of or _SPEAKS.match(document.text, end)) or (after is not None and after.tag in {"v", "d", "p"})


def _bylines(document: Document) -> Iterator[_Candidate]:
    """Names in a row behind 记者, 通讯员, 文/."""
    text = document.text
    for match in _BYLINE.finditer(text):
        at = match.end()
        while name := re.match(f"[{_HAN}]{{2,4}}(?![{_HAN}])", text[at : at + 5]):
            if not is_chinese_name(name.group()):
                break
            yield _Candidate(at, at + name.end(), name.group(), "person.byline", sure=True)
            at += name.end()
            gap = re.match("[ \u3000、,，/]+", text[at : at + 4])
            if gap is None:
                break
            at += gap.end()


def _spaced(document: Document) -> Iterator[_Candidate]:
    """A two-character name written with a blank inside, behind a post, a name or 记者."""
    text = document.text
    for match in _SPACED.finditer(text):
        if match.group(1) not in _COMMON or match.group(2) in _NOT_GIVEN:
            continue
        before = text[max(match.start() - 8, 0) : match.start()].rstrip(" \u3000")
        if re.search(f"(?:{_TITLE_END.pattern}|{_BYLINE.pattern}|[、，])$", before) or match.start() == 0:
            yield _Candidate(match.start(), match.end(), match.group(1) + match.group(2), "person.spaced", sure=True)


def _foreign(document: Document) -> Iterator[_Candidate]:
    """A foreign name with dots, some part of which the tagger takes for a name, or that stands behind a post."""
    text = document.text
    for match in _FOREIGN.finditer(text):
        start, end = match.span()
        title = None
        for title in _TITLE_END.finditer(text, start, end):
            start = title.end()
        tokens = [t for t in _tokens_between(document, start, end) if t.end > start]
        if not tokens:
            continue
        start = max(start, _first_of_name(text, tokens))
        end = _last_of_name(text, tokens, end)
        name = text[start:end]
        titled = title is not None or bool(re.search(f"(?:{_TITLE_END.pattern})$", text[max(0, start - 8) : start]))
        if ("·" in name or "•" in name or "・" in name) and (titled or any(t.tag == "PER" for t in tokens)):
            yield _Candidate(start, end, name, "person.foreign", sure=True)


def _first_of_name(text: str, tokens: list[Token]) -> int:
    """Where the part before the first dot begins: after the last ordinary word in front of it."""
    dot = next((i for i, t in enumerate(tokens) if text[t.start] in "·•・"), len(tokens))
    for index in range(dot - 1, -1, -1):
        if tokens[index].tag in {"v", "p", "c", "u", "d", "r", "n"} and index < dot - 1:
            return tokens[index].end
    return tokens[0].start


def _last_of_name(text: str, tokens: list[Token], end: int) -> int:
    dots = [i for i, t in enumerate(tokens) if text[t.start] in "·•・"]
    if not dots:
        return min(end, tokens[-1].end)
    for token in tokens[dots[-1] + 2 :]:
        if token.tag in {"v", "p", "c", "u", "d", "r", "w", "n", "t", "TIME", "m"}:
            return min(end, token.start)
    return min(end, tokens[-1].end)


def _settle(document: Document, candidates: list[_Candidate]) -> dict[str, list[_Candidate]]:
    """The names that hold: sure once, or seen twice; a longer form yields to a shorter one that is surer."""
    taken = {m.surface for m in document.mentions if m.label in PLACES} | {
        m.surface for m in document.mentions if m.label in {Label.ENTERPRISE, Label.ORGANIZATION, Label.SITE}
    }
    counts = Counter(c.name for c in {(c.start, c.name): c for c in candidates}.values())
    sure = {c.name for c in candidates if c.sure}
    held = {n for n in counts if n not in taken and (n in sure or counts[n] > 1)}
    for name in sorted(held, key=len, reverse=True):
        shorter = name[:-1]
        if shorter in held and counts[shorter] >= counts[name]:
            held.discard(name)
    names: dict[str, list[_Candidate]] = {}
    for candidate in candidates:
        if candidate.name in held:
            names.setdefault(candidate.name, []).append(candidate)
    return names


def _occurrences(document: Document, names: dict[str, list[_Candidate]]) -> list[Mention]:
    """Every place where a settled name stands, and the parts of a foreign one."""
    text = document.text
    found: dict[int, Mention] = {}
    names = {n: c for n, c in names.items() if not all(_is_guessed(document, x.start, x.end) for x in c)}
    for name, candidates in sorted(names.items(), key=lambda item: -len(item[0])):
        rule = candidates[0].rule
        spans = {(c.start, c.end) for c in candidates} | set(_find_all(text, name))
        for start, end in spans:
            _put(document, found, Mention(start, end, Label.PERSON, name, text[start:end], rule))
    for name in [n for n in names if re.search("[·•・]", n)]:
        for part in re.split("[·•・]", name):
            if len(part) < 2:
                continue
            for start, end in _find_all(text, part):
                if _stands_alone(document, start, end):
                    _put(document, found, Mention(start, end, Label.PERSON, name, part, "person.part"))
    return [found[start] for start in sorted(found)]


def _is_part_of_body(document: Document, mention: Mention) -> bool:
    """Whether the name stands in that of a body, a site or a title; not where it has a title or a bracket of its own."""
    if mention.rule == "person.titled" or document.text[mention.end : mention.end + 1] in {"（", "("}:
        return False
    return any(
        other.start <= mention.start and mention.end <= other.end and other.label in _HOLDING
        for other in document.mentions_in(max(0, mention.start - 30), mention.end + 30)
    )


def _is_guessed(document: Document, start: int, end: int) -> bool:
    """Whether a name rests on characters that the repair guessed."""
    return any(first < end and start < last for first, last in document.guessed)


def _put(document: Document, found: dict[int, Mention], mention: Mention) -> None:
    """Keeps a mention unless a longer name or a body of which the name is a part stands there."""
    for at in range(max(0, mention.start - 8), mention.end):
        other = found.get(at)
        if other is not None and other.end > mention.start:
            return
    if _is_part_of_body(document, mention):
        return
    found[mention.start] = mention


def _stands_alone(document: Document, start: int, end: int) -> bool:
    """Whether a part of a foreign name is a word here."""
    tokens = _tokens_between(document, start, end)
    return bool(tokens) and tokens[0].start == start and tokens[-1].end == end


def _find_all(text: str, name: str) -> Iterator[tuple[int, int]]:
    at = text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + len(name))


def _index(document: Document, offset: int) -> int:
    """Number of the first token that begins at or after an offset."""
    return bisect_left(document.tokens, offset, key=lambda t: t.start)


def _token_at(document: Document, offset: int) -> Token | None:
    index = _index(document, offset)
    if index < len(document.tokens) and document.tokens[index].start == offset:
        return document.tokens[index]
    return None


def _tokens_from(document: Document, token: Token, count: int) -> list[Token]:
    index = _index(document, token.start)
    return document.tokens[index : index + count]


def _tokens_between(document: Document, start: int, end: int) -> list[Token]:
    """Tokens that overlap a span."""
    first = _index(document, start)
    if first and document.tokens[first - 1].end > start:
        first -= 1
    last = _index(document, end)
    return document.tokens[first:last]
