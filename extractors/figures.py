"""Counted things: 150名, 60余家, 三批."""

from __future__ import annotations

import re
from typing import Final

from extractors.document import Figure

_COUNT: Final = re.compile(r"(近|约|超|超过|逾)?(\d+)(余|多)?(名|家|人|批|个|天|位|项)")


def find_figures(text: str) -> list[Figure]:
    """All figures in their order."""
    return [Figure(m.start(2), m.end(), int(m[2]), m[4], bool(m[1] or m[3])) for m in _COUNT.finditer(text)]
