"""The catalogue of questions: one file each under `graph/cypher/questions/`.

A file begins with YAML in `//` lines (name, wording in Chinese and English, parameters, columns,
filters, picture); the statement follows. From this one definition come the REST operation, the
command line, the pages and every other door, so no door knows a question by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from graph.errors import InputError, NotFoundError

FOLDER: Final = Path(__file__).parent / "cypher" / "questions"


class ParameterType(StrEnum):
    """What a parameter of a question may be."""

    PLACE = "place"
    BODY = "body"
    PERSON = "person"
    MODEL = "model"
    DELEGATION = "delegation"
    ENTITY = "entity"
    TOPIC = "topic"
    TEXT = "text"
    KIND = "kind"
    INTEGER = "integer"
    DATE = "date"
    FACT = "fact"


class ColumnType(StrEnum):
    """What a column of an answer may be."""

    ENTITY = "entity"
    ENTITIES = "entities"
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    FACT = "fact"
    FACTS = "facts"


class Filters(StrEnum):
    """Which filters a question takes besides its parameters."""

    FACTS = "facts"
    COUNTS = "counts"
    NONE = "none"


class Picture(StrEnum):
    """The picture that fits an answer."""

    LIST = "list"
    ROUTE = "route"
    GRAPH = "graph"
    MATRIX = "matrix"
    TIMELINE = "timeline"
    PATHS = "paths"
    TABLE = "table"


Name = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")]


class _Header(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Parameter(_Header):
    """A parameter: its type, its names for people, an example; `values` for a kind."""

    type: ParameterType
    zh: str
    en: str
    required: bool = False
    example: str | int | None = None
    default: str | int | None = None
    minimum: int | None = None
    maximum: int | None = None
    values: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _kind_has_values(self) -> Self:
        if (self.type is ParameterType.KIND) != bool(self.values):
            raise ValueError("a parameter of type kind, and no other, lists its values")
        return self


class Wording(_Header):
    """One way of asking, in one or both languages; `{name}` stands for a parameter."""

    zh: str | None = None
    en: str | None = None


class Column(_Header):
    """A column: its type and its heading."""

    type: ColumnType
    zh: str
    en: str


class Question(_Header):
    """A question as its file defines it."""

    question: Name
    zh: str
    en: str
    wordings: tuple[Wording, ...] = ()
    parameters: dict[Identifier, Parameter] = Field(default_factory=dict)
    one_of: tuple[Identifier, ...] = ()
    """Parameters of which at least one must be given."""
    columns: dict[Identifier, Column] = Field(min_length=1)
    filters: Filters = Filters.NONE
    statuses: tuple[str, ...] = ("done",)
    """Which statements count where the asker names no status."""
    picture: Picture = Picture.TABLE
    statement: str
    """The file as it runs, header comments included."""

    @property
    def name(self) -> str:
        """The name under which every door offers it."""
        return self.question


COLUMN_HEADINGS: Final[dict[str, tuple[str, str]]] = {
    "amount": ("金额（元）", "amount (yuan)"),
    "article": ("文章", "article"),
    "batch": ("批次", "batch"),
    "by": ("依据", "found by"),
    "cohort": ("实训批次", "cohort"),
    "confidence": ("置信度", "confidence"),
    "counterpart": ("服务对象", "counterpart"),
    "date": ("日期", "date"),
    "days": ("天数", "days"),
    "delegation": ("代表团", "delegation"),
    "destination": ("目的地", "destination"),
    "direction": ("方向", "direction"),
    "end": ("结束", "end"),
    "fact": ("事实", "fact"),
    "facts": ("事实", "facts"),
    "headcount": ("人数", "headcount"),
    "host": ("接收单位", "host"),
    "hosts": ("列名家数", "hosts named"),
    "issuer": ("出台者", "issuer"),
    "kind": ("类别", "kind"),
    "leader": ("领队", "leader"),
    "learned": ("此前学习的对象", "learned from before"),
    "learner": ("学习者", "learner"),
    "length": ("步数", "length"),
    "located": ("所在地", "lies in"),
    "model": ("标杆", "model"),
    "neighbour": ("相邻对象", "neighbour"),
    "nodes": ("路径", "path"),
    "of": ("对象", "node"),
    "one": ("一方", "one side"),
    "origin": ("派出地", "origin"),
    "other": ("另一方", "other side"),
    "outlet": ("刊发者", "outlet"),
    "owner": ("设立者", "owner"),
    "partner": ("另一签约方", "partner"),
    "party": ("签约方", "party"),
    "person": ("人物", "person"),
    "place": ("地方", "place"),
    "policy": ("文件", "policy"),
    "position": ("站次", "stop"),
    "published": ("刊发日期", "published"),
    "relation": ("关系", "relation"),
    "role": ("角色", "role"),
    "room": ("客厅", "living room"),
    "rule": ("规则", "rule"),
    "sentence": ("原句", "sentence"),
    "source": ("起点", "source"),
    "start": ("起始字", "from character"),
    "stated": ("文中所述家数", "stated number"),
    "status": ("状态", "status"),
    "stop": ("到访", "stop"),
    "subject": ("事项", "subject"),
    "target": ("终点", "target"),
    "title": ("职务", "title"),
    "topic": ("主题", "topic"),
    "via": ("经由", "by way of"),
    "visited": ("到访对象", "visited"),
    "visitor": ("来访者", "visitor"),
    "what": ("机构", "what"),
}
"""Headings of columns that many questions share; a header may give its own."""


def parse(text: str, where: str) -> Question:
    """A question from the text of its file.

    Args:
        text: header in `//` lines, then one statement.
        where: name of the file, for messages.
    Raises:
        InputError: the header is no YAML, or not of the form, or the statement is missing.
    """
    lines = text.splitlines()
    length = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    body = "\n".join(lines[length:]).strip()
    if not body:
        raise InputError("a question's file has no statement after its header", where=where)
    try:
        header: Any = yaml.safe_load("\n".join(line[2:].removeprefix(" ") for line in lines[:length]))
        if not isinstance(header, dict):
            raise InputError("the header of a question is a YAML mapping in // lines", where=where)
        columns = {name: _column(name, column) for name, column in (header.get("columns") or {}).items()}
        return Question.model_validate({**header, "columns": columns, "statement": text})
    except yaml.YAMLError as error:
        raise InputError(f"the header is no YAML: {error}", where=where) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(f"header, {place}: {first['msg']}", where=where) from error


def _column(name: str, column: Any) -> Any:
    if not isinstance(column, str):
        return column
    zh, en = COLUMN_HEADINGS.get(name, (name, name))
    return {"type": column, "zh": zh, "en": en}


class Catalogue:
    """All questions, by name, in the order of their files."""

    def __init__(self, questions: dict[str, Question]) -> None:
        self._questions = questions

    def __iter__(self) -> Iterator[Question]:
        return iter(self._questions.values())

    def __len__(self) -> int:
        return len(self._questions)

    def __getitem__(self, name: str) -> Question:
        """The question of a name.

        Raises:
            NotFoundError: there is none; the nearest three names are given.
        """
        if name not in self._questions:
            nearest = tuple(get_close_matches(name, self._questions, 3, 0.3))
            raise NotFoundError(f"no question is called {name!r}", where="question", nearest=nearest)
        return self._questions[name]


def load(folder: Path = FOLDER) -> Catalogue:
    """Reads every `*.cypher` of a folder.

    Raises:
        InputError: a file is not of the form, or is not named after its question.
    """
    questions = {}
    for path in sorted(folder.glob("*.cypher")):
        question = parse(path.read_text("utf-8"), path.name)
        if question.name != path.stem:
            raise InputError(f"the file of question {question.name!r} must be called so", where=path.name)
        questions[question.name] = question
    return Catalogue(questions)


@cache
def catalogue() -> Catalogue:
    """The project's own catalogue, read once."""
    return load()
