"""SIGNED_WITH: who signed an agreement with whom, when, on what, for how much.

The grammar is `extractors.frames.signing`. With many partners each stands with the side that convened; an office that
speaks for its place (大同市人民政府) is the place; of two sides the one that comes first in the text is the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from extractors.document import Document, Entity, Sentence, Statement
from extractors.frames.dating import date_before
from extractors.frames.masked import Masked, mask
from extractors.frames.signing import Signing, couple, may_sign, parties, signings
from extractors.frames.subjects import actors, subject
from extractors.polarity import polarity
from graph.model import EDGES, EdgeType, Label

_PARTIES: Final = EDGES[EdgeType.SIGNED_WITH].sources
_STOP: Final = re.compile(r"[；。]")
_NEAR: Final = 300
_TWO: Final = {
    "市": frozenset({Label.CITY}),
    "地": frozenset({Label.CITY, Label.DISTRICT}),
    "县": frozenset({Label.DISTRICT}),
    "区": frozenset({Label.DISTRICT}),
    "省": frozenset({Label.PROVINCE}),
}
_SUBJECT: Final = re.compile(
    r"^(?:了|过|的是|的|下了|下|成了|一份|一项|一批|一系列|\d+[份个项]|总投资[^，。；]{1,12}的|为期.{1,3}年的|\d[\d.]*[万亿]*元的|[“《「]|正式|共计|有){0,6}"
    r"(?P<subject>[^，。；：“”《》]{2,28}(?:协议书|协议|合同|备忘录|意向书|契约|条约|合约|友好城市|友好商会|友好县市|姊妹城市|"
    r"关系|项目|意向))"
)
_ABOUT: Final = re.compile(r"(?:就|围绕)(?P<subject>[^，。；]{2,24}?)(?:的?(?:事宜|合作|方面))?(?:正式)?(?:签|达成)")


def propose(document: Document) -> Iterator[Statement]:
    """Every signing that the article states."""
    for index, sentence in enumerate(document.sentences):
        if not sentence.furniture and may_sign(document.text, sentence.start, sentence.end):
            yield from _read(document, index)


def _read(document: Document, index: int) -> Iterator[Statement]:
    sentence = document.sentences[index]
    masked = mask(document, sentence.start, sentence.end)
    seen: set[tuple[str, str, int]] = set()
    for signing in signings(masked):
        status = polarity(document, masked.offsets[signing.start], masked.offsets[signing.end]).status
        left, right = _sides(document, index, masked, signing)
        if status is None:
            continue
        said = _said(document, sentence, masked, signing)
        respectively = "分别" in masked.text[: signing.start] and len(left) == len(right)
        for source, target in zip(left, right, strict=True) if respectively else product(left, right):
            key = (source.id, target.id, signing.end)
            if source is target or key in seen:
                continue
            seen.add(key)
            yield Statement(
                EdgeType.SIGNED_WITH,
                source,
                target,
                sentence.start,
                min(sentence.end, sentence.start + 300),
                f"signings.{signing.rule}",
                status,
                said,
            )


def _sides(document: Document, index: int, masked: Masked, signing: Signing) -> tuple[list[Entity], list[Entity]]:
    """The two sides; what the sentence leaves out comes from the ones before it in the paragraph."""
    left, right = signing.left, signing.right
    if left is not None and right is not None:
        return _parties(document, masked, left), _parties(document, masked, right)
    if right is not None:
        return _elided(document, index, masked, right)
    before = _before(document, index)
    sides = couple(before) if before is not None else None
    if before is None or sides is None:
        return _two_places(document, masked.offsets[signing.start], signing.both)
    first, second = sides
    if first is None:
        return _elided(document, index - 1, before, second)
    return _parties(document, before, first), _parties(document, before, second)


def _elided(
    document: Document, index: int, masked: Masked, right: tuple[int, int]
) -> tuple[list[Entity], list[Entity]]:
    """同B签了: A is the subject of the clauses before, or of the sentence before."""
    partners = _parties(document, masked, right)
    own = subject(document, masked, right[0] - 1, set(parties(masked.text, *right)))
    before = _before(document, index)
    if not own and before is not None:
        own = subject(document, before, len(before.text), set())
    return [e for e in own if e.label in _PARTIES and e not in partners], partners


def _two_places(document: Document, before: int, both: str) -> tuple[list[Entity], list[Entity]]:
    """两市, 两地: the two cities or districts that were named last."""
    label = _TWO.get(both[-1:])
    if label is None:
        return [], []
    found: list[Entity] = []
    for mention in reversed(list(document.mentions_in(max(before - _NEAR, 0), before, label))):
        if mention.entity is not None and mention.entity not in found:
            found.append(mention.entity)
    return (found[1:2], found[:1]) if len(found) >= 2 else ([], [])


def _before(document: Document, index: int) -> Masked | None:
    """The sentence before in the paragraph."""
    if index <= 0 or document.sentences[index - 1].paragraph != document.sentences[index].paragraph:
        return None
    sentence = document.sentences[index - 1]
    return mask(document, sentence.start, sentence.end)


def _parties(document: Document, masked: Masked, span: tuple[int, int]) -> list[Entity]:
    found: list[Entity] = []
    for at in parties(masked.text, *span):
        found += [e for e in actors(document, masked, at, at + 1) if e.label in _PARTIES and e not in found]
    return found


def _said(document: Document, sentence: Sentence, masked: Masked, signing: Signing) -> dict[str, object]:
    """Date, subject and amount, as far as they are given."""
    verb = masked.offsets[signing.start]
    clause = _STOP.search(masked.text, signing.end)
    close = masked.offsets[clause.start()] if clause else sentence.end
    sums = [f for f in document.figures_in(verb, close) if f.unit == "元"]
    said = {
        "date": date_before(document, sentence, verb),
        "subject": _subject(masked, signing),
        "amount": sums[0].value if sums else None,
    }
    return {key: value for key, value in said.items() if value is not None}


def _subject(masked: Masked, signing: Signing) -> str | None:
    """What was signed: up to 协议, 合同 … after the verb, else what stands between 就 and the verb."""
    match = _SUBJECT.match(masked.text[signing.end : signing.end + 60])
    start = signing.end
    if match is None:
        match = _ABOUT.search(masked.text[max(signing.start - 40, 0) : signing.end])
        start = max(signing.start - 40, 0)
    if match is None:
        return None
    span = range(start + match.start("subject"), start + match.end("subject"))
    return "".join(m.surface if (m := masked.mentions[i]) is not None else masked.text[i] for i in span)
