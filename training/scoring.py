"""What was read against what a careful reader finds: which entities and edges are right, wrong, missed.

An entity is found by one of its names (a district also behind the place that it lies in), a delegation by kind, origin,
destinations, ordinal or start; a second node for one entity is wrong. An edge is right where type, ends and status
agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal

from graph.model import DELEGATION_PROPERTIES, MISSION, SYMMETRIC
from graph.periods import is_date
from graph.reading import Reading

Result = Literal["right", "wrong", "missed", "optional"]
_MARKS: Final = re.compile(r"[\s\"'“”‘’「」『』《》〈〉·•\-—]+")
_SUFFIX: Final = re.compile(r"(市|省|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$")
_SMALL_SUFFIX: Final = re.compile(r"(区|县|新区)$")
_DAYS_APART: Final = 10
_FIGURES: Final = tuple(p.name for p in DELEGATION_PROPERTIES if p.type in {"integer", "date"})


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity as it was read."""

    id: str
    label: str
    names: tuple[str, ...]
    properties: dict[str, Any] = field(default_factory=dict)
    mentioned: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """An edge as it was read; `rule` where one rule is judged alone."""

    type: str
    source: str
    target: str
    status: str = "done"
    date: str | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one entity, edge, date or figure."""

    kind: str
    """A label, a type, `date` or `figure`."""
    result: Result
    said: str
    link: Link | None = None


def things_of(reading: Reading) -> list[Thing]:
    """The nodes of a reading."""
    return [Thing(n.id, n.label.value, (n.name, *n.aliases), n.properties, bool(n.mentions)) for n in reading.nodes]


def links_of(reading: Reading) -> list[Link]:
    """The edges of a reading."""
    return [
        Link(e.type.value, e.source, e.target, e.properties.get("status", "done"), e.properties.get("date"))
        for e in reading.edges
    ]


def plain(name: str, label: str | None = None) -> str:
    """The form under which names are compared."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", name)).lower()
    return _SUFFIX.sub("", text) if label in {"City", "Province"} and len(text) > 2 else text


def match(things: Iterable[Thing], gold: dict[str, Any]) -> tuple[dict[str, str], set[str]]:
    """Which annotated entity each thing is (key by id), and the ids of second nodes for one entity.

    The likeliest pairs come first: equal names, then equal figures.
    """
    entities = gold["entities"]
    places = {plain(n, "City") for e in entities for n in e["names"] if e["label"] in {"City", "Province", "Country"}}
    pairs = [
        (_likeness(thing, entity), thing.id, entity["key"])
        for thing in things
        for entity in entities
        if _is_same(thing, entity, places)
    ]
    mapping: dict[str, str] = {}
    second: dict[str, str] = {}
    for _, thing_id, key in sorted(pairs, key=lambda p: -p[0]):
        second.setdefault(thing_id, key)
        if thing_id not in mapping and key not in mapping.values():
            mapping[thing_id] = key
    return {**second, **mapping}, set(second) - set(mapping)


def compare(things: list[Thing], links: Iterable[Link], gold: dict[str, Any]) -> list[Verdict]:
    """All verdicts on one article."""
    mapping, doubles = match(things, gold)
    names = {t.id: t.names[0] for t in things}
    verdicts = [*_entities(things, mapping, doubles, gold), *judge(links, mapping, gold, names)]
    return [*verdicts, *_figures(things, mapping, doubles, gold)]


def judge(
    links: Iterable[Link], mapping: dict[str, str], gold: dict[str, Any], names: dict[str, str] | None = None
) -> Iterator[Verdict]:
    """The verdict on each edge and each annotated relation, with that on the date of the right ones."""
    wanted: defaultdict[tuple[str, str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for relation in gold["relations"]:
        for key in _keys(relation):
            wanted[key].append(relation)
    found: set[int] = set()
    names = names or {}
    for link in links:
        said = f"{names.get(link.source, link.source)} -{link.type}-> {names.get(link.target, link.target)}"
        key = (link.type, mapping.get(link.source, ""), mapping.get(link.target, ""), link.status)
        options = wanted.get(key, [])
        relation = _best(link, [r for r in options if id(r) not in found] or options)
        if relation is None:
            yield Verdict(link.type, "wrong", said + (" (planned)" if link.status == "planned" else ""), link)
            continue
        again = id(relation) in found
        found.add(id(relation))
        yield Verdict(link.type, "optional" if again or not relation.get("core", True) else "right", said, link)
        if relation.get("date") and relation.get("core", True) and not again:
            right = str(link.date).startswith(relation["date"])
            yield Verdict("date", "right" if right else "wrong", f"{said} {relation['date']} not {link.date}", link)
    keys = {e["key"]: (e["names"] or [e["key"]])[0] for e in gold["entities"]}
    for relation in gold["relations"]:
        if id(relation) not in found and relation.get("core", True):
            planned = " (planned)" if relation.get("status") == "planned" else ""
            said = f"{keys[relation['head']]} -{relation['type']}-> {keys[relation['tail']]}{planned}"
            yield Verdict(relation["type"], "missed", f"{said} | {relation.get('quote', '')}")


def _best(link: Link, options: list[dict[str, Any]]) -> dict[str, Any] | None:
    dated = (r for r in options if r.get("date") and str(link.date).startswith(r["date"]))
    return next(dated, options[0] if options else None)


def _keys(relation: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    kind, status = relation["type"], relation.get("status") or "done"
    for head in (relation["head"], *relation.get("alt_head", [])):
        for tail in (relation["tail"], *relation.get("alt_tail", [])):
            yield kind, head, tail, status
            if kind in SYMMETRIC:
                yield kind, tail, head, status


def _entities(
    things: list[Thing], mapping: dict[str, str], doubles: set[str], gold: dict[str, Any]
) -> Iterator[Verdict]:
    entities = {e["key"]: e for e in gold["entities"]}
    found = set()
    for thing in things:
        if not thing.mentioned:
            continue
        if thing.id not in mapping or thing.id in doubles:
            yield Verdict(thing.label, "wrong", thing.names[0] + (" (twice)" if thing.id in doubles else ""))
            continue
        entity = entities[mapping[thing.id]]
        found.add(entity["key"])
        yield Verdict(entity["label"], "right" if entity.get("core", True) else "optional", thing.names[0])
    for key, entity in entities.items():
        if key not in found and entity.get("core", True):
            yield Verdict(entity["label"], "missed", (entity["names"] or [key])[0])


def _figures(
    things: list[Thing], mapping: dict[str, str], doubles: set[str], gold: dict[str, Any]
) -> Iterator[Verdict]:
    by_key = {mapping[t.id]: t for t in things if t.id in mapping and t.id not in doubles}
    for entity in gold["entities"]:
        if entity["label"] != "Delegation" or not entity.get("core", True):
            continue
        properties = by_key[entity["key"]].properties if entity["key"] in by_key else {}
        for name in _FIGURES:
            if entity.get(name) is not None:
                right = _same_figure(properties.get(name), entity[name])
                said = f"{(entity['names'] or [''])[0]} {name}={entity[name]} not {properties.get(name)}"
                yield Verdict("figure", "right" if right else "wrong", said)


def _same_figure(said: object, gold: object) -> bool:
    if said is None:
        return False
    return str(said).startswith(gold) if isinstance(gold, str) and "-" in gold else str(said) == str(gold)


def _is_same(thing: Thing, entity: dict[str, Any], places: set[str]) -> bool:
    if thing.label not in {entity["label"], *entity.get("alt_labels", [])}:
        return False
    if entity["label"] == "Delegation":
        return _is_same_delegation(thing, entity)
    mine = {plain(n, thing.label) for n in thing.names}
    theirs = {plain(n, thing.label) for n in entity["names"]}
    if mine & theirs:
        return True
    return thing.label == "District" and any(_is_district(a, b, places) for a in mine for b in theirs)


def _is_district(one: str, other: str, places: set[str]) -> bool:
    """青岛市市南区 and 市南区, but not 西咸新区 and 新区."""
    long, short = (one, other) if len(one) > len(other) else (other, one)
    ahead = long[: len(long) - len(short)]
    return (
        len(short) > 1 and long.endswith(short) and bool(ahead) and (ahead[-1] in "省市州盟区县旗" or ahead in places)
    )


def _is_same_delegation(thing: Thing, entity: dict[str, Any]) -> bool:
    mine, theirs = thing.properties, entity
    named = {plain(n) for n in thing.names} & {plain(n) for n in entity["names"]}
    placed = any(mine.get(k) and theirs.get(k) for k in ("origin", "destinations"))
    if not (named or placed) or mine.get("kind") not in {theirs.get("kind"), *theirs.get("alt_kinds", [])}:
        return False
    if mine.get("origin") and theirs.get("origin") and not _is_place(mine["origin"], theirs["origin"]):
        return False
    if mine.get("ordinal") and theirs.get("ordinal") and int(mine["ordinal"]) != int(theirs["ordinal"]):
        return False
    there, here = theirs.get("destinations") or [], mine.get("destinations") or []
    if there and here and not any(_is_place(a, b) for a in there for b in here):
        return False
    return bool(mine.get("ordinal")) or _starts_together(mine.get("start"), theirs.get("start"))


def _starts_together(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return True
    if len(one) == len(other) == 10 and is_date(one) and is_date(other):
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= _DAYS_APART
    length = min(len(one), len(other), 7)
    return one[:length] == other[:length]


def _is_place(one: str, other: str) -> bool:
    one, other = (_SMALL_SUFFIX.sub("", n) if len(n) > 2 else n for n in (plain(one, "City"), plain(other, "City")))
    return one == other or (min(len(one), len(other)) > 1 and (one.endswith(other) or other.endswith(one)))


def _likeness(thing: Thing, entity: dict[str, Any]) -> int:
    score = 1000 * thing.mentioned
    score += 10 * bool({plain(n) for n in thing.names} & {plain(n) for n in entity["names"]})
    if entity["label"] == "Delegation":
        for name in _FIGURES:
            if entity.get(name) is not None and thing.properties.get(name) is not None:
                score += 3 if _same_figure(thing.properties[name], entity[name]) else -3
    return score


def table(verdicts: Iterable[Verdict]) -> list[str]:
    """Precision, recall and F1 by kind, of all entities, all relations, the mission's relations, dates and figures."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for verdict in verdicts:
        counts[verdict.kind][verdict.result] += 1
        if verdict.kind not in {"date", "figure"}:
            counts["RELATIONS" if verdict.kind.isupper() else "ENTITIES"][verdict.result] += 1
        if verdict.kind in MISSION:
            counts["MISSION"][verdict.result] += 1
    order = sorted(
        counts, key=lambda k: (k in {"ENTITIES", "RELATIONS", "MISSION"}, k in {"date", "figure"}, k.isupper(), k)
    )
    return [
        f"{'':<20}{'right':>7}{'wrong':>7}{'missed':>7}{'P':>8}{'R':>8}{'F1':>8}",
        *(_row(k, counts[k]) for k in order),
    ]


def _row(kind: str, count: Counter[str]) -> str:
    right, wrong, missed = count["right"], count["wrong"], count["missed"]
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{kind:<20}{right:>7}{wrong:>7}{missed:>7}{precision:>8.3f}{recall:>8.3f}{both:>8.3f}"
