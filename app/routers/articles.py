"""Articles: one by its id, with the sentences that were read in it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path
from pydantic import BaseModel, Field

from app import problems
from app.dependencies import ConnectionDep
from app.wire import Date
from graph import lookups

router = APIRouter(prefix="/v1/articles", tags=["articles"], responses=problems.RESPONSES)


class SentenceModel(BaseModel):
    """A stretch of the article that states facts."""

    start: int
    end: int
    text: str
    facts: list[str]


class ArticleModel(BaseModel):
    """An article; `text` only where its licence is an open one, else the sentences of evidence alone."""

    id: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    licence: str | None = None
    published: Date | None = None
    reader: str | None = None
    text: str | None = Field(None, description="The text as read, where its licence allows it")
    sentences: list[SentenceModel]


@router.get("/{id}", summary="An article 文章", response_model=ArticleModel, responses={410: problems.RESPONSES[404]})
def article(
    id: Annotated[str, Path(max_length=300, description="Id of the article; 文章标识")], connection: ConnectionDep
) -> Any:
    """An article by its id, with every sentence that states a fact."""
    return lookups.article(connection, id)
