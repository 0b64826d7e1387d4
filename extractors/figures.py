"""Counted things: 150名, 60余家, 三批, 百余人, 一百二十名, 近百家, 1.2亿元.

第三批 counts nothing, 几十名 and 数十家 have no value. Amounts are whole numbers of their currency
(1.2亿元 → 120000000 元).
"""

from __future__ import annotations

import re
from typing import Final

from extractors.document import Figure
from extractors.numerals import CHINESE, parse

_PEOPLE: Final = "人次|人民币(?!元)|名|人(?!民|均|大|员|才|工|口)|位"
_THINGS: Final = "家|个(?!月)|批(?!次)|批次|期(?!间|货)|天|项|处|场|所|支|户|间|条|站|类|次"
_MONEY: Final = "元|美元|欧元|港元|日元|英镑|澳元|卢布"
_COUNT: Final = re.compile(
    rf"(?P<about>大约|约有|约|超过|超|逾|近|接近|将近|上|多达|至少|不少于|近乎)?"
    rf"(?<![第\d.,{CHINESE}几数每])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|[{CHINESE}]+)(?P<large>[万亿百千]*)"
    rf"(?P<more>余|多|来|几)?(?P<larger>[万亿]?)(?P<unit>{_MONEY}|{_PEOPLE}|{_THINGS})(?P<up>左右|以上|上下)?"
)


def find_figures(text: str) -> list[Figure]:
    """All figures of a repaired text in their order."""
    return [figure for match in _COUNT.finditer(text) if (figure := _figure(match)) is not None]


def _figure(match: re.Match[str]) -> Figure | None:
    value = parse(match["number"] + match["large"] + match["larger"])
    if value is None or value == 0:
        return None
    approximate = bool(match["about"] or match["more"] or match["up"])
    return Figure(match.start("number"), match.end("unit"), value, match["unit"], approximate)
