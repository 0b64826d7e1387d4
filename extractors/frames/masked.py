"""A stretch of text in which every name is one character, so that a rule can be written as a grammar of a sentence.

市南区对标深圳市福田区，… reads ⟨place⟩对标⟨place⟩⟨place⟩，… ; what a rule finds in the masked text is taken back
to the mentions and to the offsets of the document. Names within longer names are hidden behind them. Words that point
at the home of the paper (我市, 全县) are names of their own kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.document import Document, Entity, Mention
from extractors.frames.nominals import NOMINAL, antecedent
from graph.model import Label

PLACE: Final = "\ue000"
BODY: Final = "\ue001"
SITE: Final = "\ue002"
PERSON: Final = "\ue003"
DELEGATION: Final = "\ue004"
POLICY: Final = "\ue005"
ROOM: Final = "\ue006"
HOME: Final = "\ue007"
"""我市, 全县, 市委, 县里 and the like, where no mention stands there."""

_SIGNS: Final = {
    Label.CITY: PLACE,
    Label.DISTRICT: PLACE,
    Label.PROVINCE: PLACE,
    Label.COUNTRY: PLACE,
    Label.ENTERPRISE: BODY,
    Label.ORGANIZATION: BODY,
    Label.SITE: SITE,
    Label.PERSON: PERSON,
    Label.DELEGATION: DELEGATION,
    Label.POLICY: POLICY,
    Label.LIVING_ROOM: ROOM,
}
_HOMEWARD: Final = re.compile(
    r"[我全本][省市区县州旗盟](?:委|政府|里)?(?:、[省市区县州旗盟]政府)?(?![场长民政级域内外直])|"
    r"[省市区县州旗盟](?:委(?![员办])|政府|里(?!面|程))(?:、[省市区县州旗盟]政府)?"
)
_OFFICE: Final = re.compile(
    r"(?:[省市区县州旗盟]?(?:委|政府)、)?[省市区县州旗盟](?:委|政府)(?:、[省市区县州旗盟]政府)?"
)
_POINTING: Final = re.compile(f"(?P<home>{_HOMEWARD.pattern})|{NOMINAL.pattern}")


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked stretch: `mentions[i]` (None: plain) stands at character i, which begins at `offsets[i]`."""

    text: str
    mentions: tuple[Mention | None, ...]
    offsets: tuple[int, ...]
    """One longer than `text`."""

    def names(self, start: int, end: int) -> list[Mention]:
        """The mentions in a span of the masked text."""
        return [m for m in self.mentions[start:end] if m is not None]


def mask(document: Document, start: int, end: int) -> Masked:
    """Masks the names of a span of a document.

    Args:
        document: with mentions sorted and their entities set.
        start: first character of the span.
        end: one past its last character.

    Returns:
        the masked stretch.
    """
    signs: list[tuple[str, Mention | None, int]] = []
    at = start
    for mention in outermost(document, start, end):
        signs += _gap(document, at, mention.start, bool(signs))
        signs.append((_SIGNS[mention.label], mention, mention.start))
        at = mention.end
    signs += _gap(document, at, end, bool(signs))
    return Masked("".join(s[0] for s in signs), tuple(s[1] for s in signs), (*(s[2] for s in signs), end))


def outermost(document: Document, start: int, end: int) -> Iterator[Mention]:
    """The mentions of a span that lie in no longer one, in order; those without an entity are passed over."""
    at = start
    for mention in document.mentions_in(start, end):
        if mention.start >= at and mention.entity is not None:
            yield mention
            at = mention.end


def entity_of(mention: Mention) -> Entity:
    """The entity of a mention that `outermost` gave."""
    if mention.entity is None:
        raise ValueError(f"the mention {mention.surface} has no entity")
    return mention.entity


def _gap(document: Document, start: int, end: int, after_name: bool) -> Iterator[tuple[str, Mention | None, int]]:
    """The characters of a gap between names; words that point home or at something named before are one each."""
    text, at = document.text, start
    for match in _POINTING.finditer(text, start, end):
        if after_name and _OFFICE.fullmatch(text, start, match.end()):  # 深圳市委、市政府 is none of the home's
            continue
        mention = None if match["home"] else antecedent(document, match.start(), match.group())
        if match["home"] is None and mention is None:
            continue
        yield from ((text[i], None, i) for i in range(at, match.start()))
        yield HOME if mention is None else _SIGNS[mention.label], mention, match.start()
        at = match.end()
    yield from ((text[i], None, i) for i in range(at, end))
