"""Tours over the sentences of an article: what is read of each, what must not be read."""

from __future__ import annotations

from typing import Any

import pytest

from extractors.document import Document, Statement
from extractors.frames.trip import find_trips
from extractors.itineraries import complete
from extractors.relations.trips import propose
from graph.model import EdgeType, Label, Status
from tests.extractors.marked import marked


def tours(text: str, home: str | None = None, **properties: Any) -> Document:
    """A marked document whose delegations are study tours that set out on 2021-06-07, or as told."""
    document = marked(text, home=home)
    for entity in document.entities:
        if entity.label is Label.DELEGATION:
            entity.properties |= {"kind": "study_tour", "start": "2021-06-07"} | properties
    return document


def visits(document: Document) -> dict[str, Statement]:
    return {s.target.name: s for s in propose(document) if s.type is EdgeType.VISITED}


def edges(document: Document, kind: EdgeType) -> set[tuple[str, str, str]]:
    return {(s.source.name, s.target.name, s.status.value) for s in propose(document) if s.type is kind}


READS = (
    ("{Delegation:青岛市党政考察团}赴{City:成都}、{City:深圳}考察。", {"成都", "深圳"}),
    ("{Delegation:青岛市党政考察团}走进{District:南山区}的{Enterprise:腾讯}。", {"南山区", "腾讯"}),
    ("{Delegation:青岛市党政考察团}到{Province:浙江省}{District:乐清市}考察。", {"乐清市"}),
    (
        "{Delegation:青岛市党政考察团}抵达{City:深圳}。随后参观{Enterprise:大疆}和{Site:前海展示厅}，下午转到{District:龙岗区}看{Enterprise:华为}。",
        {"深圳", "大疆", "前海展示厅", "龙岗区", "华为"},
    ),
    (
        "{Delegation:青岛市党政考察团}来到{City:温州}。第一站{Enterprise:正泰}，第二站是{Enterprise:德力西}，最后一站赶到{District:永嘉县}。",
        {"温州", "正泰", "德力西", "永嘉县"},
    ),
    ("{City:温州}是{Delegation:青岛市党政考察团}的第一站。", {"温州"}),
    ("{Delegation:青岛市党政考察团}在{Enterprise:腾讯}", {"腾讯"}),
    ("在{Site:前海国际会议中心}，{Delegation:青岛市党政考察团}听取了介绍。", {"前海国际会议中心"}),
    (
        "{Delegation:青岛市党政考察团}走进{City:苏州}。8日，{Site:金鸡湖}；9日是{District:昆山市}。",
        {"苏州", "金鸡湖", "昆山市"},
    ),
    (
        "{Delegation:青岛市党政考察团}一行30人走进{City:苏州}，看了四处：{Site:金鸡湖}、{Enterprise:信达}、{Enterprise:思必驰}和{Site:观前街}。",
        {"苏州", "金鸡湖", "信达", "思必驰", "观前街"},
    ),
    (
        "{Delegation:青岛市党政考察团}走进{City:苏州}，把{Site:观前街}走了个遍，又敲开了{Enterprise:信达}的门。",
        {"苏州", "观前街", "信达"},
    ),
    (
        "{Delegation:青岛市党政考察团}来到{City:上海}。造车的{Enterprise:上汽}、炼钢的{Enterprise:宝钢}，再加上{Site:洋山港}，考察团逐一登门。",
        {"上海", "上汽", "宝钢", "洋山港"},
    ),
    ("{Delegation:青岛市党政考察团}{Province:浙江}{Province:江苏}行", {"江苏"}),
    ("{Delegation:青岛市党政考察团}去{Province:江苏}，先{City:南京}后{City:无锡}。", {"江苏", "南京", "无锡"}),
    ("结束对{City:成都}的考察后，{Delegation:青岛市党政考察团}来到{City:深圳}。", {"成都", "深圳"}),
    (
        "{Delegation:青岛市党政考察团}走进企业。{Enterprise:京东方}、{Enterprise:平安科技}、{Enterprise:腾讯}……",
        {"京东方", "平安科技", "腾讯"},
    ),
    ("{Delegation:青岛市党政考察团}回来了。此次考察的{Enterprise:华为}投入很大。", {"华为"}),
    ("{Site:临港科技园}接待了{Delegation:青岛市党政考察团}。", {"临港科技园"}),
    (
        "{Delegation:青岛市党政考察团}到{City:金华}。{District:义乌市}市长{Person:何军}陪着客人先看{Site:国际商贸城}。",
        {"金华", "国际商贸城"},
    ),
    (
        "市委书记{Person:王强}率{Delegation:青岛市党政考察团}到{City:金华}。{Person:王强}走进{Site:国际商贸城}。",
        {"金华", "国际商贸城"},
    ),
    ("{District:余姚市}市长{Person:陈水}到{City:晋江}取经，参观了{Enterprise:安踏}。", {"晋江", "安踏"}),
)


@pytest.mark.parametrize(("text", "expected"), READS)
def test_reads(text: str, expected: set[str]) -> None:
    assert set(visits(tours(text, origin="青岛"))) == expected


READS_NOT = (
    # a post is no visit
    "{Delegation:青岛市党政考察团}一行受到{City:深圳}市副市长{Person:李明}接待。",
    # what is studied is no visit
    "{Delegation:青岛市党政考察团}考察了{City:深圳}的先进经验。",
    # whom a place learns from is not gone to
    "{City:青岛}学习{City:深圳}。",
    # where it comes from
    "{Delegation:青岛市党政考察团}回到{City:青岛}。",
    # called off
    "{Delegation:青岛市党政考察团}原定去{City:珠海}，因台风取消。",
    "{Delegation:青岛市党政考察团}没有去{City:珠海}。",
    # trainees do not visit
    "{Person:李明}被派到{City:珠海}挂职，参观了{Enterprise:格力}。",
    # who is invited has not come
    "{Delegation:青岛市党政考察团}与协会座谈，邀请会员到{District:崂山区}看一看。",
    # a company's own doings
    "{Delegation:青岛市党政考察团}很忙。{Enterprise:华为}到{City:东莞}考察了一圈。",
    # who speaks of a place has not been there
    "{Delegation:青岛市党政考察团}座谈时，{Person:李明}说：“我们去了{City:珠海}，看了{Enterprise:格力}。”",
    # people from there
    "{Delegation:青岛市党政考察团}看望在{City:珠海}打拼的老乡。",
)


@pytest.mark.parametrize("text", READS_NOT)
def test_does_not_read(text: str) -> None:
    assert not visits(tours(text, origin="青岛"))


def test_two_delegations_do_not_mix() -> None:
    text = (
        "6月7日，{Delegation:青岛市党政考察团}抵达{City:成都}。去年5月，{City:成都}市委书记{Person:范平}率{Delegation:成都市党政考察团}到{City:青岛}，"
        "看了{Enterprise:海尔}。\n8日，考察团走进{Enterprise:京东方}。"
    )
    document = marked(text)
    for entity in document.entities:
        if entity.label is Label.DELEGATION:
            start = "2021-06-07" if entity.name.startswith("青岛") else "2020-05"
            entity.properties |= {"kind": "study_tour", "start": start, "origin": entity.name[:2]}
    found = {(s.source.name[:2], s.target.name) for s in propose(document) if s.type is EdgeType.VISITED}
    assert found == {("青岛", "成都"), ("成都", "青岛"), ("成都", "海尔"), ("青岛", "京东方")}


def test_who_goes_with_a_delegation_makes_no_visit_of_his_own() -> None:
    text = (
        "{Delegation:青岛市党政考察团}参观了{Site:前海中心}。\n另讯，{District:崂山区}区长{Person:赵玉}到{Site:前海中心}考察，"
        "又到{Site:蛇口码头}考察。"
    )
    found = {(s.source.name, s.target.name) for s in propose(tours(text)) if s.type is EdgeType.VISITED}
    assert ("赵玉", "前海中心") not in found
    assert ("赵玉", "蛇口码头") in found


def test_days_and_positions_of_stops() -> None:
    text = (
        "6月7日至10日，{Delegation:青岛市党政考察团}赴{Province:浙江}考察。8日，首站{City:温州}。随后参观{Enterprise:正泰}。"
        "第三站是{Enterprise:德力西}。最后一天，考察团来到{City:台州}。"
    )
    found = visits(tours(text, origin="青岛", end="2021-06-10"))
    assert {n: (s.properties.get("date"), s.properties.get("position")) for n, s in found.items()} == {
        "浙江": ("2021-06", None),
        "温州": ("2021-06-08", 1),
        "正泰": ("2021-06-08", None),
        "德力西": ("2021-06-08", 3),
        "台州": ("2021-06-10", None),
    }


def test_a_trip_of_one_day_dates_all_its_stops() -> None:
    found = visits(
        tours("6月7日，{Delegation:青岛市党政考察团}走进{City:济南}。考察团参观了{Enterprise:浪潮}。", origin="青岛")
    )
    assert {s.properties["date"] for s in found.values()} == {"2021-06-07"}


def test_a_trip_to_come_is_planned() -> None:
    document = tours(
        "{Delegation:青岛市代表团}将于7月赴{City:东京}，拜访{Enterprise:索尼}。", start="2021-07", origin="青岛"
    )
    assert {s.status for s in propose(document)} == {Status.PLANNED}


def test_what_is_put_off_has_no_edge() -> None:
    assert not list(propose(tours("{Delegation:{}青岛市代表团}赴京之行推迟。".replace("{}", ""), origin="青岛")))


LEADERS: tuple[tuple[str, set[str]], ...] = (
    ("市委书记{Person:王强}率{Delegation:青岛市党政考察团}赴{City:成都}。", {"王强"}),
    ("{Delegation:青岛市党政考察团}由市长{Person:赵豪}率领，副市长{Person:李明}随团。", {"赵豪"}),
    ("由{Person:王强}任团长、{Person:赵豪}任副团长的{Delegation:青岛市党政考察团}启程。", {"王强"}),
    ("以{Person:王强}为团长的{Delegation:青岛市党政代表团}抵达。", {"王强"}),
    ("{Delegation:青岛市党政考察团}到了{City:成都}。带队的是市委书记{Person:王强}，同行的有{Person:李明}。", {"王强"}),
    ("{Delegation:青岛市党政考察团}团长{Person:王强}说。", {"王强"}),
    ("市委书记{Person:王强}和市长{Person:赵豪}率领{Delegation:青岛市党政考察团}考察。", {"王强", "赵豪"}),
    ("{Delegation:青岛市党政考察团}抵达。经理{Person:孙燕}领着大家登上塔顶。", set()),
)


@pytest.mark.parametrize(("text", "expected"), LEADERS)
def test_leaders(text: str, expected: set[str]) -> None:
    assert {source for source, _, _ in edges(tours(text), EdgeType.LED)} == expected


SENDERS = (
    ("{City:青岛市}派员学习。{Delegation:青岛市党政考察团}抵达{City:成都}。", {"青岛市"}),
    ("{City:青岛市}{Organization:青岛市工商联}组织的{Delegation:青岛企业家考察团}抵达{City:成都}。", {"青岛市工商联"}),
    ("{Delegation:青岛企业家考察团}由{Organization:青岛市工商联}组织。", {"青岛市工商联"}),
    ("{Organization:青岛市商务局}{Delegation:青岛市商务局考察组}抵达{City:成都}。", {"青岛市商务局"}),
)


@pytest.mark.parametrize(("text", "expected"), SENDERS)
def test_senders(text: str, expected: set[str]) -> None:
    document = tours(text, origin="青岛")
    assert {source for source, _, _ in edges(document, EdgeType.DISPATCHED)} == expected


def test_who_comes_comes_home() -> None:
    document = tours("{Delegation:柳州市考察组}来我市学习。", home="常德市", origin="柳州")
    assert set(visits(document)) == {"常德市"}
    assert not visits(tours("{Delegation:常德市考察组}来访。", home="常德市", origin="常德"))


def test_places_visited_are_the_destinations() -> None:
    document = tours("{Delegation:青岛市党政考察团}抵达{City:深圳}，走进{District:南山区}。", origin="青岛")
    complete(document)
    delegation = next(e for e in document.entities if e.label is Label.DELEGATION)
    assert delegation.properties["destinations"] == ["深圳"]


def test_sentences_of_trainees_are_no_scene_of_a_trip() -> None:
    document = tours("{Delegation:青岛市党政考察团}抵达{City:深圳}。首批学员进了{Enterprise:华为}。")
    assert find_trips(document).scenes[-1].trip is None
