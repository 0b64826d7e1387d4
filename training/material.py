"""The annotated texts: articles in two parts, and snippets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Literal

from extractors.article import Article

HERE: Final = Path(__file__).parent

Part = Literal["train", "aside", "snippets"]
PARTS: Final[tuple[Part, ...]] = ("train", "aside", "snippets")


@dataclass(frozen=True, slots=True)
class Sample:
    """A text and what a careful reader finds in it."""

    article: Article
    gold: dict[str, Any]


def is_aside(article_id: str) -> bool:
    """Whether an article belongs to the third that rules are not tuned on; depends on its id alone."""
    return int(sha256(article_id.encode()).hexdigest(), 16) % 3 == 0


def annotated(articles: Path, gold: Path) -> Iterator[Sample]:
    """Annotated articles of a folder that has an `index.jsonl`."""
    for line in (articles / "index.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        annotation = gold / f"{row['id']}.json"
        if annotation.exists():
            text = (articles / row.get("file", f"{row['id']}.txt")).read_text("utf-8")
            article = Article(
                row["id"], text, row.get("title"), row.get("source"), published=row.get("published") or None
            )
            yield Sample(article, json.loads(annotation.read_text("utf-8")))


def samples(part: Part) -> Iterator[Sample]:
    """The samples of one part of the project's own material."""
    if part == "snippets":
        for line in (HERE / "snippets.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            yield Sample(Article(row["id"], row["text"], published=row.get("published")), row)
        return
    for sample in annotated(HERE / "articles", HERE / "gold"):
        if is_aside(sample.article.id) == (part == "aside"):
            yield sample
