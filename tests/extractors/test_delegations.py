"""Delegations: which stretches refer to one, which references are one, and what is known of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import Document, Entity
from extractors.entities.delegation_places import PlaceIndex, short_place
from extractors.entities.delegations import find_delegations
from extractors.frames.cohort import join_delegations
from extractors.frames.totals import find_totals
from graph.model import Label
from tests.extractors.marked import marked


def references(text: str, home: str | None = None) -> list[tuple[str, Any]]:
    """Surface and origin of each reference."""
    return [(m.surface, m.properties["origin"]) for m in find_delegations(marked(text, home=home))]


def joined(text: str, home: str | None = None, published: str = "2021-06-18") -> tuple[Document, list[Entity]]:
    document = marked(text, home=home, published=published)
    document.mentions += find_delegations(document)
    document.sort()
    delegations = join_delegations(document)
    document.entities += delegations
    return document, delegations


REFERS = (
    ("{City:青岛市}党政考察团抵达{City:深圳}。", "青岛市党政考察团", "青岛"),
    ("{Province:甘肃省}{City:定西市}党政代表团来访。", "甘肃省定西市党政代表团", "定西"),
    ("{City:香港}江西社团总会考察团来访。", "香港江西社团总会考察团", "香港"),
    ("{Organization:柳州市住房和城乡建设局}考察组到{City:柳州}以外看了看。", "柳州市住房和城乡建设局考察组", "柳州"),
    ("{City:德阳市}赴{City:京=北京}感恩代表团启程。", "德阳市赴京感恩代表团", "德阳"),
    ("{City:深圳}企业家{City:青岛}行开幕。", "深圳企业家青岛行", "深圳"),
    ("{City:赣州市}第三批赴深跟班学习干部抵达{City:深圳}。", "赣州市第三批赴深跟班学习干部", "赣州"),
    (
        "{District:岱山县}第二批赴{City:上海}挂职的6名干部昨天启程。",
        "岱山县第二批赴上海挂职的6名干部",
        "岱山县",
    ),
    ("第三批{City:青岛}干部再度出发，赴{City:深圳}实训。", "第三批青岛干部", "青岛"),
    ("{City:乌兰察布市}27名干部到{City:北京}挂职。", "乌兰察布市27名干部", "乌兰察布"),
    ("{City:益阳市}赴{City:苏州}实训队由胡伟任队长。", "益阳市赴苏州实训队", "益阳"),
    ("实训在{City:深圳}进行，首批40人，期限半年。", "首批40人", None),
    ("{City:青岛}再派51名干部赴{City:上海}实训。", "51名干部", "青岛"),
)


@pytest.mark.parametrize(("text", "surface", "origin"), REFERS)
def test_refers(text: str, surface: str, origin: str | None) -> None:
    assert (surface, origin) in references(text)


REFERS_NOT = (
    "首批企业入驻{District:崂山区}，实训基地也在建。",
    "第二期工程开工，实训基地也在建。",
    "{Organization:招商局}领走5人，都在实训。",
    "{City:青岛}选派6批907名干部到{City:深圳}实训。",
    "首批40余名研究人员已到岗，地点在{City:合肥}。",
    "这届活动来了各地考察团。",
)


@pytest.mark.parametrize("text", REFERS_NOT)
def test_refers_not(text: str) -> None:
    assert references(text) == []


def test_batches_are_one_by_number_and_gather_their_figures() -> None:
    _, delegations = joined(
        "2021年5月30日，{City:赣州市}第三批赴{City:深圳}跟班学习干部动身南下，68人，要待满180天。"
        "他们散在{Enterprise:比亚迪}等31家单位。\n"
        "首批40人，第二批去年9月接上，52人。第四批定在今年12月出发。"
    )
    third, first, second, fourth = delegations
    assert third.properties == {
        "kind": "trainee_cohort",
        "origin": "赣州",
        "destinations": ["深圳"],
        "ordinal": 3,
        "start": "2021-05-30",
        "headcount": 68,
        "days": 180,
        "host_count": 31,
    }
    assert (first.properties["ordinal"], first.properties["headcount"]) == (1, 40)
    assert (second.properties["start"], second.properties["headcount"]) == ("2020-09", 52)
    assert fourth.properties["start"] == "2021-12"
    assert all(d.properties["origin"] == "赣州" and d.properties["destinations"] == ["深圳"] for d in delegations)


def test_figures_are_claims_with_their_place_in_the_text() -> None:
    document, (batch,) = joined("{City:泰安市}第三批80名干部15日抵达{City:杭州}，进入50余家企业，实训100天。")
    claims = {c.property: (document.text[c.start : c.end], c.value, c.approximate) for c in batch.claims}
    assert claims["headcount"] == ("80名", 80, False)
    assert claims["host_count"][1:] == (50, True)
    assert claims["days"][1] == 100


def test_later_words_join_their_delegation() -> None:
    _, delegations = joined(
        "5月9日，市长赵豪志率{City:青岛市}党政考察团一行60余人赴{City:成都}考察。考察团首站看了公园。代表团一行随后返程。",
        home="青岛",
    )
    assert [d.name for d in delegations] == ["青岛市党政考察团"]
    assert len(delegations[0].mentions) == 3
    assert delegations[0].properties["headcount"] == 60
    assert delegations[0].properties["start"] == "2021-05-09"


def test_trips_at_different_times_are_two() -> None:
    _, delegations = joined(
        "2020年6月3日到6日，{City:青岛市}党政考察团赴{City:陇南市}考察。\n"
        "2020年7月7日，{City:青岛市}党政考察团在{City:上海}考察学习。"
    )
    assert [d.properties["start"] for d in delegations] == ["2020-06-03", "2020-07-07"]
    assert [d.properties["destinations"] for d in delegations] == [["陇南"], ["上海"]]


def test_count_without_number_is_a_batch_of_its_own() -> None:
    _, delegations = joined(
        "2020年4月15日，{City:青岛}第三批150名干部抵达{City:深圳}，开启100天体悟实训。\n"
        "2020年6月28日，{City:青岛}又选派51名干部赴{City:上海}实训。"
    )
    assert [(d.name, d.properties["destinations"]) for d in delegations] == [
        ("青岛第三批150名干部", ["深圳"]),
        ("51名干部", ["上海"]),
    ]


def test_opening_date_holds_for_both_batches_of_a_sentence() -> None:
    _, (first, second) = joined(
        "2019年8月31日，{City:青岛}首批赴{City:深圳}体悟实训干部启程回青之际，第二批体悟实训干部专题培训正式开班。"
    )
    assert first.properties["end"] == "2019-08-31"
    assert second.properties["start"] == "2019-08-31"


def test_sender_is_the_place_of_the_office_that_chose_them() -> None:
    _, (batch,) = joined(
        "7月底，{Organization:慈溪市委组织部}挑出8名年轻干部，送到{City:上海}的国企挂职。另一处是{District:慈溪}。"
    )
    assert batch.properties["origin"] == "慈溪"


def test_hosts_of_no_batch_in_particular_have_a_delegation() -> None:
    _, delegations = joined(
        "{City:青岛}首批赴{City:深圳}体悟实训干部157人，第二批150人。\n"
        "{Enterprise:竹云科技}是{City:青岛}派驻{City:深圳}体悟实训干部的实训企业之一。"
    )
    assert "青岛派驻深圳体悟实训干部" in [d.name for d in delegations]


TOTALS = (
    ("{City:青岛}首批赴{City:深圳}实训干部已归来，{City:青岛}已派出3批457名干部。", 3, 457),
    ("{City:赣州市}首批赴{City:深圳}跟班干部40人；算上这拨，三批合起来正好160人。", 3, 160),
)


@pytest.mark.parametrize(("text", "batches", "people"), TOTALS)
def test_totals_are_no_delegation(text: str, batches: int, people: int) -> None:
    document, delegations = joined(text)
    assert [(t.batches, t.value, t.destination) for t in find_totals(document)] == [(batches, people, "深圳")]
    assert len(delegations) == 1


def test_total_of_batches_that_the_article_tells_nothing_else_of() -> None:
    document, delegations = joined("{City:青岛}选派6批907名干部到{City:深圳}体悟实训。", home="青岛")
    assert delegations == []
    (total,) = find_totals(document)
    assert (total.batches, total.value, total.origin, total.destination) == (6, 907, "青岛", "深圳")


def test_two_figures_apart_are_no_total() -> None:
    document, _ = joined("{City:泰安市}第三批80名干部赴{City:杭州}实训；此前两批分别为60人和76人。")
    assert find_totals(document) == []


SHORT = (
    ("青岛市", "青岛"),
    ("临夏回族自治州", "临夏"),
    ("恩施州", "恩施"),
    ("景宁畲族自治县", "景宁"),
    ("甘肃省", "甘肃"),
    ("和田地区", "和田"),
    ("市南区", "市南区"),
    ("商城县", "商城县"),
)


@pytest.mark.parametrize(("name", "short"), SHORT)
def test_short_place(name: str, short: str) -> None:
    assert short_place(name) == short


@given(st.text(alphabet="市县区州省自治族青岛临夏", min_size=1, max_size=8))
def test_short_place_begins_the_name(name: str) -> None:
    assert name.startswith(short_place(name))
    assert short_place(name)


def test_abbreviation_is_a_place_that_the_article_names() -> None:
    index = PlaceIndex(marked("赴苏学习，{City:苏州}接待。"))
    assert index.beginning_at(1) == (2, ["苏州"])
    assert PlaceIndex(marked("赴苏学习。")).beginning_at(1) == (2, ["江苏"])


def test_words_for_a_delegation_that_nobody_introduced_are_none() -> None:
    document, delegations = joined("{City:深圳}接待的考察团数不清。")
    assert delegations == []
    assert all(m.entity is None for m in document.mentions if m.label is Label.DELEGATION)


def test_empty_document() -> None:
    assert find_delegations(marked("")) == []
    assert join_delegations(marked("今天天气好。")) == []
