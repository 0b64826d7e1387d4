"""Places of an article as entities: listed ones by anchor, zones and unlisted ones by name.

青岛, 青岛市, 岛城              one city
邵阳经济开发区, 邵阳经开区      one zone
张家港保税区, 保税区            the zone of that kind
"""

from __future__ import annotations

import re
from collections import defaultdict

from extractors.document import Document, Entity, Mention
from extractors.joining import absorb, add, join_named, new_entity, rename
from graph.model import PLACES, Label
from graph.places import gazetteer

_FORMS = (
    (re.compile(r"国家(?:级)?(?=高|经)"), ""),
    (re.compile(r"(?:经济技术|经济)开发区$"), "经开区"),
    (re.compile(r"(?:高新技术产业|高技术产业|高新技术)(?:开发区|园区)$"), "高新区"),
    (re.compile(r"综合保税区$"), "综保区"),
    (re.compile(r"^中国[(（]([\u4e00-\u9fff]{2,3})[)）]"), r"\1"),
    (re.compile(r"自由贸易试验区|自贸试验区|自由贸易区"), "自贸区"),
)
_DIVISION = re.compile(r"[市区县旗州省]$")


def join_places(document: Document) -> list[Entity]:
    """Entities of the places among the mentions; sets their `entity`. Bare kinds (开发区) that no zone explains go."""
    listed: dict[tuple[Label, str], Entity] = {}
    named: defaultdict[Label, list[Mention]] = defaultdict(list)
    for mention in document.mentions:
        if mention.label not in PLACES:
            continue
        if mention.anchor is None:
            named[mention.label].append(mention)
            continue
        key = (mention.label, mention.anchor)
        add(listed.setdefault(key, new_entity(mention, len(listed) + 1)), mention)
    entities = list(listed.values())
    for mentions in named.values():
        entities.extend(join_named(mentions, len(entities) + 1, zone_core, _is_short_zone))
    _join_with_listed(entities)
    entities = [e for e in entities if e.mentions and not all(m.properties.get("bare") for m in e.mentions)]
    for entity in entities:
        _name(entity)
    return entities


def zone_core(name: str) -> str:
    """A zone's name with the usual short form of its kind."""
    for pattern, form in _FORMS:
        name = pattern.sub(form, name)
    return name


def _is_short_zone(short: str, long: str) -> bool:
    """高新区 of 洛阳高新区, 江东新区 of 海口江东新区, 火炬开发区 of 中山火炬高新区; never 新城区 of 东城区."""
    if len(short) < 2 or len(short) >= len(long):
        return False
    if long.endswith(short):
        ahead = long[: -len(short)]
        return (
            bool(_DIVISION.search(ahead)) or bool(gazetteer().by_name(ahead)) or short in {"高新区", "经开区", "保税区"}
        )
    stem = short.removesuffix("开发区")
    return stem != short and len(stem) > 1 and stem in long and long.endswith(("经开区", "高新区", "开发区"))


def _join_with_listed(entities: list[Entity]) -> None:
    """A zone written with its city in front is the listed one of that name."""
    by_name = {zone_core(name): e for e in entities if e.anchor for name in {e.name, *e.aliases}}
    zones = [(n, e) for n, e in by_name.items() if e.label is Label.DISTRICT and len(n) > 3 and n[-1] in "区城"]
    for entity in entities:
        if entity.anchor is not None or entity.label is not Label.DISTRICT:
            continue
        for name in sorted(map(zone_core, {entity.name, *entity.aliases}), key=lambda form: (len(form), form)):
            other = by_name.get(name) or next((e for form, e in zones if _is_short_zone(form, name)), None)
            if other is not None and other.label is Label.DISTRICT:
                absorb(other, entity)
                break


def _name(entity: Entity) -> None:
    """The full form that the text gives: 青岛市 before 青岛, never a nickname if there is a name."""
    place = gazetteer().by_anchor(entity.anchor) if entity.anchor else None
    forms = [m.name for m in entity.mentions if not m.properties.get("nickname")]
    if place is not None:
        name = next((form for form in (place.name, place.short) if form in forms), None)
        rename(entity, name or max(forms, key=len, default=place.short))
    else:
        rename(entity, max(forms, key=len, default=entity.name))
