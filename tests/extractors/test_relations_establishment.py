from __future__ import annotations

import pytest

from extractors.relations.establishment import propose
from graph.model import Status
from tests.extractors.marked import marked

READS = (
    ("{Organization:招商局}在{City:无锡}设立联络处。", ("招商局", "无锡", "联络处")),
    ("{Enterprise:奥视科技}把北方总部设在{District:松北区}。", ("奥视科技", "松北区", "北方总部")),
    ("{Enterprise:明珠公司}的研发中心在{City:斯图加特}挂牌。", ("明珠公司", "斯图加特", "研发中心")),
    ("{Organization:驻深办事处}从{District:罗湖区}迁到{District:福田区}。", ("驻深办事处", "福田区", None)),
)
READS_NOT = (
    "座谈会在{City:无锡}举行。",
    "{City:青岛}设立{Organization:服务中心}。",
    "{Enterprise:奥视科技}未能在{City:无锡}设立研发中心。",
)


@pytest.mark.parametrize(("text", "expected"), READS)
def test_reads(text: str, expected: tuple[str, str, str | None]) -> None:
    (found,) = propose(marked(text))
    body, place, subject = expected
    assert (found.source.name, found.target.name, found.status) == (body, place, Status.DONE)
    assert found.properties.get("subject") in {subject, f"的{subject}"}


@pytest.mark.parametrize("text", READS_NOT)
def test_reads_not(text: str) -> None:
    assert list(propose(marked(text))) == []
