from __future__ import annotations

from extractors.document import Mention
from extractors.entities.overlaps import settle
from graph.model import Label


def mention(start: int, end: int, label: Label, rule: str) -> Mention:
    return Mention(start, end, label, "x", "x", rule)


def test_inner_names_stay_nested() -> None:
    outer = mention(0, 8, Label.ENTERPRISE, "enterprises.suffix")
    inner = mention(0, 2, Label.CITY, "places.gazetteer")
    assert settle([inner, outer]) == [outer, inner]
    assert inner.nested
    assert not outer.nested


def test_of_one_span_the_surer_stands() -> None:
    office = mention(0, 5, Label.ORGANIZATION, "organizations.office")
    site = mention(0, 5, Label.SITE, "sites.suffix")
    assert settle([site, office]) == [office]


def test_of_two_that_cross_the_surer_stands() -> None:
    sure = mention(0, 5, Label.ORGANIZATION, "organizations.office")
    loose = mention(3, 9, Label.ENTERPRISE, "enterprises.tagged")
    assert settle([loose, sure]) == [sure]


def test_a_body_in_a_title_goes() -> None:
    policy = mention(0, 20, Label.POLICY, "policies.titled")
    body = mention(2, 8, Label.ORGANIZATION, "organizations.suffix")
    place = mention(2, 4, Label.CITY, "places.gazetteer")
    assert settle([policy, body, place]) == [policy, place]


def test_a_part_of_a_word_stands_only_inside_a_name() -> None:
    part = mention(0, 2, Label.CITY, "places.gazetteer")
    part.properties["part"] = True
    assert settle([part]) == []
