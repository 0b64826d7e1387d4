"""What the pipeline knows of one article while it reads it.

The spaCy `Doc` carries one `Document` (`doc._.document`); each component of the pipeline reads
some of its fields and fills others, in the order of `extractors.pipeline.STEPS`. All offsets
here count code points of the *repaired* text; `Document.original` takes them back to the article
as it was read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graph.model import EdgeType, Label, Status


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span in the repaired text, its number, its paragraph's number, whether it is the headline."""

    start: int
    end: int
    index: int
    paragraph: int
    headline: bool = False
    furniture: bool = False
    """Menus, teasers of other articles, captions of the page: makes no edges."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word as the tagger cuts it: `tag` is a part of speech (n, v, p, u, w, …) or PER, LOC, ORG, TIME."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text, resolved: `value` ISO 8601 at the precision of the text, `until` the last day of a range."""

    start: int
    end: int
    value: str
    until: str | None = None
    rule: str = "date"
    relative: bool = False
    """Whether it was resolved against another date (7日, 去年, 当天, 日前)."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A counted thing: 150名干部 is (150, "名", exact), 60余家 is (60, "家", approximate)."""

    start: int
    end: int
    value: int
    unit: str
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure that the text states of an entity (offsets in the repaired text)."""

    property: str
    value: int | str
    start: int
    end: int
    approximate: bool = False


Spanned = TypeVar("Spanned", DateMention, Figure)


@dataclass(eq=False, slots=True)
class Mention:
    """A name where it stands.

    `name` is the form that it stands for (市南区 for 市南 in 崂山、市南两区; 青岛市商务局 for 市商务局 at home);
    `surface` is what the text has. `rule` names the generator. `nested` marks a name inside a longer one.
    """

    start: int
    end: int
    label: Label
    name: str
    surface: str
    rule: str
    anchor: str | None = None
    nested: bool = False
    properties: dict[str, Any] = field(default_factory=dict)
    """What the generator knows more (a place in front of the name, a delegation's origin)."""
    entity: Entity | None = None


@dataclass(eq=False, slots=True)
class Entity:
    """A thing that the article speaks of: all mentions that coreference has joined."""

    id: str
    label: Label
    name: str
    aliases: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    properties: dict[str, Any] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    anchor: str | None = None

    @property
    def first(self) -> int:
        """Offset of the first mention; past the end of any text if there is none."""
        return min((m.start for m in self.mentions), default=1 << 30)


@dataclass(eq=False, slots=True)
class Statement:
    """An edge as one generator found it in one stretch of the text; equal ones are merged into one edge later."""

    type: EdgeType
    source: Entity
    target: Entity
    start: int
    end: int
    """Span of the sentence (or sentences, at most 300 characters) that states it, in the repaired text."""
    rule: str
    """`<family>.<generator>`, e.g. `hosted.list`; its confidence is looked up by this name."""
    status: Status = Status.DONE
    properties: dict[str, Any] = field(default_factory=dict)
    """`date`, `topic`, `subject`, `amount`, `position`, `title` as graph.model has them; never `status`."""


@dataclass(eq=False, slots=True)
class Total:
    """A sum over several batches."""

    property: str
    value: int
    start: int
    end: int
    batches: int | None = None
    origin: str | None = None
    destination: str | None = None


@dataclass(eq=False, slots=True)
class Document:
    """One article under way. `raw` is the text as read, `text` the repaired one."""

    id: str
    raw: str
    text: str
    offsets: list[int] | None = None
    """`offsets[i]` is where character i of `text` begins in `raw`; one longer than `text`. None: they are the same."""
    guessed: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of `text` whose characters were guessed by the repair; no name or number rests on them alone."""
    title: str | None = None
    source: str | None = None
    published: str | None = None
    sentences: list[Sentence] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    """Words of all sentences in order (extractors.entities.tagger)."""
    dates: list[DateMention] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    home: Entity | None = None
    """The place whose paper this is: whose 我市, whose 市委书记 without a city."""
    statements: list[Statement] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    frames: dict[str, Any] = field(default_factory=dict)
    """What a frame has read, by its name, so that several families need not read it again."""

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of `raw` that the span of `text` was read from."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a character (the last one that begins at or before it)."""
        at = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return self.sentences[max(at, 0)]

    def mentions_in(self, start: int, end: int, labels: Iterable[Label] | None = None) -> Iterator[Mention]:
        """Mentions within a span in order of their start, outer before inner, of some labels."""
        wanted = None if labels is None else frozenset(labels)
        at = bisect_right(self.mentions, start - 1, key=lambda m: m.start)
        for number in range(at, len(self.mentions)):
            mention = self.mentions[number]
            if mention.start >= end:
                return
            if mention.end <= end and (wanted is None or mention.label in wanted):
                yield mention

    def dates_in(self, start: int, end: int) -> Iterator[DateMention]:
        """Dates within a span, in order."""
        return _within(self.dates, start, end)

    def figures_in(self, start: int, end: int) -> Iterator[Figure]:
        """Figures within a span, in order."""
        return _within(self.figures, start, end)

    def sort(self) -> None:
        """Brings mentions into the order that `mentions_in` relies on: by start, longer first."""
        self.mentions.sort(key=lambda m: (m.start, -m.end))


def _within(found: Sequence[Spanned], start: int, end: int) -> Iterator[Spanned]:
    """Those of some things in order of their start that lie within a span."""
    at = bisect_left(found, start, key=lambda f: f.start)
    while at < len(found) and found[at].start < end:
        if found[at].end <= end:
            yield found[at]
        at += 1
