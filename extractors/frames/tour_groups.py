"""Which references to delegations that travel are one.

By their origin, the words of their name and the time of the trip; 考察团 and 代表团一行 are the one spoken of last,
X一行 the one that X leads.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from extractors.document import DateMention, Document, Mention
from extractors.frames.delegation_groups import Group, join, same_place, spoken_of_last

_TRAVELS: Final = re.compile("赴|到|来|走访|考察|访问|抵|拜访|前往|调研|南下|走进|参观|率|带队")
_RECEIVED: Final = re.compile("会见|会谈|座谈|接待|陪同|迎来")
_HEAD: Final = re.compile("考察团|代表团|考察组|访问团|调研组|小分队|[团组队]")
_SPOKEN_OF: Final = 400
"""So many characters back a delegation still is the one that X一行 can mean."""
_NEAR: Final = 30
"""A date so many characters before a reference at most dates it."""
_APART: Final = 20
"""Trips whose dates lie more days apart are two."""


def group_tours(document: Document, mentions: list[Mention]) -> list[Group]:
    """Groups references to tours, in the order in which they are found."""
    groups: list[Group] = []
    for named in (True, False):
        for mention in mentions:
            form = mention.properties["form"]
            if (form == "named") is not named:
                continue
            day = None if document.sentence_at(mention.start).headline else _day_before(document, mention)
            value = day.value if day else None
            if named:
                fits = [g for g in groups if _is_same_tour(document, g, mention, value)]
                join(groups, fits[-1] if fits else None, mention, day=value)
            elif form == "again" and groups:
                _latest(groups, mention).take(mention)
            elif form == "again" and mention.properties.get("introduces"):
                join(groups, None, mention, day=value)
            elif form == "led":
                fits = [g for g in groups if _is_same_tour(document, g, mention, value)]
                join(groups, fits[-1] if fits else None, mention, day=value)
            elif form == "counted":
                join(groups, _counted(groups, mention, value), mention, day=value)
            elif form == "party":
                _join_party(document, groups, mention, value)
    return groups


def _is_same_tour(document: Document, group: Group, mention: Mention, day: str | None) -> bool:
    return (
        same_place(group.origin, mention.properties["origin"])
        and (group.kind == mention.properties["kind"] or _bare(mention) or _bare(group.mentions[0]))
        and any(_same_words(m, mention) or document.sentence_at(m.start).headline for m in group.mentions)
        and (group.day is None or day is None or _close(group.day, day))
    )


def _words(mention: Mention) -> str:
    """What a reference says beside its origin and rank: 党政考察团 of 青岛市党政考察团."""
    origin = mention.properties["origin"] or ""
    words = mention.name
    at = words.find(origin) if origin else -1
    words = words[at + len(origin) :] if at >= 0 else words
    return words.lstrip("市省县区州我本该").replace("学习", "").replace("政府", "府")


def _bare(mention: Mention) -> bool:
    return len(_words(mention)) <= len("考察团")


def _same_words(one: Mention, other: Mention) -> bool:
    """Whether the shorter of two names is the longer one with words left out."""
    short, long = sorted((_words(one), _words(other)), key=len)
    rest = iter(long)
    return all(character in rest for character in short)


def _latest(groups: list[Group], mention: Mention) -> Group:
    """The delegation that 考察团 means: of one head and kind if there is one, spoken of last."""
    alike = [g for g in groups if _head(g.mentions[0]) == _head(mention)] or groups
    kind = [g for g in alike if _bare(mention) or g.kind == mention.properties["kind"]] or alike
    return spoken_of_last(kind, mention)


def _counted(groups: list[Group], mention: Mention, day: str | None) -> Group | None:
    """The delegation whose number a reference tells: 一行26人 of the one before, 七人考察组 of the next one named."""
    near = [g for g in groups if any(abs(m.start - mention.start) < _SPOKEN_OF for m in g.mentions)]
    near = [g for g in near if same_place(g.origin, mention.properties["origin"])]
    near = [g for g in near if g.day is None or day is None or _close(g.day, day)]
    if mention.surface.startswith("一行"):
        earlier = [g for g in near if g.mentions[0].start < mention.start]
        return spoken_of_last(earlier, mention) if earlier else None
    alike = [g for g in near if _head(g.mentions[0]) == _head(mention) and g.mentions[0].start > mention.start]
    return alike[0] if alike else None


def _join_party(document: Document, groups: list[Group], mention: Mention, day: str | None) -> None:
    """X一行 is the delegation in whose sentences X stands, else a delegation of its own if it travels."""
    leader = mention.properties["leader"]
    for each in groups:
        for other in each.mentions:
            if leader in _paragraph(document, other):
                each.take(mention)
                return
    sentence = document.sentence_at(mention.start)
    known = [g for g in groups if any(abs(m.start - mention.start) < _SPOKEN_OF for m in g.mentions)]
    known = [g for g in known if g.mentions[0].properties["form"] != "party"]
    if len(known) == 1 and (known[0].day is None or day is None or _close(known[0].day, day)):
        known[0].take(mention)
    elif _TRAVELS.search(document.text, mention.end, sentence.end) or _RECEIVED.search(
        document.text, sentence.start, sentence.end
    ):
        join(groups, None, mention, day=day)


def _paragraph(document: Document, mention: Mention) -> str:
    start = document.text.rfind("\n", 0, mention.start) + 1
    end = document.text.find("\n", mention.end)
    return document.text[start : end if end >= 0 else None]


def _head(mention: Mention) -> str:
    heads = _HEAD.findall(mention.surface)
    return heads[-1][-1] if heads else ""


def _day_before(document: Document, mention: Mention) -> DateMention | None:
    """The date that stands right before a reference in its sentence."""
    sentence = document.sentence_at(mention.start)
    found = None
    for day in document.dates_in(sentence.start, mention.start):
        if mention.start - day.end <= _NEAR:
            found = day
    return found


def _close(one: str, other: str) -> bool:
    """Whether two dates can be of one trip: the coarser holds the finer, or they lie a few days apart."""
    size = min(len(one), len(other))
    if size < len("2019-05-23"):
        return one[:size] == other[:size]
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _APART
