"""What the steps about names make of a text, for the tables of these tests."""

from __future__ import annotations

from extractors.coreference import join
from extractors.document import Document
from extractors.entities.names import find_names
from extractors.entities.overlaps import settle_document
from extractors.entities.tagger import shared_tagger, tag_document
from extractors.entities.unlisted import find_unlisted
from extractors.home import find_home
from extractors.place_entities import join_places
from extractors.text.prepare import prepare


def read_names(text: str, *, source: str | None = None) -> Document:
    """A document with its places and bodies joined into entities."""
    document = prepare("a", text, source=source, published="2021-06-18")
    tag_document(document, shared_tagger())
    find_names(document)
    document.entities = join_places(document)
    document.home = find_home(document)
    document.mentions.extend(find_unlisted(document))
    document.sort()
    settle_document(document)
    join(document)
    return document


def named(document: Document) -> set[str]:
    """`Label name` of each entity that stands by itself somewhere."""
    return {f"{e.label.value} {e.name}" for e in document.entities if any(not m.nested for m in e.mentions)}
