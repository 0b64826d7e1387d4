"""An article: a text with an id, a title, a source and a publication date."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was given, and what is known about it from elsewhere."""

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    licence: str | None = None
    published: str | None = None
    """ISO 8601 day, month or year."""

    @property
    def sha256(self) -> str:
        """Of the text in UTF-8."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
