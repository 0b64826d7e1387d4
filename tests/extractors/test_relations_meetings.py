"""Who met whom."""

from __future__ import annotations

import pytest

from extractors.document import Document
from extractors.relations.meetings import propose
from graph.model import Label
from tests.extractors.marked import marked, pairs

READS = (
    ("{City:深圳}市委书记{Person:陈强}会见了{Person:王新}一行。", {("陈强", "王新")}),
    ("{Person:王新}与{City:深圳}市长{Person:陈强}座谈。", {("王新", "陈强")}),
    ("会长{Person:高建}、秘书长{Person:谢丽}与{Person:邵伟}座谈。", {("高建", "邵伟")}),
    ("{City:釜山}市长{Person:朴浩}设宴，同{Person:姜军}谈了两个多小时。", {("朴浩", "姜军")}),
    (
        "市委书记{Person:梁强}率{Delegation:玉林市考察团}到{City:温州}。当晚，市委书记{Person:郑平}同考察团座谈。",
        {("郑平", "梁强")},
    ),
    (
        "市委书记{Person:梁强}率{Delegation:玉林市考察团}到{City:温州}。{City:温州}市长{Person:郑平}主持座谈。",
        {("郑平", "梁强")},
    ),
    (
        "市长{Person:于洋}率{Delegation:鸡西市代表团}转抵{City:茂名}，会见市长{Person:林涛}。",
        {("于洋", "林涛")},
    ),
)
READS_NOT = (
    # a deputy who shows the way is no head
    "市委书记{Person:梁强}率{Delegation:玉林市考察团}到{City:温州}。副市长{Person:吴燕}全程陪同考察团。",
    # both travel together
    "市委书记{Person:梁强}率{Delegation:玉林市考察团}启程，市长{Person:陈新}随团。{Person:梁强}与{Person:陈新}交谈。",
    # one signs with a company
    "{Person:梁强}与{Enterprise:吉利}签约。",
    # it did not come to it
    "{Person:梁强}没有与{Person:陈新}会面。",
)


@pytest.mark.parametrize(("text", "expected"), READS)
def test_reads(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(list(propose(_with_tours(text)))) == expected


@pytest.mark.parametrize("text", READS_NOT)
def test_does_not_read(text: str) -> None:
    assert not list(propose(_with_tours(text)))


def test_date_of_the_sentence() -> None:
    [met] = propose(marked("10日，{Person:王新}与市长{Person:陈强}会谈。"))
    assert met.properties == {"date": "2021-06-10"}


def _with_tours(text: str) -> Document:
    document = marked(text)
    for entity in document.entities:
        if entity.label is Label.DELEGATION:
            entity.properties["kind"] = "study_tour"
    return document
