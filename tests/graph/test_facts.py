"""What makes statements one fact, and what a fact says when its evidence differs."""

from __future__ import annotations

from itertools import count
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.evidence import EvidenceRow, Group, evidence_rows, group_of
from graph.facts import Fact, fact_id, facts
from graph.keys import keys
from graph.model import EdgeType, Status
from tests.graph.reading_builder import ReadingBuilder

IDS = {key: key.partition(":")[2] for key in ("person:a", "person:b", "city:1", "city:2", "delegation:d", "policy:p")}
ENDS = {
    EdgeType.MET: ("person:a", "person:b"),
    EdgeType.VISITED: ("person:a", "city:1"),
    EdgeType.SIGNED_WITH: ("city:1", "city:2"),
    EdgeType.BENCHMARKS_AGAINST: ("city:1", "city:2"),
    EdgeType.ISSUED: ("city:1", "policy:p"),
    EdgeType.HOLDS_POSITION: ("person:a", "city:1"),
    EdgeType.TRAINED_IN: ("delegation:d", "city:1"),
}
_numbers = count()


def row(type_: EdgeType, article: str = "a1", *, ends: tuple[str, str] | None = None, **more: Any) -> EvidenceRow:
    source, target = ends or ENDS[type_]
    number = next(_numbers)
    properties = {
        k: v for k, v in more.items() if k in {"date", "subject", "title", "topic", "amount", "position"} and v
    }
    return EvidenceRow(
        id=f"e-{number}",
        type=type_,
        source=source,
        target=target,
        article=article,
        published=more.get("published", "2020-07-15"),
        start=number,
        end=number + 5,
        text=more.get("text", f"句子{number}。"),
        rule="test.made",
        confidence=more.get("confidence", 0.8),
        status=more.get("status", Status.DONE),
        properties=properties,
    )


def made(*rows: EvidenceRow) -> list[Fact]:
    group = group_of(rows[0], IDS)
    assert group is not None
    return facts(group, rows, IDS)


def dates(type_: EdgeType, *values: str | None) -> set[str | None]:
    return {fact.date for fact in made(*(row(type_, date=value) for value in values))}


@pytest.mark.parametrize("type_", [EdgeType.MET, EdgeType.VISITED, EdgeType.SIGNED_WITH])
def test_a_coarse_date_joins_the_one_fine_date_in_it(type_: EdgeType) -> None:
    assert dates(type_, "2019-05", "2019-05-23") == {"2019-05-23"}
    assert dates(type_, "2019", "2019-05", "2019-05-23") == {"2019-05-23"}
    assert dates(type_, "2019-05", "2019-05-23", "2019-05-24") == {"2019-05", "2019-05-23", "2019-05-24"}
    assert dates(type_, "2019-05", "2019-06-23") == {"2019-05", "2019-06-23"}
    assert dates(type_, "2019", "2019-05", "2019-06-23") == {"2019", "2019-05", "2019-06-23"}
    assert dates(type_, None, "2019-05") == {None, "2019-05"}


@pytest.mark.parametrize("type_", [EdgeType.TRAINED_IN, EdgeType.BENCHMARKS_AGAINST, EdgeType.ISSUED])
def test_elsewhere_dates_make_no_facts(type_: EdgeType) -> None:
    assert len(made(row(type_, date="2019-05"), row(type_, date="2020"), row(type_))) == 1


def test_a_delegations_visit_is_one_whatever_its_date() -> None:
    ends = ("delegation:d", "city:1")
    rows = [row(EdgeType.VISITED, ends=ends, date=date) for date in ("2019-05-23", "2019-05-24")]
    (fact,) = made(*rows)
    assert fact.disputed == {"date": ("2019-05-23", "2019-05-24")}


def test_signings_without_a_date_are_told_apart_by_their_subject() -> None:
    rows = [row(EdgeType.SIGNED_WITH, subject=subject) for subject in ("战略合作", "「战略合作」", "人才交流", None)]
    assert sorted(len(fact.evidence) for fact in made(*rows)) == [1, 1, 2]


def test_posts_are_told_apart_by_their_title() -> None:
    found = made(*(row(EdgeType.HOLDS_POSITION, title=title) for title in ("市长", "市长", "市委副书记")))
    assert sorted(fact.properties["title"] for fact in found) == ["市委副书记", "市长"]


def test_a_fact_is_done_when_one_says_so_and_then_planned_dates_are_no_dispute() -> None:
    planned = row(EdgeType.ISSUED, date="2019-05-01", status=Status.PLANNED)
    (fact,) = made(planned)
    assert (fact.status, fact.date) == (Status.PLANNED, "2019-05-01")
    (fact,) = made(planned, row(EdgeType.ISSUED, date="2019-06-01"))
    assert (fact.status, fact.date, fact.disputed) == (Status.DONE, "2019-06-01", {})


def test_a_functional_date_is_the_one_that_most_articles_agree_with_at_its_finest() -> None:
    rows = [
        row(EdgeType.ISSUED, "a1", date="2019-05-23"),
        row(EdgeType.ISSUED, "a2", date="2019-05"),
        row(EdgeType.ISSUED, "a3", date="2019-06-01"),
    ]
    (fact,) = made(*rows)
    assert (fact.date, fact.date_from, fact.date_to) == ("2019-05-23", "2019-05-23", "2019-05-23")
    assert set(fact.disputed["date"]) == {"2019-05", "2019-05-23", "2019-06-01"}
    assert not made(*rows[:2])[0].disputed


def test_a_benchmark_that_is_taken_again_lasts() -> None:
    rows = [row(EdgeType.BENCHMARKS_AGAINST, date=date) for date in ("2021", "2019-05", "2019")]
    (fact,) = made(*rows)
    assert (fact.date, fact.date_from, fact.date_to) == ("2019-05", "2019-05-01", "2021-12-31")
    assert fact.disputed == {}


def test_topics_gather_without_doubles_and_amounts_dispute() -> None:
    topics = [
        row(EdgeType.BENCHMARKS_AGAINST, f"a{n}", topic=t)
        for n, t in enumerate(["营商环境", "环境", "营商环境", "科创"])
    ]
    assert made(*topics)[0].properties["topic"] == "营商环境;科创"
    amounts = [row(EdgeType.SIGNED_WITH, f"a{n}", date="2019", amount=a) for n, a in enumerate([5, 5, 7])]
    (fact,) = made(*amounts)
    assert (fact.properties["amount"], fact.disputed) == (5, {"amount": (5, 7)})


def test_confidence_grows_with_independent_articles_alone() -> None:
    one = row(EdgeType.ISSUED, "a1", text="甲。", confidence=0.6)
    again = row(EdgeType.ISSUED, "a1", text="乙。", confidence=0.5)
    reprint = row(EdgeType.ISSUED, "a2", text="甲。", confidence=0.6)
    other = row(EdgeType.ISSUED, "a3", text="丙。", confidence=0.5)
    assert (made(one, again, reprint)[0].confidence, made(one, again, reprint)[0].sources) == (0.6, 1)
    assert (made(one, reprint, other)[0].confidence, made(one, reprint, other)[0].sources) == (0.8, 2)
    many = [row(EdgeType.ISSUED, f"b{n}", confidence=0.9) for n in range(9)]
    assert made(*many)[0].confidence == 0.99
    assert made(*many, row(EdgeType.ISSUED, "c", confidence=1.0))[0].confidence == 1.0


def test_a_fact_is_known_from_the_last_day_of_its_first_publication() -> None:
    early, late = row(EdgeType.ISSUED, published="2019-05"), row(EdgeType.ISSUED, published="2019-06-01")
    assert made(early, late)[0].known == "2019-05-31"
    assert made(row(EdgeType.ISSUED, published=None))[0].known is None


def test_the_quote_is_the_best_sentence_of_the_facts_status() -> None:
    rows = [
        row(EdgeType.ISSUED, text="拟发布。", confidence=0.9, status=Status.PLANNED),
        row(EdgeType.ISSUED, "a2", text="发布了。", confidence=0.7),
    ]
    (fact,) = made(*rows)
    assert (fact.quote, fact.article) == ("发布了。", "a2")


def test_a_symmetric_fact_is_one_in_the_direction_of_its_earliest_evidence() -> None:
    late = row(EdgeType.SIGNED_WITH, published="2020-02-01", date="2019")
    early = row(EdgeType.SIGNED_WITH, published="2020-01-01", date="2019", ends=("city:2", "city:1"))
    assert group_of(late, IDS) == group_of(early, IDS) == Group(EdgeType.SIGNED_WITH, "1", "2")
    (fact,) = made(late, early)
    assert (fact.source, fact.target) == ("2", "1")
    assert fact.id == made(late)[0].id


def test_an_id_begins_with_the_type_and_tells_facts_apart() -> None:
    group = Group(EdgeType.BENCHMARKS_AGAINST, "1", "2")
    assert fact_id(group).startswith("benchmarks-against-")
    assert len({fact_id(group), fact_id(group, "2019"), fact_id(Group(EdgeType.BENCHMARKS_AGAINST, "2", "1"))}) == 3


def test_an_edge_between_two_names_of_one_thing_is_none() -> None:
    builder = ReadingBuilder()
    one, other = builder.node("Enterprise", "明灯科技"), builder.node("Enterprise", "明灯科技有限公司")
    builder.edge("SIGNED_WITH", one, other)
    reading = builder.build()
    assert evidence_rows(reading, keys(reading)) == []


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(sorted(ENDS)),
    st.lists(
        st.tuples(
            st.sampled_from([None, "2019", "2019-05", "2019-05-23", "2019-05-24", "2019-06"]),
            st.sampled_from(["a1", "a2", "a3"]),
            st.sampled_from([None, "甲", "乙"]),
            st.sampled_from(list(Status)),
            st.booleans(),
        ),
        min_size=1,
        max_size=8,
    ),
    st.randoms(),
)
def test_the_order_of_evidence_changes_no_fact(type_: EdgeType, stated: list[tuple[Any, ...]], random: Random) -> None:
    rows = []
    for date, article, text, status, turned in stated:
        ends = ENDS[type_][::-1] if turned and type_ in {EdgeType.MET, EdgeType.SIGNED_WITH} else None
        rows.append(row(type_, article, ends=ends, date=date, subject=text, topic=text, title=text, status=status))
    shuffled = rows + rows[:3]
    random.shuffle(shuffled)
    found = made(*rows)
    assert made(*shuffled) == found
    assert sorted(e for fact in found for e in fact.evidence) == sorted(r.id for r in rows)
    assert len({fact.id for fact in found}) == len(found)
