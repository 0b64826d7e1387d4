"""Documents of tests, written with their names marked: {City:深圳市=青岛} is a mention 深圳市 of the entity 青岛."""

from __future__ import annotations

import re

from extractors.document import Document, Entity, Mention, Statement
from extractors.text.prepare import prepare
from graph.model import Label

_NAME = re.compile(r"\{(?P<label>\w+):(?P<surface>[^}=]+)(?:=(?P<name>[^}]+))?\}")


def marked(text: str, *, home: str | None = None, published: str | None = "2021-06-18") -> Document:
    """A prepared document with the marked mentions; equal names are one entity; `home` names one of them."""
    spans: list[tuple[int, int, Label, str, str]] = []
    plain, at = "", 0
    for match in _NAME.finditer(text):
        plain += text[at : match.start()]
        spans.append(
            (
                len(plain),
                len(plain) + len(match["surface"]),
                Label(match["label"]),
                match["name"] or match["surface"],
                match["surface"],
            )
        )
        plain += match["surface"]
        at = match.end()
    plain += text[at:]
    document = prepare("a", plain, published=published)
    assert document.text == plain
    entities: dict[str, Entity] = {}
    for start, end, label, name, surface in spans:
        entity = entities.setdefault(name, Entity(f"n{len(entities)}", label, name))
        mention = Mention(start, end, label, name, surface, "test", entity=entity)
        entity.mentions.append(mention)
        document.mentions.append(mention)
    if home is not None:
        document.home = entities.setdefault(home, Entity("home", Label.CITY, home))
    document.entities = list(entities.values())
    return document


def pairs(statements: list[Statement]) -> set[tuple[str, str]]:
    """The ends of statements by name."""
    return {(s.source.name, s.target.name) for s in statements}
