"""Delegations where the text refers to them: tours by their head, batches of trainees by number, count or aim."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Mention
from extractors.entities.cohort_names import find_cohorts
from extractors.entities.delegation_places import PlaceIndex
from extractors.entities.tour_names import find_tours


def find_delegations(document: Document) -> list[Mention]:
    """Mentions of delegations in their order, none inside another.

    Args:
        document: with sentences, dates, figures and the mentions of places, bodies and persons; its home, where known.

    Returns:
        mentions whose `properties` hold kind, form, origin, destinations, ordinal, figure and leader as far as the
        reference itself says them; `extractors.frames.cohort.join_delegations` makes entities of them.
    """
    if not document.sentences:
        return []
    places = PlaceIndex(document)
    found = [*find_tours(document, places), *find_cohorts(document, places)]
    found = [m for m in found if not document.sentence_at(m.start).furniture]
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= other.start or other.end <= mention.start for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


@Language.component("tashan_delegations")
def delegations(doc: Doc) -> Doc:
    """Adds the mentions of delegations to the document."""
    document: Document = doc._.document
    document.sort()
    document.mentions += find_delegations(document)
    document.sort()
    return doc
