"""What its stops tell of a delegation: the places that it went to are its destinations."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Entity
from graph.model import PLACES, EdgeType, Label
from graph.places import gazetteer


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
            delegation.properties["destinations"] = _destinations(document, delegation, places)


def _destinations(document: Document, delegation: Entity, visited: list[Entity]) -> list[str]:
    """The names: as said, then the large places, and the small ones that the first sentence goes to."""
    said = [_named(document, name) or name for name in delegation.properties.get("destinations", ())]
    large = [p for p in visited if p.label is not Label.DISTRICT]
    places = [p for p in visited if p.label is not Label.DISTRICT or p in said or not large]
    names: dict[str, None] = {}
    for place in [*said, *places, *([] if large else _around(document, places))]:
        names.setdefault(place.name if isinstance(place, Entity) else place)
    return list(names)


def _named(document: Document, name: str) -> Entity | None:
    return next((e for e in document.entities if e.label in PLACES and name in {e.name, *e.aliases}), None)


def _around(document: Document, districts: list[Entity]) -> list[Entity]:
    """The cities of the article in which districts lie."""
    above = {p.anchor for d in districts if d.anchor for p in gazetteer().ancestors(d.anchor) if p.label is Label.CITY}
    return [e for e in document.entities if e.label is Label.CITY and e.anchor in above]


@Language.component("tashan_itineraries")
def itineraries(doc: Doc) -> Doc:
    """The step of the pipeline, after the relations."""
    complete(doc._.document)
    return doc
