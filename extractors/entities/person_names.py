"""What a name of a person looks like: surnames, lengths, characters that no given name ends on."""

from __future__ import annotations

import re
from typing import Final

from extractors.lexicon import alternatives, words

HAN: Final = "\u4e00-\u9fff"
COMMON: Final = words("surnames", "common")
JAPANESE: Final = words("surnames", "japanese")
_SURNAMES: Final = words("surnames")
NOT_GIVEN: Final = frozenset(
    "的了和与及在是说率带任为等就对被把将也还都向到从从来去做给让并又再则称或者之以于由副正该各其我你他她们们这那兼当"
    "不没有要会能可应"
)
"""Characters that no given name ends on, so that a name ends before them."""
_CALLED: Final = re.compile(f"(?:副|总)?(?:{alternatives(words('titles', 'post'))}|总|局|处|工|书记)$")


def surname_of(text: str) -> str:
    """The surname that a text begins with, "" if it begins with none."""
    for size in (3, 2, 1):
        if text[:size] in _SURNAMES and len(text) >= size:
            return text[:size]
    return ""


def is_chinese_name(text: str) -> bool:
    """Whether a text has the form of a whole Chinese or Japanese name."""
    surname = surname_of(text)
    if not surname:
        return False
    given = text[len(surname) :]
    if _CALLED.fullmatch(given) or not re.fullmatch(f"[{HAN}]+", given):
        return False
    longest = 3 if surname in JAPANESE else 2
    return 1 <= len(given) <= longest and not any(c in NOT_GIVEN for c in given[-1:])
