from __future__ import annotations

import pytest

from extractors.relations.signings import propose
from graph.model import Status
from tests.extractors.marked import marked, pairs

READS = (
    ("{City:安康}与{City:常州}签署劳务协作协议。", {("安康", "常州")}),
    (
        "{District:溧阳}日前同{Enterprise:绿地集团}、{Enterprise:京东}和{Organization:复旦大学}签订协议。",
        {("溧阳", "绿地集团"), ("溧阳", "京东"), ("溧阳", "复旦大学")},
    ),
    ("{Enterprise:晶科}、{Enterprise:天合}18日与{District:沾益区}签约。", {("晶科", "沾益区"), ("天合", "沾益区")}),
    ("{City:大同}市长{Person:王某}与{Enterprise:国电投}董事长{Person:李某}签约。", {("大同", "国电投")}),
    (
        "{District:马尾区}与{District:岷县}、{District:长乐区}与{District:渭源县}分别结对。",
        {("马尾区", "岷县"), ("长乐区", "渭源县")},
    ),
    ("{City:德阳}与{City:无锡}举行会谈，双方签署产业合作协议。", {("德阳", "无锡")}),
    (
        "{City:德阳}市长{Person:王某}会见{Enterprise:绿地集团}总裁{Person:李某}，双方当场签署协议。",
        {("德阳", "绿地集团")},
    ),
    ("{District:汉阴县}代表团赴{City:溧阳}考察，与{Enterprise:天目湖公司}签下协议。", {("汉阴县", "天目湖公司")}),
    ("甲方{City:遵义}，乙方{Organization:上海市商务委}，协议签了五年。", {("遵义", "上海市商务委")}),
    ("{City:莆田}与{Enterprise:华大基因}在{City:深圳}签订协议。", {("莆田", "华大基因")}),
    ("{Country:德国}{City:汉诺威}与{City:常德}缔结友好城市。", {("汉诺威", "常德")}),
    ("{Organization:遂宁市工商联}同{Organization:四川商会}结为友好商会。", {("遂宁市工商联", "四川商会")}),
    ("{City:青岛}签约{Enterprise:腾讯}，共建云平台。", {("青岛", "腾讯")}),
    ("{Enterprise:晶科}落户{City:上饶}。该公司与{Organization:足协}签下赞助协议。", {("晶科", "足协")}),
    ("{City:佳木斯}客人来到{City:中山}。两市签下缔结友好城市协议。", {("佳木斯", "中山")}),
    ("{City:深圳}的{Enterprise:雄韬}同{City:大同}签约。", {("雄韬", "大同")}),
    ("{City:中山}与{City:佳木斯}战略合作签约仪式在{City:广州}举行。", {("中山", "佳木斯")}),
)
READS_NOT = (
    "{City:玉林}副市长{Person:覃某}、{Organization:广西商会}会长{Person:李某}等见证签约。",
    "{City:青岛}与{City:深圳}达成共识。",
    "{City:青岛}签约仪式在{City:深圳}举行。",
    "{District:玉泉区}与{Organization:罗湖医院集团}做家庭医生签约。",
    "{City:青岛}未能与{Enterprise:三一}签约。",
    "{City:青岛}没有同{Enterprise:三一}签订协议。",
    "如果{City:青岛}与{Enterprise:三一}签约，就好了。",
    "{City:青岛}、{City:东莞}两地跑了23家企业，当场签约4个。",
)


@pytest.mark.parametrize(("text", "expected"), READS)
def test_reads(text: str, expected: set[tuple[str, str]]) -> None:
    found = list(propose(marked(text)))
    assert pairs(found) == expected
    assert {s.status for s in found} == {Status.DONE}


@pytest.mark.parametrize("text", READS_NOT)
def test_reads_not(text: str) -> None:
    assert list(propose(marked(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "{City:大同}打算与{Enterprise:三峡集团}签订协议。",
        "届时，{City:大同}拟与{Enterprise:三峡集团}签订协议。",
        "{City:大同}正与{Enterprise:三峡集团}商谈，最快年底签约。",
    ],
)
def test_announced_signing_is_planned(text: str) -> None:
    (found,) = propose(marked(text))
    assert found.status is Status.PLANNED


def test_date_subject_and_amount() -> None:
    (found,) = propose(marked("2020年5月9日，{City:芜湖}与{Enterprise:锐航}签下第二生产基地投资合同，总投资36亿元。"))
    assert found.properties == {"date": "2020-05-09", "subject": "第二生产基地投资合同", "amount": 3_600_000_000}


def test_an_office_is_its_place() -> None:
    text = "{City:芜湖市}一行到京，{Organization:芜湖市人民政府}与{Enterprise:锐航}签订协议。"
    assert pairs(list(propose(marked(text)))) == {("芜湖市", "锐航")}
