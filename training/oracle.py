"""A document whose entities come from an annotation, so that a family of relations can be developed and measured alone.

    python -m training.oracle [--set {train,aside,snippets}] [--family NAME …] [--errors]
    python -m training.oracle --articles DIR --gold DIR [--family NAME …] [--errors]

runs the relation families on annotated entities and prints what they find right, wrong and not, by type.
"""

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractors.components import Propose, families
from extractors.confidence import confidences
from extractors.decision import decide
from extractors.document import Document, Entity, Mention
from extractors.home import find_home
from extractors.text.prepare import prepare
from graph.model import DELEGATION_PROPERTIES, Label
from training.material import PARTS, Sample, annotated, samples
from training.score import report
from training.scoring import Link, Verdict, judge


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
                mention = Mention(at, end, entity.label, entity.name, form, "oracle", nested=inside, entity=entity)
                entity.mentions.append(mention)
                document.mentions.append(mention)
                if not inside:
                    taken[at] = max(end, taken.get(at, 0))
            at = document.text.find(form, at + 1)
    document.sort()
    return keys


def annotations(articles: Path, gold: Path) -> list[tuple[str, str, dict[str, Any]]]:
    """(id, text as read, annotation) of each annotated article, with the publication date of its index."""
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


def run(sample: Sample, chosen: Iterable[Propose]) -> list[Verdict]:
    """The verdicts on what some families find in one text on annotated entities."""
    article = sample.article
    document = prepare(
        article.id, article.text, title=article.title, source=article.source, published=article.published
    )
    mapping = project(document, sample.gold)
    document.home = find_home(document)
    for propose in chosen:
        document.statements += propose(document)
    links = [
        Link(
            e.type,
            e.source.id,
            e.target.id,
            e.properties.get("status", "done"),
            e.properties.get("date"),
            e.sightings[0].rule,
        )
        for e in decide(document.statements, confidences())
    ]
    names = {e.id: e.name for e in document.entities}
    return list(judge(links, mapping, sample.gold, names))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=PARTS, default="train")
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--family", nargs="*", choices=sorted(families()), default=sorted(families()))
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    own = arguments.articles is None or arguments.gold is None
    material = samples(arguments.set) if own else annotated(arguments.articles, arguments.gold)
    chosen = [families()[name] for name in arguments.family]
    report({sample.article.id: run(sample, chosen) for sample in material}, errors=arguments.errors)


if __name__ == "__main__":
    main()
