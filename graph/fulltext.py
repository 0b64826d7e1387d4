"""User text as a query of the full-text index: always tokenised and escaped, never Lucene syntax."""

from __future__ import annotations

import re
from typing import Final

_TOKEN: Final = re.compile(r"[㐀-鿿豈-﫿]+|[^\W_]+")
LONGEST: Final = 64
"""Characters of a query that are used; names are shorter."""


def query_of(text: str, *, every: bool) -> str:
    """A Lucene query that finds texts with the words of `text`.

    Args:
        text: anything a user typed.
        every: whether all words must be there, as phrases; else any of them.
    Returns:
        quoted words joined by AND or OR; "" where no word is left.
    """
    words = _TOKEN.findall(text[:LONGEST].lower())
    return (" AND " if every else " OR ").join(f'"{word}"' for word in words)
