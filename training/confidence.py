"""Measures how often each rule of the relations is right and writes it into the reader's data file.

    python -m training.confidence [--out FILE]

Runs the reader over two thirds of the annotated articles and the snippets. A rule's statement counts once an article
and pair of ends; one that matches an optional annotation counts as right.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import extractors
from extractors.decision import allowed
from extractors.document import Document, Entity
from extractors.pipeline import Reader
from graph.model import EDGES
from training.material import Sample, samples
from training.scoring import Link, Thing, judge, match

DATA = Path(extractors.__file__).parent / "confidence.json"


def links(document: Document) -> list[Link]:
    """What each rule proposes, once for each pair of ends; proposals that the model refuses are left out."""
    found = {
        Link(s.type.value, s.source.id, s.target.id, s.status.value, s.properties.get("date"), s.rule)
        for s in document.statements
        if s.source is not s.target and allowed(EDGES[s.type], s.source, s.target)
    }
    distinct = {(link.type, link.source, link.target, link.status, link.rule): link for link in sorted(found, key=repr)}
    return list(distinct.values())


def thing(entity: Entity) -> Thing:
    """An entity of a document as the comparison takes it."""
    return Thing(
        entity.id, entity.label.value, (entity.name, *sorted(entity.aliases)), entity.properties, bool(entity.mentions)
    )


def measure(material: Iterable[Sample], reader: Reader) -> dict[str, Counter[str]]:
    """Right and wrong statements by rule."""
    counts: dict[str, Counter[str]] = {}
    for sample in material:
        document = reader.document(sample.article)
        mapping, _ = match([thing(e) for e in document.entities], sample.gold)
        for link in links(document):
            verdicts = [v for v in judge([link], mapping, sample.gold) if v.link is link and v.kind != "date"]
            counts.setdefault(link.rule, Counter())["wrong" if verdicts[0].result == "wrong" else "right"] += 1
    return counts


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=DATA)
    arguments = parser.parse_args()
    counts = measure((*samples("train"), *samples("snippets")), Reader())
    rows = {rule: {"right": counts[rule]["right"], "wrong": counts[rule]["wrong"]} for rule in sorted(counts)}
    arguments.out.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    for rule, row in rows.items():
        print(f"{rule:<32}{row['right']:>6}{row['wrong']:>6}")


if __name__ == "__main__":
    main()
