"""Sites that only the words around show."""

from __future__ import annotations

import pytest

from extractors.entities.seen import find_seen
from tests.extractors.marked import marked

READS: tuple[tuple[str, list[str]], ...] = (
    ("大家走进{District:鼓楼区}的军门社区和三坊七巷。", ["军门社区", "三坊七巷"]),
    ("首站深圳湾创业广场，第二站市民中心。", ["深圳湾创业广场", "市民中心"]),
    ("一行人登船走穿紫河，在船码头泵站停留一个多小时。", ["穿紫河", "船码头泵站"]),
    ("又到{District:火炬开发区}内的国家健康科技产业基地转了一圈。", ["国家健康科技产业基地"]),
    ("代表团在地理信息小镇考察。", ["地理信息小镇"]),
    ("考察组去了鱼山岛。", ["鱼山岛"]),
    ("看了{Site:吉利基地}。", []),
    ("此次考察的{City:成都}望平坊是老城改造的典范。", ["成都望平坊"]),
    ("考察团在{City:成都}通威太阳能", ["通威太阳能"]),
    ("考察团{City:成都}之行的首站——欧洲中心。", ["欧洲中心"]),
)
READS_NOT = (
    "走进社区，听民声。",
    "考察了当地的社区。",
    "来到刚刚建成的基地。",
    "看了三家工厂。",
    "参观了灌装车间。",
    "“回来再看我们的物流园，像个大号货场。”",
    "到{City:南京}建基地。",
)


@pytest.mark.parametrize(("text", "expected"), READS)
def test_reads(text: str, expected: list[str]) -> None:
    assert [m.surface for m in find_seen(marked(text))] == expected


@pytest.mark.parametrize("text", READS_NOT)
def test_does_not_read(text: str) -> None:
    assert not find_seen(marked(text))
