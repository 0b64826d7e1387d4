"""Mentions of one thing become one entity, within the article.

    places      by anchor; without one, by name (`extractors.place_entities`)
    companies   full and short forms: 深圳竹云科技有限公司, 竹云科技, 竹云; 深圳创新投资集团, 深创投
    bodies      市商务局 at home in 青岛 is 青岛市商务局; 商务局 is the one of its name; stated forms (以下简称“…”)
    persons, policies, rooms    by name
Delegations are joined by `extractors.frames.cohort`, which knows their figures.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Entity, Mention
from extractors.home import find_home
from extractors.joining import absorb, join_named, rename
from extractors.place_entities import join_places
from extractors.short_forms import core, derived, is_formal, is_short
from graph.model import BODIES, PLACES, Label
from graph.places import gazetteer

_STATED = re.compile(r"[(（](?:以下|下)?(?:简称|称为|称|又称|原名|原称)[:：]?[“\"「]?([^”\"」)），。]{2,12})[”\"」]?")
_MARKS = re.compile(r"[\"“”‘’「」『』\s]")
_SHORTENED = BODIES | {Label.SITE}


def join(document: Document) -> None:
    """Sets `document.entities`, `document.home` and the `entity` of every mention but delegations."""
    document.entities = join_places(document)
    document.home = find_home(document)
    by_label: defaultdict[Label, list[Mention]] = defaultdict(list)
    for mention in document.mentions:
        if mention.label in PLACES or mention.label is Label.DELEGATION:
            continue
        if mention.label is Label.ORGANIZATION:
            _complete(document, mention)
        by_label[mention.label].append(mention)
    stated = _stated_forms(document)
    for label, mentions in by_label.items():
        formal = frozenset(core(m.name, label) for m in mentions if label is Label.ENTERPRISE and is_formal(m.name))
        short = partial(_is_short, label=label, formal=formal) if label in _SHORTENED else _never
        joined = join_named(mentions, 1, partial(core, label=label), short, stated if label in _SHORTENED else None)
        for entity in joined:
            rename(entity, max((m.name for m in entity.mentions), key=len))
        document.entities.extend(joined)
    _unify_labels(document)
    _find_short_forms(document, stated)


def _is_short(short: str, long: str, label: Label, formal: frozenset[str]) -> bool:
    if short in formal and long in formal:
        return long.endswith(short) and bool(gazetteer().by_name(long[: -len(short)]))
    return is_short(short, long, label)


def _never(_short: str, _long: str) -> bool:
    return False


def _complete(document: Document, mention: Mention) -> None:
    """Puts the place in front of a body that is only named by its level (市商务局)."""
    level = mention.properties.get("level")
    if not level or document.home is None or document.home.anchor is None:
        return
    places = gazetteer()
    home = places.by_anchor(document.home.anchor)
    if home is None:
        return
    if level == "驻":
        mention.name = home.name + mention.surface
        return
    line = [home, *places.ancestors(home.anchor)]
    owner = next((p for p in line if p.name.endswith(level)), None)
    if owner is not None and owner.label is not Label.COUNTRY:
        mention.name = owner.name + mention.surface.removeprefix(level)


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
    """One name is one thing: the label of a surer mention wins over what the tagger alone saw."""
    by_name: dict[str, Entity] = {}
    for entity in sorted(document.entities, key=_weakness):
        if entity.label not in _SHORTENED | {Label.DISTRICT}:
            continue
        other = by_name.setdefault(_MARKS.sub("", entity.name), entity)
        if other is not entity and (other.label is not entity.label):
            absorb(other, entity)
    document.entities = [e for e in document.entities if e.mentions]


def _weakness(entity: Entity) -> tuple[bool, bool, int]:
    return entity.anchor is None, all(m.rule.endswith(".tagged") for m in entity.mentions), -len(entity.mentions)


def _find_short_forms(document: Document, stated: dict[str, str]) -> None:
    """Finds the short forms of companies and the stated ones where no mention stands."""
    taken = {i for m in document.mentions if m.label not in PLACES for i in range(m.start, m.end)}
    forms: dict[str, Entity] = {}
    for entity in document.entities:
        if entity.label is Label.ENTERPRISE:
            for form in derived(entity.name, entity.label):
                forms.setdefault(form, entity)
        for form, full in stated.items():
            if full in {entity.name, *entity.aliases}:
                forms[form] = entity
    begins = [t.start for t in document.tokens]
    for form, entity in forms.items():
        at = document.text.find(form)
        while at >= 0:
            end = at + len(form)
            near = bisect_right(begins, at) - 1
            if near >= 0 and document.tokens[near].start == at and not taken.intersection(range(at, end)):
                mention = Mention(at, end, entity.label, entity.name, form, "coreference.short", entity=entity)
                entity.mentions.append(mention)
                entity.aliases.add(form)
                document.mentions.append(mention)
                taken.update(range(at, end))
            at = document.text.find(form, end)
    document.sort()


@Language.component("tashan_coreference")
def coreference_component(doc: Doc) -> Doc:
    """Joins the mentions of the document into entities."""
    join(doc._.document)
    return doc
