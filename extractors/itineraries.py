"""What its stops tell of a delegation: the places that it went to are its destinations."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Entity
from graph.model import PLACES, EdgeType, Label


def complete(document: Document) -> None:
    """Sets the destinations of the delegations whose visits are known.

    Countries, provinces and cities that a delegation visited are its destinations, in the order of the text; districts
    are where nothing larger was visited. What the delegation's own name says stays first.

    Args:
        document: with statements; properties of its delegations are changed.
    """
    visited: dict[str, dict[str, Entity]] = {}
    visits = (s for s in document.statements if s.type is EdgeType.VISITED and s.source.label is Label.DELEGATION)
    for visit in visits:
        if visit.target.label in PLACES:
            visited.setdefault(visit.source.id, {})[visit.target.id] = visit.target
    for delegation in document.entities:
        places = list(visited.get(delegation.id, {}).values())
        if delegation.label is Label.DELEGATION and places:
            large = [p for p in places if p.label is not Label.DISTRICT]
            said = [n for n in delegation.properties.get("destinations", ()) if not large or _is_large(document, n)]
            names = [*said, *(p.name for p in large or places)]
            delegation.properties["destinations"] = list(dict.fromkeys(names))


def _is_large(document: Document, name: str) -> bool:
    named = (e for e in document.entities if e.label in PLACES and name in {e.name, *e.aliases})
    return any(e.label is not Label.DISTRICT for e in named)


@Language.component("tashan_itineraries")
def itineraries(doc: Doc) -> Doc:
    """The step of the pipeline, after the relations."""
    complete(doc._.document)
    return doc
