"""Whether a delegation really went: done, planned, or called off, for a trip and for one stop."""

from __future__ import annotations

import re
from typing import Final

from extractors.document import Document, Entity
from extractors.frames.passage import Passage, Token
from extractors.frames.targets import Find
from extractors.polarity import Polarity, polarity
from graph.model import Status

_DROPPED: Final = re.compile(
    r"原(?:定|打算|计划|想|拟|本|准备|以为)|(?<!原)(?:打算|计划)|本想|本以为|(?<!原)以为能|没有?去|没能|未能|均未|都没"
)
_MERELY_PLANNED: Final = frozenset({"打算", "计划"})
_INSTEAD: Final = re.compile(r"改道|改为|改去|而是")
_CALLED_OFF: Final = re.compile(r"取消|作罢|未能|没有?去成|没能|没成|推迟|没有?进去|未成行|落空|泡汤|改期|往后推")
_AHEAD: Final = re.compile(r"将于|定于|将赴|拟于|拟赴|计划|打算|将到|将前往|将率|将组")
_WILL: Final = re.compile(r"(?<![即必])将(?!军|相|帅)|拟")
_WILL_REACHES: Final = 5
"""Characters between 将 and the verb that it makes planned, at most."""


def to_come(document: Document, delegation: Entity, token: Token) -> bool:
    """Whether a delegation is only going to travel: by its date, or by the clause that names it first.

    Args:
        document: with its day of publication.
        delegation: with what is known of its start.
        token: where it is named first.
    """
    start, published = delegation.properties.get("start"), document.published
    if isinstance(start, str) and published is not None:
        size = min(len(start), len(published))
        if start[:size] != published[:size]:
            return start[:size] > published[:size]
    surface = document.text[token.start : token.end]
    return bool(_WILL.search(surface)) or polarity(document, token.start, token.end) is Polarity.PLANNED


def called_off(passage: Passage) -> bool:
    """Whether a sentence puts off what it tells."""
    return bool(_CALLED_OFF.search(passage.text))


def status_of(document: Document, passage: Passage, find: Find) -> Status | None:
    """Done, planned, or None for what was called off, denied or only supposed (原定去Ⓟ，因雨取消)."""
    start, end = passage.origins[find.trigger], passage.origins[find.trigger_end - 1] + 1
    text, opens = passage.text, passage.clause(find.trigger)[0]
    plan = _DROPPED.search(text, opens, find.trigger)
    dropped = plan is not None and not _INSTEAD.search(text, plan.end(), find.trigger)
    if plan and dropped and (plan.group() not in _MERELY_PLANNED or _CALLED_OFF.search(text, find.token.at)):
        return None
    status = polarity(document, start, end).status
    if status is Status.PLANNED and text[opens : find.trigger] == "接下来的":
        return Status.DONE
    ahead = find.rule == "station" and _AHEAD.search(text, 0, opens)
    if status is Status.DONE and (ahead or _WILL.search(text, max(opens, find.trigger - _WILL_REACHES), find.trigger)):
        return Status.PLANNED
    return status
