"""The form of a key: `label:name;part;part`, or an anchor (`city:370200`)."""

from __future__ import annotations

import re
from typing import Final

from graph.model import Label
from graph.places import gazetteer

SEPARATOR: Final = ";"
"""Between parts; comes before `@` in order of characters, so that of a cluster's keys a whole one comes first."""

LACKING: Final = "@"
"""Before the article of a key that lacks a part."""

ANCHOR: Final = re.compile(
    r"country:(?:[A-Z]{2}|group:[A-Z0-9-]+)|province:\d{6}|city:(?:\d{6}|geonames:\d+)"
    r"|district:(?:\d{6}|(?:new-area|zone):[a-z0-9-]+)|enterprise:stock:[A-Z0-9.]+"
)
"""Keys that stand in a public list. An enterprise may be anchored by its stock code (`enterprise:stock:SZ.000001`)."""

PREFIXES: Final = {label: re.sub(r"(?<=[a-z])(?=[A-Z])", "-", label.value).lower() for label in Label}
"""What keys and ids of each label begin with (`living-room`)."""

_LABELS: Final = {prefix: label for label, prefix in PREFIXES.items()}
_DIVIDERS = re.compile(r"[;@#]")


def make_key(label: Label, name: str, *parts: str) -> str:
    """A key of a name and further parts; the signs that divide parts are no part of a name."""
    return SEPARATOR.join((f"{PREFIXES[label]}:{_DIVIDERS.sub('', name)}", *parts))


def is_anchor(key: str) -> bool:
    """Whether a key stands in a public list, so that it needs no reason and moves no id."""
    return ANCHOR.fullmatch(key) is not None


def is_complete(key: str) -> bool:
    """Whether a key has all its parts, so that equal ones of two readings are one thing."""
    return LACKING not in key


def label_of(key: str) -> Label:
    """The label that a key begins with."""
    return _LABELS[key.partition(":")[0]]


def name_of(key: str) -> str:
    """What a key says of the name, for the readable part of an id (青岛, of a delegation 青岛深圳3)."""
    place = gazetteer().by_anchor(key)
    if place is not None:
        return place.short
    parts = key.partition(":")[2].partition(LACKING)[0].split(SEPARATOR)
    if len(parts) == 1 or label_of(key) not in {Label.DELEGATION, Label.LIVING_ROOM}:
        return parts[0]
    telling = parts[1:] if label_of(key) is Label.DELEGATION else parts
    return "".join(_short(one) for part in telling for one in part.split("+"))


def _short(part: str) -> str:
    place = gazetteer().by_anchor(part)
    return place.short if place is not None else part
