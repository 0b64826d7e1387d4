"""Which references to batches of trainees are one.

By their number, or by the count of their people, and never where origin or destination disagree. A count before any
number is the numbered batch that the same story tells of; 该批 is the one spoken of last.
"""

from __future__ import annotations

import re
from typing import Final

from extractors.document import Document, Figure, Mention
from extractors.frames.batch_figures import headcount_after
from extractors.frames.delegation_groups import Group, join, same_place, spoken_of_last

_TAKEN_IN: Final = re.compile("的(?:实训|挂职|跟岗|跟班|接收|见习)(?:单位|企业|机构|基地)")
"""Who is the host of “the” trainees of a place is host of no batch in particular."""
_ORDER: Final = {"unnumbered": 0, "counted": 1, "picked": 2, "short": 3, "echo": 4, "again": 5}
"""References that say more are joined first."""
_SPEAKING: Final = frozenset({"named", "counted", "unnumbered", "picked"})
"""Forms that say by themselves that people are sent; 首批 alone may be of anything."""
_AHEAD: Final = re.compile("明年|来年|下一|拟|将|定于|计划")
_SAME_REPORT: Final = 700
"""The same where the number comes with a name."""
_SAME_STORY: Final = 260
"""A count and a number so many characters apart at most can be of one batch."""


def group_batches(document: Document, mentions: list[Mention]) -> list[Group]:
    """Groups references to batches, in the order in which they are found."""
    groups: list[Group] = []
    heads = {m: m.properties.get("figure") or headcount_after(document, m) for m in mentions}
    for mention in mentions:
        if mention.properties.get("ordinal") is None:
            continue
        fits = [g for g in groups if g.ordinal == mention.properties["ordinal"]]
        fits = [g for g in fits if _compatible(g, mention, heads[mention])]
        join(groups, fits[-1] if fits else None, mention, heads[mention])
    numbered = list(groups)
    rest = [m for m in mentions if m.properties.get("ordinal") is None]
    for mention in sorted(rest, key=lambda m: _ORDER.get(m.properties["form"], 0)):
        form = mention.properties["form"]
        fits = [g for g in groups if _compatible(g, mention, heads[mention])]
        if form == "unnumbered":
            _join_unnumbered(document, groups, fits, mention)
        elif form == "counted":
            _join_counted(document, groups, numbered, fits, mention)
        elif form == "echo":
            equal = [g for g in groups if _count(g.headcount) == _count(heads[mention]) is not None]
            if len(equal) == 1:
                equal[0].take(mention, heads[mention])
        elif form == "picked" and not groups:
            join(groups, None, mention)
        elif form == "again" and groups:
            spoken_of_last(groups, mention).take(mention)
        elif form == "short":
            earlier = [g for g in fits if g.mentions[0].start < mention.start]
            join(groups, spoken_of_last(earlier, mention) if earlier else None, mention, heads[mention])
    told = any(g.headcount or any(m.properties["form"] in _SPEAKING for m in g.mentions) for g in groups)
    return groups if told else []


def _count(figure: Figure | None) -> int | None:
    return None if figure is None else figure.value


def _is_same_story(document: Document, group: Group, mention: Mention) -> bool:
    """Whether a numbered batch is told of near a count (nearer if it has only its number), not as the next one."""
    for other in group.mentions:
        reach = _SAME_STORY if other.properties["form"] == "short" else _SAME_REPORT
        ahead = _AHEAD.search(document.text, max(other.start - 12, 0), other.start)
        if abs(other.start - mention.start) < reach and not ahead:
            return True
    return False


def _join_counted(
    document: Document, groups: list[Group], numbered: list[Group], fits: list[Group], mention: Mention
) -> None:
    """A reference by count: the batch of that many; the only batch whose count is not told; else one of its own."""
    headcount = mention.properties.get("figure") or headcount_after(document, mention)
    sentence = document.sentence_at(mention.start)
    here = [g for g in fits if g.headcount is None and g not in numbered]
    here = [g for g in here if any(sentence.start <= m.start < sentence.end for m in g.mentions)]
    if here:
        here[0].take(mention, headcount)
        return
    equal = [g for g in fits if g.headcount and headcount and g.headcount.value == headcount.value]
    if equal:
        equal[-1].take(mention, headcount)
        return
    open_ = [g for g in fits if g.headcount is None and g in numbered]
    open_ = [g for g in open_ if _is_same_story(document, g, mention)]
    before = [g for g in open_ if g.mentions[0].start < mention.start]
    own = bool(mention.properties["origin"] or mention.properties["destinations"])
    if before and not own:
        max(before, key=lambda g: max(m.start for m in g.mentions if m.start < mention.start)).take(mention, headcount)
    elif open_ and not before:
        min(open_, key=lambda g: g.mentions[0].start).take(mention, headcount)
    elif len(open_) == 1 and len(numbered) == 1:
        open_[0].take(mention, headcount)
    else:
        join(groups, None, mention, headcount)


def _compatible(group: Group, mention: Mention, headcount: Figure | None) -> bool:
    properties = mention.properties
    aims = properties["destinations"]
    counts = {f.value for f in (group.headcount, headcount) if f is not None}
    return (
        same_place(group.origin, properties["origin"])
        and (not aims or not group.destinations or any(same_place(a, b) for a in aims for b in group.destinations))
        and len({n for n in (group.ordinal, properties.get("ordinal")) if n is not None}) < 2
        and (len(counts) < 2 or properties.get("ordinal") is not None)
    )


def _join_unnumbered(document: Document, groups: list[Group], fits: list[Group], mention: Mention) -> None:
    """重庆赴川挂职工作队 is the count that its sentence names before, else the only batch that fits, else a team."""
    sentence = document.sentence_at(mention.start)
    before = [g for g in fits if any(sentence.start <= m.start < mention.start for m in g.mentions)]
    if before:
        before[-1].take(mention)
    elif len(fits) == 1:
        fits[0].take(mention)
    elif not fits or mention.surface[-1] in "队班组" or _TAKEN_IN.match(document.text, mention.end):
        join(groups, None, mention)
