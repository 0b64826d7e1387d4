"""Whether it lives and whether it can answer."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from app import problems
from app.dependencies import ConnectionDep
from graph.statements import statement

router = APIRouter(tags=["health"])


class Health(BaseModel):
    """The process lives."""

    status: str = "ok"


class Readiness(BaseModel):
    """The store answers."""

    status: str = "ready"
    store: str
    schema_version: int
    graph_version: int


@router.get("/healthz", summary="The process lives 存活")
def healthz() -> Health:
    """200 as long as the process lives."""
    return Health()


@router.get("/readyz", summary="The store answers 就绪", responses={503: problems.RESPONSES[503]})
def readyz(connection: ConnectionDep) -> Readiness:
    """200 when the store answers in this project's schema, else 503."""
    meta = connection.read(statement("explore/meta"), {})[0]
    return Readiness(store=connection.kind, schema_version=meta["schema"], graph_version=meta["version"])
