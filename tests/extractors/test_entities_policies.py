from __future__ import annotations

import pytest

from extractors.entities.policies import find_policies, is_policy
from extractors.text.prepare import prepare

READS = (
    ("市政府印发《青岛市对标深圳行动计划》。", {"《青岛市对标深圳行动计划》"}),
    ("《促进法律服务业发展若干政策（试行）》出台。", {"《促进法律服务业发展若干政策（试行）》"}),
    ("会议通过《人工智能青岛宣言》。", {"《人工智能青岛宣言》"}),
    (
        "出台《关于支持创新的实施意见》（以下简称《意见》）。《意见》共十条。",
        {"《关于支持创新的实施意见》"},
    ),
    ("发布《宁国市科技创新规划方案》（下称《科创方案》），《科创方案》很细。", {"《宁国市科技创新规划方案》"}),
    (
        "编成《〈宁波市强港行动纲要〉对标案例集》。",
        {"《〈宁波市强港行动纲要〉对标案例集》", "《宁波市强港行动纲要》"},
    ),
    ("《荆门市优化营商环境条例》昨日施行。这部条例由市人大常委会通过。", {"《荆门市优化营商环境条例》"}),
    ("青岛出台“创投风投十条”，吸引资本。", {"创投风投十条"}),
    ("“一号改革工程任务清单”下达到各区。", {"一号改革工程任务清单"}),
    ("2015年出台互联网工业行动计划。", {"互联网工业行动计划"}),
)
READS_NOT = (
    "据《青岛日报》报道。",
    "《中国城市营商环境报告》显示，深圳居首。",
    "双方签署《战略合作框架协议》。",
    "他爱读《红楼梦》。",
    "市政府工作报告写得明白。",
)


@pytest.mark.parametrize(("text", "names"), READS)
def test_reads(text: str, names: set[str]) -> None:
    assert {m.name for m in find_policies(prepare("a", text))} == names


@pytest.mark.parametrize("text", READS_NOT)
def test_reads_not(text: str) -> None:
    assert find_policies(prepare("a", text)) == []


def test_mentions_cover_their_marks() -> None:
    document = prepare("a", "印发《青岛市对标深圳行动计划》，《行动计划》共八章。")
    assert [document.text[m.start : m.end] for m in find_policies(document)] == [
        "《青岛市对标深圳行动计划》",
        "《行动计划》",
    ]


@pytest.mark.parametrize(
    ("title", "policy"), [("青岛市管理办法", True), ("城市发展白皮书", False), ("友好城市协议书", False)]
)
def test_kind_of_title(title: str, policy: bool) -> None:
    assert is_policy(title) is policy
