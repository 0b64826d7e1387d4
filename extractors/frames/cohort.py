"""Delegations as wholes: who sent them, where, when, how many, gathered from all sentences that speak of them.

`join_delegations` groups the references (`batch_groups`, `tour_groups`), reads origin, destinations, dates and figures
in the stretches about each (`stretches`, `senders`, `batch_dates`, `batch_figures`) and makes entities of them.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Claim, Document, Entity, Figure
from extractors.entities.delegation_places import PlaceIndex, short_place
from extractors.entities.delegation_words import TRAINING
from extractors.frames import batch_dates, batch_figures
from extractors.frames.batch_groups import group_batches
from extractors.frames.delegation_groups import Group, same_place
from extractors.frames.senders import Senders
from extractors.frames.stretches import Stretch, stretches
from extractors.frames.totals import find_totals
from extractors.frames.tour_groups import group_tours
from graph.model import BODIES, DelegationKind, Label

_COHORT: Final = DelegationKind.TRAINEE_COHORT.value
_AIM: Final = re.compile(
    "目的地[是为]|派驻|派往|派到|派去|放到|放进|送到|送去|送往|分赴|奔赴|启程赴|赴|前往|抵达|飞抵|抵|飞往|开往|去了|去往|去|来到|来|到了|到|进驻|进入|走进|走出去|入|转|"
    "换防|换到|换成|换作|改到|改为|落脚|留在|分在|添上|在|北上|南下|西去|东去|落在|进了?|访问|访|走了|考察了?|对接"
)
_TOLD: Final = 4
"""Stretches of a delegation that tell where it went."""
_STAYS: Final = re.compile(
    "[，。；、]|等|报到|走|转|跑|集中|上班|实训|挂职|跟班|跟岗|待|干|学|考察|参观|访问|培训|集中"
)
_ECHOES: Final = frozenset({"again", "echo"})
"""Forms of references that are no names."""
_FIGURES: Final = (
    {"days": batch_figures.days, "site_count": batch_figures.site_count},
    {"host_count": batch_figures.host_count, "days": batch_figures.days},
)
"""What is counted of tours, and of batches of trainees."""
_LONGEST: Final = (60, 1100)
"""Days that a tour, and that a posting, lasts at most."""
_GOES: Final = re.compile("赴|到|去")
_TRAINS: Final = re.compile(rf"[^，。；]{{2,12}}?(?:{TRAINING})")
_DESCRIBED: Final = re.compile("[^，。；、]{1,8}的")
_GOALS: Final = frozenset({Label.CITY, Label.PROVINCE, Label.COUNTRY})


def join_delegations(document: Document) -> list[Entity]:
    """Makes the delegations of a document from the mentions that `find_delegations` found.

    Sets the `entity` of the mentions that are joined; a mention that stands for none keeps None and is to be dropped.

    Args:
        document: with sentences, dates, figures, mentions and home.

    Returns:
        the delegations in the order of their first mention, with properties and claims.
    """
    groups = _groups(document)
    references = [(mention, each) for each in groups for mention in each.mentions]
    about = stretches(document, references)
    places = PlaceIndex(document)
    for each in groups:
        each.origin = _seat(document, places, each.origin)
        _find_aims(document, places, each, [s for s in about if s.about is each and s.named])
    _find_said_aims(document, groups, places)
    _inherit(groups, Senders(document, places))
    for each in groups:
        if not each.destinations:
            _find_aims(document, places, each, _following(about, each))
    _fall_back(groups, places)
    entities = []
    tours = sum(g.kind != _COHORT for g in groups)
    for number, each in enumerate(groups, 1):
        entity = Entity(f"delegation-{number}", Label.DELEGATION, _name(each))
        entity.aliases = {m.surface for m in each.mentions if m.properties["form"] not in _ECHOES} - {entity.name}
        entity.mentions = each.mentions
        for mention in each.mentions:
            mention.entity = entity
        own = [s for s in about if s.about is each]
        entity.properties = {"kind": each.kind, "origin": each.origin, "destinations": each.destinations}
        entity.properties["ordinal"] = each.ordinal
        entity.properties.update(batch_dates.find_dates(document, own, each.mentions, tour=each.kind != _COHORT))
        _find_figures(document, each, own, entity, alone=tours < 2)
        entity.properties = {k: v for k, v in entity.properties.items() if v not in (None, [])}
        entities.append(entity)
    return entities


def _groups(document: Document) -> list[Group]:
    """The delegations that are introduced, in the order of their first mention."""
    mentions = [m for m in document.mentions if m.label is Label.DELEGATION]
    found = group_batches(document, [m for m in mentions if m.properties["kind"] == _COHORT])
    found += group_tours(document, [m for m in mentions if m.properties["kind"] != _COHORT])
    found = [g for g in found if g.introduced]
    for each in found:
        each.mentions.sort(key=lambda m: m.start)
    return sorted(found, key=lambda g: g.mentions[0].start)


def _seat(document: Document, places: PlaceIndex, origin: str | None) -> str | None:
    """The place in the full name of a body that a short form was read as the origin of: 妇联总会 is one of 澳门."""
    if origin is None or origin in places.short:
        return origin
    full = next((e.name for e in document.entities if e.label in BODIES and origin in {e.name, *e.aliases}), origin)
    return max((n for n in places.short if full.startswith(n)), key=len, default=origin)


def _name(each: Group) -> str:
    """The fullest form of the text, one that begins with the origin before one with 我市."""
    forms = [m.name for m in each.mentions if m.properties["form"] not in _ECHOES] or [each.mentions[0].name]
    return max(forms, key=lambda f: (f[:1] not in "我本该这", each.origin is not None and each.origin in f, len(f)))


def _find_aims(document: Document, places: PlaceIndex, each: Group, own: list[Stretch[Group]]) -> None:
    """Adds the places that the sentences about a delegation say it goes to."""
    if each.destinations and each.kind == _COHORT:
        return
    for stretch in own[:_TOLD]:
        found = [n for n in _aims(document, places, stretch.start, stretch.end) if not _is(n, each.origin)]
        each.destinations += [n for n in found if n not in each.destinations]
        if each.destinations and each.kind == _COHORT:
            return


def _following(about: list[Stretch[Group]], each: Group) -> list[Stretch[Group]]:
    """The stretches right after the ones that name a delegation, where they name no other."""
    return [after for before, after in pairwise(about) if before.about is each and before.named and after.about is each]


def _find_said_aims(document: Document, groups: list[Group], places: PlaceIndex) -> None:
    """Batches without any destination went where the article says that one goes: 关于…赴崇明区交流轮岗的通知."""
    cohorts = [g for g in groups if g.kind == _COHORT]
    if not cohorts or any(g.destinations for g in cohorts):
        return
    for verb in _GOES.finditer(document.text):
        aim = places.beginning_at(verb.end()) if verb.end() in places.begins else None
        if aim is not None and _TRAINS.match(document.text, verb.end()):
            for each in cohorts:
                each.destinations = [n for n in aim[1] if not _is(n, each.origin)]
            return


def _fall_back(groups: list[Group], places: PlaceIndex) -> None:
    """Batches that are still without a destination went to the city that the article names most beside their own."""
    cohorts = [g for g in groups if g.kind == _COHORT]
    if not cohorts or any(g.destinations for g in cohorts):
        return
    counts = Counter(short_place(m.name) for m in places.begins.values() if m.label in _GOALS and not m.nested)
    most = [name for name, count in counts.most_common() if count > 1]
    for each in cohorts:
        each.destinations = [name for name in most if not _is(name, each.origin)][:1]


def _is(name: str, other: str | None) -> bool:
    return other is not None and same_place(name, other)


def _aims(document: Document, places: PlaceIndex, start: int, end: int) -> list[str]:
    """Places after a verb of going within a span."""
    found: list[str] = []
    for verb in _AIM.finditer(document.text, start, end):
        at = verb.end()
        described = _DESCRIBED.match(document.text, at) if verb[0] in {"到", "赴", "去"} else None
        if at not in places.begins and described and described.end() in places.begins:
            at = described.end()
        aim, place = places.beginning_at(at), places.begins.get(at)
        if aim is None or aim[0] > end + 2 or place is None or place.nested:
            continue
        if verb[0] != "在" or _STAYS.match(document.text, aim[0]):
            found += [n for n in aim[1] if n not in found]
    return found


def _inherit(groups: list[Group], senders: Senders) -> None:
    """Batches of one series share origin and destination where they say nothing else."""
    cohorts = [g for g in groups if g.kind == _COHORT]
    known = [g.origin for g in groups if g.origin]
    for each in groups:
        others = sorted((g for g in cohorts if g is not each), key=lambda g: _distance(g, each))
        if each.origin is None and each.kind == _COHORT:
            candidates = (g.origin for g in others if g.origin and g.origin not in each.destinations)
            each.origin = next(candidates, None)
        if each.origin is None:
            each.origin = senders.likeliest(each.mentions, each.destinations, known)
        if each.kind != _COHORT:
            continue
        if not each.destinations:
            series = [g for g in others if g.destinations and same_place(g.origin, each.origin)]
            series = [g for g in series if g.ordinal is not None or each.ordinal is None] or series
            agreed = all(set(series[0].destinations) & set(g.destinations) for g in series)
            later = any((g.ordinal or 0) > (each.ordinal or 0) for g in series)
            if series and (agreed or later):
                each.destinations = list(series[0].destinations)
        each.destinations = [d for d in each.destinations if not _is(d, each.origin)] or each.destinations


def _distance(one: Group, other: Group) -> tuple[int, int]:
    """How far apart two batches stand in the series, then in the text."""
    steps = 2 if one.ordinal is None or other.ordinal is None else abs(one.ordinal - other.ordinal)
    return steps, abs(one.mentions[0].start - other.mentions[0].start)


def _find_figures(document: Document, each: Group, own: list[Stretch[Group]], entity: Entity, *, alone: bool) -> None:
    """Notes the figures of the stretches about a delegation; those that name it count first.

    `alone` says that no other tour is told of, so that the whole story is about this one.
    """
    _claim(entity, "headcount", each.headcount)
    for mention in each.mentions:
        _claim(entity, "headcount", mention.properties.get("figure"))
        if each.kind != _COHORT:
            _claim(entity, "headcount", batch_figures.party(document, mention))
    told = {document.sentence_at(m.start).paragraph for m in each.mentions}
    for stretch in sorted(own, key=lambda s: not s.named):
        paragraph = document.sentence_at(stretch.start).paragraph
        if "headcount" not in entity.properties and (stretch.named or paragraph in told):
            _claim(entity, "headcount", _headcount(document, each, stretch))
        if each.kind != _COHORT and not (alone or paragraph in told):
            continue
        for name, find in _FIGURES[each.kind == _COHORT].items():
            figure = find(document, stretch.start, stretch.end)
            if figure is not None and (name != "days" or figure.value <= _LONGEST[each.kind == _COHORT]):
                _claim(entity, name, figure)


def _headcount(document: Document, each: Group, stretch: Stretch[Group]) -> Figure | None:
    inside = [m for m in each.mentions if stretch.start <= m.start < stretch.end]
    after = max((m.end for m in inside), default=stretch.start)
    found = batch_figures.headcount(document, after, stretch.end)
    return found or (batch_figures.people_before(document, stretch.start, inside[0]) if inside else None)


def _claim(entity: Entity, name: str, figure: Figure | None) -> None:
    """Notes a stated figure; the first one is the property."""
    if figure is None:
        return
    claim = Claim(name, figure.value, figure.start, figure.end, figure.approximate)
    if claim not in entity.claims:
        entity.claims.append(claim)
        entity.properties.setdefault(name, figure.value)


@Language.component("tashan_delegation_joining")
def delegation_joining(doc: Doc) -> Doc:
    """Adds the delegations and totals to the document and drops mentions that stand for none."""
    document: Document = doc._.document
    document.entities += join_delegations(document)
    document.totals += find_totals(document)
    document.mentions = [m for m in document.mentions if m.label is not Label.DELEGATION or m.entity is not None]
    return doc
