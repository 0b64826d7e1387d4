"""Characters of GBK by their two bytes, and how they are read."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from pypinyin import Style, pinyin


@cache
def with_lead(lead: int) -> tuple[str, ...]:
    """All characters with a first byte."""
    return tuple(c for trail in range(0x40, 0xFF) if (c := pair(lead, trail)))


@cache
def with_trail() -> dict[int, tuple[str, ...]]:
    """All characters by their second byte."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for lead in range(0x81, 0xF8):
        for trail in range(0x40, 0xFF):
            if character := pair(lead, trail):
                found[trail].append(character)
    return {trail: tuple(characters) for trail, characters in found.items()}


@cache
def pair(lead: int, trail: int) -> str | None:
    """The character of two bytes; None where there is none."""
    try:
        character = bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return None
    return character if len(character) == 1 else None


def code_of(character: str) -> tuple[int, int] | None:
    """The two bytes of a character in GBK."""
    try:
        code = character.encode("gbk")
    except UnicodeEncodeError:
        return None
    return (code[0], code[1]) if len(code) == 2 else None


def reads(character: str, syllable: str) -> bool:
    """Whether a syllable with its tone is a reading of a character."""
    return syllable in readings(character)


@cache
def readings(character: str) -> frozenset[str]:
    """All readings of a character, with their tones."""
    return frozenset(pinyin(character, style=Style.TONE, heteronym=True)[0])
