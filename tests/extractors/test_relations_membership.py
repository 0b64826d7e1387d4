from __future__ import annotations

import pytest

from extractors.relations.membership import propose
from tests.extractors.marked import marked, pairs

READS = (
    ("{Organization:二七区财政局}的{Person:李博}说。", {("李博", "二七区财政局")}),
    ("来自{Organization:团市委}的{Person:萨仁}说。", {("萨仁", "团市委")}),
    ("{Person:梁小燕}（{Organization:平果市工信局}）发言。", {("梁小燕", "平果市工信局")}),
    ("{Organization:农业局}干部{Person:胡晓东}说。", {("胡晓东", "农业局")}),
    (
        "{Organization:企业家联盟}成立，{Enterprise:维维集团}、{Enterprise:科迪集团}首批入盟。",
        {("维维集团", "企业家联盟"), ("科迪集团", "企业家联盟")},
    ),
    (
        "{Enterprise:国联水产}成为{Organization:青年联盟}首批会员。",
        {("国联水产", "青年联盟")},
    ),
    (
        "{City:沧州}市长{Person:王某}率{Delegation:沧州市代表团}出访，随团的有商务局局长{Person:李文}。",
        {("李文", "沧州市代表团")},
    ),
)
READS_NOT = (
    "{Organization:农业局}副局长{Person:胡晓东}说。",
    "{Organization:企业家联盟}成立，{Enterprise:维维集团}没有加入。",
    "{City:沧州}市长{Person:王某}率{Delegation:沧州市代表团}出访。",
)


@pytest.mark.parametrize(("text", "expected"), READS)
def test_reads(text: str, expected: set[tuple[str, str]]) -> None:
    assert pairs(list(propose(marked(text)))) == expected


@pytest.mark.parametrize("text", READS_NOT)
def test_reads_not(text: str) -> None:
    assert list(propose(marked(text))) == []
