from __future__ import annotations

import pytest

from extractors.relations.benchmarks import propose
from graph.model import Status
from tests.extractors.marked import marked, pairs

READS = (
    ("{District:市南区}对标{City:深圳市}{District:福田区}，建设总部经济中心。", {("市南区", "福田区")}),
    ("{City:赤峰市}学习借鉴{City:深圳}、{City:苏州}等地做法。", {("赤峰市", "深圳"), ("赤峰市", "苏州")}),
    ("{City:青岛}提出“学{City:深圳}、赶{City:上海}”。", {("青岛", "深圳"), ("青岛", "上海")}),
    ("{City:青岛}提出对标{Country:新加坡}{Enterprise:淡马锡}模式。", {("青岛", "淡马锡")}),
    ("借鉴{City:法兰克福}会展业“符号价值”生产。", {("青岛", "法兰克福")}),
    ("失智老人照护以{Country:荷兰}的{Site:霍格威克小镇}为样本。", {("青岛", "霍格威克小镇")}),
    ("《意见》把{City:岳阳}、{City:芜湖}列为追赶目标。", {("青岛", "岳阳"), ("青岛", "芜湖")}),
    ("{District:莎车县}拿{City:南京}{Site:夫子庙}当样板。", {("莎车县", "夫子庙")}),
    ("造电池就得向{City:常州}看齐、向{City:宜宾}看齐。", {("青岛", "常州"), ("青岛", "宜宾")}),
    ("{Organization:堌阳镇}就拜{Site:丁楼村}为师。", {("堌阳镇", "丁楼村")}),
    ("{District:沈丘县}就照{District:海门区}的办法，先把市场立起来。", {("沈丘县", "海门区")}),
    ("惠企政策兑现跟着{City:深圳}{District:前海}走。", {("青岛", "前海")}),
    ("会议强调，样板是{District:苏州工业园区}。", {("青岛", "苏州工业园区")}),
    ("{City:三亚}要学的是{City:澳门}。", {("三亚", "澳门")}),
    ("{City:十堰}抓配套的经验，{City:汉中}都要认真借鉴。", {("汉中", "十堰")}),
    ("{City:抚州}的这条经验值得{City:南平}借鉴。", {("南平", "抚州")}),
    ("{District:谷城县}的积分制，已被{District:老河口市}原样移植。", {("老河口市", "谷城县")}),
    ("{District:永联村}怎么做，{Organization:树林召镇}就怎么学。", {("树林召镇", "永联村")}),
    ("把{City:合肥}的产业投资经验搬到{City:德阳}来。", {("德阳", "合肥")}),
    (
        "对标名单公布：{District:红花岗区}对{District:普陀区}，{District:汇川区}对{District:杨浦区}。",
        {("红花岗区", "普陀区"), ("汇川区", "杨浦区")},
    ),
    ("{City:青岛}市委书记{Person:王某}说，要向{City:深圳}学习。", {("青岛", "深圳")}),
    ("市政府把{Enterprise:宝钢}立为国企的标杆。", {("青岛", "宝钢")}),
    ("“学{City:深圳}、赶{City:上海}”，{City:徐州}密集考察。", {("徐州", "深圳"), ("徐州", "上海")}),
    ("要学{City:宁波}的港、{City:台州}的厂。", {("青岛", "宁波"), ("青岛", "台州")}),
    ("设在{City:儋州}的{Organization:中心医院}借鉴{Organization:协和医院}。", {("中心医院", "协和医院")}),
    ("“要像{City:湖州}那样把生态算成资产。”{City:白山}市长{Person:李某}说。", {("白山", "湖州")}),
)
READS_NOT = (
    "{City:深圳}的做法供各地学习。",
    "{Delegation:青岛市党政考察团}考察学习{Site:前海展示厅}。",
    "{Delegation:青岛市党政考察团}赴{City:深圳}学习考察。",
    "{City:青岛}以{City:深圳}为中心开展招商。",
    "{City:青岛}瞄准{City:深圳}市场。",
    "{City:青岛}从未提出对标{City:徐州}。",
    "网传{City:青岛}要照搬{District:义乌}的大市场。",
    "{City:青岛}如果学{City:深圳}，会怎样？",
    "{Organization:市教育局}参观{City:深圳}大学。",
)


@pytest.mark.parametrize(("text", "expected"), READS)
def test_reads(text: str, expected: set[tuple[str, str]]) -> None:
    found = list(propose(marked(text, home="青岛")))
    assert pairs(found) == expected
    assert {s.status for s in found} == {Status.DONE}


@pytest.mark.parametrize("text", READS_NOT)
def test_reads_not(text: str) -> None:
    assert list(propose(marked(text, home="青岛"))) == []


def test_announced_learning_is_planned() -> None:
    (found,) = propose(marked("{City:鄂州}打算借鉴{City:香港}的做法。"))
    assert found.status is Status.PLANNED


def test_topic_and_date() -> None:
    (found,) = propose(marked("2020年5月9日，{City:大庆市}学习借鉴{City:惠州市}一窗通办经验。"))
    assert found.properties == {"topic": "一窗通办", "date": "2020-05-09"}
    assert found.rule.startswith("benchmarks.")


def test_a_list_goes_on() -> None:
    found = list(propose(marked("{City:南宁}开办企业看齐{City:深圳}，办理建筑许可学{City:厦门}。")))
    assert pairs(found) == {("南宁", "深圳"), ("南宁", "厦门")}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("{City:徐州}学习借鉴{Province:浙江}“最多跑一次”改革经验。", "“最多跑一次”改革"),
        ("{City:徐州}学习{City:深圳}在科技创新、城市治理等方面的先进经验。", "科技创新、城市治理"),
        ("{City:徐州}办理建筑许可学{City:厦门}。", None),
        ("办理建筑许可学{City:厦门}。", "办理建筑许可"),
        ("在企业国际化方面，{City:徐州}提出对标{Country:新加坡}。", "企业国际化"),
        ("{City:徐州}向{Organization:罗湖医院集团}学习家庭医生制度。", "家庭医生制度"),
        ("{City:徐州}对标{City:上海}等先进城市，找差距。", None),
        ("{City:徐州}以{City:深圳}为标杆。", None),
    ],
)
def test_topic(text: str, topic: str | None) -> None:
    found = list(propose(marked(text, home="徐州")))
    assert {s.properties.get("topic") for s in found} == {topic}


def test_praise_of_the_host() -> None:
    text = (
        "{District:博望区}区委书记{Person:窦某}表示，此行切身感受到{District:天长}的发展潜力。"
        "在人才引进、项目建设等方面许多经验做法值得认真学习和借鉴。"
    )
    assert pairs(list(propose(marked(text)))) == {("博望区", "天长")}


def test_praise_of_the_guest() -> None:
    text = "{City:达州}市委书记{Person:邵某}说，{City:舟山}发展的速度之快，值得{City:达州}认真学习。"
    assert pairs(list(propose(marked(text)))) == {("达州", "舟山")}


def test_the_learner_is_who_issued_the_policy() -> None:
    text = "5月9日，{City:襄阳}印发{Policy:《科创方案》}。名单不长：学{City:合肥}以投带引。"
    assert pairs(list(propose(marked(text, home="武汉")))) == {("襄阳", "合肥")}
