"""`python docs/generate.py`: renews what the documentation takes from the model and from the catalogue of questions.

In `ontology.md` the stretches between `<!-- name -->` and `<!-- end of name -->`, in `questions.md` everything.
`tests/test_docs.py` fails where they are not as this makes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from graph.catalogue import Filters, Question, catalogue
from graph.model import DELEGATION_PROPERTIES, EDGES, Identity, Label, Property

FOLDER: Final = Path(__file__).parent
IDENTITIES: Final = {
    Identity.ENDS: "type and ends",
    Identity.DATE: "type, ends and date",
    Identity.DATE_OF_PERSON: "type and ends; of a person the date too",
    Identity.DATE_OR_SUBJECT: "type, ends and date, else subject",
    Identity.TITLE: "type, ends and title",
}
FILTERS: Final = {
    Filters.FACTS: "`during_from`, `during_to`, `known_by`, `min_confidence`, `status`, `undated`",
    Filters.COUNTS: "`during_from`, `during_to`",
    Filters.NONE: "none",
}


def ontology() -> str:
    """`ontology.md` with its tables renewed."""
    text = (FOLDER / "ontology.md").read_text("utf-8")
    for name, table in {"facts": facts_table(), "delegations": delegations_table()}.items():
        stretch = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)", re.DOTALL)
        text = stretch.sub(rf"\1{table.replace(chr(92), chr(92) * 2)}\2", text)
    return text


def facts_table() -> str:
    """The types of facts, as the model has them."""
    rows = (
        [
            f"`{model.type}`" + (" ●" if model.mission else ""),
            labels(model.sources, model.source_kinds),
            labels(model.targets, model.target_kinds),
            properties(p for p in model.properties if p.type != "status"),
            IDENTITIES[model.identity] + ("; in either direction" if model.symmetric else ""),
        ]
        for model in EDGES.values()
    )
    return table(["type", "from", "to", "properties", "two statements are one fact by"], rows)


def delegations_table() -> str:
    """The properties of a delegation."""
    rows = ([f"`{p.name}`", p.type, p.unit or "", "one value" if p.functional else ""] for p in DELEGATION_PROPERTIES)
    return table(["property", "type", "unit", "holds"], rows)


def labels(some: Iterable[Label], kinds: Iterable[str] | None) -> str:
    """Labels in the order of the model, with the kinds of delegation that are meant."""
    wanted = set(some)
    of_kind = f" ({', '.join(sorted(kinds))})" if kinds else ""
    return ", ".join(f"{label}{of_kind if label is Label.DELEGATION else ''}" for label in Label if label in wanted)


def properties(some: Iterable[Property]) -> str:
    """Properties; those that hold one value in bold."""
    return ", ".join(f"**{p.name}**" if p.functional else p.name for p in some)


def questions() -> str:
    """`questions.md`."""
    head = (
        "# The questions 问题目录\n\n"
        "Made from the headers of `graph/cypher/questions/` by `python docs/generate.py`. "
        "Each is `GET /v1/questions/<name>`, `tashan question <name>` and a page at `/questions/<name>`.\n\n"
        "Places, bodies, persons and delegations are given by id, name, alias, traditional form or pinyin. All take "
        "`limit`, `after` and `count=exact`.\n"
    )
    return head + "".join(section(question) for question in catalogue())


def section(question: Question) -> str:
    """The section of a question."""
    parts = [f"\n## {question.name}\n\n{question.zh}  \n{question.en}\n"]
    wordings = [f"- {' / '.join(filter(None, (w.zh, w.en)))}\n" for w in question.wordings]
    parts += ["\n", *wordings] if wordings else []
    if question.parameters:
        rows = (
            [
                f"`{name}`",
                p.type.value,
                f"{p.zh} {p.en}",
                needed(question, name),
                "" if p.example is None else str(p.example),
            ]
            for name, p in question.parameters.items()
        )
        parts += ["\n", table(["parameter", "type", "is", "needed", "example"], rows)]
    columns = (f"`{name}` ({column.type.value})" for name, column in question.columns.items())
    parts += [f"\nColumns: {', '.join(columns)}.  \nFilters: {FILTERS[question.filters]}.\n"]
    return "".join(parts)


def needed(question: Question, name: str) -> str:
    """Whether a parameter is needed."""
    if question.parameters[name].required:
        return "yes"
    return f"one of {', '.join(question.one_of)}" if name in question.one_of else ""


def table(headings: list[str], rows: Iterable[list[str]]) -> str:
    """A Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


DOCUMENTS: Final = {"ontology.md": ontology, "questions.md": questions}


def main() -> None:
    """Writes the documents."""
    for name, render in DOCUMENTS.items():
        (FOLDER / name).write_text(render(), "utf-8")


if __name__ == "__main__":
    main()
