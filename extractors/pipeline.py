"""The reader: one spaCy pipeline whose steps are registered components, and what makes a reading of it.

Each step takes a `Doc` that carries a `Document` (`doc._.document`), reads some of its fields and fills others.
Nothing is kept from one article to the next.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors.article import Article
from extractors.confidence import confidences
from extractors.document import Document
from extractors.text.prepare import prepare
from extractors.writing import reading_of
from graph.reading import Reading

STEPS: Final = (
    ("tashan_tagger", "extractors.entities.tagger"),
    ("tashan_names", "extractors.entities.names"),
    ("tashan_home", "extractors.home"),
    ("tashan_abbreviations", "extractors.entities.abbreviations"),
    ("tashan_policies", "extractors.entities.policies"),
    ("tashan_rooms", "extractors.entities.rooms"),
    ("tashan_persons", "extractors.entities.persons"),
    ("tashan_titles", "extractors.entities.titles"),
    ("tashan_delegations", "extractors.entities.delegations"),
    ("tashan_unlisted", "extractors.entities.unlisted"),
    ("tashan_sure", "extractors.components"),
    ("tashan_seen", "extractors.entities.seen"),
    ("tashan_overlaps", "extractors.entities.overlaps"),
    ("tashan_coreference", "extractors.coreference"),
    ("tashan_delegation_joining", "extractors.frames.cohort"),
    ("tashan_itineraries", "extractors.itineraries"),
    ("tashan_relations", "extractors.components"),
)
"""Registered name and module of each step, in order."""


def build() -> Language:
    """The pipeline, all steps loaded."""
    nlp = spacy.blank("zh")
    for name, module in STEPS:
        import_module(module)
        nlp.add_pipe(name)
    return nlp


class Reader:
    """Reads articles one by one; one instance serves a process."""

    def __init__(self, nlp: Language | None = None) -> None:
        self._nlp = nlp or build()
        self._trust = confidences()

    def read(self, article: Article) -> Reading:
        """What an article says."""
        return reading_of(article, self.document(article), self._trust)

    def document(self, article: Article) -> Document:
        """An article after all steps, before decisions are taken."""
        document = prepare(
            article.id, article.text, title=article.title, source=article.source, published=article.published
        )
        doc = Doc(self._nlp.vocab, words=[" "])
        doc._.document = document
        for _, step in self._nlp.pipeline:
            doc = step(doc)
        return document
