from __future__ import annotations

import pytest

from extractors.relations.location import propose
from tests.extractors.marked import pairs
from tests.extractors.names.reading import read_names

READ = [
    ("市南区对标深圳市福田区。", ("福田区", "深圳市")),
    ("上海商汤智能科技有限公司参加。", ("上海商汤智能科技有限公司", "上海")),
    ("仁宝电子科技（昆山）有限公司在昆山投产。", ("仁宝电子科技（昆山）有限公司", "昆山")),
    ("赴浙江乐清考察。", ("乐清", "浙江")),
    ("江西银行上饶分行到场。", ("江西银行上饶分行", "上饶")),
    ("邵东县驻昆明办事处挂牌。", ("邵东县驻昆明办事处", "昆明")),
    ("一行到福建省南安市水头镇。", ("水头镇", "南安市")),
    ("代表团走访深圳的比亚迪。", ("比亚迪", "深圳")),
]
NOT_READ = [
    ("中国移动佳木斯分公司参加。", ("中国移动佳木斯分公司", "中国")),
    ("上海市河南商会成立。", ("上海市河南商会", "河南")),
    ("江西银行上饶分行到场。", ("江西银行上饶分行", "江西")),
]


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_reads(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in pairs(list(propose(read_names(text))))


@pytest.mark.parametrize(("text", "unwanted"), NOT_READ)
def test_does_not_read(text: str, unwanted: tuple[str, str]) -> None:
    assert unwanted not in pairs(list(propose(read_names(text))))
