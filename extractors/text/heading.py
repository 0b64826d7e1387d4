"""What an article says about itself: its title, outlet and publication date, where nobody else tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extractors.days import When
from extractors.document import Sentence
from extractors.numerals import parse

_DIGITS: Final = "〇零○一二三四五六七八九"
_DATE: Final = re.compile(
    rf"(?P<year>20\d{{2}}|19[89]\d|[一二][{_DIGITS}]{{3}})(?:年|[-./])(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})"
    rf"(?:月|[-./])(?P<day>\d{{1,2}}|[一二三四五六七八九十廿卅]{{1,3}})日?"
)
_SAID: Final = re.compile(r"(?:发布时间|发布日期|发表时间|发布于|发表于|日期|时间|刊发)[:：]?\s*$")
_SOURCE: Final = re.compile(r"(?:来源|稿源|文章来源|信息来源)[:：]\s*([^\s|｜:：，。]{2,16})")
_OUTLET: Final = re.compile(
    r"^[【（(\[]?([^，。：:\s【】]{2,8}(?:日报|晚报|早报|时报|商报|晨报|文汇报|大公报|新闻网|在线))(?=讯|\d|记者|[】）)])"
)
_HEAD: Final = 6
_WIDEST: Final = 70


def published_in(text: str) -> str | None:
    """The day on which an article says that it was published; None if it does not.

    Reads a date after 发布时间, or one in a short line of the first six or the last two that tells no event.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in (*lines[:_HEAD], *lines[-2:]):
        match = _DATE.search(line)
        if match is None:
            continue
        said = _SAID.search(line[: match.start()]) is not None
        short = len(line) <= _WIDEST and not re.search(r"[，。；！]", line)
        rest = line[: match.start()] + line[match.end() :]
        if said or (short and (len(rest) <= 12 or re.search(r"来源|作者|编辑|记者|点击|\d:\d\d|版|星期", rest))):
            when = When.real(parse(match["year"]) or 0, parse(match["month"]), parse(match["day"]))
            if when is not None:
                return when.iso
    return None


def source_in(text: str) -> str | None:
    """The outlet that an article names as its source (来源：…日报; 【…日报讯】)."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in (*lines[:_HEAD], *lines[-2:]):
        match = _SOURCE.search(line) or _OUTLET.search(line)
        if match is not None:
            return match[1]
    return None


def title_in(text: str, sentences: Sequence[Sentence]) -> str | None:
    """The first headline."""
    first = next((s for s in sentences if s.headline), None)
    if first is None:
        return None
    last = [s for s in sentences if s.headline and s.paragraph == first.paragraph][-1]
    return text[first.start : last.end]
