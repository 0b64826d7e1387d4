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
from collections import Counter
from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Mention
from extractors.entities.foreign_names import DOTS, foreign_names
from extractors.entities.person_candidates import Candidate, candidates
from extractors.entities.words import Words
from graph.model import PLACES, Label

_HOLDING: Final = frozenset({Label.ENTERPRISE, Label.ORGANIZATION, Label.SITE, Label.POLICY})
"""Labels of names that may hold the name of a person (李宁体育馆)."""
_DOT: Final = re.compile(f"[{DOTS}]")


def find_persons(document: Document) -> list[Mention]:
    """Mentions of persons in a document with tokens.

    Mentions of places and bodies that are there already keep a name of the same form from being a person.

    Args:
        document: repaired text with sentences, tokens and, where earlier steps ran, mentions.

    Returns:
        the mentions, in order of their start; they are not added to the document.
    """
    names = _settle(document, [*foreign_names(document), *candidates(document)])
    return _occurrences(document, names)


@Language.component("tashan_persons")
def persons_component(doc: Doc) -> Doc:
    """Adds the persons of the document to its mentions."""
    document: Document = doc._.document
    document.mentions.extend(find_persons(document))
    document.sort()
    return doc


def _settle(document: Document, found: list[Candidate]) -> dict[str, list[Candidate]]:
    """The names that hold: sure once, or seen twice; a longer form yields to a shorter one that is surer."""
    taken = {m.surface for m in document.mentions if m.label in PLACES or m.label in _HOLDING}
    counts = Counter(c.name for c in {(c.start, c.name): c for c in found}.values())
    sure = {c.name for c in found if c.sure}
    held = {n for n in counts if n not in taken and (n in sure or counts[n] > 1)}
    for name in sorted(held, key=len, reverse=True):
        shorter = name[:-1]
        if shorter in held and counts[shorter] >= counts[name]:
            held.discard(name)
    names: dict[str, list[Candidate]] = {}
    for candidate in found:
        if candidate.name in held:
            names.setdefault(candidate.name, []).append(candidate)
    return names


def _occurrences(document: Document, names: dict[str, list[Candidate]]) -> list[Mention]:
    """Every place where a settled name stands, and the parts of a foreign one."""
    text = document.text
    found: dict[int, Mention] = {}
    parts = {part for name in names if _DOT.search(name) for part in _DOT.split(name)}
    names = {
        name: stretches
        for name, stretches in names.items()
        if name not in parts and not all(_is_guessed(document, c.start, c.end) for c in stretches)
    }
    for name, stretches in sorted(names.items(), key=lambda item: -len(item[0])):
        rule = stretches[0].rule
        spans = {(c.start, c.end) for c in stretches} | set(_find_all(text, name))
        for start, end in spans:
            _put(document, found, Mention(start, end, Label.PERSON, name, text[start:end], rule))
    words = Words(document)
    for name in filter(_DOT.search, names):
        for part in _DOT.split(name):
            if len(part) < 2:
                continue
            for start, end in _find_all(text, part):
                if words.begins(start) and words.ends(end):
                    _put(document, found, Mention(start, end, Label.PERSON, name, part, "person.part"))
    return [found[start] for start in sorted(found)]


def _is_part_of_body(document: Document, mention: Mention) -> bool:
    """Whether the name stands in that of a body, a site or a title; not where it has a title or bracket of its own."""
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


def _find_all(text: str, name: str) -> Iterator[tuple[int, int]]:
    at = text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + len(name))
