"""A text and where each of its characters came from.

Every step of the repair takes an `Aligned` and gives one back, so that the offsets of the last one
lead to the article as it was read, whatever the steps between took out or put in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Aligned:
    """`offsets[i]` is where character i of `text` begins in the original; one longer than `text`, never falling."""

    text: str
    offsets: list[int]
    guessed: tuple[tuple[int, int], ...] = ()
    """Stretches of `text` that a repair guessed."""

    @classmethod
    def of(cls, raw: str) -> Aligned:
        """The untouched text."""
        return cls(raw, list(range(len(raw) + 1)))

    def replaced(self, text: str) -> Aligned:
        """The same with other characters in the same places. `text` has the same length."""
        if len(text) != len(self.text):
            raise ValueError(f"{len(text)} characters in place of {len(self.text)}")
        return Aligned(text, self.offsets, self.guessed)

    def edited(self, edits: Iterable[tuple[int, int, str]], *, guess: bool = False) -> Aligned:
        """The same with stretches exchanged.

        Args:
            edits: (start, end, new characters) in order, not overlapping.
            guess: whether the new characters are guesses.
        """
        pieces: list[str] = []
        offsets: list[int] = []
        moved: list[tuple[int, int]] = []
        guesses: list[tuple[int, int]] = []
        at = length = 0
        for start, end, new in edits:
            pieces += (self.text[at:start], new)
            offsets += self.offsets[at:start]
            length += start - at
            offsets += _spread(self.offsets, start, end, len(new))
            if guess:
                guesses.append((length, length + len(new)))
            length += len(new)
            at = end
            moved.append((end, length - end))
        if not moved:
            return self
        pieces.append(self.text[at:])
        offsets += self.offsets[at:]
        kept = [(_shift(moved, start), _shift(moved, end)) for start, end in self.guessed]
        return Aligned("".join(pieces), offsets, tuple(sorted(kept + guesses)))

    def without(self, spans: Iterable[tuple[int, int]]) -> Aligned:
        """The same without some stretches."""
        return self.edited((start, end, "") for start, end in spans)

    def realigned(self, text: str) -> Aligned:
        """The same as another text that differs from it here and there, stretch by stretch."""
        if len(text) == len(self.text):
            return self.replaced(text)
        matcher = SequenceMatcher(None, self.text, text, autojunk=False)
        return self.edited((a, b, text[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")

    @property
    def sure(self) -> str:
        """The text without what was guessed."""
        at, pieces = 0, []
        for start, end in self.guessed:
            pieces.append(self.text[at:start])
            at = end
        return "".join((*pieces, self.text[at:]))

    @property
    def untouched(self) -> bool:
        """Whether each character still stands where it stood."""
        return self.offsets[-1] == len(self.text)


def _spread(offsets: list[int], start: int, end: int, count: int) -> list[int]:
    """Origins of `count` new characters over an old stretch: one by one, the rest at its last."""
    last = max(end - 1, start)
    return [offsets[min(start + i, last)] for i in range(count)]


def _shift(moved: list[tuple[int, int]], offset: int) -> int:
    shift = 0
    for end, by in moved:
        if end > offset:
            break
        shift = by
    return offset + shift
