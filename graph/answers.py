"""Answering a question of the catalogue: parameters resolved, the statement run, rows with their evidence.

    raw parameters ──resolve──▶ ids ──statement──▶ rows ──evidence──▶ Answer

Every door (REST, command line, pages) calls `answer` and nothing below it.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, Final, Literal

from graph.catalogue import ColumnType, Filters, Parameter, ParameterType, Question
from graph.connection import Connection
from graph.errors import ParameterError
from graph.model import Status
from graph.periods import first_day, is_date, last_day
from graph.resolution import LABELS, Resolved, resolve
from graph.statements import statement

PAGE: Final = 20
LARGEST_PAGE: Final = 500
MOST_COUNTED: Final = 10_000
"""Rows beyond which an exact total is not counted."""
PIECES: Final = 2
"""Pieces of evidence that a row brings; the question `evidence` has all."""
LONGEST_TEXT: Final = 200
FIRST_DAY: Final = "0000-01-01"
LAST_DAY: Final = "9999-12-31"


@dataclass(frozen=True, slots=True)
class FactFilters:
    """The filters of every question about facts.

    Dates are ISO 8601 at any precision; an empty `status` is the question's own.
    """

    during_from: str | None = None
    during_to: str | None = None
    known_by: str | None = None
    min_confidence: float = 0.0
    status: tuple[Status, ...] = ()
    undated: Literal["include", "exclude"] | None = None
    """Whether facts without a date count; by default they do where no period is asked for."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader of an answer should know."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A page of rows. Each row maps column names to values and has `evidence` and `evidence_count`."""

    question: Question
    parameters: dict[str, Any]
    resolved: tuple[Resolved, ...]
    rows: list[dict[str, Any]]
    notes: tuple[Note, ...] = ()
    total: int | None = None
    after: str | None = None
    """Cursor of the next page; None on the last."""


@dataclass(slots=True)
class _Plan:
    """The statement's parameters, and what they were made of."""

    given: dict[str, Any] = field(default_factory=dict)
    resolved: list[Resolved] = field(default_factory=list)
    parameters: dict[str, Any] = field(default_factory=dict)


def answer(
    connection: Connection,
    question: Question,
    values: Mapping[str, Any],
    filters: FactFilters = FactFilters(),
    *,
    limit: int = PAGE,
    after: str | None = None,
    count: bool = False,
) -> Answer:
    """Answers a question.

    Args:
        connection: the store.
        question: from the catalogue.
        values: parameters by name; None counts as not given.
        filters: applied where the question takes them.
        limit: rows of a page, 1 to `LARGEST_PAGE`.
        after: cursor that the page before gave.
        count: whether to count all rows (exact up to `MOST_COUNTED`).
    Raises:
        ParameterError: a parameter is missing, unknown or of the wrong form.
        NotFoundError: a name that nothing in the graph has.
    """
    if not 1 <= limit <= LARGEST_PAGE:
        raise ParameterError(f"must be 1 to {LARGEST_PAGE}", where="limit")
    skip = _offset(after)
    plan = _plan(connection, question, values)
    if question.filters is Filters.FACTS:
        plan.parameters |= _filter_parameters(question, filters)
    found = connection.read(question.statement, plan.parameters | {"skip": skip, "limit": limit + 1})
    rows = _with_evidence(connection, question, found[:limit], plan.parameters.get("known_by"))
    return Answer(
        question=question,
        parameters=plan.given,
        resolved=tuple(plan.resolved),
        rows=rows,
        notes=_notes(question, filters),
        total=_total(connection, question, plan.parameters) if count else None,
        after=_cursor(skip + limit) if len(found) > limit else None,
    )


def _plan(connection: Connection, question: Question, values: Mapping[str, Any]) -> _Plan:
    plan = _Plan()
    for name in values.keys() - question.parameters.keys():
        raise ParameterError(f"question {question.name} has no such parameter", where=name)
    given = {name: value for name, value in values.items() if value is not None}
    if question.one_of and not given.keys() & set(question.one_of):
        raise ParameterError(f"one of {', '.join(question.one_of)} is needed", where=question.one_of[0])
    for name, parameter in question.parameters.items():
        value = given.get(name, parameter.default)
        if value is None:
            if parameter.required:
                raise ParameterError("this parameter is needed", where=name)
            plan.parameters[name] = None
        elif parameter.type in LABELS:
            resolved = resolve(connection, name, parameter.type, _text(name, value))
            plan.resolved.append(resolved)
            plan.given[name] = value
            plan.parameters[name] = [entity.id for entity in resolved.entities]
        else:
            plan.given[name] = plan.parameters[name] = _value(name, parameter, value)
    return plan


def _value(name: str, parameter: Parameter, value: Any) -> Any:
    if parameter.type is ParameterType.INTEGER:
        return _integer(name, parameter, value)
    text = _text(name, value)
    if parameter.type is ParameterType.DATE and not is_date(text):
        raise ParameterError(f"{text[:40]!r} is no ISO 8601 year, month or day", where=name)
    if parameter.type is ParameterType.KIND and text not in parameter.values:
        raise ParameterError(f"{text[:40]!r} is none of {', '.join(parameter.values)}", where=name)
    return text


def _text(name: str, value: Any) -> str:
    text = str(value).strip()
    if not text or len(text) > LONGEST_TEXT or not text.isprintable():
        raise ParameterError(f"must be 1 to {LONGEST_TEXT} printable characters", where=name)
    return text


def _integer(name: str, parameter: Parameter, value: Any) -> int:
    try:
        number = int(value)
    except (TypeError, ValueError) as error:
        raise ParameterError(f"{str(value)[:40]!r} is no whole number", where=name) from error
    least, most = parameter.minimum or 0, parameter.maximum or 1_000_000
    if not least <= number <= most:
        raise ParameterError(f"must be {least} to {most}", where=name)
    return number


def _filter_parameters(question: Question, filters: FactFilters) -> dict[str, Any]:
    for name in ("during_from", "during_to", "known_by"):
        value = getattr(filters, name)
        if value is not None and not is_date(value):
            raise ParameterError(f"{value[:40]!r} is no ISO 8601 year, month or day", where=name)
    if not 0 <= filters.min_confidence <= 1:
        raise ParameterError("must be 0 to 1", where="min_confidence")
    begin = first_day(filters.during_from) if filters.during_from else FIRST_DAY
    end = last_day(filters.during_to) if filters.during_to else LAST_DAY
    if end < begin:
        raise ParameterError("the period ends before it begins", where="during_to")
    asked = filters.during_from is not None or filters.during_to is not None
    return {
        "during_from": begin,
        "during_to": end,
        "known_by": last_day(filters.known_by) if filters.known_by else None,
        "min_confidence": filters.min_confidence,
        "status": list(filters.status) or list(question.statuses),
        "undated": filters.undated == "include" or (filters.undated is None and not asked),
    }


def _with_evidence(
    connection: Connection, question: Question, rows: Sequence[Mapping[str, Any]], known_by: str | None
) -> list[dict[str, Any]]:
    columns = [n for n, c in question.columns.items() if c.type in {ColumnType.FACT, ColumnType.FACTS}]
    if not columns:
        return [dict(row) | {"evidence": [], "evidence_count": 0} for row in rows]
    ids = [[fact["id"] for name in columns for fact in _facts(row[name])] for row in rows]
    wanted = sorted({fact for row in ids for fact in row})
    parameters = {"facts": wanted, "known_by": known_by, "most": PIECES}
    pieces = (
        {p["fact"]: p for p in connection.read(statement("explore/evidence-of-facts"), parameters)} if wanted else {}
    )
    complete = []
    for row, facts in zip(rows, ids, strict=True):
        mine = [pieces[fact] for fact in facts if fact in pieces]
        by_rank = zip_longest(*(part["pieces"] for part in mine))
        best = [piece for rank in by_rank for piece in rank if piece is not None][:PIECES]
        complete.append(dict(row) | {"evidence": best, "evidence_count": sum(part["count"] for part in mine)})
    return complete


def _facts(value: Any) -> list[dict[str, Any]]:
    return value if isinstance(value, list) else [value] if value else []


def _total(connection: Connection, question: Question, parameters: Mapping[str, Any]) -> int:
    return len(connection.read(question.statement, {**parameters, "skip": 0, "limit": MOST_COUNTED}))


def _notes(question: Question, filters: FactFilters) -> tuple[Note, ...]:
    if question.filters is not Filters.FACTS or filters.known_by is None:
        return ()
    return (
        Note(
            "known_by",
            f"Facts and evidence of articles published until {filters.known_by}, under today's identities. "
            f"截至{filters.known_by}已刊发的报道所载事实,实体归并按今日口径。",
        ),
    )


def _cursor(offset: int) -> str:
    return base64.urlsafe_b64encode(f"o{offset}".encode()).decode().rstrip("=")


def _offset(cursor: str | None) -> int:
    if cursor is None:
        return 0
    try:
        text = base64.urlsafe_b64decode(cursor.encode("ascii") + b"==").decode("ascii")
    except (ValueError, binascii.Error) as error:
        raise ParameterError("is no cursor that a page gave", where="after") from error
    if not (text[:1] == "o" and text[1:].isdigit() and len(text) < 12):
        raise ParameterError("is no cursor that a page gave", where="after")
    return int(text[1:])
