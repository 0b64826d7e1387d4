"""Search over names."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import BaseModel

from app import problems
from app.dependencies import ConnectionDep
from app.wire import EntityRef
from graph import lookups
from graph.model import Label

router = APIRouter(prefix="/v1/search", tags=["search"], responses=problems.RESPONSES)


class Hit(EntityRef):
    """An entity that was found."""

    aliases: list[str]
    score: float


class Hits(BaseModel):
    """What was found, the best first."""

    query: str
    hits: list[Hit]


@router.get("", summary="Search names 检索名称", response_model=Hits)
def search(
    connection: ConnectionDep,
    q: Annotated[
        str,
        Query(min_length=1, max_length=200, description="Name, alias or pinyin; 名称、别名或拼音", examples=["深创投"]),
    ],
    label: Annotated[Label | None, Query(description="Only this kind; 实体类别")] = None,
    limit: Annotated[int, Query(ge=1, le=100, description="Most hits; 条数")] = 20,
) -> Any:
    """Entities whose names have the words of `q`: exact names first, then by full text."""
    return {"query": q, "hits": lookups.search(connection, q, label, limit)}
