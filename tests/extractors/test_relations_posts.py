from __future__ import annotations

import pytest

from extractors.relations.posts import propose
from tests.extractors.marked import marked

READS: tuple[tuple[str, set[tuple[str, str, str]]], ...] = (
    ("{Organization:青岛市商务局}局长{Person:李建平}说。", {("李建平", "青岛市商务局", "局长")}),
    ("{City:青岛}市委副书记、市长{Person:赵豪志}说。", {("赵豪志", "青岛", "市委副书记、市长")}),
    ("{Enterprise:竹云科技}董事长 {Person:董宁}说。", {("董宁", "竹云科技", "董事长")}),
    (
        "{City:温州}市委书记{Person:郑国平}、副市长{Person:吴晓燕}参加。",
        {("郑国平", "温州", "市委书记"), ("吴晓燕", "温州", "副市长")},
    ),
    (
        "市委常委、{District:鄂州临空经济区=临空区}党工委书记{Person:吕明}随行。",
        {("吕明", "鄂州", "市委常委"), ("吕明", "临空区", "党工委书记")},
    ),
    ("{District:安吉县}委常委、组织部部长{Person:吴斌}致辞。", {("吴斌", "安吉县", "县委常委、组织部部长")}),
    ("{Person:周伟}（{Organization:建始县商务局}副局长）发言。", {("周伟", "建始县商务局", "副局长")}),
    ("{Person:李文胜}任{Enterprise:沱牌集团}副总经理。", {("李文胜", "沱牌集团", "副总经理")}),
    ("{Person:李文胜}是{Organization:清华大学}教授。", {("李文胜", "清华大学", "教授")}),
    (
        "{Organization:石材商会}昨日换届，会长由{Person:王伟}担任。",
        {("王伟", "石材商会", "会长")},
    ),
    ("市长{Person:赵永刚}说。", {("赵永刚", "鄂州", "市长")}),
    ("{Enterprise:北部湾银行}国际业务部副总经理{Person:陆建军}说。", {("陆建军", "北部湾银行", "国际业务部副总经理")}),
    (
        "{Organization:青田县商务局}的{Person:李明}升任。任命{Person:高永胜}为{Organization:水务局}局长。",
        {("高永胜", "水务局", "局长")},
    ),
    ("{Organization:民营局}副局长（挂职）{Person:程刚}说。", {("程刚", "民营局", "副局长")}),
    ("{Organization:司法局}党委委员、副局长{Person:万振东}说。", {("万振东", "司法局", "党委委员、副局长")}),
    (
        "{District:大余县}领导{Person:杨军}、{Person:吴光辉}参加。",
        {("杨军", "大余县", "县领导"), ("吴光辉", "大余县", "县领导")},
    ),
    ("县领导{Person:杨军}、{Person:吴光辉}陪同{District:大余县}客人。", set()),
)
READS_NOT = (
    "免去{Person:郭宝山}的{Organization:教育局}局长职务。",
    "{Person:吕新民}不再担任{Organization:番茄协会}会长。",
    "记者{Person:王小明}报道。",
    "{Organization:番茄协会}邀请{Person:吕新民}参加会议。",
    "{District:河东区}人大代表{Person:张秀英}发言。",
)


@pytest.mark.parametrize(("text", "expected"), READS)
def test_reads(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = propose(marked(text, home="鄂州"))
    assert {(s.source.name, s.target.name, s.properties["title"]) for s in found} == expected


@pytest.mark.parametrize("text", READS_NOT)
def test_reads_not(text: str) -> None:
    assert list(propose(marked(text, home="鄂州"))) == []


def test_a_committee_stands_for_its_place() -> None:
    document = marked("{Organization:温州市委}书记{Person:郑国平}说。{City:温州市=温州}变了。")
    (found,) = propose(document)
    assert found.target.name == "温州"


def test_evidence_is_the_sentence() -> None:
    document = marked("天气好。{Organization:青岛市商务局}局长{Person:李建平}说。")
    (found,) = propose(document)
    assert document.text[found.start : found.end] == "青岛市商务局局长李建平说。"
