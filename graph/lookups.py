"""Looking things up: an entity, an article, a fact, names, counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from graph.connection import Connection
from graph.errors import GoneError, NotFoundError
from graph.fulltext import query_of
from graph.model import EdgeType, Label
from graph.names import simplified
from graph.statements import statement

MOST_ARTICLES: Final = 50
HITS: Final = 200
"""Hits of the full text that are ranked."""
HIDDEN: Final = frozenset(
    {"id", "name", "aliases", "label", "search_text", "within", "key", "keys", "pinyin", "initials"}
)
"""Stored properties of an entity that are no properties of the thing."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The thing has another id now."""

    id: str


def entity(connection: Connection, id: str) -> dict[str, Any] | Moved:
    """What the graph knows of an entity.

    Args:
        connection: the store.
        id: its id, or an id or key that it once had.
    Returns:
        id, label, name, aliases, properties, articles, facts by type; or `Moved` for an id that it had before.
    Raises:
        GoneError: its last article was withdrawn.
        NotFoundError: no such id was ever stored.
    """
    rows = connection.read(statement("explore/entity"), {"id": id})
    if not rows:
        return _elsewhere(connection, id)
    row = rows[0]
    articles = connection.read(statement("explore/entity-articles"), {"id": id, "most": MOST_ARTICLES})
    return {
        "id": row["id"],
        "label": row["label"],
        "name": row["name"],
        "aliases": row["aliases"] or [],
        "properties": {k: v for k, v in sorted(row["properties"].items()) if k not in HIDDEN and not k.startswith("@")},
        "articles": [r["article"] for r in articles],
        "facts": connection.read(statement("explore/entity-facts"), {"id": id}),
    }


def _elsewhere(connection: Connection, id: str) -> Moved:
    issued = connection.read(statement("explore/issued"), {"id": id})
    present = [row["now"] for row in issued if row["now"] is not None]
    if present:
        return Moved(present[0])
    if issued:
        raise GoneError(f"{id[:80]!r} was withdrawn with its last article", where="id")
    raise NotFoundError(f"the graph has no entity {id[:80]!r}", where="id")


def article(connection: Connection, id: str) -> dict[str, Any]:
    """An article with the sentences that state facts, and its text where the licence is open.

    Raises:
        NotFoundError: no such article is loaded.
    """
    rows = connection.read(statement("explore/article"), {"id": id})
    if not rows:
        raise NotFoundError(f"no article {id[:80]!r} is loaded", where="id")
    head = dict(rows[0])
    if not is_open(head.get("licence")) or not head["text"]:
        head["text"] = None
    return head | {"sentences": connection.read(statement("explore/article-sentences"), {"id": id})}


def fact(connection: Connection, id: str) -> dict[str, Any]:
    """A fact with its ends, properties and evidence.

    Raises:
        NotFoundError: no such fact.
    """
    slug = id.rpartition("-")[0].replace("-", "_").upper()
    rows = connection.read(statement("explore/fact", kind=EdgeType(slug)), {"id": id}) if slug in set(EdgeType) else []
    if not rows:
        raise NotFoundError(f"the graph has no fact {id[:80]!r}", where="id")
    evidence = connection.read(statement("explore/evidence-of-facts"), {"facts": [id], "known_by": None, "most": 1000})
    return dict(rows[0]) | {"evidence": evidence[0]["pieces"] if evidence else []}


def is_open(licence: str | None) -> bool:
    """Whether a licence lets anybody republish the text."""
    text = (licence or "").lower().replace(" ", "-")
    return (
        text.startswith(("cc0", "cc-by", "public-domain", "apache", "mit")) and "-nc" not in text and "-nd" not in text
    )


def search(connection: Connection, text: str, label: Label | None, limit: int) -> list[dict[str, Any]]:
    """Entities whose names have the words of a text: exact names first, then by full text.

    Returns:
        id, name, label, aliases, score; the best first.
    """
    simple = simplified(text.strip())
    query = query_of(simple, every=True)
    if not query:
        return []
    hits = connection.read(statement("explore/search"), {"query": query, "most": HITS})
    if len(simple) == 1:
        hits = hits or connection.read(statement("explore/names-by-prefix"), {"prefix": simple, "most": HITS})
    wanted = [hit for hit in hits if label is None or hit["label"] == label]
    wanted.sort(key=lambda hit: (simple != hit["name"], simple not in hit["aliases"], -hit["score"], hit["id"]))
    return wanted[:limit]


def counts(connection: Connection) -> list[dict[str, Any]]:
    """How many nodes of each label and facts of each type the graph has, from its counters."""
    return connection.read(statement("explore/counts"), {})


def titles(connection: Connection, ids: list[str]) -> dict[str, str]:
    """The titles of some articles, by id; of those that have one."""
    rows = connection.read(statement("explore/titles"), {"ids": ids}) if ids else []
    return {row["id"]: row["title"] for row in rows if row["title"]}


def names(connection: Connection, ids: list[str]) -> dict[str, list[str]]:
    """All names of some entities, by id, the best first."""
    rows = connection.read(statement("explore/names"), {"ids": sorted(set(ids))}) if ids else []
    return {row["id"]: row["names"] for row in rows}
