"""What the steps of the pipeline share: the `Doc` that carries a `Document`, and the relation families as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from spacy.language import Language
from spacy.tokens import Doc

from extractors import relations
from extractors.document import Document, Statement
from graph.model import Label

Propose = Callable[[Document], Iterator[Statement]]
"""What a family of relations is: a function from a document with entities to the statements that it finds."""

if not Doc.has_extension("document"):
    Doc.set_extension("document", default=None)


def families() -> dict[str, Propose]:
    """The `propose` of each module of `extractors.relations` that has one, by the family's name, in order of names."""
    modules = {m.name: import_module(f"{relations.__name__}.{m.name}") for m in iter_modules(relations.__path__)}
    return {name: modules[name].propose for name in sorted(modules) if hasattr(modules[name], "propose")}


@Language.factory("tashan_relations")
class Relations:
    """Collects what each family of relations proposes."""

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name
        self._families = families()

    def __call__(self, doc: Doc) -> Doc:
        """Fills `document.statements`."""
        document: Document = doc._.document
        for propose in self._families.values():
            document.statements += propose(document)
        return doc


@Language.component("tashan_sure")
def sure(doc: Doc) -> Doc:
    """Drops names that rest on guessed characters; a delegation is known by more than its name."""
    document: Document = doc._.document
    if document.guessed:
        document.mentions = [
            m
            for m in document.mentions
            if m.label is Label.DELEGATION or not any(a < m.end and m.start < b for a, b in document.guessed)
        ]
    return doc
