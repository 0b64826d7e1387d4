from __future__ import annotations

import pytest

from graph.locating import above_at, city_of, first_place, leading_place
from graph.model import Label
from graph.places import gazetteer


@pytest.mark.parametrize(
    ("name", "anchor", "rest"),
    [
        ("山东省青岛市市南区商务局", "district:370202", "商务局"),
        ("青岛市南区政府", "district:370202", "政府"),
        ("青岛崂山", "district:370212", ""),
        ("青岛崂山法院", "city:370200", "崂山法院"),
        ("北京大学", "city:110000", "大学"),
        ("日本商工会议所", "country:JP", "商工会议所"),
        ("吉林市政府", "city:220200", "政府"),
        ("吉林政府", "province:220000", "政府"),
        ("长春市朝阳区", "district:220104", ""),
    ],
)
def test_a_chain_of_places_at_the_beginning(name: str, anchor: str, rest: str) -> None:
    found = leading_place(name)
    assert found is not None
    assert (found[0].anchor, found[1]) == (anchor, rest)


@pytest.mark.parametrize("name", ["朝阳区商务局", "前海城市", "鲁", "", "清华大学", "港城"])
def test_no_place_or_the_name_of_several(name: str) -> None:
    assert leading_place(name) is None


def test_the_first_chinese_place_of_a_headline() -> None:
    assert first_place("与中国日本客人谈青岛市") == gazetteer().by_anchor("city:370200")
    assert first_place("学先进") is None


def test_what_a_place_lies_in() -> None:
    district = gazetteer().by_anchor("district:370202")
    county = gazetteer().by_anchor("district:429004")
    assert district is not None
    assert county is not None
    assert city_of(district).name == "青岛市"
    assert city_of(county).name == "湖北省"
    assert above_at(district, Label.PROVINCE) == gazetteer().by_anchor("province:370000")
    assert above_at(city_of(district), Label.DISTRICT) is None
