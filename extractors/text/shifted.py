"""Shifted GBK bytes set right: 作用?!蔽骱0缎聟^ was 作用。”西海岸新區.

A text in GBK (two bytes a character) that was decoded one byte off shows a `?` for the byte that was left alone and
then pairs of second and first bytes, until a byte that needs no partner brings it back into step. Full-width forms
among them (A3xx) were folded to half width, and characters of the private area dropped, afterwards.

    他說?瑓f作三年      他說，協作三年    ? is A3, 瑓 AC85, f 66: A3AC 8566
    文化?n^一站         文化。頭一站      n is the full-width ｎ A3EE
    體悟?qū)嵱柛刹       體悟實訓干部      ? is the second byte of 驅, whose reading (qū) came before the last decoding

Method: a beam over what the lost bytes were, scored by character bigrams of running Chinese; kept only where the result
is far likelier than the text as it stands, so that a question mark stays one. A byte that is gone for good is chosen by
the bigrams, those of the article's repaired rest among them, and its character is marked as guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from typing import Final

from extractors.text.aligned import Aligned
from extractors.text.bigrams import Bigrams, bigrams
from extractors.text.gbk import code_of, pair, reads, with_lead, with_trail
from extractors.text.script import simplify

_QUESTION: Final = re.compile(r"(?<=[\u3400-\u9fff“”：,，、）)])\?")
_READING: Final = re.compile(r"\(?([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňêü]{1,6})\)")
_CLOSED: Final = re.compile(r"\?!\?(?=/[a-z]+>)")
"""。” before a tag, whose bracket was taken for the second byte of ”."""
_SELDOM: Final = 30
_LONGEST: Final = 48
_BEAM: Final = 12
_GAPS: Final = 3
"""Hypotheses, best first, that may grow over a dropped character."""
_GUESSES: Final = 4
_MARGIN: Final = 7.0
"""By so much must a repair be likelier (natural logarithm) than the text as it stands."""
_LOSS: Final = -2.5
"""What a lost byte costs, so that hypotheses without one come first."""
_DROPPED: Final = -6.0
"""What a dropped character costs: two lost bytes."""
_HOPELESS: Final = 25.0
"""A hypothesis that is so much less likely than the text as it stands is given up."""
_STRANGE: Final = -6.5
"""The score of a Latin letter, digit or mark where it stands."""
_RARE: Final = -11.0
"""The score of a rare character where it stands; a repair that is rare itself scores less."""
_MISREAD: Final = -14.0
"""What it costs when the reading that follows a repaired character is not its own."""
_GIBBERISH: Final = -9.0
"""A repair whose characters score less on average is none."""
_PUNCTUATION_LEADS: Final = (0xA1, 0xA3)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One repaired character: where its raw characters stand and whether one of its bytes was guessed."""

    start: int
    end: int
    text: str
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where the raw characters of a piece end, where reading goes on, and the byte that waits then."""

    end: int
    after: int
    waiting: int


@dataclass(frozen=True, slots=True)
class _State:
    """A hypothesis: the next raw character, the byte that waits for its partner (0: in step again), what was read."""

    at: int
    waiting: int
    score: float
    before: str
    cut: int
    """Where the raw characters of the next piece begin."""
    pieces: tuple[_Piece, ...] = ()


def restored(source: Aligned) -> Aligned:
    """The text with shifted stretches set right; where a byte was lost for good, the character is marked as guessed."""
    text = source.text
    if "?" not in text:
        return source
    runs = _runs(text, [m.start() for m in _QUESTION.finditer(text) if _is_odd(text, m.end())], bigrams())
    if not runs:
        return source
    guessed = [start for start, pieces in runs.items() if any(p.guessed for p in pieces)]
    if guessed:
        # What the article says elsewhere tells which character was lost.
        sure = re.sub(r"\s", "", _applied(source, runs).sure)
        runs.update(_runs(text, guessed, bigrams().with_text(simplify(sure))))
    return _applied(source, runs)


def _is_odd(text: str, at: int) -> bool:
    """Whether a rare or foreign character soon follows, as it does in every shifted stretch and after few questions."""
    return any(
        c in "!?" or (c < "\u2000" and c.isalpha()) or bigrams().single[_simple(c)] < _SELDOM for c in text[at : at + 3]
    )


def _runs(text: str, starts: list[int], model: Bigrams) -> dict[int, tuple[_Piece, ...]]:
    """The repaired characters of the shifted stretches that begin at some question marks, by their start."""
    at = 0
    runs: dict[int, tuple[_Piece, ...]] = {}
    guesses = _Guesses(model)
    for start in starts:
        if closed := _CLOSED.match(text, start):
            at = closed.end()
            runs[start] = (_Piece(start, start + 1, "。"), _Piece(start + 1, at, "”"))
        elif start >= at and (best := _Search(text, start, guesses).best()) is not None:
            at = best.at
            runs[start] = best.pieces
    return runs


def _applied(source: Aligned, runs: dict[int, tuple[_Piece, ...]]) -> Aligned:
    """The text with its repaired stretches."""
    pieces = [piece for start in sorted(runs) for piece in runs[start]]
    return _flagged(source.edited((p.start, p.end, p.text) for p in pieces), pieces)


def _flagged(edited: Aligned, pieces: list[_Piece]) -> Aligned:
    """Marks the guessed characters in the new text."""
    shift, spans = 0, list(edited.guessed)
    for piece in pieces:
        start = piece.start + shift
        if piece.guessed:
            spans.append((start, start + len(piece.text)))
        shift += len(piece.text) - (piece.end - piece.start)
    return Aligned(edited.text, edited.offsets, tuple(sorted(spans)))


class _Guesses:
    """The likeliest characters after another one, among those with a first or second byte."""

    def __init__(self, model: Bigrams) -> None:
        self.model = model
        self._known: dict[tuple[str, tuple[str, ...]], list[str]] = {}

    def after(self, before: str, characters: tuple[str, ...]) -> list[str]:
        """The few likeliest of some characters, best first."""
        key = (before, characters)
        if key not in self._known:
            found = nlargest(_GUESSES, characters, key=lambda c: self.model.score(before, _simple(c)))
            self._known[key] = found
        return self._known[key]


class _Search:
    """The beam over one stretch."""

    def __init__(self, text: str, start: int, guesses: _Guesses) -> None:
        self._text = text
        self._start = start
        self._guesses = guesses
        self._model = guesses.model
        self._as_it_stands = _scores_as_it_stands(text, start)

    def best(self) -> _State | None:
        """The likeliest repair, if it beats the text as it stands."""
        beam = list(self._openings())
        best: _State | None = None
        gain = _MARGIN
        while beam:
            grown: dict[tuple[int, int, str], _State] = {}
            for rank, state in enumerate(beam):
                for following in self._steps(state, gaps=rank < _GAPS):
                    known = following.at - self._start
                    if known >= len(self._as_it_stands):
                        continue
                    if following.waiting == 0:
                        final = self._final(following)
                        if final > gain and following.score > _GIBBERISH * len(following.pieces):
                            best, gain = following, final
                    elif following.score - self._as_it_stands[known] > -_HOPELESS:
                        key = (following.at, following.waiting, following.before)
                        if key not in grown or grown[key].score < following.score:
                            grown[key] = following
            beam = sorted(grown.values(), key=lambda s: -s.score / (len(s.pieces) + 1))[:_BEAM]
        return best

    def _final(self, state: _State) -> float:
        """By how much a repair is likelier than the raw stretch, each with the character that follows."""
        following = _simple(self._text[state.at : state.at + 1])
        score = state.score + (self._model.score(state.before, following) if following.strip() else 0.0)
        return score - self._as_it_stands[min(state.at + 1 - self._start, len(self._as_it_stands) - 1)]

    def _openings(self) -> Iterator[_State]:
        """What the question mark stands for: the first byte of a mark, or of a character whose reading follows."""
        text, start = self._text, self._start
        before = _simple(text[start - 1])
        for lead in _PUNCTUATION_LEADS:
            yield _State(start + 1, lead, 0.0, before, start)
        reading = _READING.match(text, start + 1)
        first = code_of(text[start - 1])
        if reading is not None and first is not None:
            for second in range(0x40, 0xFF):
                character = pair(first[1], second)
                if character and reads(character, reading[1]):
                    yield _State(reading.end(), second, _LOSS, before, start)

    def _steps(self, state: _State, *, gaps: bool) -> Iterator[_State]:
        """What the next raw character may be, given the byte that waits."""
        text, at, waiting = self._text, state.at, state.waiting
        if at >= len(text) or text[at] == "\n":
            return
        raw, end = text[at], at + 1
        code = code_of(raw)
        if code is not None:
            skipped = _READING.match(text, end)
            after = skipped.end() if skipped and text[end] == "(" and reads(raw, skipped[1]) else end
            yield from self._read(state, pair(waiting, code[0]), _Cut(at, after, code[1]))
            if gaps:
                yield from self._over_a_gap(state, code[0], _Cut(at, end, code[1]))
            return
        if raw == "?":
            yield from self._at_a_loss(state)
        if 0x40 <= ord(raw) < 0x7F:
            yield from self._read(state, pair(waiting, ord(raw)), _Cut(end, end, 0))
            if gaps:
                yield from self._over_a_gap(state, ord(raw), _Cut(end, end, 0))
        if 0x21 <= ord(raw) < 0x7F:
            yield from self._read(state, pair(waiting, 0xA3), _Cut(at, end, ord(raw) + 0x80))

    def _read(
        self, state: _State, character: str | None, cut: _Cut, *, cost: float = 0.0, guessed: bool = False
    ) -> Iterator[_State]:
        """The hypothesis grown by one character."""
        if character is None:
            return
        plain = _simple(character)
        score = state.score + cost + self._model.score(state.before, plain)
        reading = _READING.match(self._text, cut.after) if cut.waiting == 0 else None
        if reading is not None and not reads(character, reading[1]):
            score += _MISREAD
        edge = max(cut.end, state.cut + 1)
        piece = _Piece(state.cut, edge, character, guessed)
        yield _State(cut.after, cut.waiting, score, plain, edge, (*state.pieces, piece))

    def _at_a_loss(self, state: _State) -> Iterator[_State]:
        """A second byte that is gone: the reading that follows tells which it was, else the bigrams."""
        end = state.at + 1
        reading = _READING.match(self._text, end)
        if reading is not None:
            for character in with_lead(state.waiting):
                if reads(character, reading[1]):
                    yield from self._read(state, character, _Cut(reading.end(), reading.end(), 0))
        for character in self._guesses.after(state.before, with_lead(state.waiting)):
            yield from self._read(state, character, _Cut(end, end, 0), cost=_LOSS, guessed=True)

    def _over_a_gap(self, state: _State, trail: int, cut: _Cut) -> Iterator[_State]:
        """A character of the private area was dropped: the rest of one character and the first byte of the next."""
        reading = _READING.match(self._text, cut.after) if cut.waiting == 0 else None
        for one in self._guesses.after(state.before, with_lead(state.waiting)):
            first = _simple(one)
            cost = _DROPPED if reading is None else _LOSS
            score = state.score + cost + self._model.score(state.before, first)
            others = with_trail().get(trail, ())
            if reading is not None:
                others = tuple(c for c in others if reads(c, reading[1]))
            for other in self._guesses.after(first, others):
                plain = _simple(other)
                edge = max(cut.end, state.cut + 1)
                piece = _Piece(state.cut, edge, one + other, guessed=True)
                total = score + self._model.score(first, plain)
                yield _State(cut.after, cut.waiting, total, plain, edge, (*state.pieces, piece))


def _scores_as_it_stands(text: str, start: int) -> list[float]:
    """The score of the raw text from the question mark up to each character, for as long as a stretch may be."""
    scores, before = [0.0], _simple(text[start - 1 : start])
    for raw in text[start : start + _LONGEST]:
        character = "？" if raw == "?" else _simple(raw)
        strange = raw < "\u2000" and raw != "?"
        scores.append(scores[-1] + (_STRANGE if strange else max(_RARE, bigrams().score(before, character))))
        before = character
    return scores


@cache
def _simple(character: str) -> str:
    return simplify(character) if character else ""
