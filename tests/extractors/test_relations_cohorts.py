"""Batches of trainees: who sent them, where they were, who took them in, who led them."""

from __future__ import annotations

import pytest

from extractors.document import Document, Statement
from extractors.entities.delegations import find_delegations
from extractors.frames.cohort import join_delegations
from extractors.relations.cohorts import propose
from graph.model import EdgeType, Label, Status
from tests.extractors.marked import marked


def read(text: str, published: str = "2021-06-18") -> Document:
    document = marked(text, published=published)
    document.mentions += find_delegations(document)
    document.sort()
    document.entities += join_delegations(document)
    document.mentions = [m for m in document.mentions if m.label is not Label.DELEGATION or m.entity is not None]
    return document


def statements(text: str, kind: EdgeType, published: str = "2021-06-18") -> list[Statement]:
    return [s for s in propose(read(text, published)) if s.type is kind]


def hosts(text: str) -> set[str]:
    return {s.source.name for s in statements(text, EdgeType.HOSTED)}


BATCH = "3月1日，{City:吴忠市}首批赴{City:烟台}挂职干部26人登上列车。"

HOSTED = (
    ("实训单位包括{Enterprise:深圳创新投资集团}、{Enterprise:平安证券}等79家单位。", {"深圳创新投资集团", "平安证券"}),
    ("他们散在{Enterprise:比亚迪}、{Organization:前海管理局}等31家单位。", {"比亚迪", "前海管理局"}),
    ("{Enterprise:张裕集团}、未名集团、{Organization:港务局}等12家单位分头接收。", {"张裕集团", "港务局"}),
    (
        "{Organization:开发区招商局}接6人，{Enterprise:张裕集团}、{Enterprise:东方电子}各4人。",
        {"开发区招商局", "张裕集团", "东方电子"},
    ),
    ("28家单位分头接下，{Enterprise:电气集团}、{Organization:市民中心}名列其中。", {"电气集团", "市民中心"}),
    ("接纳他们的，有{City:温州}的{Enterprise:正泰集团}和{Enterprise:奥康集团}。", {"正泰集团", "奥康集团"}),
    ("{Person:丁学军}被分到{Organization:港务局}，从头学起。", {"港务局"}),
    (
        "{Organization:胶州商务局}的{Person:李春梅}编在调度室，带着她的是{Enterprise:港业公司}，{Enterprise:港业公司}带着5名干部。",
        {"港业公司"},
    ),
    ("{Person:黄志明}（{Organization:右江区发改局}副局长）任{Enterprise:港务集团}办公室副主任。", {"港务集团"}),
    ("第一组：{Organization:投资促进局}——{Person:李明}（{Organization:恩施市招商局}）。", {"投资促进局"}),
    ("{Enterprise:竹云科技}是实训企业之一，属于首批干部的实训单位。", {"竹云科技"}),
)


@pytest.mark.parametrize(("text", "units"), HOSTED)
def test_hosted(text: str, units: set[str]) -> None:
    assert hosts(BATCH + text) == units


def test_column_of_hosts() -> None:
    lines = (BATCH, "接收单位及拟任职务为：", "◆ {Organization:区交通委} 副主任", "◆ {Organization:区科委} 副主任")
    assert hosts("\n\n".join((*lines, "{Organization:市科委}主办了比赛。"))) == {"区交通委", "区科委"}


NOT_HOSTED = (
    "队员们参观了{Enterprise:大疆}等5家企业。",
    "来自{Organization:让胡路区商务局}的{Person:李春梅}有话说。",
    "{Enterprise:杉杉集团}婉言谢绝，没有接收。",
    "逛完{Enterprise:大疆}的展厅，他在本子上写字。",
    "{Organization:吴忠市委组织部}选派，{Organization:吴忠市委组织部}安排了名单。",
    "{Enterprise:港务集团}与{District:广河县}签了协议，接收牛羊肉。",
)


@pytest.mark.parametrize("text", NOT_HOSTED)
def test_not_hosted(text: str) -> None:
    assert hosts(BATCH + text) == set()


def test_sent_and_trained() -> None:
    (sent,) = statements(BATCH, EdgeType.DISPATCHED)
    (trained,) = statements(BATCH, EdgeType.TRAINED_IN)
    assert (sent.source.name, trained.target.name) == ("吴忠市", "烟台")
    assert sent.properties == trained.properties == {"date": "2021-03-01"}
    assert sent.status is trained.status is Status.DONE


def test_hosts_have_the_batchs_start_as_date() -> None:
    (hosted,) = statements(BATCH + "{Enterprise:张裕集团}领走4人。", EdgeType.HOSTED)
    assert hosted.properties == {"date": "2021-03-01"}


def test_next_batch_is_planned() -> None:
    text = BATCH + "第二批定在今年9月启程，{Organization:眼科医院}届时接收5人。"
    sent = {s.target.properties["ordinal"]: s.status for s in statements(text, EdgeType.DISPATCHED)}
    assert sent == {1: Status.DONE, 2: Status.PLANNED}
    assert [s.status for s in statements(text, EdgeType.HOSTED)] == [Status.PLANNED]


def test_places_of_hosts_are_places_of_training() -> None:
    text = "7月1日起，{City:肇东市}18名干部到{Province:浙江}挂职。接收单位有{City:温州}的{Enterprise:正泰集团}。"
    assert {s.target.name for s in statements(text, EdgeType.TRAINED_IN)} == {"浙江", "温州"}


def test_each_batch_has_its_hosts() -> None:
    text = (
        "{City:哈尔滨市}首批赴{City:深圳}实训干部80人2019年9月2日到岗，散在{Enterprise:怡亚通}等40家单位。\n"
        "第二批2020年8月17日成行，100人，接收单位增至46家，{Enterprise:汇川技术}在列。"
    )
    hosted = {(s.source.name, s.target.properties["ordinal"]) for s in statements(text, EdgeType.HOSTED)}
    assert hosted == {("怡亚通", 1), ("汇川技术", 2)}


def test_leader() -> None:
    (led,) = statements(BATCH + "带队的是市计委副主任{Person:周建华}。", EdgeType.LED)
    assert led.source.name == "周建华"


def test_evidence_is_short_and_holds_the_host() -> None:
    document = read(BATCH + "、".join([f"{{Organization:{i}局}}" for i in range(90)]) + "等90家单位接收。")
    for statement in propose(document):
        assert statement.end - statement.start <= 300


def test_tours_are_left_to_their_own_family() -> None:
    assert list(propose(read("{City:青岛市}党政考察团赴{City:深圳}考察。"))) == []
