from __future__ import annotations

import pytest

from extractors.document import Document, Entity
from extractors.frames.masked import BODY, HOME, PERSON, PLACE, mask, outermost
from extractors.frames.nominals import antecedent
from extractors.frames.principals import principal
from extractors.frames.subjects import is_whole, subject
from graph.model import Label
from tests.extractors.marked import marked


def masked_text(document: Document) -> str:
    return mask(document, 0, len(document.text)).text


def test_each_name_is_one_character_and_offsets_lead_back() -> None:
    document = marked("{District:市南区}对标{City:深圳市}{District:福田区}。")
    masked = mask(document, 0, len(document.text))
    assert masked.text == f"{PLACE}对标{PLACE}{PLACE}。"
    assert masked.offsets == (0, 3, 4, 5, 8, 11, 12)
    assert [m.surface for m in masked.names(0, len(masked.text))] == ["市南区", "深圳市", "福田区"]


def test_names_within_names_are_hidden() -> None:
    document = marked("{Organization:青岛市商务局}发文。")
    inner = marked("{City:青岛市}").mentions[0]
    document.mentions.append(inner)
    document.sort()
    assert [m.surface for m in outermost(document, 0, len(document.text))] == ["青岛市商务局"]
    assert masked_text(document) == f"{BODY}发文。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我市印发方案。", f"{HOME}印发方案。"),
        ("市委、市政府要求对标。", f"{HOME}要求对标。"),
        ("{City:深圳}市委书记{Person:王某}到访。", f"{PLACE}市委书记{PERSON}到访。"),
        ("{City:深圳}市委、市政府印发。", f"{PLACE}市委、市政府印发。"),
        ("全市场推广。", "全市场推广。"),
    ],
)
def test_words_that_point_home(text: str, expected: str) -> None:
    assert masked_text(marked(text)) == expected


def test_common_nouns_stand_for_the_nearest_body_that_fits() -> None:
    document = marked("{Enterprise:晶科能源}、{Organization:足球协会}到访。该公司签约，该协会在座。")
    masked = mask(document, 0, len(document.text))
    names = [m.surface for m in masked.names(0, len(masked.text))]
    assert names == ["晶科能源", "足球协会", "晶科能源", "足球协会"]
    assert antecedent(document, 0, "该公司") is None
    assert antecedent(document, 10, "某人") is None


def test_an_office_speaks_for_its_place() -> None:
    place = Entity("p", Label.CITY, "青岛市", {"青岛"})
    zone = Entity("z", Label.DISTRICT, "青岛高新区")
    document = Document("a", "", "", entities=[place, zone])
    for name, expected in (
        ("青岛市人民政府", place),
        ("青岛市委", place),
        ("青岛高新区管委会", zone),
        ("深圳市委", None),
        ("青岛市商务局", None),
    ):
        body = Entity("b", Label.ORGANIZATION, name)
        assert principal(document, body) is (expected or body)


def test_a_bare_government_is_that_of_the_home() -> None:
    home = Entity("h", Label.CITY, "青岛市")
    document = Document("a", "", "", entities=[home], home=home)
    assert principal(document, Entity("b", Label.ORGANIZATION, "市政府")) is home


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{City:徐州}在{City:深圳}召开会议，要求学习。", ["徐州"]),
        ("{City:徐州}市长{Person:王某}表示，要学习。", ["徐州"]),
        ("{City:徐州}、{City:淮安}要学习。", ["徐州", "淮安"]),
        ("在{City:马德里}南郊的{City:富恩}，要学习。", []),
        ("{City:徐州}签约，对方要学习。", []),
    ],
)
def test_subject(text: str, expected: list[str]) -> None:
    document = marked(text)
    masked = mask(document, 0, len(document.text))
    found = subject(document, masked, masked.text.index("学习"), set())
    assert [e.name for e in found] == expected


def test_a_name_that_is_only_begun_is_not_whole() -> None:
    document = marked("{City:中山市}工商联与{City:佳木斯}签约。")
    masked = mask(document, 0, len(document.text))
    assert not is_whole(masked, 0)
    assert is_whole(masked, masked.text.rindex(PLACE))
