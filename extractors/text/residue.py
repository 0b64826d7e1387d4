"""What pages and programs leave in a text: pinyin in brackets, tags, entities, private and invisible characters.

Reads 網(wǎng)絡 as 網絡, 們(men) as 們, `&nbsp;` as a space, `</p>` as nothing.
Leaves 腾讯(Tencent), 项目(ppt), 长(cháng)江 as a note on reading is lost, which no fact rests on.
"""

from __future__ import annotations

import html
import re
from typing import Final

from pypinyin import Style, pinyin

from extractors.text.aligned import Aligned

_TONED: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿêü"
_PINYIN: Final = re.compile(rf"(?<=[\u3400-\u9fff])\(([a-z{_TONED}]{{1,7}})\)")
_ENTITY: Final = re.compile(r"&(?:nbsp|ensp|emsp|quot|amp|lt|gt|middot|ldquo|rdquo|mdash|hellip|#\d{1,6});")
_TAG: Final = re.compile(
    r"</?(?:p|br|div|span|strong|b|em|img|a|center|font|td|tr|table)(?:\s[^<>\n]{0,200})?/?>", re.I
)
_INVISIBLE: Final = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\ue000-\uf8ff\x00-\x08\x0b\x0c\x0e-\x1f\x7f\r]")


def cleaned(source: Aligned) -> Aligned:
    """The text without residue."""
    return _without_pinyin(_without_entities(_without_invisible(source)))


def _without_invisible(source: Aligned) -> Aligned:
    return source.without((m.start(), m.end()) for m in _INVISIBLE.finditer(source.text))


def _without_entities(source: Aligned) -> Aligned:
    if "&" in source.text:
        source = source.edited(
            (m.start(), m.end(), html.unescape(m[0]).replace("\xa0", " ")) for m in _ENTITY.finditer(source.text)
        )
    return source.without((m.start(), m.end()) for m in _TAG.finditer(source.text)) if "<" in source.text else source


def _without_pinyin(source: Aligned) -> Aligned:
    text = source.text
    return source.without(
        (m.start(), m.end()) for m in _PINYIN.finditer(text) if _is_reading(text[m.start() - 1], m[1])
    )


def _is_reading(character: str, syllable: str) -> bool:
    """Whether a syllable in brackets tells how the character before it is read; a tone mark tells it by itself."""
    if any(c in _TONED for c in syllable):
        return True
    readings = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
    return syllable in readings
