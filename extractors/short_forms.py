"""Whether one name is short for another, as Chinese news shortens names.

    深圳竹云科技有限公司   竹云科技, 竹云          a stretch of the name without place and legal form
    深圳创新投资集团       深创投                 first characters of its words
    青岛市商务局           市商务局, 商务局        the place left out
Not: 平安证券 of 平安银行 (the line of business differs), 大学 of 复旦大学 (the head alone).
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractors import lexicon
from graph.model import Label
from graph.places import gazetteer

_LEGAL = re.compile(
    r"(股份有限公司|有限责任公司|集团有限公司|集团股份有限公司|控股集团|控股有限公司|有限公司|集团公司|股份|集团|控股|公司)+$"
)
_BRACKETS = re.compile(r"[(（][^)）]*[)）]")
_MARKS = re.compile(r"[\"“”‘’「」\s·•\-—－]")
_TRADES = lexicon.words("suffixes", "enterprise") | lexicon.words("suffixes", "trade")
_BUSINESS = re.compile(rf"(?:{lexicon.alternatives(_TRADES)})+$")
_DIVISION = re.compile(r"[省市县区州]")
_PAIRS = lexicon.sections("office_forms")[""]
_OFFICES = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_OFFICE = re.compile(lexicon.alternatives(frozenset(_OFFICES)))
_CITY = re.compile(r"^([\u4e00-\u9fff]{2,4}?)市(?![场民长政委])")
_HEADS = frozenset(lexicon.words("suffixes"))


@lru_cache(maxsize=1 << 14)
def core(name: str, label: Label) -> str:
    """A name without marks; of a company, without brackets and legal form; of an office, in its usual form."""
    text = _CITY.sub(r"\1", _MARKS.sub("", name))
    if label is Label.ENTERPRISE:
        text = _BRACKETS.sub("", text)
        text = _LEGAL.sub("", text) or text
    elif label is Label.ORGANIZATION:
        text = _OFFICE.sub(lambda match: _OFFICES[match.group()], text)
    return text


def derived(name: str, label: Label) -> tuple[str, ...]:
    """Short forms that a company's full name allows: without place and legal form, then without line of business."""
    plain = core(name, label)
    place = next((n for n in range(min(len(plain) - 2, 6), 1, -1) if gazetteer().by_name(plain[:n])), 0)
    stem = plain[place:]
    business = _BUSINESS.search(stem)
    brand = stem[: business.start()] if business else stem
    return tuple(form for form in dict.fromkeys((stem, brand)) if len(form) >= (2 if form is stem and place else 3))


def is_formal(name: str) -> bool:
    """Whether a company's name has its legal form, so that it is no short form of one that has another."""
    legal = _LEGAL.search(_BRACKETS.sub("", name))
    return legal is not None and legal.group() != "公司"


def is_short(short: str, long: str, label: Label) -> bool:
    """Whether `short` can stand for `long` (both of `label`)."""
    if len(short) < 2 or len(short) > len(long) or short == long or short in _HEADS:
        return False
    one, other = core(short, label), core(long, label)
    if one == other:
        return True
    if len(one) < 2 or one in _HEADS or len(one) >= len(other):
        return False
    if label is Label.ENTERPRISE:
        return _is_piece(one, other) or _is_acronym(one, other)
    return (
        other.endswith(one)
        or (other.startswith(one) and other[len(one) :] in {"社", "报社"})
        or _is_acronym_of_body(one, other)
    )


def _is_piece(one: str, other: str) -> bool:
    """A stretch that begins the name or follows its place, with nothing but the line of business behind it."""
    at = other.find(one)
    if at < 0 or (at > 0 and not gazetteer().by_name(other[:at])):
        return False
    rest = other[at + len(one) :]
    return (at == 0 and len(one) > 3) or not rest or _BUSINESS.fullmatch(rest) is not None


def _is_acronym(one: str, other: str) -> bool:
    """Characters of the name in their order, the first one first, in a form of three or four."""
    if not 3 <= len(one) <= 4 or len(other) < len(one) + 2 or one[0] != other[0]:
        return False
    rest = iter(other)
    return all(c in rest for c in one)


def _is_acronym_of_body(one: str, other: str) -> bool:
    if not 3 <= len(one) <= 6 or one[-1] != other[-1] or one[0] != other[0] or _DIVISION.search(other, 2):
        return False
    rest = iter(other)
    return all(c in rest for c in one)
