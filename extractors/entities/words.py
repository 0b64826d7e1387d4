"""The tagger's words as evidence for where a name begins and ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from extractors.document import Document, Token


class Words:
    """Look-ups over `document.tokens`."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.tokens = document.tokens
        self._starts = [token.start for token in self.tokens]
        self._ends = frozenset(token.end for token in self.tokens)
        self._begins = frozenset(self._starts)

    def index(self, offset: int) -> int:
        """Number of the token that holds a character; -1 where none does."""
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self.tokens[at].end else -1

    def token(self, offset: int) -> Token | None:
        """The token that holds a character."""
        at = self.index(offset)
        return self.tokens[at] if at >= 0 else None

    def begins(self, offset: int) -> bool:
        """Whether a word begins here."""
        return offset in self._begins

    def ends(self, offset: int) -> bool:
        """Whether a word ends here."""
        return offset in self._ends

    def word(self, token: Token) -> str:
        """The characters of a token."""
        return self.text[token.start : token.end]

    def before(self, offset: int) -> Token | None:
        """The token that ends exactly here, if one does."""
        return self.token(offset - 1) if offset > 0 and offset in self._ends else None

    def covering(self, start: int, end: int) -> Iterator[Token]:
        """Tokens that overlap a span."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        for number in range(at, len(self.tokens)):
            token = self.tokens[number]
            if token.start >= end:
                return
            if token.end > start:
                yield token
