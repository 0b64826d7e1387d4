from __future__ import annotations

import pytest

from extractors.relations.policies import propose
from graph.model import Status
from tests.extractors.marked import marked, pairs

READS = (
    ("{City:青岛市=青岛}印发{Policy:《行动计划》}。", {("青岛", "《行动计划》")}),
    ("{Organization:国务院}去年6月印发的{Policy:《若干意见》}写得明白。", {("国务院", "《若干意见》")}),
    (
        "{Organization:市审批局}、{Organization:市数据局}联合发布{Policy:《工作规程》}。",
        {("市审批局", "《工作规程》"), ("市数据局", "《工作规程》")},
    ),
    ("{Policy:《工作方案》}由{Organization:荆门人大常委会}昨日审议通过。", {("荆门人大常委会", "《工作方案》")}),
    ("市政府出台{Policy:《管理办法》}。", {("鄂州", "《管理办法》")}),
    ("{City:宁波}经验好。会议通过{Policy:《宁波宣言》}。", {("宁波", "《宁波宣言》")}),
    (
        "{City:无锡}与{City:海东}合作，两市联合印发{Policy:《三年计划》}。",
        {("无锡", "《三年计划》"), ("海东", "《三年计划》")},
    ),
)
READS_NOT = (
    "{City:青岛}学习{Policy:《若干意见》}。",
    "{City:青岛}没有出台{Policy:《管理办法》}。",
    "{Policy:《管理办法》}新闻发布会昨日举行。",
)


@pytest.mark.parametrize(("text", "expected"), READS)
def test_reads(text: str, expected: set[tuple[str, str]]) -> None:
    found = list(propose(marked(text, home="鄂州")))
    assert pairs(found) == expected
    assert {s.status for s in found} == {Status.DONE}


@pytest.mark.parametrize("text", READS_NOT)
def test_reads_not(text: str) -> None:
    assert list(propose(marked(text, home="鄂州"))) == []


@pytest.mark.parametrize(
    "text",
    ["{Organization:市商务局}正起草{Policy:《管理办法》}。", "{City:青岛}将于年底前出台{Policy:《管理办法》}。"],
)
def test_drafts_are_planned(text: str) -> None:
    assert {s.status for s in propose(marked(text))} == {Status.PLANNED}


def test_date_of_the_clause() -> None:
    (found,) = propose(marked("2020年3月开会，4月8日{City:青岛}印发{Policy:《行动计划》}。"))
    assert found.properties["date"] == "2020-04-08"
