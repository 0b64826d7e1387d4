"""The body whose founding a text tells of: 发起者为…, …首批入盟 leave it out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from typing import Final

from extractors.document import Document, Entity
from graph.model import BODIES

_BORN: Final = re.compile("成立|揭牌|换届|发起|组建|倡议")
_WEIGHT: Final = 4
"""So many plain mentions weigh as much as one beside a word of founding."""
_FAR: Final = 700


def newborn_before(document: Document, before: int, kinds: re.Pattern[str], others: Collection[str]) -> Entity | None:
    """The body of a kind whose founding the text before an offset tells, else of which it speaks most, else the last.

    Args:
        document: mentions carry their entities.
        before: an offset.
        kinds: what the name of the body ends on.
        others: ids of entities that are not meant.
    """
    found: list[Entity] = []
    counts: Counter[str] = Counter()
    for mention in document.mentions_in(max(0, before - _FAR), before, BODIES):
        entity = mention.entity
        if entity is None or entity.id in others or not kinds.search(entity.name):
            continue
        found.append(entity)
        around = document.text[max(0, mention.start - 8) : mention.start] + document.text[mention.end : mention.end + 8]
        counts[entity.id] += _WEIGHT if _BORN.search(around) else 1
    return max(found[::-1], key=lambda e: counts[e.id], default=None)
