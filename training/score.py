"""Measures the reader on annotated articles.

    python -m training.score --set {train,aside,snippets} [--errors] [--only ID …]
    python -m training.score --articles DIR --gold DIR [--errors]

prints precision, recall and F1 by label and type; with `--errors` each wrong and missed item.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from extractors.pipeline import Reader
from training.material import PARTS, Sample, annotated, samples
from training.scoring import Verdict, compare, links_of, table, things_of


def score(material: Iterable[Sample], reader: Reader) -> dict[str, list[Verdict]]:
    """The verdicts on each article, by its id."""
    verdicts = {}
    for sample in material:
        reading = reader.read(sample.article)
        verdicts[sample.article.id] = compare(things_of(reading), links_of(reading), sample.gold)
    return verdicts


def report(verdicts: dict[str, list[Verdict]], *, errors: bool) -> None:
    """Prints the table, and before it the errors where they are wanted."""
    if errors:
        for article_id, rows in verdicts.items():
            for verdict in rows:
                if verdict.result in {"wrong", "missed"}:
                    rule = f" [{verdict.link.rule}]" if verdict.link and verdict.link.rule else ""
                    print(f"{article_id} {verdict.result:<7}{verdict.kind:<20}{verdict.said}{rule}")
    print("\n".join(table(v for rows in verdicts.values() for v in rows)))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=PARTS, default="train")
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    own = arguments.articles is None or arguments.gold is None
    material = samples(arguments.set) if own else annotated(arguments.articles, arguments.gold)
    wanted = (s for s in material if not arguments.only or s.article.id in arguments.only)
    report(score(wanted, Reader()), errors=arguments.errors)


if __name__ == "__main__":
    main()
