"""The questions as operations, each made from its header."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from inspect import Parameter as Argument
from inspect import Signature
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from app import problems, wire
from app.dependencies import (
    DATE_PATTERN,
    AfterQuery,
    CatalogueDep,
    ConnectionDep,
    CountQuery,
    FiltersDep,
    LimitQuery,
)
from graph.answers import LONGEST_TEXT, PAGE, FactFilters, answer
from graph.catalogue import Catalogue, Filters, Parameter, ParameterType, Question
from graph.errors import ParameterError

FILTER_NAMES = tuple(field.name for field in fields(FactFilters))
PAGING_NAMES = ("limit", "after", "count")


def router(catalogue: Catalogue) -> APIRouter:
    """Routes for a catalogue: its list, an operation a question, a 404 with the nearest names for any other."""
    routes = APIRouter(prefix="/v1/questions", tags=["questions"], responses=problems.RESPONSES)

    @routes.get("", summary="The catalogue of questions 问题目录")
    def questions(catalogue: CatalogueDep) -> wire.Questions:
        return wire.Questions(questions=[wire.question_model(q) for q in catalogue])

    for question in catalogue:
        routes.add_api_route(
            f"/{question.name}",
            _operation(question),
            response_model=wire.answer_model(question),
            operation_id=question.name,
            summary=f"{question.en} {question.zh}",
            description=_description(question),
        )

    @routes.get("/{name}", include_in_schema=False)
    def unknown(name: str, catalogue: CatalogueDep) -> None:
        # every known name has its own route above: this raises the 404 with the nearest names
        catalogue[name]

    return routes


def _operation(question: Question) -> Callable[..., dict[str, Any]]:
    """A function whose signature FastAPI reads: the question's parameters by their types, filters, paging."""
    names = {_identifier(name): name for name in question.parameters}
    known = {*question.parameters, *(FILTER_NAMES if question.filters is Filters.FACTS else ()), *PAGING_NAMES}

    def operation(request: Request, connection: ConnectionDep, **arguments: Any) -> dict[str, Any]:
        for name in sorted(request.query_params.keys() - known):
            raise ParameterError(f"question {question.name} has no such parameter", where=name[:80])
        values = {name: arguments[identifier] for identifier, name in names.items()}
        found = answer(
            connection,
            question,
            values,
            arguments.get("filters", FactFilters()),
            limit=arguments["limit"],
            after=arguments["after"],
            count=arguments["count"] == "exact",
        )
        following = str(request.url.include_query_params(after=found.after)) if found.after else None
        return wire.answer_body(found, following)

    keyword = Argument.KEYWORD_ONLY
    arguments = [
        Argument("request", keyword, annotation=Request),
        Argument("connection", keyword, annotation=ConnectionDep),
        *(_argument(identifier, name, question.parameters[name]) for identifier, name in names.items()),
        *([Argument("filters", keyword, annotation=FiltersDep)] if question.filters is Filters.FACTS else []),
        Argument("limit", keyword, annotation=LimitQuery, default=PAGE),
        Argument("after", keyword, annotation=AfterQuery, default=None),
        Argument("count", keyword, annotation=CountQuery, default=None),
    ]
    operation.__signature__ = Signature(arguments)  # type: ignore[attr-defined]
    operation.__name__ = question.name.replace("-", "_")
    return operation


def _identifier(name: str) -> str:
    """A parameter's name as a Python name that no keyword and no argument of ours has."""
    return f"value_of_{name}"


def _argument(identifier: str, name: str, parameter: Parameter) -> Argument:
    examples = [] if parameter.example is None else [parameter.example]
    common: dict[str, Any] = {"alias": name, "description": f"{parameter.en}; {parameter.zh}", "examples": examples}
    if parameter.type is ParameterType.INTEGER:
        kind: Any = int
        query = Query(ge=parameter.minimum or 0, le=parameter.maximum or 1_000_000, **common)
    elif parameter.type is ParameterType.KIND:
        kind = str
        query = Query(json_schema_extra={"enum": list(parameter.values)}, **common)
    elif parameter.type is ParameterType.DATE:
        kind = str
        query = Query(pattern=DATE_PATTERN, **common)
    else:
        kind = str
        query = Query(min_length=1, max_length=LONGEST_TEXT, **common)
    if parameter.required:
        return Argument(identifier, Argument.KEYWORD_ONLY, annotation=Annotated[kind, query])
    return Argument(
        identifier, Argument.KEYWORD_ONLY, annotation=Annotated[kind | None, query], default=parameter.default
    )


def _description(question: Question) -> str:
    lines = [f"- {wording}" for w in question.wordings for wording in (w.zh, w.en) if wording]
    needed = f"\n\nOne of {', '.join(question.one_of)} is needed." if question.one_of else ""
    return f"{question.zh}\n\n{question.en}\n\n" + "\n".join(lines) + needed
