"""Names in the graph that are like one that is not: what a user may have meant.

Candidates share two characters in a row, the pinyin or the first character with the text, else are any of the kind;
they are ranked by how many characters, written or spoken, they have in common with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from graph.connection import Connection, Row
from graph.fulltext import query_of
from graph.key_form import PREFIXES
from graph.model import Label
from graph.names import pinyin, simplified
from graph.statements import statement

CANDIDATES: Final = 200
LONGEST: Final = 12
"""Characters of the text that candidates are looked for by."""


def nearest(connection: Connection, text: str, labels: Iterable[Label], most: int = 3) -> tuple[str, ...]:
    """Names of some kinds that are like a text, the likest first."""
    wanted = frozenset(labels)
    for rows in _candidates(connection, simplified(text.strip()), wanted):
        names = {row["name"] for row in rows if row["label"] in wanted}
        if names:
            return rank(text, names)[:most]
    return ()


def rank(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """Names in the order of their likeness to a text, written or spoken; equally like ones in order of characters."""
    simple, spoken = simplified(text), pinyin(text).partition(" ")[0]

    def likeness(name: str) -> float:
        written = SequenceMatcher(None, simple, name).ratio()
        return written + SequenceMatcher(None, spoken, pinyin(name).partition(" ")[0]).ratio()

    return tuple(sorted(set(names), key=lambda name: (-likeness(name), name)))


def _candidates(connection: Connection, text: str, labels: frozenset[Label]) -> Iterator[list[Row]]:
    words = " ".join([pinyin(text[:LONGEST]), *("".join(pair) for pair in pairwise(text[:LONGEST]))])
    query = query_of(words, every=False)
    found = connection.read(statement("explore/search"), {"query": query, "most": CANDIDATES}) if query else []
    first = text[:1].strip()
    if first:
        found += connection.read(statement("explore/names-by-prefix"), {"prefix": first, "most": CANDIDATES})
    yield found
    by_kind = statement("explore/names-by-kind")
    yield [
        row
        for label in sorted(labels)
        for row in connection.read(by_kind, {"prefix": f"{PREFIXES[label]}-", "most": CANDIDATES // 4})
    ]
