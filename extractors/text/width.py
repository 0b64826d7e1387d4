"""Widths of characters as Chinese print has them: digits and letters half, punctuation between Chinese characters full.

One character for one, so that offsets stay. 1,200 and 15:30 keep their marks, URLs and English stay as they are.
"""

from __future__ import annotations

import re
from typing import Final

from extractors.text.aligned import Aligned

_HALF: Final = {
    **{0xFF10 + i: 0x30 + i for i in range(10)},
    **{0xFF21 + i: 0x41 + i for i in range(26)},
    **{0xFF41 + i: 0x61 + i for i in range(26)},
    **str.maketrans("％＋－．＆「」『』﹃﹄﹁﹂〝〞﹐﹔﹕｡､｢｣〔〕", "%+-.&“”‘’‘’“”“”，；：。、“”（）"),
}
_FULL: Final = dict(zip(",:;!?()", "，：；！？（）", strict=True))
_CHINESE: Final = r"\u3400-\u9fff\u3000-\u303f\uff01-\uff5e“”‘’…—"
_MARK: Final = re.compile(rf"(?<=[{_CHINESE}])[,:;!?()]|[,:;!?()](?=[{_CHINESE}])")
_BRACKETED: Final = re.compile(r"\(([^()\n]{1,40})\)")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[\x21-\x7e]+")


def normalised(source: Aligned) -> Aligned:
    """The text with digits and letters half and Chinese punctuation full width, straight quotes curled."""
    text = source.text.translate(_HALF)
    text = _curled(_full_marks(text))
    return source if text == source.text else source.replaced(text)


def _full_marks(text: str) -> str:
    if not any(c in text for c in _FULL):
        return text
    text = _BRACKETED.sub(lambda m: f"（{m[1]}）" if _in_chinese(m) else m[0], text)
    addresses = [m.span() for m in _ADDRESS.finditer(text)]
    return _MARK.sub(lambda m: m[0] if any(a <= m.start() < b for a, b in addresses) else _FULL[m[0]], text)


def _in_chinese(match: re.Match[str]) -> bool:
    text = match.string
    around = text[max(match.start() - 1, 0) : match.start()] + match[1] + text[match.end() : match.end() + 1]
    return re.search(rf"[{_CHINESE}]", around) is not None


def _curled(text: str) -> str:
    """Straight double quotes as “ and ” by turns, in lines that have an even number of them."""
    if '"' not in text:
        return text
    return "\n".join(_curled_line(line) if line.count('"') % 2 == 0 else line for line in text.split("\n"))


def _curled_line(line: str) -> str:
    pieces = line.split('"')
    return "".join(p + ("" if i == len(pieces) - 1 else "“”"[i % 2]) for i, p in enumerate(pieces))
