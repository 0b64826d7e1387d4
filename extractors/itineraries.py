"""What the story of its trip tells of a delegation: where it went, when it set out and came back."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Entity
from extractors.frames.journey import same_place
from extractors.frames.trip import find_trips
from graph.model import PLACES, Label
from graph.places import gazetteer


def complete(document: Document) -> None:
    """Sets destinations, start and end of the delegations whose trips are told.

    Countries, provinces and cities that a delegation visited are its destinations, in the order of the text; districts
    are where nothing larger was visited. What the delegation's own name says stays first.

    Args:
        document: with mentions that have their entities; properties of its delegations are changed.
    """
    for trip in find_trips(document).trips:
        if trip.traveller.label is not Label.DELEGATION:
            continue
        properties = trip.traveller.properties
        places = list({s.target.id: s.target for s in trip.stops if s.target.label in PLACES}.values())
        if places:
            properties["destinations"] = _destinations(document, trip.traveller, places)
        properties |= {name: day for name, day in (("start", trip.date), ("end", trip.end)) if day is not None}


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
    return next((e for e in document.entities if same_place(e, name)), None)


def _around(document: Document, districts: list[Entity]) -> list[Entity]:
    """The cities of the article in which districts lie."""
    above = {p.anchor for d in districts if d.anchor for p in gazetteer().ancestors(d.anchor) if p.label is Label.CITY}
    return [e for e in document.entities if e.label is Label.CITY and e.anchor in above]


@Language.component("tashan_itineraries")
def itineraries(doc: Doc) -> Doc:
    """The step of the pipeline, before the relations."""
    complete(doc._.document)
    return doc
