from __future__ import annotations

import pytest

from extractors.relations.founding import propose
from graph.model import Status
from tests.extractors.marked import marked, pairs

READS = (
    (
        "{Enterprise:水务集团}与{Enterprise:特区建发}合资组建{Enterprise:深哈公司}。",
        {("水务集团", "深哈公司"), ("特区建发", "深哈公司")},
    ),
    ("{Organization:吉林大学}在{City:深圳}设立{Organization:深圳研究院}。", {("吉林大学", "深圳研究院")}),
    ("由{Organization:青企协}发起的{Organization:创业联盟}同日成立。", {("青企协", "创业联盟")}),
    ("{Organization:创业联盟}由{Organization:青企协}发起。", {("青企协", "创业联盟")}),
    ("{Enterprise:商汤科技}创始人{Person:汤某}说。", {("汤某", "商汤科技")}),
    ("{Organization:创业联盟}成立，发起者为{Organization:青企协}。", {("青企协", "创业联盟")}),
    ("{City:运城}忙。{Organization:运城驻杭州招商工作站}昨日挂牌。", {("运城", "运城驻杭州招商工作站")}),
    (
        "{Enterprise:华为}、{Enterprise:海尔}等共同发起{Policy:《宣言》}。",
        {("华为", "《宣言》"), ("海尔", "《宣言》")},
    ),
)
READS_NOT = (
    "{Enterprise:水务集团}没有成立{Enterprise:深哈公司}。",
    "{Enterprise:水务集团}参观{Enterprise:深哈公司}。",
)


@pytest.mark.parametrize(("text", "expected"), READS)
def test_reads(text: str, expected: set[tuple[str, str]]) -> None:
    found = list(propose(marked(text)))
    assert pairs(found) == expected
    assert {s.status for s in found} == {Status.DONE}


@pytest.mark.parametrize("text", READS_NOT)
def test_reads_not(text: str) -> None:
    assert list(propose(marked(text))) == []
