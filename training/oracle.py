"""A document whose entities come from an annotation, so that a family of relations can be developed and measured alone.

    python -m training.oracle --articles DIR --gold DIR [--family NAME …]

runs the relation families on annotated entities and prints what they find right, wrong and not, by type.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from extractors.document import Document, Entity, Mention
from graph.model import DELEGATION_PROPERTIES, Label


def project(document: Document, gold: dict[str, Any]) -> dict[str, str]:
    """Puts annotated entities on a repaired document, wherever one of their names stands, longest names first.

    Args:
        document: repaired text with sentences; its mentions and entities are replaced.
        gold: an annotation (`entities` with key, label, names and a delegation's properties).
    Returns:
        the annotation's key of each entity, by entity id.
    """
    document.mentions, document.entities = [], []
    keys: dict[str, str] = {}
    names: list[tuple[str, Entity]] = []
    for row in gold["entities"]:
        label = Label(row["label"])
        forms = row["names"] or [row["key"]]
        properties = {
            p.name: row[p.name]
            for p in DELEGATION_PROPERTIES
            if label is Label.DELEGATION and row.get(p.name) is not None
        }
        entity = Entity(row["key"], label, forms[0], set(forms[1:]), properties=properties)
        document.entities.append(entity)
        keys[entity.id] = row["key"]
        names += [(form, entity) for form in forms]
    taken: dict[int, int] = {}
    for form, entity in sorted(names, key=lambda pair: -len(pair[0])):
        at = document.text.find(form)
        while at >= 0:
            end = at + len(form)
            inside = any(s <= at and end <= e for s, e in taken.items())
            if not inside or entity.label in {Label.CITY, Label.DISTRICT, Label.PROVINCE, Label.COUNTRY}:
                mention = Mention(
                    at, end, entity.label, entity.name, form, "oracle", nested=inside, entity=entity
                )
                entity.mentions.append(mention)
                document.mentions.append(mention)
                if not inside:
                    taken[at] = max(end, taken.get(at, 0))
            at = document.text.find(form, at + 1)
    document.sort()
    return keys


def annotations(articles: Path, gold: Path) -> list[tuple[str, str, dict[str, Any]]]:
    """(id, text as read, annotation) of each annotated article, the publication date of its index put into the annotation."""
    rows = [json.loads(line) for line in (articles / "index.jsonl").read_text("utf-8").splitlines() if line.strip()]
    found = []
    for row in rows:
        path = gold / f"{row['id']}.json"
        if path.exists():
            annotation = json.loads(path.read_text("utf-8"))
            annotation["published"] = row.get("published") or annotation.get("published")
            text = (articles / row.get("file", f"{row['id']}.txt")).read_text("utf-8")
            found.append((row["id"], text, annotation))
    return found
