"""Lists of the language, read once from `extractors/lexicons/`.

A list is a text file with one entry a line. Lines that begin with `#` are comments (the header
names the reference); `## name` begins a section. Blanks separate entries.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_PACKAGE = "extractors"


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of `lexicons/<name>.txt` by section, in file order; entries before any section under "".

    Raises:
        FileNotFoundError: if the wheel lacks the list.
    """
    text = resources.files(_PACKAGE).joinpath("lexicons", f"{name}.txt").read_text("utf-8")
    found: dict[str, list[str]] = {"": []}
    section = ""
    for line in text.splitlines():
        if line.startswith("## "):
            section = line[3:].strip()
            found.setdefault(section, [])
        elif line.strip() and not line.startswith("#"):
            found[section].extend(line.split())
    return {key: tuple(words) for key, words in found.items()}


@cache
def words(name: str, section: str | None = None) -> frozenset[str]:
    """All entries of a list, or of one section of it."""
    parts = sections(name)
    if section is not None:
        return frozenset(parts[section])
    return frozenset(word for part in parts.values() for word in part)


def alternatives(entries: frozenset[str] | tuple[str, ...]) -> str:
    """The entries as alternatives of a regular expression, longest first."""
    return "|".join(re.escape(entry) for entry in sorted(entries, key=lambda e: (-len(e), e)))
