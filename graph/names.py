"""Normal forms of names, for keys, search and ids.

Two forms of a name are one if their normal forms are equal. The normal form of each label is that of the key table:
NFKC, simplified script, no quotes, no blanks; the legal form of a company is stripped, 集团 is kept.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Protocol

from graph.model import Label


class _Converter(Protocol):
    def convert(self, text: str) -> str: ...


QUOTES = re.compile(r"[\s“”‘’\"'`´「」『』《》〈〉«»‹›＂＇\u200b-\u200f\ufeff]+")
_SIGNS = str.maketrans("‐‑‒–—―−－~～•‧・∙⋅（）［］【】", "--------~~·····()[][]")
LEGAL_FORM = re.compile(r"(?:股份有限责任|有限责任|股份有限|股份|有限)公司|(?<![分子总])公司$")
"""股份有限公司 wherever it stands (…有限公司青岛分公司), 公司 at the end; 分公司, 子公司, 总公司 are none."""


@cache
def _converter() -> _Converter:
    import opencc  # noqa: PLC0415 (loads its dictionaries, which a command that only shows help never needs)

    converter: _Converter = opencc.OpenCC("t2s")
    return converter


@lru_cache(maxsize=50_000)
def simplified(text: str) -> str:
    """The text in simplified script (OpenCC, t2s)."""
    return _converter().convert(text)


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """NFKC, simplified, no quotes or blanks, one form of each dash and bracket."""
    folded = unicodedata.normalize("NFKC", QUOTES.sub("", text))
    return simplified(unicodedata.normalize("NFKC", QUOTES.sub("", folded)).translate(_SIGNS))


def normal(name: str, label: Label) -> str:
    """The normal form of a name for its label; never empty for a name that is not."""
    form = plain(name) or name
    if label is Label.ENTERPRISE:
        form = LEGAL_FORM.sub("", form) or form
    return form


def _letters(rest: str) -> str:
    return "".join(c for c in rest if c.isalnum())


@lru_cache(maxsize=50_000)
def _syllables(name: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 (loads its dictionaries)

    return tuple(s.lower() for s in lazy_pinyin(name, errors=_letters) if s)


def pinyin(name: str) -> str:
    """How a name is typed: all syllables, then the initials (青岛市 → `qingdaoshi qds`)."""
    syllables = _syllables(plain(name))
    return f"{''.join(syllables)} {''.join(s[0] for s in syllables)}".strip()


def slug(name: str, length: int = 40) -> str:
    """The readable part of an id: pinyin in ASCII letters and digits, cut to a length (`shenchuangtou`)."""
    text = unicodedata.normalize("NFKD", "".join(_syllables(plain(name)))).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "", text.lower())[:length] or "x"
