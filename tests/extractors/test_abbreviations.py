"""Places named by one character."""

from __future__ import annotations

import pytest

from extractors.entities.abbreviations import find_abbreviations
from extractors.text.prepare import prepare
from tests.extractors.marked import marked

READS = (
    ("党政代表团赴沪学习考察。", ["上海"]),
    ("代表团六月九日抵港，展开访问。", ["香港"]),
    ("考察团赴沪苏考察。", ["上海", "江苏"]),
    ("党政代表团闽皖行", ["福建", "安徽"]),
    ("访港澳 五天走访十家机构", ["香港", "澳门"]),
    ("代表团来榕考察。", ["福州"]),
    ("川渝两地签约。", ["四川", "重庆"]),
)
READS_NOT = ("到港的货轮多了。", "来新开的店看看。", "代表团在京东方停留。", "本报社记者来函。", "京津冀协同发展。")


@pytest.mark.parametrize(("text", "expected"), READS)
def test_reads(text: str, expected: list[str]) -> None:
    assert [m.name for m in find_abbreviations(prepare("a", text))] == expected


@pytest.mark.parametrize("text", READS_NOT)
def test_does_not_read(text: str) -> None:
    assert not find_abbreviations(prepare("a", text))


def test_a_place_of_the_article_before_the_usual_one() -> None:
    document = marked("考察团抵鄂，走访{City:鄂州}的企业。")
    document.mentions[0].anchor = "city:420700"
    assert [m.name for m in find_abbreviations(document)] == ["鄂州"]
