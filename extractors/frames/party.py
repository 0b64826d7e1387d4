"""Who travels with a delegation: its leaders and members, gathered along the story of its trip."""

from __future__ import annotations

from typing import Final

from extractors.document import Document, Entity
from extractors.frames.journey import Leader, Trip
from extractors.frames.leadership import leads, members, pronoun_leads
from extractors.frames.passage import PERSON, Passage
from extractors.frames.storyline import Storyline
from extractors.frames.subject import acts
from graph.model import Label

_NEAR: Final = 2
"""Sentences after the last sign of a trip within which members are told."""


def gather(document: Document, story: Storyline) -> None:
    """Fills leaders and people of the trips of a story.

    Args:
        document: for its persons.
        story: its trips are changed.
    """
    _name_leaders(document, story)
    he: Entity | None = None
    for passage in story:
        for lead in leads(passage):
            trip = story.trip_of(lead.group, passage) if lead.group else story.current
            if trip is not None and (person := lead.person.entity) is not None:
                _lead(trip, person, passage, lead.rule)
        he = _pronouns(passage, story, he)
        if story.current is not None and story.silence <= _NEAR:
            story.current.people.update(e.id for t in members(passage) if (e := t.entity) is not None)


def _pronouns(passage: Passage, story: Storyline, he: Entity | None) -> Entity | None:
    """Lets "him" lead; gives whom "he" may mean then: who was so called, else who acts first in the sentence."""
    acting = next((t.entity for t in passage.tokens if t.kind == PERSON and acts(passage, t)), he)
    for token in pronoun_leads(passage):
        trip = story.trip_of(token, passage)
        before = list(passage.between(0, token.at, PERSON))
        acting = before[-1].entity if before else he
        if trip is not None and acting is not None:
            _lead(trip, acting, passage, "pronoun")
    return acting


def _name_leaders(document: Document, story: Storyline) -> None:
    """Ⓝ一行 is led by whom it is named after."""
    persons = [e for e in document.entities if e.label is Label.PERSON]
    for trip in story.trips.values():
        party = next((n for n in (trip.traveller.name, *sorted(trip.traveller.aliases)) if "一行" in n), "")
        person = next((p for p in persons if party and any(n in party for n in (p.name, *p.aliases))), None)
        if person is not None:
            _lead(trip, person, trip.introduced, "party")


def _lead(trip: Trip, person: Entity, passage: Passage, rule: str) -> None:
    sentence = passage.sentence
    trip.leaders.append(Leader(person, sentence.start, sentence.end, f"led.{rule}"))
    trip.people.add(person.id)
