"""What a text has told up to a place, as far as dates rest on it: days of the story, dated headings, the dateline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from extractors import date_forms as forms
from extractors.days import When
from extractors.numerals import parse

NEAR: Final = 62
"""A day that lies so many days before the publication at most belongs to the story that is told."""
_AHEAD: Final = 40
"""And one that lies so many days after it."""
_HALF_A_YEAR: Final = 6
"""So many months between a month without a year and the publication make the nearer year the likelier one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A resolved date and how it was found."""

    start: int
    end: int
    when: When
    until: When | None = None
    rule: str = "date"
    relative: bool = False
    firm: bool = False
    """Whether the text gives its year in figures, here or before."""


@dataclass(frozen=True, slots=True)
class Section:
    """What a heading says of the dates below it."""

    start: int
    year: int | None
    month: int | None


@dataclass(slots=True)
class Story:
    """What has been told up to here."""

    text: str
    published: When | None
    breaks: list[int]
    lines: list[int]
    today: When | None = None
    found: list[Found] = field(default_factory=list)
    thread: Found | None = None
    """The last day of the story itself, not of what it looks back at."""
    sections: list[Section] = field(default_factory=list)
    chinese_days: bool = False

    @classmethod
    def of(cls, text: str, published: str | None) -> Story:
        """A story of which nothing has been told yet."""
        return cls(
            text,
            When.parsed(published),
            [m.end() for m in re.finditer(r"[。！？；\n]", text)],
            [m.end() for m in re.finditer(r"\n+", text)],
            sections=list(sections(text)),
            chinese_days=forms.CHINESE_DAYS.search(text) is not None,
        )

    def sentence(self, offset: int) -> int:
        """Number of the sentence that holds a character; semicolons end one here."""
        return bisect_right(self.breaks, offset)

    def paragraph(self, offset: int) -> int:
        """Number of the paragraph that holds a character."""
        return bisect_right(self.lines, offset)

    def last(self, at: int, *, scope: str, month: bool = False, day: bool = False) -> Found | None:
        """The last date before a place within its sentence or paragraph or the text, that has a month or a day."""
        place = {"sentence": self.sentence, "paragraph": self.paragraph}.get(scope)
        for found in reversed(self.found):
            if place and place(found.start) != place(at):
                return None
            if found.rule in {"header", "recent", "ago"}:
                continue
            if (found.when.month or not month) and (found.when.day or not day):
                return found
        return None

    def add(self, found: Found) -> None:
        """Notes a date; a day near the publication carries the story on."""
        self.found.append(found)
        if found.rule == "dateline":
            self.today = found.when
        elif found.when.day and found.rule != "header" and self._belongs(found.when):
            self.thread = found

    def _belongs(self, when: When) -> bool:
        if self.published is None or self.published.month is None:
            return True
        edge = (self.published if self.published.day else self.published.months_later(1) or self.published).first
        return -NEAR <= (when.first - edge).days <= _AHEAD

    def paragraph_month(self, at: int) -> Found | None:
        """The month that the paragraph tells of: that of its days in the thread, else one given with its year."""
        firm: Found | None = None
        for found in reversed(self.found):
            if self.paragraph(found.start) != self.paragraph(at):
                break
            if found is self.thread:
                return found
            told = found.when.month and found.rule not in {"header", "recent", "dateline", "ago"}
            if firm is None and told and (not found.relative or found.when.day):
                firm = found
        return firm

    def section(self, at: int) -> Section | None:
        """The dated heading above a place."""
        before = bisect_right(self.sections, at, key=lambda s: s.start) - 1
        return self.sections[before] if before >= 0 else None

    def is_planned(self, start: int, end: int, *, clause: bool = True) -> bool:
        """Whether the clause (or sentence) before a date or the words after it announce something."""
        number = self.sentence(start)
        left = self.breaks[number - 1] if number else 0
        right = self.breaks[number] if number < len(self.breaks) else len(self.text)
        if clause:
            left = max(left, self.text.rfind("，", left, start) + 1)
        return forms.PLANNED.search(forms.TITLE.sub("《》", self.text[left : min(right, end + 60)])) is not None

    def year_of(self, month: int, day: int | None, start: int, end: int) -> tuple[int | None, bool]:
        """The year of a month that is written without one, and whether the text gives it."""
        near = self.last(start, scope="sentence")
        if near is not None:
            return near.when.year + _turn(near, month), near.firm
        section = self.section(start)
        if section and section.year:
            return section.year, True
        told = self.last(start, scope="text")
        base = self.today or self.published
        guess = self._before_publication(month, start, end, base) if base else None
        if guess is None:
            return (told.when.year, told.firm) if told else (None, False)
        if told is None or told.when.year >= guess or _is_news(When.real(guess, month, day), base):
            return guess, False
        # The story of an earlier year runs on: 2017年3月……。9月……
        runs_on = told.firm and told.when.month is not None and month >= told.when.month
        close = self.paragraph(start) - self.paragraph(told.start) <= (2 if day and told.when.day else 0)
        planned = self.is_planned(start, end, clause=False)
        return (told.when.year, True) if runs_on and close and not planned else (guess, False)

    def _before_publication(self, month: int, start: int, end: int, base: When) -> int:
        """The year in which a month lies, seen from the day of publication."""
        if base.month is None:
            return base.year
        if month > base.month:
            # Last year's 10月 would be called so in June, but not in January.
            planned = self.is_planned(start, end, clause=False)
            return base.year if planned or month - base.month < _HALF_A_YEAR else base.year - 1
        ahead = base.month - month >= _HALF_A_YEAR and self.is_planned(start, end)
        return base.year + 1 if ahead else base.year

    def month_of(self, day: int, start: int, end: int) -> tuple[When | None, bool]:
        """The month of a day that is written without one, and whether the text gives its year."""
        told = self.last(start, scope="sentence", month=True) or self.paragraph_month(start)
        section = self.section(start)
        if told is None and section and section.year and section.month:
            return When(section.year, section.month), True
        told = told or self.thread
        if told:
            last = told.until or told.when
            # 4月28日……2日 is the month after.
            turned = last.day is not None and last.day >= 20 and day <= 10 and last.day - day > 14
            return (last.months_later(1) if turned else last), told.firm
        base = self.today or self.published
        if base is None or base.month is None:
            before = self.last(start, scope="text", month=True)
            return (before.when, before.firm) if before else (None, False)
        ahead = base.day is not None and day > base.day and not self.is_planned(start, end)
        return (base.months_later(-1) if ahead else base), False


def _turn(near: Found, month: int) -> int:
    """One where a range of months passes the turn of the year (去年12月……到1月)."""
    last = (near.until or near.when).month
    return int(last is not None and last >= 11 and month <= 2)


def _is_news(when: When | None, base: When | None) -> bool:
    """Whether a day lies shortly before the publication."""
    if when is None or when.day is None or base is None:
        return False
    return -NEAR <= (when.first - base.first).days <= (31 if base.day is None else 0)


def sections(text: str) -> Iterator[Section]:
    """Dated headings; one that has only a month keeps the year above."""
    year: int | None = None
    for line in re.finditer(r"[^\n]+", text):
        if annals := forms.ANNALS.search(line[0][:40]):
            if not year:
                year = int(annals["year"])
                yield Section(line.end(), year, None)
            continue
        heading = forms.SECTION.match(line[0]) if len(line[0]) <= 20 and not re.search("[，。]", line[0]) else None
        if heading and (heading["year"] or heading["month"]):
            year = parse(heading["year"]) if heading["year"] else year
            yield Section(line.start(), year, parse(heading["month"] or ""))
