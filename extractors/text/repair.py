"""A damaged text as it was meant, with the way back to every character.

In this order: shifted bytes, residue out, widths, hard-wrapped lines joined, traditional to simplified.
Each step leaves clean text as it is.
"""

from __future__ import annotations

from extractors.text import lines, residue, script, shifted, width
from extractors.text.aligned import Aligned


def repair(raw: str) -> Aligned:
    """The repaired, simplified text of an article with the origin of each character in `raw`."""
    source = Aligned.of(raw)
    for step in (shifted.restored, residue.cleaned, width.normalised, lines.joined, script.simplified):
        source = step(source)
    return source
