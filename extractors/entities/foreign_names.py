"""Foreign names with dots: 托马斯·韦伯, 阿依古丽·买买提."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Token
from extractors.entities.person_candidates import SPEAKS, TITLE_END, Candidate
from extractors.entities.person_names import HAN
from extractors.entities.words import Words

DOTS: Final = "·•・"
_FOREIGN: Final = re.compile(f"[{HAN}]{{1,8}}(?:[{DOTS}][{HAN}]{{1,8}}){{1,3}}")
_DOTTED: Final = re.compile(f"[{DOTS}]")
_ORDINARY: Final = frozenset({"v", "p", "c", "u", "d", "r", "n"})
_FOLLOWS: Final = _ORDINARY | {"w", "t", "TIME", "m"}


def foreign_names(document: Document) -> Iterator[Candidate]:
    """Names with dots, some part of which the tagger takes for a name, or that stand behind a post.

    Args:
        document: repaired text with tokens.

    Yields:
        candidates without the title in front.
    """
    text = document.text
    words = Words(document)
    for match in _FOREIGN.finditer(text):
        start, end = match.span()
        titles = list(TITLE_END.finditer(text, start, end))
        start = titles[-1].end() if titles else start
        tokens = [t for t in words.covering(start, end) if t.end > start]
        if not tokens:
            continue
        start = max(start, _first(text, tokens))
        end = _last(text, tokens, end)
        titled = titles or re.search(f"(?:{TITLE_END.pattern})$", text[max(0, start - 8) : start])
        if any(dot in text[start:end] for dot in DOTS) and (titled or any(t.tag == "PER" for t in tokens)):
            yield Candidate(start, end, text[start:end], "person.foreign", sure=True)


def _first(text: str, tokens: list[Token]) -> int:
    """Where the part before the first dot begins: with the word that holds the dot, or after the last ordinary word."""
    dot = next((i for i, t in enumerate(tokens) if _DOTTED.search(text, t.start, t.end)), len(tokens) - 1)
    if text[tokens[dot].start] not in DOTS:
        return tokens[dot].start
    for index in range(dot - 2, -1, -1):
        if tokens[index].tag in _ORDINARY:
            return tokens[index].end
    return tokens[0].start


def _last(text: str, tokens: list[Token], end: int) -> int:
    """Where the part behind the last dot ends: before the next ordinary word, also where the tagger runs it on."""
    last = max(text.rfind(dot, tokens[0].start, end) for dot in DOTS)
    if last >= 0 and (act := SPEAKS.search(text, last + 3, end)):
        end = act.start()
    dots = [i for i, t in enumerate(tokens) if _DOTTED.search(text, t.start, t.end)]
    if dots:
        whole = text[tokens[dots[-1]].end - 1] not in DOTS
        for token in tokens[dots[-1] + (1 if whole else 2) :]:
            if token.tag in _FOLLOWS:
                return min(end, token.start)
    return min(end, tokens[-1].end)
