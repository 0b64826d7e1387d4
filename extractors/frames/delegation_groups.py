"""Which references to delegations are one: a delegation is one entity for each trip or batch.

Batches of trainees are one by their number, or by the count of their people, and never where origin or destination
disagree. Tours are one by their origin and the time of the trip; 考察团 and 代表团一行 are the one spoken of last,
X一行 the one that X leads. A reference without anything to join that introduces nobody (考察团 in passing) is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from extractors.document import DateMention, Document, Figure, Mention
from extractors.entities.delegation_places import short_place
from extractors.frames.batch_figures import headcount_after
from graph.model import DelegationKind

_COHORT: Final = DelegationKind.TRAINEE_COHORT.value
_TRAVELS: Final = re.compile("赴|到|来|走访|考察|访问|抵|拜访|前往|调研|南下|走进|参观|率|带队")
_RECEIVED: Final = re.compile("会见|会谈|座谈|接待|陪同|迎来")
_SPOKEN_OF: Final = 400
"""So many characters back a delegation still is the one that X一行 can mean."""
_HEAD: Final = re.compile("考察团|代表团|考察组|访问团|调研组|小分队|[团组队]")
_SAME_STORY: Final = 260
"""A count and a number so many characters apart at most can be of one batch."""
_NEAR: Final = 30
"""A date so many characters before a reference at most dates it."""
_APART: Final = 20
"""Trips whose dates lie more days apart are two."""


@dataclass(eq=False, slots=True)
class Group:
    """References that are one delegation, and what they say of it."""

    kind: str
    origin: str | None = None
    destinations: list[str] = field(default_factory=list)
    ordinal: int | None = None
    headcount: Figure | None = None
    day: str | None = None
    mentions: list[Mention] = field(default_factory=list)

    @property
    def introduced(self) -> bool:
        """Whether one of the references says who it is."""
        return any(
            m.properties["form"] in {"named", "counted", "short", "unnumbered", "party", "led", "picked"}
            for m in self.mentions
        )

    def take(self, mention: Mention, headcount: Figure | None = None, day: str | None = None) -> None:
        """Adds a reference with what it says."""
        properties = mention.properties
        self.origin = self.origin or properties["origin"]
        self.ordinal = self.ordinal or properties.get("ordinal")
        self.destinations += [d for d in properties["destinations"] if d not in self.destinations]
        self.headcount = self.headcount or headcount
        self.day = self.day or day
        self.mentions.append(mention)


def same_place(one: str | None, other: str | None) -> bool:
    """Whether two place names may mean one place: 青岛 and 青岛市, 金台区 and 宝鸡市金台区, anything and nothing."""
    if not one or not other:
        return True
    one, other = short_place(one), short_place(other)
    return one.endswith(other) or other.endswith(one) or one.startswith(other) or other.startswith(one)


def group(document: Document) -> list[Group]:
    """Groups the delegation mentions of a document, in the order of their first mention."""
    mentions = [m for m in document.mentions if m.label.value == "Delegation"]
    cohorts = _cohorts(document, [m for m in mentions if m.properties["kind"] == _COHORT])
    tours = _tours(document, [m for m in mentions if m.properties["kind"] != _COHORT])
    groups = [g for g in (*cohorts, *tours) if g.introduced]
    for each in groups:
        each.mentions.sort(key=lambda m: m.start)
    return sorted(groups, key=lambda g: g.mentions[0].start)


def _compatible(group: Group, mention: Mention, headcount: Figure | None) -> bool:
    properties = mention.properties
    aims = properties["destinations"]
    counts = {f.value for f in (group.headcount, headcount) if f is not None}
    return (
        same_place(group.origin, properties["origin"])
        and (not aims or not group.destinations or any(same_place(a, b) for a in aims for b in group.destinations))
        and len({n for n in (group.ordinal, properties.get("ordinal")) if n is not None}) < 2
        and (len(counts) < 2 or properties.get("ordinal") is not None)
    )


def _cohorts(document: Document, mentions: list[Mention]) -> list[Group]:
    groups: list[Group] = []
    heads = {m: m.properties.get("figure") or headcount_after(document, m) for m in mentions}
    for mention in mentions:
        if mention.properties.get("ordinal") is None:
            continue
        fits = [g for g in groups if g.ordinal == mention.properties["ordinal"]]
        fits = [g for g in fits if _compatible(g, mention, heads[mention])]
        _join(groups, fits[-1] if fits else None, mention, heads[mention])
    numbered = list(groups)
    for mention in mentions:
        form = mention.properties["form"]
        if mention.properties.get("ordinal") is not None:
            continue
        fits = [g for g in groups if _compatible(g, mention, heads[mention])]
        if form == "echo":
            equal = [g for g in groups if _count(g.headcount) == _count(heads[mention]) is not None]
            if len(equal) == 1:
                equal[0].take(mention, heads[mention])
        elif form == "counted":
            _join_counted(groups, numbered, fits, mention, heads[mention])
        elif form == "picked" and not groups:
            _join(groups, None, mention)
        elif form == "unnumbered" and len(fits) < 2:
            _join(groups, fits[0] if fits else None, mention, heads[mention])
        elif form == "again" and groups:
            _before(groups, mention).take(mention)
    return groups


def _count(figure: Figure | None) -> int | None:
    return None if figure is None else figure.value


def _join_counted(
    groups: list[Group], numbered: list[Group], fits: list[Group], mention: Mention, headcount: Figure | None
) -> None:
    """A reference by count: the batch of that many; the only batch whose count is not told; else one of its own."""
    equal = [g for g in fits if g.headcount and headcount and g.headcount.value == headcount.value]
    if equal:
        equal[-1].take(mention, headcount)
        return
    open_ = [g for g in fits if g.headcount is None and g in numbered]
    open_ = [g for g in open_ if min(abs(m.start - mention.start) for m in g.mentions) < _SAME_STORY]
    before = [g for g in open_ if g.mentions[0].start < mention.start]
    own = bool(mention.properties["origin"] or mention.properties["destinations"])
    if before and not own:
        max(before, key=lambda g: max(m.start for m in g.mentions if m.start < mention.start)).take(mention, headcount)
    elif open_ and not before:
        min(open_, key=lambda g: g.mentions[0].start).take(mention, headcount)
    elif len(open_) == 1 and len(numbered) == 1:
        open_[0].take(mention, headcount)
    else:
        _join(groups, None, mention, headcount)


def _before(groups: list[Group], mention: Mention) -> Group:
    """The group spoken of last before a reference, else the first one after it."""

    def distance(each: Group) -> tuple[bool, int]:
        starts = [m.start for m in each.mentions]
        earlier = [mention.start - s for s in starts if s < mention.start]
        return (False, min(earlier)) if earlier else (True, min(starts) - mention.start)

    return min(groups, key=distance)


def _join(
    groups: list[Group], fit: Group | None, mention: Mention, headcount: Figure | None = None, day: str | None = None
) -> None:
    if fit is None:
        fit = Group(mention.properties["kind"])
        groups.append(fit)
    fit.take(mention, headcount, day)


def _tours(document: Document, mentions: list[Mention]) -> list[Group]:
    groups: list[Group] = []
    for named in (True, False):
        for mention in mentions:
            form = mention.properties["form"]
            if (form == "named") is not named:
                continue
            day = _day_before(document, mention)
            value = day.value if day else None
            if named:
                fits = [g for g in groups if _is_same_tour(g, mention, value)]
                _join(groups, fits[-1] if fits else None, mention, day=value)
            elif form == "again" and groups:
                _latest(groups, mention, lambda g, m=mention: _head(g.mentions[0]) == _head(m)).take(mention)  # type: ignore[misc]
            elif form == "led":
                fits = [g for g in groups if _is_same_tour(g, mention, value)]
                _join(groups, fits[-1] if fits else None, mention, day=value)
            elif form == "counted":
                fits = [
                    g
                    for g in groups
                    if _head(g.mentions[0]) == _head(mention) and same_place(g.origin, mention.properties["origin"])
                ]
                _join(
                    groups,
                    fits[-1] if fits and fits[-1].mentions[0].start > mention.start else None,
                    mention,
                    day=value,
                )
            elif form == "party":
                _join_party(document, groups, mention, value)
    return groups


def _is_same_tour(group: Group, mention: Mention, day: str | None) -> bool:
    return (
        group.origin is not None
        and same_place(group.origin, mention.properties["origin"])
        and (group.kind == mention.properties["kind"] or _bare(mention) or _bare(group.mentions[0]))
        and any(_same_words(m, mention) for m in group.mentions)
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


def _latest(groups: list[Group], mention: Mention, wanted: Callable[[Group], bool]) -> Group:
    fits = [g for g in groups if wanted(g)] or groups
    return _before(fits, mention)


def _join_party(document: Document, groups: list[Group], mention: Mention, day: str | None) -> None:
    """X一行 is the delegation in whose sentences X stands, else a delegation of its own if it travels."""
    leader = mention.properties["leader"]
    for each in groups:
        for other in each.mentions:
            sentence = document.sentence_at(other.start)
            if leader in document.text[sentence.start : sentence.end]:
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
        _join(groups, None, mention, day=day)


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
