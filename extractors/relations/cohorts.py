"""Edges of batches of trainees: DISPATCHED, TRAINED_IN, HOSTED and LED.

The delegation (`extractors.frames.cohort`) knows origin, destinations and dates; the stretches about it
(`extractors.frames.stretches`) say which sentences speak of it; `extractors.frames.hosting` reads who takes it in.
A batch's edges are planned while it has not set out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Entity, Mention, Statement
from extractors.entities.delegation_places import short_place
from extractors.frames.cohort_leaders import leaders
from extractors.frames.delegation_groups import same_place
from extractors.frames.hosting import Host, hosts, opens_column, row
from extractors.frames.passage import PLACE, Passage, fold
from extractors.frames.stretches import Stretch, stretches
from extractors.polarity import Polarity, polarity
from graph.model import BODIES, PLACES, DelegationKind, EdgeType, Label, Status

_COHORT: Final = DelegationKind.TRAINEE_COHORT
_AHEAD: Final = re.compile("将|拟|计划|推迟|原定|敲定|初定|定在|定于|要到|下一批|预计|打算|何时")
_OVER: Final = re.compile("[^，。；]{0,4}(?:期满|结束|返|回|为止|到期|收官)")
"""After the date on which a posting ends."""
_NOBODY: Final = re.compile("[省市县区镇乡街村]?(?:政府|机关|党委|街道办?|部门|单位|企业|公司)")
"""Names that name no unit in particular."""
_LONGEST: Final = 300


def propose(document: Document) -> Iterator[Statement]:
    """Statements about the batches of trainees of an article.

    Args:
        document: with entities, their mentions, sentences, dates and figures.

    Returns:
        DISPATCHED, TRAINED_IN, HOSTED and LED, several for one edge where several sentences say it.
    """
    cohorts = [e for e in document.entities if e.properties.get("kind") == _COHORT]
    if not cohorts:
        return
    about = stretches(document, [(m, m.entity) for m in document.mentions if m.label is Label.DELEGATION and m.entity])
    places = _places(document)
    ahead: set[str] = set()
    for cohort in cohorts:
        own = [s for s in about if s.about is cohort and s.named]
        status = _status(document, cohort, own)
        if status is Status.PLANNED:
            ahead.add(cohort.id)
        yield from _sent(document, cohort, own, places, status)
    yield from _received(document, about, ahead)


def _places(document: Document) -> dict[str, Entity]:
    """Places by short name, those named most often first."""
    found: dict[str, Entity] = {}
    for entity in sorted(document.entities, key=lambda e: -len(e.mentions)):
        if entity.label in PLACES:
            for name in (entity.name, *sorted(entity.aliases)):
                found.setdefault(short_place(name), entity)
    return found


def _status(document: Document, cohort: Entity, own: list[Stretch[Entity]]) -> Status:
    start = str(cohort.properties.get("start") or "")
    if start and document.published:
        size = min(len(start), len(document.published))
        return Status.PLANNED if start[:size] > document.published[:size] else Status.DONE
    told = [s for s in own if not document.sentence_at(s.start).headline] or own
    ahead = bool(told) and all(_AHEAD.search(document.text, s.start, s.end) for s in told)
    return Status.PLANNED if ahead else Status.DONE


def _sent(
    document: Document, cohort: Entity, own: list[Stretch[Entity]], places: dict[str, Entity], status: Status
) -> Iterator[Statement]:
    properties = {"date": cohort.properties["start"]} if cohort.properties.get("start") else {}
    origin = places.get(short_place(str(cohort.properties.get("origin") or "")))
    if origin is not None:
        for start, end, rule in _evidence(document, cohort, own, str(cohort.properties["origin"])):
            yield Statement(
                EdgeType.DISPATCHED, origin, cohort, start, end, f"dispatched.cohort_{rule}", status, dict(properties)
            )
    for name in cohort.properties.get("destinations", ()):
        place = places.get(short_place(name))
        if place is None or place is origin:
            continue
        for start, end, rule in _evidence(document, cohort, own, name):
            yield Statement(
                EdgeType.TRAINED_IN, cohort, place, start, end, f"trained_in.{rule}", status, dict(properties)
            )


def _evidence(
    document: Document, cohort: Entity, own: list[Stretch[Entity]], name: str
) -> Iterator[tuple[int, int, str]]:
    """Sentences that name the batch and the place, else the one that names the batch first."""
    found = False
    for stretch in own:
        sentence = document.sentence_at(stretch.start)
        inside = any(
            same_place(m.name, name) for m in document.mentions_in(sentence.start, sentence.end, PLACES)
        ) or any(name in m.surface for m in cohort.mentions if sentence.start <= m.start < sentence.end)
        if inside:
            found = True
            yield sentence.start, min(sentence.end, sentence.start + _LONGEST), "named"
    if not found and own:
        sentence = document.sentence_at(own[0].start)
        yield sentence.start, min(sentence.end, sentence.start + _LONGEST), "inherited"


def _received(document: Document, about: list[Stretch[Entity]], ahead: set[str]) -> Iterator[Statement]:
    """HOSTED and LED of the sentences that speak of a batch; `ahead` holds those that have not set out."""
    at = 0
    last: Entity | None = None
    column = False
    ordered = sorted(about, key=lambda s: s.start)
    for passage in fold(document):
        sentence = passage.sentence
        while at < len(ordered) and ordered[at].end <= sentence.start:
            at += 1
        here = [s for s in ordered[at : at + 12] if s.start < sentence.end]
        cohorts = [s.about for s in here if s.about.properties.get("kind") == _COHORT]
        last = next((s.about for s in here if s.named and s.about in cohorts), last)
        line = row(passage) if column else None
        column = opens_column(passage) or line is not None
        if cohorts or last is not None:
            units = [Host(line, "column")] if line is not None else hosts(passage)
            for unit in units:
                about_unit = _cohort_at(here, unit.token.start, last)
                if about_unit is not None:
                    yield from _hosted(document, passage, unit, about_unit, planned=about_unit.id in ahead)
        if cohorts:
            yield from _led(passage, here)
        last = cohorts[-1] if cohorts else last


def _cohort_at(here: list[Stretch[Entity]], offset: int, last: Entity | None = None) -> Entity | None:
    """The batch that a place in the text is about; in the story of a tour the batch spoken of last."""
    entity = next((s.about for s in here if s.start <= offset < s.end), None)
    return entity if entity is not None and entity.properties.get("kind") == _COHORT else last


def _hosted(document: Document, passage: Passage, host: Host, cohort: Entity, *, planned: bool) -> Iterator[Statement]:
    mention = host.token.mention
    if mention is None or mention.entity is None or mention.entity.label not in BODIES:
        return
    said = polarity(document, host.token.start, host.token.end)
    if _NOBODY.fullmatch(mention.name) or (
        mention.name.endswith("党校") and host.rule not in {"count", "listed", "takes"}
    ):
        return
    listed = host.rule in {"count", "listed", "column"}
    if (not listed and _is_home(mention, cohort)) or said in {Polarity.DENIED, Polarity.ASIDE}:
        return
    day, later = _when(document, passage, host.token.start, cohort)
    status = Status.PLANNED if planned or later or said is Polarity.PLANNED else Status.DONE
    properties = {"date": day} if day else {}
    first, end = passage.sentence.start, passage.sentence.end
    if end - first > _LONGEST:
        first = max(first, host.token.start - _LONGEST // 2)
        end = min(end, first + _LONGEST)
    yield Statement(EdgeType.HOSTED, mention.entity, cohort, first, end, f"hosted.{host.rule}", status, properties)
    for place, rule in _seat(document, passage, host, cohort):
        if not same_place(place.name, str(cohort.properties.get("origin") or "")):
            yield Statement(
                EdgeType.TRAINED_IN, cohort, place, first, end, f"trained_in.{rule}", status, dict(properties)
            )


def _seat(document: Document, passage: Passage, host: Host, cohort: Entity) -> Iterator[tuple[Entity, str]]:
    """The place right before a host (温州的Ⓢ), or in its name where only the province is known."""
    at = host.token.at
    aims = set(cohort.properties.get("destinations", ()))
    wide = aims <= {short_place(e.name) for e in document.entities if e.label in {Label.PROVINCE, Label.COUNTRY}}
    for step in (1, 2):
        token = passage.token(at - step)
        if token is not None and token.kind == PLACE and passage.text[at - step + 1 : at] in {"", "的"}:
            place = token.mention.entity if token.mention else None
            if place is not None and (wide or place.label is Label.CITY):
                yield place, "host"
            return
    if wide:
        for mention in document.mentions_in(host.token.start, host.token.end, {Label.CITY, Label.DISTRICT}):
            if mention.start == host.token.start and mention.entity is not None:
                yield mention.entity, "host_name"
                return


def _when(document: Document, passage: Passage, at: int, cohort: Entity) -> tuple[str | None, bool]:
    """The batch's start, or a day still to come that the paragraph has reached, and whether it is one."""
    start = cohort.properties.get("start")
    published = document.published
    if published is None or (start is not None and start[: len(published)] > published[: len(start)]):
        return start, False
    last = None
    for day in document.dates_in(passage.sentence.start - 60, at):
        over = _OVER.match(document.text, day.end)
        if over is None and document.sentence_at(day.end - 1).paragraph == passage.sentence.paragraph:
            last = day.value
    if last is not None and last[: len(published)] > published[: len(last)]:
        return last, True
    return start, False


def _is_home(mention: Mention, cohort: Entity) -> bool:
    """Whether a body is one of the place that sends the batch."""
    origin = short_place(str(cohort.properties.get("origin") or ""))
    aims = [short_place(name) for name in cohort.properties.get("destinations", ())]
    names = {mention.name, mention.surface, mention.entity.name if mention.entity else ""}
    if any(name.startswith(aim) for name in names for aim in aims):
        return False
    return bool(origin) and any(name.startswith(origin) for name in names)


def _led(passage: Passage, here: list[Stretch[Entity]]) -> Iterator[Statement]:
    for token in leaders(passage):
        mention, cohort = token.mention, _cohort_at(here, token.start)
        if mention is None or mention.entity is None or cohort is None:
            continue
        start, end = passage.sentence.start, min(passage.sentence.end, passage.sentence.start + _LONGEST)
        yield Statement(EdgeType.LED, mention.entity, cohort, start, end, "led.cohort")
