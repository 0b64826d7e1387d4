"""A reading: what one article says, in the form in which it is written, one JSON object a line.

The first line is the article, then nodes, edges and totals in any order. `start` and `end` count
code points of the article as it was read.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from graph.model import MODEL_VERSION, EdgeType, Label

IsoDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
"""ISO 8601 calendar date at the precision of the text: year, month or day."""


class Strict(BaseModel):
    """Unknown fields are errors: a typing slip must not lose what an article says."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Span(Strict):
    """A stretch of the article, `start` ≤ i < `end`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _forward(self) -> Span:
        if self.end < self.start:
            raise ValueError(f"end {self.end} lies before start {self.start}")
        return self


class ArticleHead(Strict):
    """The first line of a reading."""

    kind: Literal["article"] = "article"
    id: str = Field(min_length=1, max_length=200)
    title: str | None = None
    source: str | None = None
    url: str | None = None
    licence: str | None = None
    published: IsoDate | None = None
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Of the text as read, in UTF-8."""
    reader: str
    model: int = MODEL_VERSION


class MentionSpan(Span):
    """Where a name stands in the article."""

    article: str
    repaired: bool = False


class Claim(Span):
    """A figure that the article states of a node."""

    property: str
    value: int | str
    approximate: bool = False


class Node(Strict):
    """An entity as one article has it; `id` holds within the reading."""

    kind: Literal["node"] = "node"
    id: str = Field(min_length=1)
    label: Label
    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()
    properties: dict[str, Any] = Field(default_factory=dict)
    anchor: str | None = None
    mentions: tuple[MentionSpan, ...] = ()
    claims: tuple[Claim, ...] = ()


class EvidenceSpan(Span):
    """A sentence that states an edge: where it stands, how it reads when repaired, which rule found the edge in it."""

    article: str
    text: str
    rule: str
    confidence: float = Field(ge=0, le=1)


class Edge(Strict):
    """A statement of the article."""

    kind: Literal["edge"] = "edge"
    type: EdgeType
    source: str
    target: str
    properties: dict[str, Any] = Field(default_factory=dict)
    evidence: tuple[EvidenceSpan, ...] = Field(min_length=1)

    @field_validator("properties")
    @classmethod
    def _no_empty(cls, value: dict[str, Any]) -> dict[str, Any]:
        return {k: v for k, v in value.items() if v is not None}


class Total(Span):
    """A sum that an article states over several batches; no delegation of its own."""

    kind: Literal["total"] = "total"
    property: str
    value: int
    batches: int | None = None
    origin: str | None = None
    destination: str | None = None


class Reading(Strict):
    """One article's reading, whole. `graph.reading_file` reads and writes it and checks it against the model."""

    article: ArticleHead
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    totals: tuple[Total, ...] = ()
