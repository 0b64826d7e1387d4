"""Entities made of mentions that carry the same name, or one that is short for another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from extractors.document import Entity, Mention
from graph.model import Label

Core = Callable[[str], str]
Short = Callable[[str, str], bool]


def new_entity(mention: Mention, number: int) -> Entity:
    """An entity without mentions, named and labelled like a mention."""
    return Entity(f"{mention.label.value.lower()}-{number}", mention.label, mention.name, anchor=mention.anchor)


def add(entity: Entity, mention: Mention) -> None:
    """Puts a mention into an entity, with its forms as aliases."""
    entity.mentions.append(mention)
    entity.aliases.update({mention.name, mention.surface, *mention.properties.get("also", ())})
    mention.entity = entity


def join_named(
    mentions: Iterable[Mention], number: int, core: Core, is_short: Short, stated: Mapping[str, str] | None = None
) -> list[Entity]:
    """Groups mentions by name, then short forms with the full form that they are short for.

    Args:
        mentions: of one label.
        number: of the first entity.
        core: what of a name counts in comparison.
        is_short: whether its first argument can stand for its second.
        stated: short forms that the text introduces, with their full forms.
    Returns:
        the entities; of several full forms that fit a short one, the one spoken of last before it wins.
    """
    groups: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[core(mention.name)].append(mention)
    heads = sorted(groups, key=lambda name: (-len(name), name))
    full: dict[str, str] = {}
    holding: defaultdict[str, list[str]] = defaultdict(list)
    for name in heads:
        told = core(stated[name]) if stated and name in stated else None
        if told is not None and told in full:
            full[name] = full[told]
            continue
        fits = [other for other in _candidates(name, holding) if is_short(name, other)]
        full[name] = _nearest(groups[name], fits, groups) if fits else name
        if not fits:
            for character in set(name):
                holding[character].append(name)
    entities: dict[str, Entity] = {}
    for name in heads:
        head = full[name]
        for mention in groups[name]:
            if head not in entities:
                entities[head] = new_entity(groups[head][0], number + len(entities))
            add(entities[head], mention)
    return list(entities.values())


def _candidates(name: str, holding: Mapping[str, list[str]]) -> list[str]:
    """Full names that hold the rarest character of a name: a short form has no character that its full form lacks."""
    return min((holding.get(character, []) for character in set(name)), key=len, default=[])


def _nearest(mentions: list[Mention], fits: list[str], groups: Mapping[str, list[Mention]]) -> str:
    first = min(m.start for m in mentions)
    return max(fits, key=lambda name: max((m.start for m in groups[name] if m.start < first), default=-1))


def rename(entity: Entity, name: str) -> None:
    """Gives an entity its canonical name."""
    entity.aliases.add(entity.name)
    entity.name = name
    entity.aliases.discard(name)


def absorb(entity: Entity, other: Entity) -> None:
    """Moves all mentions of another entity into this one."""
    for mention in other.mentions:
        mention.label = entity.label
        add(entity, mention)
    entity.aliases |= other.aliases | {other.name}
    entity.aliases.discard(entity.name)
    other.mentions = []


def label_number(entities: Iterable[Entity], label: Label) -> int:
    """The number of the next entity of a label."""
    return sum(e.label is label for e in entities) + 1
