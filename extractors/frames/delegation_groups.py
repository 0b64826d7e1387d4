"""A delegation as a group of references that are one: what they say of it, and how places agree.

`batch_groups` groups the references to batches of trainees, `tour_groups` those to tours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from extractors.document import Figure, Mention
from extractors.entities.delegation_places import short_place

_INTRODUCES: Final = frozenset({"named", "counted", "short", "unnumbered", "party", "led", "picked"})
"""Forms of references that say who they are about."""


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
        return any(m.properties["form"] in _INTRODUCES or m.properties.get("introduces") for m in self.mentions)

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


def join(
    groups: list[Group], fit: Group | None, mention: Mention, headcount: Figure | None = None, day: str | None = None
) -> None:
    """Adds a reference to the group that it fits, or opens a new one with it."""
    if fit is None:
        fit = Group(mention.properties["kind"])
        groups.append(fit)
    fit.take(mention, headcount, day)


def spoken_of_last(groups: Iterable[Group], mention: Mention) -> Group:
    """The group spoken of last before a reference, else the first one after it."""

    def distance(each: Group) -> tuple[bool, int]:
        starts = [m.start for m in each.mentions]
        earlier = [mention.start - s for s in starts if s < mention.start]
        return (False, min(earlier)) if earlier else (True, min(starts) - mention.start)

    return min(groups, key=distance)
