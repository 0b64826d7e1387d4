"""From a document that has been read to its reading, with all offsets back in the article as it was given."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.metadata import version
from typing import Any, Final

from extractors.article import Article
from extractors.confidence import Confidences
from extractors.decision import Decided, Sighting, decide
from extractors.document import Document, Entity
from extractors.document import Total as StatedTotal
from extractors.text.script import simplify
from graph.model import DELEGATION_PROPERTIES, Label
from graph.reading import ArticleHead, Claim, Edge, EvidenceSpan, MentionSpan, Node, Reading, Total

LONGEST: Final = 300
"""Characters of a piece of evidence at most."""


@cache
def reader_version() -> str:
    """Version of the installed reader."""
    return version("tashan")


def reading_of(article: Article, document: Document, trust: Confidences) -> Reading:
    """The reading of an article.

    Args:
        article: as it was given.
        document: after all steps of the pipeline.
        trust: confidence by rule.
    """
    edges = [e for e in decide(document.statements, trust) if e.source.mentions and e.target.mentions]
    ends = {id(entity) for edge in edges for entity in (edge.source, edge.target)}
    written = [e for e in document.entities if e.mentions and (id(e) in ends or not all(m.nested for m in e.mentions))]
    written.sort(key=lambda e: (e.first, e.label, e.name))
    ids = {id(entity): f"n{number}" for number, entity in enumerate(written, 1)}
    return Reading(
        article=_head(article, document),
        nodes=tuple(_node(entity, ids[id(entity)], document) for entity in written),
        edges=tuple(_edge(edge, ids, document) for edge in edges if id(edge.source) in ids and id(edge.target) in ids),
        totals=tuple(_total(total, document) for total in document.totals),
    )


def _head(article: Article, document: Document) -> ArticleHead:
    return ArticleHead(
        id=article.id,
        title=article.title or document.title,
        source=article.source,
        url=article.url,
        licence=article.licence,
        published=document.published,
        sha256=article.sha256,
        reader=reader_version(),
    )


def _node(entity: Entity, node_id: str, document: Document) -> Node:
    spans: dict[tuple[int, int], MentionSpan] = {}
    for mention in entity.mentions:
        start, end = document.original(mention.start, mention.end)
        repaired = is_repaired(document, mention.start, mention.end)
        spans[start, end] = MentionSpan(article=document.id, start=start, end=end, repaired=repaired)
    claims = []
    for claim in entity.claims:
        start, end = document.original(claim.start, claim.end)
        claims.append(
            Claim(start=start, end=end, property=claim.property, value=claim.value, approximate=claim.approximate)
        )
    return Node(
        id=node_id,
        label=entity.label,
        name=entity.name,
        aliases=tuple(sorted(entity.aliases - {entity.name})),
        properties=_properties(entity),
        anchor=entity.anchor,
        mentions=tuple(spans[span] for span in sorted(spans)),
        claims=tuple(sorted(claims, key=lambda c: (c.start, c.property))),
    )


def _properties(entity: Entity) -> dict[str, Any]:
    """A delegation's properties in the order of the model; other entities have none."""
    if entity.label is not Label.DELEGATION:
        return {}
    values = {p.name: entity.properties.get(p.name) for p in DELEGATION_PROPERTIES}
    return {name: value for name, value in values.items() if value is not None and value not in ([], (), "")}


def is_repaired(document: Document, start: int, end: int) -> bool:
    """Whether a stretch differs from the article by more than script and width."""
    if any(a < end and start < b for a, b in document.guessed):
        return True
    raw = document.raw[slice(*document.original(start, end))]
    return _plain(simplify(raw)) != _plain(document.text[start:end])


def _plain(text: str) -> str:
    marks = str.maketrans("「」『』", "““””")
    return unicodedata.normalize("NFKC", text.translate(marks)).replace("”", "“").replace("著", "着")


def _edge(edge: Decided, ids: dict[int, str], document: Document) -> Edge:
    return Edge(
        type=edge.type,
        source=ids[id(edge.source)],
        target=ids[id(edge.target)],
        properties=edge.properties,
        evidence=tuple(_evidence(sighting, document) for sighting in edge.sightings),
    )


def _evidence(sighting: Sighting, document: Document) -> EvidenceSpan:
    end = min(sighting.end, sighting.start + LONGEST)
    start, last = document.original(sighting.start, end)
    return EvidenceSpan(
        article=document.id,
        start=start,
        end=last,
        text=document.text[sighting.start : end],
        rule=sighting.rule,
        confidence=sighting.confidence,
    )


def _total(total: StatedTotal, document: Document) -> Total:
    start, end = document.original(total.start, total.end)
    return Total(
        start=start,
        end=end,
        property=total.property,
        value=total.value,
        batches=total.batches,
        origin=total.origin,
        destination=total.destination,
    )
