"""A sentence with its names folded, so that a grammar can be written over it.

Each outermost name becomes one private-use character that tells its kind; everything else stays as
it is, one character for one. `考察团走进乐清市的正泰集团` becomes `Ⓖ走进Ⓟ的Ⓢ`. What people say in
quotation marks (a stretch with punctuation of its own) is folded into one character and its names are left out:
who talks about a place has not been there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from extractors.document import DateMention, Document, Entity, Mention, Sentence
from graph.model import PLACES, Label

PLACE: Final = "\ue000"
SPOT: Final = "\ue001"
"""Site, enterprise, organization or living room."""
PERSON: Final = "\ue002"
GROUP: Final = "\ue003"
"""A delegation, by name or by a word that stands for one."""
DATE: Final = "\ue004"
SPEECH: Final = "\ue005"
POLICY: Final = "\ue006"

_KINDS: Final = {
    Label.PERSON: PERSON,
    Label.DELEGATION: GROUP,
    Label.POLICY: POLICY,
    **dict.fromkeys(PLACES, PLACE),
}

_QUOTATION: Final = re.compile(r"“[^“”]{4,}”")
_PUNCTUATION: Final = re.compile(r"[,，。！？；!?;]")

ANAPHOR: Final = re.compile(
    r"(?:该|此|这个|我市|我县|我区|市|县)?(?:党政|学习|政府|企业家)?(?:考察|代表|访问|调研|参访|采购|商务|招商|经贸)(?:团|组)"
    r"(?:成员|一行|全体)*(?:们)?|一行人|一行|客人们?|团员们?|全团|大伙儿?|大家|两路人马|他们|老板们|企业家们"
)
"""Words that stand for a delegation that the text has named before."""

_TITLE: Final = (
    r"(?:书记|[市县区旗镇乡州省村盟]长|主席|主任|[局厅处部院校会科司署台馆站社所行队团组]长|理事长|董事|总经理|经理|总裁|秘书长"
    r"|秘书|工程师|经济师|总监|负责人|常委|委员|代表|教授|专员|领事|大使|干事|助理|创始人|主管|厂长|顾问|工匠|讲解员|员工|参赞|发言人|CEO)"
)
_TITLED: Final = re.compile(rf"(?:的|原|党组|党委|党工委|管委会|时任)?[^\ue000-\ue006，。；：、,;:]{{0,12}}{_TITLE}$")
_PLAIN_TITLE: Final = re.compile(rf"^(?:原|时任|党组|党委|党工委|常务)?副?(?:党组|党委)?{_TITLE}")


@dataclass(frozen=True, slots=True)
class Token:
    """A folded name: its kind, where it stands in the folded sentence and in the document, and what it was."""

    kind: str
    at: int
    start: int
    end: int
    mention: Mention | None = None
    date: DateMention | None = None

    @property
    def entity(self) -> Entity | None:
        """The entity that a name stands for."""
        return self.mention.entity if self.mention is not None else None


@dataclass(slots=True)
class Passage:
    """A folded sentence; `origins[i]` is the offset in the document of its character i."""

    sentence: Sentence
    text: str
    tokens: list[Token]
    origins: list[int]
    titles: frozenset[int] = field(default_factory=frozenset)
    """Positions of places and bodies that only tell whose post a person holds (江阴 in 江阴市副市长陆建明)."""

    document: Document | None = None

    def surface(self, token: Token) -> str:
        """What the text has where a token stands."""
        return self.document.text[token.start : token.end] if self.document else ""

    def token(self, at: int) -> Token | None:
        """The token at a position of the folded text, if one stands there."""
        found = bisect_right(self.tokens, at, key=lambda t: t.at) - 1
        return self.tokens[found] if found >= 0 and self.tokens[found].at == at else None

    def between(self, start: int, end: int, kinds: str) -> Iterator[Token]:
        """Tokens of some kinds within a span of the folded text, in order."""
        return (t for t in self.tokens if start <= t.at < end and t.kind in kinds)

    def clause(self, at: int) -> tuple[int, int]:
        """The span of the clause (between marks of punctuation other than 、) that holds a position."""
        start = max(self.text.rfind(mark, 0, at) for mark in "，。；：！？,;:\n") + 1
        ends = [e for mark in "，。；：！？,;:\n" if (e := self.text.find(mark, at)) >= 0]
        return start, min(ends, default=len(self.text))


def speeches(text: str) -> list[tuple[int, int]]:
    """Spans of what people say: quotations with punctuation inside, of any length, in order."""
    return [m.span() for m in _QUOTATION.finditer(text) if _PUNCTUATION.search(m.group()[1:-1])]


def fold(document: Document) -> list[Passage]:
    """Folds all sentences of a document but the furniture.

    Args:
        document: with sentences, mentions that have their entities, and dates.

    Returns:
        one passage for each sentence, in order.
    """
    said = speeches(document.text)
    return [_fold(document, sentence, said) for sentence in document.sentences if not sentence.furniture]


def _fold(document: Document, sentence: Sentence, said: list[tuple[int, int]]) -> Passage:
    spans: list[tuple[int, int, str, Mention | None, DateMention | None]] = []
    first = bisect_right(said, sentence.start, key=lambda s: s[1])
    for start, end in said[first:]:
        if start >= sentence.end:
            break
        spans.append((max(start, sentence.start), min(end, sentence.end), SPEECH, None, None))
    for mention in document.mentions_in(sentence.start, sentence.end):
        if mention.entity is not None:
            named = None if _is_anaphor(mention) else mention
            spans.append((mention.start, mention.end, _KINDS.get(mention.label, SPOT), named, None))
    spans += [(d.start, d.end, DATE, None, d) for d in document.dates_in(sentence.start, sentence.end)]
    spans.sort(key=lambda s: (s[0], s[2] != SPEECH, -s[1]))
    characters: list[str] = []
    origins: list[int] = []
    tokens: list[Token] = []
    at = sentence.start

    def plain(until: int) -> None:
        nonlocal at
        for word in ANAPHOR.finditer(document.text, at, until):
            copy(word.start())
            tokens.append(Token(GROUP, len(characters), at, word.end()))
            characters.append(GROUP)
            origins.append(at)
            at = word.end()
        copy(until)

    def copy(until: int) -> None:
        nonlocal at
        characters.extend(document.text[at:until])
        origins.extend(range(at, until))
        at = max(at, until)

    for start, end, kind, mention_, date in spans:
        if start < at:
            continue
        plain(start)
        tokens.append(Token(kind, len(characters), start, end, mention_, date))
        characters.append(kind)
        origins.append(start)
        at = end
    plain(sentence.end)
    passage = Passage(sentence, "".join(characters), tokens, origins, document=document)
    passage.titles = frozenset(_title_owners(passage))
    return passage


def _is_anaphor(mention: Mention) -> bool:
    """Whether a mention is a mere word for a delegation that has a name elsewhere (代表团, 考察团)."""
    if mention.label is not Label.DELEGATION or mention.entity is None or not ANAPHOR.fullmatch(mention.surface):
        return False
    return any(not ANAPHOR.fullmatch(other.surface) for other in mention.entity.mentions)


def _title_owners(passage: Passage) -> Iterator[int]:
    """Positions of places and bodies that belong to a person's title, or that a group is named after."""
    for token in passage.tokens:
        if token.kind in PLACE + SPOT:
            after = passage.token(token.at + 1)
            # 深圳市Ⓢ董事长: a place right before a body of a title belongs to it.
            if _owner_before(passage, token) or (after and after.kind == SPOT and _owner_before(passage, after)):
                yield token.at


def _owner_before(passage: Passage, token: Token) -> bool:
    rest = passage.text[token.at + 1 : token.at + 40]
    stop = next((i for i, c in enumerate(rest) if c in "，。；：,;:！？" or PLACE <= c <= POLICY), len(rest))
    head = rest[:stop].split("、")[0]
    if stop < len(rest) and rest[stop] in PERSON + GROUP:
        if rest[stop] == GROUP:
            return head in {"", "的"}
        return bool(_TITLED.fullmatch(head))
    return bool(_PLAIN_TITLE.match(head))
