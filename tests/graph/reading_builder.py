"""Readings for tests: short to write, and made at random by hypothesis from a small world."""

from __future__ import annotations

import hashlib
from typing import Any

from hypothesis import strategies as st

from graph.model import EDGES, EdgeModel, EdgeType, Label
from graph.reading import ArticleHead, Edge, EvidenceSpan, MentionSpan, Node, Reading


class ReadingBuilder:
    """Collects the parts of a reading; each node and edge stands further on in the article than the one before."""

    def __init__(
        self, article: str = "a1", *, published: str | None = "2020-07-15", source: str | None = None, title: str = ""
    ) -> None:
        sha256 = hashlib.sha256(article.encode()).hexdigest()
        self.head = ArticleHead(
            id=article, title=title, source=source, published=published, sha256=sha256, reader="test"
        )
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.at = 0

    def node(self, label: str, name: str, *aliases: str, anchor: str | None = None, **properties: Any) -> str:
        id_ = f"n{len(self.nodes)}"
        mention = MentionSpan(article=self.head.id, start=self.at, end=self.at + len(name))
        self.at += len(name) + 1
        self.nodes.append(
            Node(
                id=id_,
                label=Label(label),
                name=name,
                aliases=aliases,
                anchor=anchor,
                properties=properties,
                mentions=(mention,),
            )
        )
        return id_

    def edge(
        self, type_: str, source: str, target: str, *, text: str | None = None, confidence: float = 0.9, **values: Any
    ) -> None:
        text = text or f"{self.head.id} {type_} {source} {target} {self.at}。"
        piece = EvidenceSpan(
            article=self.head.id,
            start=self.at,
            end=self.at + len(text),
            text=text,
            rule="test.made",
            confidence=confidence,
        )
        self.at += len(text) + 1
        self.edges.append(
            Edge(type=EdgeType(type_), source=source, target=target, properties=values, evidence=(piece,))
        )

    def build(self) -> Reading:
        return Reading(article=self.head, nodes=tuple(self.nodes), edges=tuple(self.edges))


WORLD: list[tuple[Label, str, dict[str, Any]]] = [
    (Label.CITY, "青岛市", {}),
    (Label.CITY, "深圳", {}),
    (Label.CITY, "东京", {}),
    (Label.PROVINCE, "山东省", {}),
    (Label.COUNTRY, "以色列", {}),
    (Label.DISTRICT, "市南区", {}),
    (Label.DISTRICT, "朝阳区", {}),
    (Label.DISTRICT, "中央活动区", {}),
    (Label.ENTERPRISE, "明灯科技有限公司", {}),
    (Label.ENTERPRISE, "明灯科技", {}),
    (Label.ORGANIZATION, "市商务局", {}),
    (Label.ORGANIZATION, "青岛市商务局", {}),
    (Label.SITE, "金星馆", {}),
    (Label.POLICY, "《关于学习的意见》", {}),
    (Label.LIVING_ROOM, "青岛以色列“国际客厅”", {}),
    (Label.PERSON, "张明", {}),
    (Label.PERSON, "李静", {}),
    (
        Label.DELEGATION,
        "青岛市第三批干部",
        {"kind": "trainee_cohort", "origin": "青岛", "destinations": ["深圳"], "ordinal": 3},
    ),
    (
        Label.DELEGATION,
        "考察团",
        {"kind": "study_tour", "origin": "青岛市", "destinations": ["深圳"], "start": "2020-05"},
    ),
]
DATES = st.sampled_from([None, "2019", "2019-05", "2019-05-23", "2019-05-24", "2020-06-01", "2020-06"])


@st.composite
def edges(draw: st.DrawFn, nodes: list[Node]) -> tuple[EdgeModel, str, str, dict[str, Any]] | None:
    """An edge that the model allows between two of the nodes, if there is one."""
    model = EDGES[draw(st.sampled_from(sorted(EDGES)))]

    def fits(node: Node, labels: frozenset[Label], kinds: Any) -> bool:
        if node.label not in labels:
            return False
        return node.label is not Label.DELEGATION or kinds is None or node.properties["kind"] in kinds

    sources = [n.id for n in nodes if fits(n, model.sources, model.source_kinds)]
    targets = [n.id for n in nodes if fits(n, model.targets, model.target_kinds)]
    if not sources or not targets:
        return None
    source, target = draw(st.sampled_from(sources)), draw(st.sampled_from(targets))
    if source == target:
        return None
    values: dict[str, Any] = {"status": draw(st.sampled_from(["done", "planned"]))}
    if not model.timeless:
        values["date"] = draw(DATES)
    for prop in model.properties:
        if prop.type == "text":
            values[prop.name] = draw(st.sampled_from([None, "市长", "营商环境"]))
        elif prop.type in {"integer", "amount"}:
            values[prop.name] = draw(st.sampled_from([None, 1, 2]))
    return model, source, target, values


@st.composite
def readings(draw: st.DrawFn, article: str = "a1") -> Reading:
    """A reading of an article: some of the world's things, some edges between them."""
    builder = ReadingBuilder(
        article,
        published=draw(st.sampled_from([None, "2019", "2019-06", "2020-07-15"])),
        source=draw(st.sampled_from([None, "青岛日报", "大众日报"])),
    )
    for label, name, properties in draw(
        st.lists(st.sampled_from(WORLD), min_size=2, max_size=9, unique_by=lambda w: w[1])
    ):
        builder.node(label, name, **properties)
    for _ in range(draw(st.integers(0, 8))):
        edge = draw(edges(builder.nodes))
        if edge is not None:
            model, source, target, values = edge
            text = draw(st.sampled_from([None, "同一句话。"]))
            builder.edge(model.type, source, target, text=text, confidence=draw(st.sampled_from([0.4, 0.9])), **values)
    return builder.build()


@st.composite
def corpora(draw: st.DrawFn) -> list[Reading]:
    """Readings of several articles."""
    return [draw(readings(f"a{number}")) for number in range(draw(st.integers(1, 5)))]
