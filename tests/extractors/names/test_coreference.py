from __future__ import annotations

from extractors.document import Document, Entity
from graph.model import Label
from tests.extractors.names.reading import named, read_names


def entity(document: Document, name: str) -> Entity:
    return next(e for e in document.entities if name in {e.name, *e.aliases})


def test_short_forms_of_a_company_are_one() -> None:
    document = read_names(
        "考察团走访了深圳竹云科技有限公司。竹云科技董事长介绍了产品。深圳创新投资集团也参加，深创投总裁致辞。"
    )
    assert entity(document, "竹云科技").name == "深圳竹云科技有限公司"
    assert entity(document, "深创投").name == "深圳创新投资集团"


def test_a_stated_short_form_joins() -> None:
    document = read_names("武汉产业投资控股集团（以下简称“武汉产投”）出资。武汉产投还将设立基金。")
    assert entity(document, "武汉产投").name == "武汉产业投资控股集团"


def test_full_and_short_forms_of_a_place_are_one() -> None:
    document = read_names("青岛市派出干部。青岛的做法受到关注。")
    cities = [e for e in document.entities if e.label is Label.CITY]
    assert [(e.name, e.aliases) for e in cities] == [("青岛市", {"青岛"})]


def test_an_office_at_home_gets_its_place() -> None:
    document = read_names("我市召开会议。青岛市党政考察团出发。市商务局负责人介绍了情况。", source="青岛日报")
    assert document.home is not None
    assert document.home.name == "青岛市"
    assert "Organization 青岛市商务局" in named(document)


def test_a_zone_in_two_forms_is_one() -> None:
    document = read_names("邵阳经济开发区加快发展。企业落户邵阳经开区。")
    zones = [e for e in document.entities if e.label is Label.DISTRICT]
    assert len(zones) == 1
    assert zones[0].aliases == {"邵阳经开区"}
