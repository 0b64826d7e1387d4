"""Entities: one by its id, with what the graph knows of it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from app import problems
from app.dependencies import ConnectionDep
from graph import lookups

router = APIRouter(prefix="/v1/entities", tags=["entities"], responses=problems.RESPONSES)

EntityId = Annotated[str, Path(max_length=300, description="Id, or an id or key that it once had; 实体标识")]


class TypeCount(BaseModel):
    """How many facts of a type join the entity, and in which direction."""

    type: str
    direction: str
    count: int


class EntityModel(BaseModel):
    """An entity: names, properties, how much is said of it."""

    id: str
    label: str
    name: str
    aliases: list[str]
    properties: dict[str, Any]
    articles: list[str]
    facts: list[TypeCount]


@router.get(
    "/{id}",
    summary="An entity 实体",
    response_model=EntityModel,
    responses={308: {"description": "The entity has another id now"}, 410: problems.RESPONSES[404]},
)
def entity(id: EntityId, connection: ConnectionDep) -> Any:
    """An entity by its id. An id that it had before answers 308, one that was withdrawn 410."""
    found = lookups.entity(connection, id)
    if isinstance(found, lookups.Moved):
        return RedirectResponse(f"{router.prefix}/{found.id}", status_code=308)
    return found
