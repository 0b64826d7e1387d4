from __future__ import annotations

import csv
import re
import tracemalloc
from pathlib import Path

import pytest

import graph.places
from graph.model import PLACES, Label
from graph.places import gazetteer

FOLDER = Path(graph.places.__file__).parent


@pytest.mark.parametrize(
    ("name", "anchor"),
    [
        ("青岛", "city:370200"),
        ("青岛市", "city:370200"),
        ("青島", "city:370200"),
        ("岛城", "city:370200"),
        ("鹏城", "city:440300"),
        ("蓉", "city:510100"),
        ("甬", "city:330200"),
        ("鲁", "province:370000"),
        ("粤", "province:440000"),
        ("市南区", "district:370202"),
        ("北京", "city:110000"),
        ("香港", "city:810000"),
        ("以色列", "country:IL"),
        ("新加坡", "country:SG"),
        ("上合组织国家", "country:group:SCO"),
        ("东盟", "country:group:ASEAN"),
        ("中亚五国", "country:group:CENTRAL-ASIA"),
        ("纽约", "city:geonames:5128581"),
        ("紐約", "city:geonames:5128581"),
        ("东京", "city:geonames:1850147"),
        ("首尔", "city:geonames:1835848"),
        ("波士顿", "city:geonames:4930956"),
        ("法兰克福", "city:geonames:2925533"),
        ("华盛顿", "city:geonames:4140963"),
        ("旧金山", "city:geonames:5391959"),
        ("义乌市", "district:330782"),
        ("西海岸新区", "district:new-area:xihaian"),
        ("延边", "city:222400"),
    ],
)
def test_a_name_finds_its_place_first(name: str, anchor: str) -> None:
    assert gazetteer().by_name(name)[0].anchor == anchor


def test_homonyms_are_all_found_the_wider_first() -> None:
    assert [p.label for p in gazetteer().by_name("吉林")] == [Label.PROVINCE, Label.CITY]
    assert {p.anchor for p in gazetteer().by_name("朝阳区")} == {"district:110105", "district:220104"}


def test_a_place_lies_in_its_city_province_and_country() -> None:
    names = [p.name for p in gazetteer().ancestors("district:370202")]
    assert names == ["青岛市", "山东省", "中国"]
    assert gazetteer().ancestors("country:IL") == ()


def test_every_row_has_a_known_label_and_an_existing_parent() -> None:
    places = gazetteer()
    for place in places:
        assert place.label in PLACES
        assert place.parent is None or places.by_anchor(place.parent) is not None, place.anchor
        assert len(set(place.names)) == len(place.names)


def test_no_anchor_stands_twice_and_every_alias_belongs_to_one() -> None:
    anchors: list[str] = []
    for name in ("china", "countries", "cities", "groups", "zones"):
        with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            anchors += [row["anchor"] for row in csv.DictReader(file)]
    assert len(anchors) == len(set(anchors)) == len(gazetteer())
    with (FOLDER / "aliases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["anchor"] for row in rows} <= set(anchors)
    assert len(rows) > 100


def test_the_lists_take_little_memory() -> None:
    tracemalloc.start()
    fresh = gazetteer.__wrapped__()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(fresh) > 8000
    assert size < 30_000_000


def test_every_list_is_named_in_the_readme_with_a_licence() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    for path in FOLDER.glob("*.csv"):
        assert re.search(rf"\| `{path.name}` \| .+ \| .+ \| .+ \|", readme), path.name
