"""When a delegation set out and came back: the dates of the clauses that tell it.

    start   5月30日，第三批干部动身南下 · 第二批去年9月接上 · 从2007年首批5人，到今年10月第四批32人
            2019年8月31日，首批干部启程回青之际，第二批专题培训正式开班 (both)
    end     10月底期满 · 12月22日，本批学员返程 · 6月11日至13日 (a range)

Not read as a start: 11月8日，第五批干部的中期汇报会 (a meeting), as long as a clause says when they came.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, TypeVar

from extractors.document import DateMention, Document, Mention
from extractors.frames.stretches import Stretch

Owner = TypeVar("Owner")

_STARTS: Final = re.compile(
    "抵|动身|启程|出发|登上|离家|东行|西行|远门|到岗|报到|进岗|到位|开班|奔赴|南下|北上|成行|上路|接上|赴|去|来|走|到|入|送|派|选|飞|开始|起|跟岗|上岗|进驻|分三路|换|接棒|"
    "率|考察|访|接"
)
_ARRIVES: Final = re.compile(
    "抵|动身|启程|登上|离家|东行|西行|远门|到岗|报到|进岗|到位|南下|北上|成行|接上|入[津京沪深渝]|上岗|出发|来到|飞赴|开班"
)
_POSTPONED: Final = re.compile("推迟|原定|将|拟|取消|延期")
_THESE_DAYS: Final = re.compile("这个?星期|这周|本周|这几天|连日来|刚刚")
_DATELINE: Final = re.compile("[电讯]|从[^，。]{2,14}(?:获悉|了解)|获悉|了解到")
"""After a date that only tells when the report was written."""
_STAMP: Final = re.compile(r"\s*\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")
"""How pages write when they were made."""
_MEETS: Final = re.compile("座谈会|汇报会|推进会|动员会|联谊|见面会|研讨|推介会")
_ENDS: Final = re.compile(
    "返[程回乡校青]|结束(?!对|了?在|了?[^，。]{0,8}(?:考察|行程)后)|收官|期满|归来|回到|返回|结业|满期|回乡|回去|撤回|回青|挂到|为止|启程回|离开"
)
_CLAUSE: Final = re.compile("[，。；：！？\n]")
_ARRIVAL: Final = 8
"""What a verb of arriving is worth beside the precision of a date."""
_DEPARTURE: Final = 6
"""What a verb of going is worth."""
_UNTOLD: Final = 12
"""A date that weighs no more has no verb that speaks for it."""
_TOLD: Final = 4
"""Stretches of a delegation that tell when it went, if no verb says so."""
_BEGINS: Final = re.compile("开始|起|派|抵|到|入|来|走|动身|访")
_SHORT: Final = 5
"""A clause with so little beside the date (清晨, 下午四点) says nothing yet."""
_LONGEST_TOUR: Final = 14
"""Days."""
_TIGHT: Final = 3
"""A date so many characters before a reference at most, without a mark between them, is its own."""


def find_dates(
    document: Document, own: Sequence[Stretch[Owner]], mentions: Sequence[Mention], *, tour: bool
) -> dict[str, str]:
    """Start and end of a delegation.

    Args:
        document: with sentences and dates.
        own: the stretches about it, in order.
        mentions: its references.
        tour: whether it travels from stop to stop, so that the first of several days is its start.

    Returns:
        `start` and `end`, as far as the text tells.
    """
    starts, ends = _candidates(document, own, mentions)
    if not starts:
        starts = [(0, day) for stretch in own[:2] for day in _before(document, stretch)]
    if not starts and tour:
        starts = [(0, day) for stretch in own for day in _dates(document, stretch, mentions)][:1]
    week = _this_week(document, own)
    if week is not None and max((weight for weight, _ in starts), default=0) <= _UNTOLD:
        return {"start": week}
    back = max(ends, key=lambda pair: pair[0])[1].value if ends else ""
    if not starts:
        return {"end": back} if len(back) >= len("2019-05") else {}
    best = max(starts, key=lambda pair: pair[0])[1]
    if tour:
        best = min((day for _, day in starts if _is_days_before(day.value, best.value)), key=_value, default=best)
    found = {"start": best.value}
    last = best.until or back
    if last and last >= best.value[: len(last)]:
        found["end"] = last
    return found


def _this_week(document: Document, own: Sequence[Stretch[Owner]]) -> str | None:
    """The publication's month, where a batch arrives in the very days of the report."""
    published = document.published or ""
    if len(published) < len("2019-05"):
        return None
    own = [s for s in own if not _POSTPONED.search(document.text, s.start, s.end)]
    arrived = (s for s in own if s.named and _ARRIVES.search(document.text, s.start, s.end))
    return next((published[:7] for s in arrived if _THESE_DAYS.search(document.text, s.start, s.end)), None)


def _candidates(
    document: Document, own: Sequence[Stretch[Owner]], mentions: Sequence[Mention]
) -> tuple[list[tuple[int, DateMention]], list[tuple[int, DateMention]]]:
    """Dates of setting out and of coming back, each with what speaks for it."""
    text = _without_names(document.text, mentions)
    starts: list[tuple[int, DateMention]] = []
    ends: list[tuple[int, DateMention]] = []
    rank = 0
    for stretch in own:
        rank += stretch.named
        opening = _opening(document, stretch, mentions)
        if opening is not None:
            starts.append((len(opening.value) - min(rank, 6) + _ARRIVAL, opening))
        for day in _dates(document, stretch, mentions):
            clause = _clause(text, day, stretch)
            weight = len(day.value) - min(rank, 6) - (0 if stretch.named else 3)
            weight += 2 if stretch.named and day.start > _first(stretch, mentions) else 0
            if _ENDS.search(clause) and day.start >= stretch.start - 1:
                ends.append((weight, day))
            elif _ARRIVES.search(clause) and not _MEETS.search(clause):
                starts.append((weight + _ARRIVAL, day))
            elif stretch.named and _STARTS.search(clause) and not _MEETS.search(clause):
                starts.append((weight + _DEPARTURE, day))
            elif stretch.named and rank <= _TOLD:
                starts.append((weight, day))
    return starts, ends


def _value(day: DateMention) -> str:
    return day.value


def _is_days_before(one: str, other: str) -> bool:
    """Whether one day lies before another, at most the length of a tour."""
    if min(len(one), len(other)) < len("2019-05-23"):
        return False
    return 0 < (date.fromisoformat(other) - date.fromisoformat(one)).days <= _LONGEST_TOUR


def _dates(document: Document, stretch: Stretch[Owner], mentions: Sequence[Mention]) -> Iterator[DateMention]:
    """The dates of a stretch, without one that belongs to the next reference."""
    sentence = document.sentence_at(stretch.start)
    first = _first(stretch, mentions)
    for day in document.dates_in(sentence.start - 1, sentence.end):
        if day.end > stretch.end:
            break
        if _DATELINE.match(document.text, day.end) or _STAMP.match(document.text, max(day.start, 0)):
            continue
        tight = 0 <= stretch.end - day.end <= _TIGHT and stretch.end < sentence.end
        if tight and not _CLAUSE.search(document.text, day.end, stretch.end):
            continue
        own = day.start >= stretch.start - 1
        before = first == stretch.start and 0 <= first - day.end <= _TIGHT
        if before and not _CLAUSE.search(document.text, day.end, first):
            own = True
        marks = len(_CLAUSE.findall(document.text[day.end : first])) if own and day.end <= first else 0
        if own and marks <= (3 if day.start <= sentence.start + 1 else 1):
            yield day


def _opening(document: Document, stretch: Stretch[Owner], mentions: Sequence[Mention]) -> DateMention | None:
    """The date that a sentence begins with, for a delegation that arrives later in it without a date of its own."""
    sentence = document.sentence_at(stretch.start)
    if not stretch.named or stretch.start == sentence.start:
        return None
    if any(_dates(document, stretch, mentions)) or not _ARRIVES.search(document.text, stretch.start, stretch.end):
        return None
    day = next(document.dates_in(sentence.start - 1, stretch.start), None)
    return day if day is not None and day.start <= sentence.start + 1 else None


def _first(stretch: Stretch[Owner], mentions: Sequence[Mention]) -> int:
    return min((m.start for m in mentions if stretch.start <= m.start < stretch.end), default=stretch.start)


def _before(document: Document, stretch: Stretch[Owner]) -> Iterator[DateMention]:
    """The date that the sentence before tells a beginning with: 赣州往深圳派人，从去年3月开始。首批40人."""
    sentence = document.sentence_at(stretch.start)
    if not stretch.named or sentence.index == 0:
        return
    last = document.sentences[sentence.index - 1]
    if last.paragraph == sentence.paragraph and _BEGINS.search(document.text, last.start, last.end):
        yield from document.dates_in(last.start - 1, last.end)


def _without_names(text: str, mentions: Sequence[Mention]) -> str:
    """The text with the references blanked, so that 赴 in a name is no journey."""
    for mention in mentions:
        text = text[: mention.start] + "□" * (mention.end - mention.start) + text[mention.end :]
    return text


def _clause(text: str, day: DateMention, stretch: Stretch[Owner]) -> str:
    """The clause of a date and, where the date is all of it, the next one."""
    start = stretch.start
    for mark in _CLAUSE.finditer(text, stretch.start, max(day.start, stretch.start)):
        start = mark.end()
    end_mark = _CLAUSE.search(text, day.end)
    end = end_mark.start() if end_mark else stretch.end
    if end - day.end < _SHORT and end_mark:
        after = _CLAUSE.search(text, end_mark.end())
        end = after.start() if after else stretch.end
    return text[start : min(end, stretch.end)]
