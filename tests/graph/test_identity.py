from __future__ import annotations

import pytest

from graph.identity import clusters, entity, entity_id
from graph.key_form import is_anchor
from graph.model import Label
from graph.records import Figure, KeyRecord

ONE = KeyRecord("enterprise:深创投", articles=1, names={"深创投": 1})
OTHER = KeyRecord("enterprise:深圳创新投资集团", articles=2, names={"深圳创新投资集团": 2}, aliases={"深创投": 1})
THIRD = KeyRecord("enterprise:明灯", articles=1, names={"明灯": 1})
RECORDS = {record.key: record for record in (ONE, OTHER, THIRD)}


def shares_a_name(one: KeyRecord, other: KeyRecord) -> bool | None:
    return bool((one.names.keys() | one.aliases.keys()) & (other.names.keys() | other.aliases.keys())) or None


def never(one: KeyRecord, other: KeyRecord) -> bool | None:
    return False


def test_without_reasons_every_key_is_its_own() -> None:
    assert clusters(RECORDS) == {key: (key,) for key in RECORDS}


def test_a_reason_joins_and_another_forbids() -> None:
    joined = clusters(RECORDS, [shares_a_name])
    assert joined[ONE.key] == joined[OTHER.key] == (ONE.key, OTHER.key)
    assert joined[THIRD.key] == (THIRD.key,)
    assert clusters(RECORDS, [shares_a_name, never]) == clusters(RECORDS)


def test_the_anchored_key_leads_and_two_anchored_never_join() -> None:
    names = {"吉林": 1}
    records = {
        key: KeyRecord(key, articles=1, names=names) for key in ("city:220200", "city:无名;city:220200", "city:370200")
    }
    joined = clusters(records, [shares_a_name])
    leading = {cluster[0] for cluster in joined.values()}
    assert leading == {"city:220200", "city:370200"}
    assert all(sum(map(is_anchor, cluster)) == 1 for cluster in joined.values())


def test_ids_come_from_the_key_alone() -> None:
    assert entity_id("city:370200").startswith("city-qingdao-")
    assert entity_id("enterprise:深创投").startswith("enterprise-shenchuangtou-")
    assert entity_id("living-room:city:370200;country:IL").startswith("living-room-qingdaoyiselie-")
    assert entity_id("delegation:trainee_cohort;city:370200;city:440300;3").startswith("delegation-qingdaoshenzhen3-")
    assert entity_id("person:王明;city:370200") != entity_id("person:王明;city:440300")


def test_names_come_from_the_counters_of_all_keys() -> None:
    made = entity([ONE, OTHER])
    assert (made.name, made.aliases, made.articles) == ("深圳创新投资集团", ("深创投",), 3)
    assert made.id == entity_id(ONE.key)
    assert made.keys == (ONE.key, OTHER.key)
    assert "shenchuangtou" in made.search_text
    assert "sct" in made.search_text


def test_a_place_is_found_by_its_listed_names_and_keeps_its_stated_one() -> None:
    made = entity([KeyRecord("city:440300", articles=1, names={"深圳": 1})])
    assert (made.name, made.label) == ("深圳", Label.CITY)
    assert "鹏城" in made.search_text
    assert "鹏城" not in made.aliases
    assert made.row()["anchor"] == "city:440300"


def test_a_place_of_the_background_says_so() -> None:
    made = entity([KeyRecord("province:370000")])
    assert made.name == "山东"
    assert made.row()["background"] is True
    assert "known" not in made.row()


def batch(values: dict[str, dict[str, int]], *figures: Figure) -> KeyRecord:
    return KeyRecord(
        "delegation:x@a1", articles=1, names={"第三批": 1}, values=values, figures=dict.fromkeys(figures, 1)
    )


def test_properties_are_those_that_most_articles_give() -> None:
    made = entity([batch({"headcount": {"150": 2, "157": 1}, "start": {'"2020-04"': 1, '"2020-04-15"': 1}})])
    assert made.properties == {"headcount": 150, "start": "2020-04-15"}
    assert made.disputed == {"headcount": (150, 157)}


def test_an_approximate_figure_agrees_with_one_near_it() -> None:
    exact = Figure("headcount", 157, False, "a1", 0, 3)
    about = Figure("headcount", 150, True, "a2", 0, 4)
    other = Figure("headcount", 170, False, "a3", 0, 3)
    stated = {"headcount": {"150": 1, "157": 1}}
    assert entity([batch(stated, exact, about)]).disputed == {}
    assert entity([batch(stated | {"headcount": {"170": 1}}, about, other)]).disputed == {"headcount": (150, 170)}


@pytest.mark.parametrize(
    ("about", "exact", "agrees"), [(60, 64, True), (60, 70, False), (100, 96, True), (100, 201, False)]
)
def test_how_near_an_approximate_figure_must_be(about: int, exact: int, agrees: bool) -> None:
    figures = (Figure("headcount", about, True, "a1", 0, 3), Figure("headcount", exact, False, "a2", 0, 3))
    assert (entity([batch({}, *figures)]).disputed == {}) is agrees


def test_a_coarse_start_agrees_with_a_fine_one() -> None:
    assert entity([batch({"start": {'"2020-04"': 1, '"2020-04-15"': 1}})]).disputed == {}
    assert entity([batch({"start": {'"2020-05"': 1, '"2020-04-15"': 1}})]).disputed == {
        "start": ("2020-04-15", "2020-05")
    }
