"""How likely one character follows another in news about cities, from a table made of the training material.

`extractors/lexicons/bigrams.txt` (written by `python -m training.bigrams`) has a line for each character: the
character, how often it stands, and those that follow it more than once, each with its count. Simplified script.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import log
from typing import Final

_WEIGHT: Final = 0.75
_FLOOR: Final = 1e-7


@dataclass(frozen=True, slots=True)
class Bigrams:
    """Counts of characters and of pairs."""

    single: Counter[str]
    pairs: Counter[str]
    total: int
    _scores: dict[tuple[str, str], float] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def counted(cls, texts: list[str]) -> Bigrams:
        """From running text."""
        single: Counter[str] = Counter()
        pairs: Counter[str] = Counter()
        for text in texts:
            single.update(text)
            pairs.update(a + b for a, b in pairwise(text))
        return cls(single, pairs, max(single.total(), 1))

    def with_text(self, text: str) -> Bigrams:
        """The same with what one article says itself, each pair as often as it stands there."""
        own = Bigrams.counted([text])
        return Bigrams(self.single + own.single, self.pairs + own.pairs, self.total + own.total)

    def score(self, before: str, character: str) -> float:
        """Logarithm of the chance that a character follows another."""
        key = (before, character)
        if key not in self._scores:
            self._scores[key] = self._score(before, character)
        return self._scores[key]

    def _score(self, before: str, character: str) -> float:
        alone = self.single[character] / self.total
        seen = self.single[before]
        after = self.pairs[before + character] / seen if seen else 0.0
        return log(_WEIGHT * after + (1 - _WEIGHT) * alone + _FLOOR)


@cache
def bigrams() -> Bigrams:
    """The project's table."""
    single: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for line in files("extractors").joinpath("lexicons/bigrams.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            continue
        character, count, *followers = line.split(" ")
        single[character] = int(count)
        for follower in followers:
            pairs[character + follower[0]] = int(follower[1:])
    return Bigrams(single, pairs, max(single.total(), 1))
