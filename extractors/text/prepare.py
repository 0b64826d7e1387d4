"""An article as the reader's other steps get it: repaired, in sentences, with its dates and figures."""

from __future__ import annotations

from extractors.dates import find_dates
from extractors.document import DateMention, Document, Figure
from extractors.figures import find_figures
from extractors.text import heading, sentences
from extractors.text.repair import repair
from extractors.text.script import simplify


def prepare(
    article_id: str, raw: str, *, title: str | None = None, source: str | None = None, published: str | None = None
) -> Document:
    """Repairs a text, splits it and reads its dates and figures; the day of publication is no date of the story.

    Args:
        article_id: the article's id.
        raw: the text as read.
        title: the headline where it is known from elsewhere, else the text's own is taken.
        source: the outlet; else the one that the text names.
        published: ISO 8601 day, month or year of publication; else the day that the text gives. Dates without a year
            rest on it.
    """
    aligned = repair(raw)
    title = simplify(title) if title else None
    document = Document(
        article_id,
        raw,
        aligned.text,
        None if aligned.untouched else aligned.offsets,
        list(aligned.guessed),
        title,
        simplify(source) if source else heading.source_in(aligned.text),
        published or heading.published_in(aligned.text),
    )
    document.sentences = sentences.split(document.text, title)
    document.title = title or heading.title_in(document.text, document.sentences)
    found = find_dates(document.text, document.published)
    document.dates = [d for d in found if d.rule != "header" and not _is_cut(document, d)]
    document.figures = [f for f in find_figures(document.text) if not _is_cut(document, f)]
    return document


def _is_cut(document: Document, found: DateMention | Figure) -> bool:
    """Whether a number rests on characters that were guessed, or follows one that may have been its first digit."""
    lost = document.text[max(found.start - 1, 0) : found.start] in {"?", "？"} and document.text[found.start].isdigit()
    return (lost and "?" in document.raw) or any(a < found.end and found.start <= b for a, b in document.guessed)
