"""Typed aliases of what requests need, so that a route's signature reads as a sentence."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Depends, Query, Request

from graph.answers import LARGEST_PAGE, PAGE, FactFilters
from graph.catalogue import Catalogue
from graph.connection import Connection
from graph.model import Status


def _connection(request: Request) -> Connection:
    connection: Connection = request.app.state.connection
    return connection


def _catalogue(request: Request) -> Catalogue:
    found: Catalogue = request.app.state.catalogue
    return found


DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def _filters(
    during_from: Annotated[
        str | None, Query(pattern=DATE_PATTERN, description="Happened on or after; 事件起始日期", examples=["2019-05"])
    ] = None,
    during_to: Annotated[
        str | None, Query(pattern=DATE_PATTERN, description="Happened on or before; 事件截止日期", examples=["2021"])
    ] = None,
    known_by: Annotated[
        str | None, Query(pattern=DATE_PATTERN, description="Published until; 报道截止日期", examples=["2020-07-15"])
    ] = None,
    min_confidence: Annotated[float, Query(ge=0, le=1, description="Least confidence; 最低置信度")] = 0.0,
    status: Annotated[
        list[Status] | None, Query(description="done, planned or both; default: the question's own; 状态")
    ] = None,
    undated: Annotated[
        Literal["include", "exclude"] | None,
        Query(description="Facts without a date; by default included where no period is asked for; 无日期的事实"),
    ] = None,
) -> FactFilters:
    return FactFilters(during_from, during_to, known_by, min_confidence, tuple(status or ()), undated)


ConnectionDep = Annotated[Connection, Depends(_connection)]
CatalogueDep = Annotated[Catalogue, Depends(_catalogue)]
FiltersDep = Annotated[FactFilters, Depends(_filters)]
LimitQuery = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description=f"Rows of a page, {PAGE} by default; 每页行数")]
AfterQuery = Annotated[str | None, Query(max_length=40, description="Cursor from `next`; 翻页游标")]
CountQuery = Annotated[Literal["exact"] | None, Query(description="`exact`: count all rows into `total`; 计算总行数")]
