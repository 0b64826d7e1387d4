"""Dates of the text, resolved at the precision that the text gives.

A date without a year takes the one of its sentence, else of its paragraph where the story runs on, else that of the
publication, and lies before the publication unless something is planned. A day without a month takes that of the day
before it. 当天 and 次日 follow the last day told, 今天 and 昨天 the dateline or the publication, 近日 and 日前 are the
publication's month.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from extractors import date_forms as forms
from extractors.date_forms import DURATION, FORM, UNTIL
from extractors.date_story import Found, Story
from extractors.days import When
from extractors.document import DateMention
from extractors.numerals import parse

_TODAY: Final = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
_MONTHS: Final = {"本": 0, "这": 0, "上": -1, "下": 1}
_YEARS: Final = {"今年": 0, "本年": 0, "去年": -1, "上年": -1, "前年": -2, "明年": 1, "后年": 2}
_WEEKS: Final = {"上": -1, "本": 0, "这": 0, "下": 1}


def find_dates(text: str, published: str | None = None) -> list[DateMention]:
    """All dates of a repaired text in their order; those inside 《》 are part of a title and left out.

    Args:
        text: repaired text.
        published: ISO 8601 publication date at any precision; without it dates without a year are left out
            unless the text itself gives one.
    """
    story = Story.of(text, published)
    titled = {at for m in forms.TITLE.finditer(text) for at in range(*m.span())}
    at = 0
    while match := FORM.search(text, at):
        at = max(match.end(), match.start() + 1)
        if match.start() in titled or DURATION.search(text, max(0, match.start() - 4), match.start()):
            continue
        found = _resolve(match, story)
        if found is not None:
            found = _extended(found, story)
            story.add(found)
            at = max(at, found.end)
    return [
        DateMention(f.start, f.end, f.when.iso, f.until.iso if f.until else None, f.rule, f.relative)
        for f in story.found
    ]


def _resolve(match: re.Match[str], story: Story) -> Found | None:
    """One date of the text, by the groups that its form fills."""
    group = match.groupdict()
    for key, resolver in _RESOLVERS:
        if group[key] is not None:
            found = resolver(match, story)
            return None if found is None else _placed(found, story)
    return None


def _placed(found: Found, story: Story) -> Found:
    """Marks the date of a dateline (本报5月9日讯) and of a line that tells source and time of publication."""
    text = story.text
    begin = text.rfind("\n", 0, found.start) + 1
    stop = text.find("\n", found.end)
    line = text[begin : stop if stop >= 0 else len(text)]
    if forms.DATELINE.match(text[begin : found.start]) and forms.DATELINE_END.match(text[found.end : found.end + 4]):
        return replace(found, rule="dateline")
    bare = not found.relative and len(line.strip()) <= found.end - found.start + 2
    if found.when.day and len(line) <= 60 and "。" not in line and (bare or forms.HEADER.search(line)):
        return replace(found, until=None, rule="header")
    return found


def _extended(found: Found, story: Story) -> Found:
    """With the end of its range, if one follows (4月30日至5月2日)."""
    tail = UNTIL.match(story.text, found.end) if found.when.day and found.until is None else None
    if tail is None or found.when.day is None:
        return found
    year = int(tail["year"]) if tail["year"] else found.when.year
    month = parse(tail["month"]) if tail["month"] else found.when.month
    until = When.real(year, month, parse(tail["day"]))
    if until and not tail["year"] and until.first < found.when.first:
        until = When.real(year + 1, month, until.day)
    if until is None or until.first < found.when.first:
        return found
    return replace(found, end=tail.end(), until=until)


def _years(match: re.Match[str], _: Story) -> Found | None:
    first, last = When.real(int(match["first_year"])), When.real(int(match["last_year"]))
    return Found(match.start(), match.end(), first, last, "range") if first and last else None


def _iso(match: re.Match[str], _: Story) -> Found | None:
    when = When.real(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
    return Found(match.start(), match.end(), when, firm=True) if when else None


def _year_only(match: re.Match[str], story: Story) -> Found | None:
    year = _stated_year(match["only_year"], match["only_relative_year"], match.start(), story)
    when = When.real(year) if year else None
    return (
        Found(
            match.start(),
            match.end(),
            when,
            relative=match["only_year"] is None,
            firm=_is_firm(match["only_relative_year"]),
        )
        if when
        else None
    )


def _months(match: re.Match[str], story: Story) -> Found | None:
    stated = _stated_year(match["year"], match["relative_year"], match.start(), story)
    first, last = int(match["first_month"]), int(match["last_month"])
    year, firm = (
        (stated, _is_firm(match["relative_year"])) if stated else story.year_of(first, None, match.start(), match.end())
    )
    begin = When.real(year, first) if year else None
    end = When.real(year + (last < first), last) if year else None
    return Found(match.start(), match.end(), begin, end, relative=stated is None, firm=firm) if begin and end else None


def _month(match: re.Match[str], story: Story) -> Found | None:
    text = match["month"]
    bare = match["month_year"] is None and match["month_relative_year"] is None
    has_day = match["day"] is not None or match["first_day"] is not None
    if text and not text.isdigit() and bare and not has_day and _is_no_month(match):
        return None
    day = parse(match["first_day"] or match["day"] or "")
    stated = _stated_year(match["month_year"], match["month_relative_year"], match.start(), story)
    if match["relative_month"]:
        base = _relative_month(match["relative_month"], match.start(), story)
        year, month, firm = (base.year, base.month, False) if base else (None, None, False)
    else:
        month = parse(text)
        year, firm = (
            (stated, _is_firm(match["month_relative_year"]))
            if stated
            else story.year_of(month or 1, day, match.start(), match.end())
        )
    when = When.real(year, month, day) if year and month else None
    until = When.real(year, month, parse(match["last_day"])) if when and year and match["last_day"] else None
    relative = match["month_year"] is None
    return Found(match.start(), match.end(), when, until, relative=relative, firm=firm) if when else None


def _is_no_month(match: re.Match[str]) -> bool:
    """三月 alone is a month unless it counts (两三月) or is part of a name (五月花)."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return before in set("第几数近半") or after in set("花流天子饼余多半")


def _relative_month(text: str, at: int, story: Story) -> When | None:
    if text[0] in _MONTHS:
        base = story.today or story.published
        return base.months_later(_MONTHS[text[0]]) if base else None
    last = story.last(at, scope="text", month=True)
    return last.when.months_later(1 if text[0] in "次翌" else 0) if last else None


def _is_firm(relative: str | None) -> bool:
    """Whether a stated year rests on figures of the text (2019年, 同年) and not on the publication (去年)."""
    return relative not in _YEARS


def _stated_year(year: str | None, relative: str | None, at: int, story: Story) -> int | None:
    if year:
        return parse(year)
    if not relative:
        return None
    if relative in _YEARS:
        section = story.section(at)
        if relative == "上年" and section and section.year:
            return section.year - 1
        base = story.today or story.published
        return base.year + _YEARS[relative] if base else None
    last = story.last(at, scope="text")
    return last.when.year + (relative[0] in "次翌") if last else None


def _years_ago(match: re.Match[str], story: Story) -> Found | None:
    base = story.today or story.published
    years = parse(match["years_ago"])
    if base is None or years is None:
        return None
    if match["this_day"]:
        when = When.real(base.year - years, base.month, base.day)
        return Found(match.start(), match.end(), when, relative=True, rule="today") if when else None
    return Found(match.start(), match.end(), When(base.year - years), relative=True, rule="ago")


def _days_later(match: re.Match[str], story: Story) -> Found | None:
    told, days = story.last(match.start(), scope="paragraph", day=True), parse(match["days_later"])
    when = told.when.later(days) if told and days else None
    firm = told is not None and told.firm
    return Found(match.start(), match.end(), when, relative=True, rule="day", firm=firm) if when else None


def _bare_days(match: re.Match[str], story: Story) -> Found | None:
    first, last = int(match["bare_first_day"]), int(match["bare_last_day"])
    base, firm = story.month_of(first, match.start(), match.end())
    begin = When.real(base.year, base.month, first) if base else None
    end = When.real(base.year, base.month, last) if base else None
    return Found(match.start(), match.end(), begin, end, relative=True, firm=firm) if begin and end else None


def _bare_day(match: re.Match[str], story: Story) -> Found | None:
    text = match["bare_day"] or match["numbered_day"]
    if len(text) == 1 and not text.isdigit() and not story.chinese_days:
        return None
    day = parse(text)
    base, firm = story.month_of(day or 0, match.start(), match.end())
    when = When.real(base.year, base.month, day) if base and day else None
    return Found(match.start(), match.end(), when, relative=True, firm=firm) if when else None


def _same_day(match: re.Match[str], story: Story) -> Found | None:
    near = story.last(match.start(), scope="paragraph", day=True)
    told = near if near and near.rule != "dateline" else story.thread
    if told is None:
        return None
    days = 1 if match["next_day"] else -1 if match["day_before"] else 0
    when = told.when.later(days)
    return Found(match.start(), match.end(), when, relative=True, rule="day", firm=told.firm) if when else None


def _nth_day(match: re.Match[str], story: Story) -> Found | None:
    """第三天 of what began on the last day that is not counted so itself; 首日 of a range that was told."""
    counted = [f for f in story.found if f.when.day and f.rule not in {"nth", "header", "dateline"}]
    here = [f for f in counted if story.paragraph(f.start) == story.paragraph(match.start())]
    ranges = [f for f in here or counted if f.until]
    base = ranges or here
    told = base[-1] if base else story.thread
    text = match["nth_day"]
    number = 1 if text in {"首日", "头一天"} else parse(text[1:-1]) or 1
    when = told.when.later(number - 1) if told else None
    firm = told is not None and told.firm
    return Found(match.start(), match.end(), when, relative=True, rule="nth", firm=firm) if when else None


def _today(match: re.Match[str], story: Story) -> Found | None:
    base = story.today or story.published
    when = base.later(_TODAY[match[0][0]]) if base and base.day else base
    return Found(match.start(), match.end(), when, relative=True, rule="today") if when else None


def _week(match: re.Match[str], story: Story) -> Found | None:
    base = story.today or story.published
    if base is None or base.day is None:
        return None
    weekday = "一二三四五六日".find((match["weekday"] or "").replace("天", "日").replace("末", "六") or "-")
    if weekday < 0:
        return Found(match.start(), match.end(), base.as_month, relative=True, rule="week")
    when = base.later(7 * _WEEKS[match["week"][0]] + weekday - base.first.weekday())
    return Found(match.start(), match.end(), when, relative=True, rule="week") if when else None


def _recent(match: re.Match[str], story: Story) -> Found | None:
    base = story.published or story.today
    return Found(match.start(), match.end(), base.as_month, relative=True, rule="recent") if base else None


def _part_of_year(match: re.Match[str], story: Story) -> Found | None:
    near = story.last(match.start(), scope="sentence")
    base = near.when if near else story.today or story.published
    return Found(match.start(), match.end(), When(base.year), relative=True) if base else None


def _part_of_month(match: re.Match[str], story: Story) -> Found | None:
    near = story.last(match.start(), scope="sentence", month=True)
    base = near.when if near else story.today or story.published
    return Found(match.start(), match.end(), base.as_month, relative=True) if base and base.month else None


_RESOLVERS: Final = (
    ("first_year", _years),
    ("iso_year", _iso),
    ("first_month", _months),
    ("month", _month),
    ("relative_month", _month),
    ("only_year", _year_only),
    ("only_relative_year", _year_only),
    ("bare_first_day", _bare_days),
    ("bare_day", _bare_day),
    ("numbered_day", _bare_day),
    ("years_ago", _years_ago),
    ("days_later", _days_later),
    ("same_day", _same_day),
    ("next_day", _same_day),
    ("day_before", _same_day),
    ("nth_day", _nth_day),
    ("today", _today),
    ("week", _week),
    ("recent", _recent),
    ("part_of_year", _part_of_year),
    ("part_of_month", _part_of_month),
)
