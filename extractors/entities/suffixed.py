"""Names that end in what they are: 公司, 局, 开发区, 馆.

The right edge is the suffix, at the end of a word or inside a word of the tagger that is a name. The left edge is
found by walking over the words in front of it: through nouns, names, places, verbs that stand inside names (发展,
投资), bracketed places and quoted words; up to a verb of doing, a particle, a preposition, a number, a person, a list
separator. If common nouns stand before a place or a name (龙头企业|上海电气集团), the name begins there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractors import lexicon
from extractors.document import Document, Token
from extractors.entities.gazetteer import place_names
from extractors.entities.words import Words
from graph.model import PLACES

_NAME_TAGS = frozenset({"n", "nz", "nw", "LOC", "ORG", "vn", "an", "s"})
PROPER = frozenset({"LOC", "ORG", "nz"})
_SOFT_TAGS = frozenset({"v", "vd", "a", "ad", "d", "f", "m", "q", "xc", "r"})
_FIRST_TAGS = frozenset({"n", "vn", "nw", "s", "an", "f", "PER", "xc", "m", "w", "a"})
_OPENING = {")": "(", "）": "（", "”": "“", "」": "「", "’": "‘"}
_ORDINAL = re.compile(
    r"[一二三四五六七八九]期|第[一二三四五六七八九十百]+|[一二三四五六七八九十]{1,3}|[A-Za-z][A-Za-z0-9&]*|[0-9]{1,4}"
)
_NOISE = re.compile(
    r"第[一二三四五六七八九十\d]+[站个家批]是?|该[市县区镇省国](?=..)|[今去昨上][年日月]|[末首]站|头一站|企业(?=..)|公司(?=..)|[由任托赴访到把被给从向](?=...)|冠名商|(?:兴|创|合)办(?=..)|应(?=..)"
)
_FORMAL = re.compile(r"公司|集团|银行|厂$")
_ADMINISTERED = re.compile(
    r"管委会|管理委员会|管理局|党工委|工委|执委会|执行委员会|[\u4e00-\u9fff]{2,10}局|[\u4e00-\u9fff]{0,6}办公室|驻"
)
_REGISTERED = re.compile(
    r"[（(]([\u4e00-\u9fff]{2,6})[)）](?:(?![在由将于和与的了是为被把从到对向会客])[\u4e00-\u9fff]){0,12}$"
)
_DAMAGED = re.compile(r"[\^`~|\\_?？<>;；@#$%*=+\n]|[\ue000-\uf8ff]")
_OFFICE = re.compile(r"(政府|委员会|[局委办厅署]|常委会|政协|人大)$")
_TOGETHER = re.compile(r"同(?!济|仁|方|程|花顺|盾|洲|德|庆|力|兴|和)(?=..)|继(?=...)")
_LOOSE = frozenset("同与和由在到从对向将把被给为托让任光去赴访看学齐归")
_COUNTED = re.compile(r"[两二三四五六七八九十]{1,2}[家个所座支][\u4e00-\u9fff]$")
AIMED_AT = re.compile(
    r"(国际|世界|全球|区域|全国)[\u4e00-\u9fff]{0,8}(航运|金融|贸易|创新|消费|经济|交流|时尚|服务)中心$|[国世][家界]级|(智慧|未来|美丽|幸福)社区$"
)
"""What a plan wants to become, unless a place owns it (上海国际航运中心 may still be seen)."""
_JOINTS = frozenset("-—·－―&")
_CONJUNCTIONS = "同与和及由将在对向"
_AND = frozenset("和与及")
_CLOSED_TAGS = frozenset({"v", "d", "p", "u", "c", "r"})
_LONGEST = 40
_BRACKETED = 12


@dataclass(frozen=True, slots=True)
class Suffixed:
    """A name with its suffix.

    `proper`: a place, a body or a proper noun stands in it, so that it names one thing; `place`: it begins with one;
    `tagged`: the tagger has the suffix in a name (its tag, else None).
    """

    start: int
    end: int
    stem_end: int
    suffix: str
    kinds: frozenset[str]
    proper: bool
    place: bool
    tagged: str | None


class SuffixGrammar:
    """Finds suffixed names of all kinds in one pass over the text."""

    def __init__(self) -> None:
        kinds: dict[str, set[str]] = {}
        for kind in ("enterprise", "organization", "township", "district", "site"):
            for suffix in lexicon.sections("suffixes")[kind]:
                kinds.setdefault(suffix, set()).add(kind)
        self._kinds = {suffix: frozenset(found) for suffix, found in kinds.items()}
        self._bodies = lexicon.words("suffixes", "organization")
        self._closed_body = re.compile(rf"(?:{lexicon.alternatives(self._bodies)}|公司|集团|银行|厂|局|委|办)$")
        self._generic = lexicon.words("suffixes", "generic")
        alternatives = lexicon.alternatives(frozenset(kinds))
        self._pattern = re.compile(alternatives)
        self._closed = re.compile(rf"(?:{alternatives})$")
        self._inside = lexicon.words("name_words", "inside")
        self._outside = lexicon.words("name_words", "outside")

    def find(self, document: Document, words: Words) -> Iterator[Suffixed]:
        """Names in order of their suffixes."""
        text = document.text
        places = sorted(
            m.start for m in document.mentions if m.label in PLACES and text[m.start - 1 : m.start] not in "(（"
        )
        place_ends = frozenset(m.end for m in document.mentions if m.label in PLACES)
        for match in self._pattern.finditer(text):
            if not self._right_edge(words, match):
                continue
            stem_end = _registered(text, match)
            bracketed = stem_end < match.start()
            start = self._left_edge(document, words, stem_end - bracketed, place_ends)
            if "organization" in self._kinds[match.group()]:
                start = self._over_conjunction(words, start, match.start(), place_ends)
            start = self._trim(words, start, stem_end, places)
            if _COUNTED.search(text[start : match.start() + 1]):
                continue
            if match.end() - start <= _LONGEST and not _DAMAGED.search(text, start, match.end()):
                yield self._name(words, start, match, places)

    def _name(self, words: Words, start: int, match: re.Match[str], places: list[int]) -> Suffixed:
        at = bisect_left(places, start)
        place = at < len(places) and places[at] == start
        last = words.token(match.end() - 1)
        tagged = last.tag if last is not None and last.tag in PROPER and last.start < match.start() else None
        proper = place or any(
            t.tag in PROPER for t in words.covering(start, match.start()) if t.end > start and start < match.start()
        )
        return Suffixed(
            start, match.end(), match.start(), match.group(), self._kinds[match.group()], proper, place, tagged
        )

    def _right_edge(self, words: Words, match: re.Match[str]) -> bool:
        """Whether the suffix ends a word, or a name inside a name (昆山开发区|招商局)."""
        end, suffix = match.end(), match.group()
        if words.ends(end):
            return True
        token = words.token(end - 1)
        if token is None or token.tag not in PROPER:
            return False
        following = words.text[end]
        if following in _CONJUNCTIONS and (following not in _AND or self._closed_body.search(suffix)):
            return True
        kinds = self._kinds[suffix]
        trade = kinds == {"enterprise"} and not _FORMAL.search(suffix)
        zone = "district" in kinds and _ADMINISTERED.match(words.text, end) is None
        strong = len(suffix) > 1 and suffix not in self._generic
        return suffix in {"镇", "乡", "村"} or (strong and not trade and not zone)

    def _left_edge(self, document: Document, words: Words, stem_end: int, place_ends: frozenset[int]) -> int:
        at = words.index(stem_end)
        if at < 0:
            return stem_end
        floor = document.sentence_at(stem_end).start
        token = words.tokens[at]
        cut = self._inner_cut(words, token, stem_end, place_ends)
        if cut > token.start:
            return cut
        if token.start < stem_end and token.tag in _CLOSED_TAGS and not _is_cut_name(words, token, stem_end):
            return stem_end
        whole = token.tag == "ORG" and stem_end - token.start >= 2
        start = token.start
        at -= 1
        while at >= 0 and words.tokens[at].end == start and words.tokens[at].start >= floor:
            token = words.tokens[at]
            jump = self._step(words, token, start == stem_end, whole=whole)
            if jump is None or stem_end - jump > _LONGEST:
                break
            cut = self._inner_cut(words, token, token.end, place_ends) if jump == token.start else jump
            start = max(jump, cut)
            if start > jump:
                break
            at = words.index(start) - 1
        return start

    def _over_conjunction(self, words: Words, start: int, stem_end: int, place_ends: frozenset[int]) -> int:
        """Where a body's name begins that has a conjunction inside: 深圳市|物流|与|供应链管理协会."""
        ahead = words.before(start)
        if (
            ahead is None
            or words.word(ahead) not in _AND
            or start == stem_end
            or _begins_place(words.text, start, stem_end)
        ):
            return start
        at = words.index(ahead.start) - 1
        begin = ahead.start
        for token in reversed(words.tokens[max(at - 2, 0) : at + 1]):
            word = words.word(token)
            if token.end != begin or word in self._bodies or _FORMAL.search(word):
                return start
            if token.tag == "ORG":
                return start if self._closed_body.search(words.text, token.start, token.end) else token.start
            if token.tag not in {"n", "vn", "v"}:
                return start
            begin = token.start
            if begin in place_ends:
                place = words.before(begin)
                return place.start if place is not None else start
        return start

    def _inner_cut(self, words: Words, token: Token, end: int, place_ends: frozenset[int]) -> int:
        """Where the second of two names begins that the tagger took as one word (洛阳理工学院|同|塞格德大学)."""
        for at in range(end - 1, token.start + 1, -1):
            mark = words.text[at]
            closed = self._closed_body if mark in _AND else self._closed
            if mark in _CONJUNCTIONS and (
                (at in place_ends and mark not in _AND) or closed.search(words.text, max(token.start, at - 5), at)
            ):
                return at + 1
        return token.start

    def _step(self, words: Words, token: Token, first: bool, *, whole: bool) -> int | None:
        """Where the name begins if it reaches over this token, None if it does not."""
        word = words.word(token)
        if token.tag == "w" or word in _OPENING:
            return _over_marks(words, token)
        office = token.tag == "ORG" and _OFFICE.search(word) is not None
        if word in self._outside or office:
            return None
        name = token.tag in PROPER or word == "驻"
        noun = token.tag in _NAME_TAGS or (token.tag == "PER" and first)
        inside = word in self._inside or (token.tag in _SOFT_TAGS and _ORDINAL.fullmatch(word) is not None)
        return token.start if name or (not whole and (noun or inside)) else None

    def _trim(self, words: Words, start: int, stem_end: int, places: list[int]) -> int:
        """Drops common words in front of the place or body with which the name begins, and verbs in front."""
        start = _past_noise(words, start, stem_end, places)
        at = bisect_left(places, start)
        first_place = places[at] if at < len(places) and places[at] < stem_end else None
        if start == first_place:
            return start
        for token in words.covering(start, stem_end):
            if token.start <= start < token.end and (
                token.tag in PROPER or words.text[token.end : token.end + 1] in {"（", "("}
            ):
                return start
            common = token.tag in _FIRST_TAGS and (first_place is None or words.text[token.start] in "“「")
            if token.start >= start and (token.start == first_place or token.tag in PROPER or common):
                return token.start
        return first_place if first_place is not None else stem_end


def _registered(text: str, match: re.Match[str]) -> int:
    """Where the stem ends in front of the bracketed place in a name: 建邦|（邵阳）电机有限公司."""
    stem_end = match.start()
    if len(match.group()) > 1:
        bracket = _REGISTERED.search(text[:stem_end], max(stem_end - 24, 0))
        if bracket is not None and place_names().of(bracket.group(1)):
            return bracket.start()
    return stem_end


def _is_cut_name(words: Words, token: Token, stem_end: int) -> bool:
    """Whether the tagger cut a company's name in two: 商飞上海飞机|制造公司."""
    ahead = words.before(token.start)
    return ahead is not None and ahead.tag == "ORG" and words.text[stem_end : stem_end + 2] in {"公司", "有限", "集团"}


def _past_noise(words: Words, start: int, stem_end: int, places: list[int]) -> int:
    """Past a character or word in front of the name that the tagger took as its part: 光|花桥, 该|市, 第五站|沙钢."""
    text = words.text
    loose = text[start] in _LOOSE and start + 1 not in places and _begins_place(text, start + 1, stem_end)
    pointed = text[start - 1 : start] == "该" and text[start] in "市县区国省州镇" and stem_end - start > 2
    together = _TOGETHER.match(text, start, stem_end) is not None and not words.begins(start + 1)
    if loose or pointed or together:
        return start + 1
    noise = _NOISE.match(text, start, stem_end)
    return noise.end() if noise is not None and noise.end() < stem_end else start


def _begins_place(text: str, start: int, end: int) -> bool:
    """Whether the name of a Chinese city or province, or a full one, begins here."""
    hits = place_names().at(text, start)
    return any(hit.end <= end and (hit.full or not hit.small) and not hit.nickname for hit in hits)


def _over_marks(words: Words, token: Token) -> int | None:
    """The beginning of the word in front of a bracketed stretch or a joint, or of a quoted stretch."""
    word = words.word(token)
    opening = _OPENING.get(word)
    if opening is None:
        return token.start if word in _JOINTS else None
    begin = words.text.rfind(opening, max(token.start - _BRACKETED, 0), token.start)
    inner = words.text[begin + 1 : token.start]
    if begin < 0 or not inner or any(mark in inner for mark in "\n，。 \u3000"):
        return None
    if opening not in "(（":
        return begin
    if "、" in inner:
        return None
    ahead = words.before(begin)
    if ahead is None or ahead.tag in {"w", "u", "p", "c", "r", "d", "TIME"}:
        return None
    return ahead.start


def is_place(document: Document, start: int, end: int) -> bool:
    """Whether a stretch is a place's name and nothing more."""
    return any(m.start == start and m.end == end for m in document.mentions_in(start, end, PLACES))


@cache
def suffix_grammar() -> SuffixGrammar:
    """The grammar of this process."""
    return SuffixGrammar()
