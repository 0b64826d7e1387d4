"""Mentions of one thing become one entity, within the article.

    places      by anchor; without one, by name
    companies   full and short forms: 深圳竹云科技有限公司, 竹云科技, 竹云; 深圳创新投资集团, 深创投
    bodies      市商务局 at home in 青岛 is 青岛市商务局; 商务局 is the one of its name; stated short forms (以下简称“…”)
    persons, policies, rooms    by name
    该集团, 该公司, 该区        the nearest of its kind before
Delegations are joined by `extractors.frames.cohort`, which knows their figures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Entity, Mention
from extractors.home import find_home
from extractors.short_forms import core, is_short
from graph.model import BODIES, PLACES, Label
from graph.places import gazetteer

_STATED = re.compile(r"[(（](?:以下)?(?:简称|下称|又称)[:：]?[“\"「]?([^”\"」)），。]{2,12})[”\"」]?")
_MARKS = re.compile(r"[\"“”‘’「」『』\s]")
_SUFFIXED_PLACE = re.compile(r"(特别行政区|[市省区县州旗盟])$")


def join_places(document: Document) -> list[Entity]:
    """Entities of the places among the mentions; sets their `entity`."""
    groups: dict[tuple[str, str], Entity] = {}
    zones: list[Mention] = []
    for mention in document.mentions:
        if mention.label not in PLACES:
            continue
        if mention.anchor is None:
            zones.append(mention)
            continue
        key = (mention.label.value, mention.anchor)
        _add(groups.setdefault(key, _entity(mention, len(groups))), mention)
    entities = list(groups.values())
    entities.extend(_join_named(zones, Label.DISTRICT, len(entities)))
    for entity in entities:
        _name_place(entity)
    return entities


def join(document: Document) -> None:
    """Sets `document.entities`, `document.home` and the `entity` of every mention but delegations."""
    document.entities = join_places(document)
    home = find_home(document)
    document.home = home
    by_label: defaultdict[Label, list[Mention]] = defaultdict(list)
    for mention in document.mentions:
        if mention.label in PLACES or mention.label is Label.DELEGATION:
            continue
        if mention.label is Label.ORGANIZATION:
            _complete(document, mention)
        by_label[mention.label].append(mention)
    aliases = _stated_forms(document)
    for label, mentions in by_label.items():
        short = label in BODIES or label is Label.SITE
        joined = _join_named(mentions, label, len(document.entities), aliases if short else None, short=short)
        document.entities.extend(joined)
    _unify_labels(document)


def _entity(mention: Mention, number: int) -> Entity:
    return Entity(f"{mention.label.value.lower()}-{number + 1}", mention.label, mention.name, anchor=mention.anchor)


def _add(entity: Entity, mention: Mention) -> None:
    entity.mentions.append(mention)
    entity.aliases.update({mention.name, mention.surface})
    entity.properties.update({k: v for k, v in mention.properties.items() if k not in entity.properties})
    mention.entity = entity


def _name_place(entity: Entity) -> None:
    """The full form that the text gives: 青岛市 before 青岛, never a nickname if there is a name."""
    place = gazetteer().by_anchor(entity.anchor) if entity.anchor else None
    forms = [m.name for m in entity.mentions]
    if place is not None and place.name in forms:
        entity.name = place.name
    elif place is not None and place.short in forms:
        entity.name = place.short
    elif place is not None and len(entity.name) == 1:
        entity.name = place.short
    else:
        entity.name = max(forms, key=len, default=entity.name)
    entity.aliases.discard(entity.name)


def _join_named(
    mentions: Iterable[Mention],
    label: Label,
    offset: int,
    stated: dict[str, str] | None = None,
    *,
    short: bool = False,
) -> list[Entity]:
    """Groups mentions by name, then short forms with the one full form that they are short for."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[core(mention.name, label)].append(mention)
    heads = sorted(groups, key=lambda name: (-len(name), name))
    master: dict[str, str] = {}
    for name in heads:
        longer = [other for other in heads if other in master.values() or other not in master]
        longer = [other for other in longer if other != name and master.get(other, other) == other]
        stated_for = (stated or {}).get(name)
        if stated_for is not None and core(stated_for, label) in groups:
            master[name] = master.get(core(stated_for, label), core(stated_for, label))
            continue
        fits = [o for o in longer if short and len(o) > len(name) and is_short(name, o, label)]
        master[name] = fits[0] if len(fits) == 1 else _nearest(groups[name], fits, groups) if fits else name
    entities: dict[str, Entity] = {}
    for name in heads:
        head = master[name]
        while master.get(head, head) != head:
            head = master[head]
        for mention in groups[name]:
            if head not in entities:
                entities[head] = _entity(groups[head][0], offset + len(entities))
            _add(entities[head], mention)
    for entity in entities.values():
        entity.name = max((m.name for m in entity.mentions), key=len)
        entity.aliases.discard(entity.name)
    return list(entities.values())


def _nearest(mentions: list[Mention], fits: list[str], groups: dict[str, list[Mention]]) -> str:
    """Of several full forms the one that was spoken of last before the short form's first mention."""
    first = min(m.start for m in mentions)
    return max(fits, key=lambda name: max((m.start for m in groups[name] if m.start < first), default=-1))


def _complete(document: Document, mention: Mention) -> None:
    """Puts the place in front of a body that is only named by its level (市商务局) or in a list (商务局)."""
    level = mention.properties.get("level")
    home = document.home
    if level is None or home is None:
        return
    place = gazetteer().by_anchor(home.anchor) if home.anchor else None
    full = place.name if place is not None else home.name
    if level == "":
        return
    if full.endswith(level):
        mention.name = full + mention.surface[len(level) :]
    elif level == "省" and home.anchor:
        above = next((p for p in gazetteer().ancestors(home.anchor) if p.label is Label.PROVINCE), None)
        if above is not None and above.name.endswith(level):
            mention.name = above.name + mention.surface[len(level) :]


def _stated_forms(document: Document) -> dict[str, str]:
    """Short forms that the text introduces: X（以下简称“Y”） → {Y: X}."""
    forms = {}
    ends = {m.end: m for m in reversed(document.mentions) if m.label not in PLACES}
    for match in _STATED.finditer(document.text):
        mention = ends.get(match.start())
        if mention is not None:
            forms[_MARKS.sub("", match.group(1))] = mention.name
    return forms


def _unify_labels(document: Document) -> None:
    """One name is one thing: the label of a surer mention wins over a brand that the tagger only saw."""
    by_name: dict[str, Entity] = {}
    for entity in sorted(document.entities, key=lambda e: _weakness(e)):
        if entity.label not in BODIES | {Label.SITE}:
            continue
        key = _MARKS.sub("", entity.name)
        other = by_name.get(key)
        if other is None or other.label is entity.label:
            by_name.setdefault(key, entity)
            continue
        for mention in entity.mentions:
            mention.label = other.label
            _add(other, mention)
        entity.mentions = []
    document.entities = [e for e in document.entities if e.mentions]


def _weakness(entity: Entity) -> tuple[bool, int]:
    return all(m.rule.endswith(".tagged") for m in entity.mentions), -len(entity.mentions)


@Language.component("tashan_coreference")
def coreference_component(doc: Doc) -> Doc:
    """Joins the mentions of the document into entities."""
    join(doc._.document)
    return doc
