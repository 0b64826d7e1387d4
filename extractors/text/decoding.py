"""Bytes as text: UTF-8, UTF-16 with a mark, GB18030, Big5, whichever reads as Chinese.

GB18030 gives characters for almost any bytes, so a reading of them is believed only where it has the
commonest characters of the language in it.
"""

from __future__ import annotations

import codecs
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY: Final = ("gb18030", "big5hkscs")
_COMMON: Final = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事"
    "平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直"
    "题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决"
    "西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再"
    "這個國為時來們學會說發動對過後產種經實現當點從業與關長義間樣質氣道變條結問題無線機開還見計別強處門領導東聯認權證書記區縣"
    "，。、：；“”《》！？"
)
_LEAST_COMMON: Final = 0.25
_MOST_CONTROLS: Final = 0.01


def decode(data: bytes) -> str | None:
    """The text that some bytes are; None if they are text in no encoding that Chinese news comes in."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    text = _strict(data, "utf-8")
    if text is not None:
        return text
    readings = [(_commonness(text), text) for encoding in _LEGACY if (text := _strict(data, encoding)) is not None]
    share, text = max(readings, key=lambda r: r[0], default=(0.0, ""))
    return text if share >= _LEAST_COMMON else None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, UnicodeError):
        return None
    controls = sum(text.count(c) for c in map(chr, range(32)) if c not in "\t\n\r\f")
    return text if controls <= _MOST_CONTROLS * len(text) else None


def _commonness(text: str) -> float:
    """Share of the commonest characters among those beyond ASCII."""
    beyond = [c for c in text[:20_000] if c > "\x7f" and not c.isspace()]
    return sum(c in _COMMON for c in beyond) / len(beyond) if beyond else 0.0
