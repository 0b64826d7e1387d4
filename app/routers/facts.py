"""Facts: one by its id, with all its evidence."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import BaseModel

from app import problems
from app.dependencies import ConnectionDep
from app.wire import EntityRef, Evidence
from graph import lookups

router = APIRouter(prefix="/v1/facts", tags=["facts"], responses=problems.RESPONSES)


class FactModel(BaseModel):
    """A fact with its ends, its properties and every sentence that states it."""

    id: str
    type: str
    source: EntityRef
    target: EntityRef
    properties: dict[str, Any]
    evidence: list[Evidence]


@router.get("/{id}", summary="A fact 事实", response_model=FactModel)
def fact(
    id: Annotated[str, Path(max_length=300, description="Id of the fact; 事实标识")], connection: ConnectionDep
) -> Any:
    """A fact by its id."""
    return lookups.fact(connection, id)
