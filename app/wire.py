"""Wire models: what the HTTP API answers, made from the catalogue's headers where a question is concerned."""

from __future__ import annotations

from typing import Any, Final, Literal

from pydantic import BaseModel, Field, create_model

from graph.answers import Answer
from graph.catalogue import Column, ColumnType, Parameter, Question
from graph.resolution import Resolved

Date = str


class EntityRef(BaseModel):
    """An entity as a column shows it."""

    id: str = Field(examples=["city-shenzhen-4f1c2a9b"])
    name: str = Field(examples=["深圳市"])
    label: str = Field(examples=["City"])


class FactRef(BaseModel):
    """A fact as a column shows it."""

    id: str
    type: str
    status: str
    date: Date | None = None
    confidence: float
    sources: int
    """Number of independent articles."""


class Evidence(BaseModel):
    """A sentence that states a fact; `start` and `end` count characters of the article as it was read."""

    article: str
    start: int
    end: int
    text: str
    rule: str
    confidence: float
    published: Date | None = None
    status: str | None = None
    date: Date | None = None


class ResolvedParameter(BaseModel):
    """What a parameter was taken for."""

    parameter: str
    given: str
    by: Literal["id", "name", "alias", "traditional", "pinyin"]
    entities: list[EntityRef]


class NoteModel(BaseModel):
    """What a reader of the answer should know."""

    kind: str
    text: str


class QuestionRef(BaseModel):
    """The question that was answered."""

    name: str
    zh: str
    en: str


class AnswerModel(BaseModel):
    """An answer; the operations of the questions narrow `rows`."""

    question: QuestionRef
    parameters: dict[str, Any]
    resolved: list[ResolvedParameter]
    rows: list[Any]
    notes: list[NoteModel]
    total: int | None = None
    next: str | None = Field(None, description="Address of the next page")


class ParameterModel(BaseModel):
    """A parameter of a question."""

    name: str
    type: str
    zh: str
    en: str
    required: bool
    example: str | int | None
    values: list[str]


class ColumnModel(BaseModel):
    """A column of an answer."""

    name: str
    type: str
    zh: str
    en: str


class QuestionModel(BaseModel):
    """A question of the catalogue."""

    name: str
    zh: str
    en: str
    parameters: list[ParameterModel]
    columns: list[ColumnModel]
    filters: str
    picture: str
    href: str


class Questions(BaseModel):
    """The catalogue."""

    questions: list[QuestionModel]


COLUMNS: Final[dict[ColumnType, Any]] = {
    ColumnType.ENTITY: EntityRef | None,
    ColumnType.ENTITIES: list[EntityRef],
    ColumnType.TEXT: str | None,
    ColumnType.INTEGER: int | None,
    ColumnType.NUMBER: float | None,
    ColumnType.DATE: Date | None,
    ColumnType.FACT: FactRef,
    ColumnType.FACTS: list[FactRef],
}
"""The Python type of each column type."""


def camel(name: str) -> str:
    """hosts-of-trainees → HostsOfTrainees."""
    return "".join(part.capitalize() for part in name.split("-"))


def answer_model(question: Question) -> type[AnswerModel]:
    """The model of a question's answer, with its rows typed from the header."""
    columns: dict[str, Any] = {
        name: (COLUMNS[column.type], Field(title=f"{column.zh} / {column.en}"))
        for name, column in question.columns.items()
    }
    row = create_model(
        f"{camel(question.name)}Row", **columns, evidence=(list[Evidence], ...), evidence_count=(int, ...)
    )
    return create_model(f"{camel(question.name)}Answer", __base__=AnswerModel, rows=(list[row], ...))


def question_model(question: Question) -> QuestionModel:
    """A question as the catalogue's door lists it."""
    return QuestionModel(
        name=question.name,
        zh=question.zh,
        en=question.en,
        parameters=[_parameter(name, p) for name, p in question.parameters.items()],
        columns=[_column(name, c) for name, c in question.columns.items()],
        filters=question.filters,
        picture=question.picture,
        href=f"/v1/questions/{question.name}",
    )


def answer_body(answer: Answer, following: str | None) -> dict[str, Any]:
    """An answer in the form of `AnswerModel`; `following` is the next page's address."""
    question = answer.question
    return {
        "question": {"name": question.name, "zh": question.zh, "en": question.en},
        "parameters": answer.parameters,
        "resolved": [_resolved(r) for r in answer.resolved],
        "rows": answer.rows,
        "notes": [{"kind": note.kind, "text": note.text} for note in answer.notes],
        "total": answer.total,
        "next": following,
    }


def _resolved(resolved: Resolved) -> dict[str, Any]:
    return {
        "parameter": resolved.parameter,
        "given": resolved.given,
        "by": resolved.by,
        "entities": [{"id": e.id, "name": e.name, "label": e.label} for e in resolved.entities],
    }


def _parameter(name: str, parameter: Parameter) -> ParameterModel:
    return ParameterModel(
        name=name,
        type=parameter.type,
        zh=parameter.zh,
        en=parameter.en,
        required=parameter.required,
        example=parameter.example,
        values=list(parameter.values),
    )


def _column(name: str, column: Column) -> ColumnModel:
    return ColumnModel(name=name, type=column.type, zh=column.zh, en=column.en)
