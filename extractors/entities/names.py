"""Places, zones, companies, bodies and sites in one component, because they share the words and the suffixed names."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document
from extractors.entities.counted_heads import find_counted_heads
from extractors.entities.enterprises import find_enterprises
from extractors.entities.gazetteer import place_names
from extractors.entities.lists import find_companions, find_shared_heads
from extractors.entities.organizations import find_organizations
from extractors.entities.places import find_places
from extractors.entities.prefixes import strip_places
from extractors.entities.sites import find_sites
from extractors.entities.stations import find_stations
from extractors.entities.suffixed import suffix_grammar
from extractors.entities.words import Words
from extractors.entities.zones import find_zones


def find_names(document: Document) -> None:
    """Adds the mentions of places, zones, companies, bodies and sites to a document that has its words."""
    document.mentions.extend(find_places(document, place_names()))
    document.sort()
    words = Words(document)
    names = list(suffix_grammar().find(document, words))
    document.mentions.extend(find_zones(document, names))
    document.sort()
    bodies = [
        *find_enterprises(document, words, names),
        *find_organizations(document, words, names),
        *find_sites(document, names),
    ]
    for mention in bodies:
        strip_places(document, mention, words)
    document.mentions.extend(
        [*bodies, *find_shared_heads(document, place_names()), *find_counted_heads(document, words)]
    )
    document.sort()
    document.mentions.extend(find_companions(document, words))
    document.sort()
    document.mentions.extend(list(find_stations(document)))
    document.sort()


@Language.component("tashan_names")
def names_component(doc: Doc) -> Doc:
    """Finds names of places and bodies."""
    find_names(doc._.document)
    return doc
