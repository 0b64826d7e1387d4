"""Who is meant by an office that speaks for its place: 青岛市委 and 市南区人民政府 act as 青岛, 市南区."""

from __future__ import annotations

import re
from typing import Final

from extractors.document import Document, Entity
from graph.model import DOMESTIC, Label

_SPEAKS: Final = re.compile(
    r"(?:[省市区县旗州盟]委|委员会|[省市区县旗州盟]政府|人民政府|工委|管委会|管理委员会|管理局|行署|区公所|人大常委会|政协)(?:、.{1,8})?$"
)
_OFFICE: Final = re.compile(
    r"(?:中共)?(?P<place>.{2,}?)(?:市委|省委|区委|县委|旗委|州委|盟委|市政府|省政府|区政府|县政府|人民政府|政府|党工委|工委|管委会|管理委员会|行署)"
)
_BARE: Final = re.compile(r"(?:中共)?[省市区县旗州]?(?:委|人民政府|政府)|特区政府")
_ACTING: Final = DOMESTIC | {Label.COUNTRY}


def principal(document: Document, entity: Entity) -> Entity:
    """The place that a body speaks for, if the article has it as an entity; else the body itself."""
    if document.home is not None and _BARE.fullmatch(entity.name.strip()):
        return document.home
    if entity.label is not Label.ORGANIZATION:
        return entity
    names = (entity.name, *sorted(entity.aliases))
    for name in names:
        match = _OFFICE.match(name)
        if match is None or not _SPEAKS.search(name):
            continue
        wanted = match["place"]
        for place in document.entities:
            if place.label in _ACTING and _names(place, wanted):
                return place
    return entity


def _names(place: Entity, wanted: str) -> bool:
    """Whether a place is called so, with or without its suffix, or with the place that it lies in ahead."""
    bare = wanted.rstrip("市省区县旗") if len(wanted) > 2 else wanted
    for name in (place.name, *place.aliases):
        if name == wanted or name.rstrip("市省区县旗") == bare:
            return True
        if place.label is Label.DISTRICT and len(name) > 2 and wanted.endswith(name):
            return True
    return False
