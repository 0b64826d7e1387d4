"""Sums over several batches of trainees, which are no delegation of their own.

Reads:
    已派出3批457名干部 · 三批合起来正好160人 · 三批相加，广元派到杭州跟班的干部已有144人 · 前两批共58人
Not read:
    此前两批分别为60人和76人 (no sum) · 接待客商二百余批 (no people)
"""

from __future__ import annotations

import re
from typing import Final

from extractors.document import Document, Entity, Total
from extractors.entities.delegation_places import short_place
from extractors.entities.delegation_words import TRAINING
from graph.model import PLACES, DelegationKind, Label

_BATCHES: Final = frozenset({"批", "拨", "批次", "轮"})
_PEOPLE: Final = frozenset({"名", "人", "位", "人次"})
_TRAINING: Final = re.compile(TRAINING)
_REACH: Final = 32
_APART: Final = re.compile("分别|其中|第[一二三四五六七八九十]|首批|各")


def find_totals(document: Document) -> list[Total]:
    """Totals of an article that speaks of trainees.

    Args:
        document: with sentences, figures and its delegations joined.

    Returns:
        one for each stated sum, with origin and destination of the batch next to it, else of home and sentence.
    """
    cohorts = [e for e in document.entities if e.properties.get("kind") == DelegationKind.TRAINEE_COHORT]
    if not cohorts and not _TRAINING.search(document.text):
        return []
    found: dict[tuple[int, int], Total] = {}
    figures = document.figures
    for index, batches in enumerate(figures):
        if batches.unit not in _BATCHES or batches.value < 2:
            continue
        sentence = document.sentence_at(batches.start)
        for people in figures[index + 1 : index + 4]:
            if people.start > min(sentence.end, batches.end + _REACH):
                break
            between = document.text[batches.end : people.start]
            if people.unit in _PEOPLE and people.value > batches.value and not _APART.search(between):
                total = Total("headcount", people.value, batches.start, people.end, batches.value)
                if cohorts:
                    about = _nearest(document, cohorts, batches.start)
                    aims = about.properties.get("destinations") or [None]
                    total.origin, total.destination = about.properties.get("origin"), aims[0]
                elif _TRAINING.search(document.text, sentence.start, sentence.end):
                    total.origin = short_place(document.home.name) if document.home else None
                    total.destination = _aim(document, people.end, sentence.end)
                else:
                    break
                found.setdefault((batches.value, people.value), total)
                break
    return list(found.values())


def _aim(document: Document, start: int, end: int) -> str | None:
    """The first place that a sentence names after the people."""
    place = next(document.mentions_in(start, end, PLACES), None)
    return short_place(place.name) if place is not None else None


def _nearest(document: Document, cohorts: list[Entity], at: int) -> Entity:
    """The batch named last before a place in the text, of those whose origin or destination its sentence names."""
    sentence = document.sentence_at(at)
    near = document.text[sentence.start : sentence.end]

    def distance(cohort: Entity) -> tuple[bool, int]:
        named = str(cohort.properties.get("origin")) in near
        starts = [m.start for m in cohort.mentions if m.label is Label.DELEGATION]
        return not named, min((abs(at - s) for s in starts), default=len(document.text))

    return min(cohorts, key=distance)
