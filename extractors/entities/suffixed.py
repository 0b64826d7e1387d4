"""Names that end in what they are: 公司, 局, 开发区, 馆.

The right edge is the suffix, at the end of a word. The left edge is found by walking over the words in front
of it: through nouns, names, places, verbs that stand inside names (发展, 投资), bracketed places and quoted
words; up to a verb of doing, a particle, a preposition, a number, a person, a list separator. If common nouns stand
before a place (龙头企业|上海电气集团), the name begins at the place.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors import lexicon
from extractors.document import Document, Token
from extractors.entities.words import Words
from graph.model import PLACES

_NAME_TAGS = frozenset({"n", "nz", "nw", "ns", "nt", "LOC", "ORG", "vn", "an", "j", "s"})
_PROPER = frozenset({"LOC", "ORG", "nz", "ns", "nt"})
_SOFT_TAGS = frozenset({"v", "vd", "a", "ad", "d", "f", "m", "q", "xc", "p"})
_OPENING = {")": "(", "）": "（", "”": "“", "」": "「", "》": "《", "’": "‘"}
_ORDINAL = re.compile(r"第[一二三四五六七八九十百]+|[一二三四五六七八九十]{1,3}|[A-Za-z][A-Za-z0-9&]*|[0-9]{1,4}")
_JOINTS = frozenset("-—·－―&")
_LONGEST = 40
_BRACKETED = 10


@dataclass(frozen=True, slots=True)
class Suffixed:
    """A name with its suffix.

    `proper`: a name stands in it (a place, a body, a proper noun) so that it names one thing;
    `place`: it begins with a place.
    """

    start: int
    end: int
    stem_end: int
    suffix: str
    kinds: frozenset[str]
    proper: bool
    place: bool


class SuffixGrammar:
    """Finds suffixed names of all kinds in one pass over the text."""

    def __init__(self) -> None:
        kinds: dict[str, set[str]] = {}
        for kind in ("enterprise", "organization", "township", "district", "site"):
            for suffix in lexicon.sections("suffixes")[kind]:
                kinds.setdefault(suffix, set()).add(kind)
        self._kinds = {suffix: frozenset(found) for suffix, found in kinds.items()}
        self._pattern = re.compile(lexicon.alternatives(frozenset(kinds)))
        self._inside = lexicon.words("name_words", "inside")
        self._outside = lexicon.words("name_words", "outside")

    def find(self, document: Document, words: Words) -> Iterator[Suffixed]:
        """Names in order of their suffixes."""
        places = sorted(
            m.start for m in document.mentions if m.label in PLACES and document.text[m.start - 1 : m.start] not in "(（"
        )
        for match in self._pattern.finditer(document.text):
            if not _right_edge(words, match.end()):
                continue
            start = self._left_edge(document, words, match.start())
            start = self._trim(words, start, match.start(), places)
            if match.end() - start > _LONGEST:
                continue
            yield self._name(words, start, match, places)

    def _name(self, words: Words, start: int, match: re.Match[str], places: list[int]) -> Suffixed:
        at = bisect_left(places, start)
        place = at < len(places) and places[at] == start
        proper = place or any(
            t.tag in _PROPER and t.start >= start and (t.start < match.start()) for t in words.covering(start, match.end())
        )
        return Suffixed(start, match.end(), match.start(), match.group(), self._kinds[match.group()], proper, place)

    def _left_edge(self, document: Document, words: Words, stem_end: int) -> int:
        at = words.index(stem_end)
        if at < 0:
            return stem_end
        floor = document.sentence_at(stem_end).start
        start = words.tokens[at].start
        if words.tokens[at].tag in {"v", "d", "p", "u", "c", "r"} and start < stem_end:
            return stem_end
        at -= 1
        while at >= 0 and words.tokens[at].end == start and words.tokens[at].start >= floor:
            token = words.tokens[at]
            jump = self._step(words, token, start, stem_end)
            if jump is None or stem_end - jump > _LONGEST:
                break
            start = jump
            at = words.index(start) - 1
        return start

    def _step(self, words: Words, token: Token, start: int, stem_end: int) -> int | None:
        """Where the name begins if it reaches over this token, None if it does not."""
        word = words.word(token)
        if token.tag == "w" or word in _OPENING:
            return _over_brackets(words, token, word)
        if word in self._outside:
            return None
        if token.tag in _NAME_TAGS:
            return token.start
        if token.tag == "PER":
            return token.start if start == stem_end else None
        if word in self._inside or (token.tag in _SOFT_TAGS and _ORDINAL.fullmatch(word)):
            return token.start
        return None

    def _trim(self, words: Words, start: int, stem_end: int, places: list[int]) -> int:
        """Drops common words in front of the place or body with which the name begins, and verbs in front."""
        at = bisect_left(places, start)
        first_place = places[at] if at < len(places) and places[at] < stem_end else None
        for token in words.covering(start, stem_end):
            if token.start < start:
                continue
            if token.start == first_place or token.tag in _PROPER:
                return token.start
            if token.tag in {"n", "vn", "nw", "j", "s", "an", "f", "PER", "xc", "m", "w", "a"} and (
                first_place is None or words.text[token.start] in "“「"
            ):
                return token.start
        return first_place if first_place is not None else stem_end


def _over_brackets(words: Words, token: Token, word: str) -> int | None:
    """The beginning of a bracketed or quoted stretch that ends here, or of a joint between two names."""
    opening = _OPENING.get(word)
    if opening is not None:
        at = words.text.rfind(opening, max(token.start - _BRACKETED, 0), token.start)
        inner = words.text[at + 1 : token.start]
        return at if at >= 0 and inner and "\n" not in inner and "、" not in inner and "，" not in inner else None
    if word in _JOINTS:
        return token.start
    return None


def _right_edge(words: Words, end: int) -> bool:
    return words.ends(end)


@cache
def suffix_grammar() -> SuffixGrammar:
    """The grammar of this process."""
    return SuffixGrammar()

