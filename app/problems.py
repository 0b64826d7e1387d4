"""Errors as RFC 9457 problem documents."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from graph.errors import NotFoundError, StoreError, TashanError

log = structlog.get_logger()

RETRY_AFTER = "5"


class Problem(BaseModel):
    """An RFC 9457 problem; `parameter` and `nearest` are extensions."""

    type: str = Field(examples=["/problems/not-found"])
    title: str
    status: int
    detail: str
    instance: str
    parameter: str | None = None
    nearest: list[str] = []


RESPONSES: dict[int | str, dict[str, Any]] = {
    status: {
        "description": HTTPStatus(status).phrase,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    for status in (400, 404, 422, 503)
}
"""What every operation may answer besides its result, for OpenAPI."""


def response(request: Request, problem: Problem, headers: dict[str, str] | None = None) -> JSONResponse:
    """A problem as an HTTP response."""
    return JSONResponse(
        problem.model_dump(exclude_none=True),
        problem.status,
        headers,
        media_type="application/problem+json",
    )


def of_error(request: Request, error: TashanError) -> Problem:
    """The problem document of one of our errors."""
    return Problem(
        type=f"/problems/{error.slug}",
        title=HTTPStatus(error.status).phrase,
        status=error.status,
        detail=error.what,
        instance=request.url.path,
        parameter=error.where,
        nearest=list(error.nearest) if isinstance(error, NotFoundError) else [],
    )


def install(app: FastAPI) -> None:
    """Makes an application answer every error as a problem."""

    @app.exception_handler(TashanError)
    def _own(request: Request, error: TashanError) -> JSONResponse:
        headers = {"Retry-After": RETRY_AFTER} if isinstance(error, StoreError) else None
        if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            log.warning("request failed", path=request.url.path, error=str(error))
        return response(request, of_error(request, error), headers)

    @app.exception_handler(RequestValidationError)
    def _validation(request: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        problem = Problem(
            type="/problems/parameter",
            title=HTTPStatus.UNPROCESSABLE_ENTITY.phrase,
            status=422,
            detail=first["msg"],
            instance=request.url.path,
            parameter=".".join(str(part) for part in first["loc"][1:]) or None,
        )
        return response(request, problem)

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> JSONResponse:
        problem = Problem(
            type="about:blank",
            title=HTTPStatus(error.status_code).phrase,
            status=error.status_code,
            detail=str(error.detail),
            instance=request.url.path,
        )
        return response(request, problem, dict(error.headers or {}))

    @app.exception_handler(Exception)
    def _unexpected(request: Request, error: Exception) -> JSONResponse:
        log.error("unexpected error", path=request.url.path, exc_info=error)
        problem = Problem(
            type="/problems/error",
            title=HTTPStatus.INTERNAL_SERVER_ERROR.phrase,
            status=500,
            detail="an unexpected error; the log has more",
            instance=request.url.path,
        )
        return response(request, problem)
