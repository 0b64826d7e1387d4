from __future__ import annotations

import pytest

from extractors.document import Document, Mention
from extractors.entities.person_names import is_chinese_name, surname_of
from extractors.entities.persons import find_persons
from extractors.entities.tagger import shared_tagger, tag_document
from extractors.text.prepare import prepare
from graph.model import Label

READS = (
    ("市委副书记、市长赵豪志说，差距就是潜力。", {"赵豪志"}),
    ("董事长 董寧表示，公司将扩大投资。", {"董宁"}),
    ("王志强表示，要学深圳。", {"王志强"}),
    ("李建平（市商务局局长）介绍了情况。", {"李建平"}),
    ("多特蒙德市市长托马斯·韦伯来访，韦伯说，合作刚开始。", {"托马斯·韦伯"}),
    ("本报讯（记者 王小明、李飞）昨日，考察团返回。", {"王小明", "李飞"}),
    ("出席会议的有副市长刘 洋、秘书长陈建国。", {"刘洋", "陈建国"}),
    ("会长山本健一陪同参观。", {"山本健一"}),
    ("区长 王 锋介绍说，变化很大。", {"王锋"}),
    ("德国曼海姆市市长彼得·库尔茨等通过视频致辞。", {"彼得·库尔茨"}),
)
READS_NOT = (
    "马副市长把话筒交给宋局长。",
    "市委书记高度评价了这项工作。",
    "会长单位和理事单位共二十家。",
    "考察团来到吴忠，又去了正泰集团。",
)


def tagged(text: str) -> Document:
    document = prepare("a", text, published="2021-06-18")
    tag_document(document, shared_tagger())
    return document


@pytest.mark.parametrize(("text", "names"), READS)
def test_reads(text: str, names: set[str]) -> None:
    assert {m.name for m in find_persons(tagged(text))} == names


@pytest.mark.parametrize("text", READS_NOT)
def test_reads_not(text: str) -> None:
    assert find_persons(tagged(text)) == []


def test_every_mention_reads_as_its_name_or_a_part() -> None:
    document = tagged("市长托马斯·韦伯来访。韦伯说，刘 洋也来了。副市长刘 洋陪同。")
    for mention in find_persons(document):
        surface = document.text[mention.start : mention.end].replace(" ", "")
        assert surface in mention.name


def test_a_name_within_a_body_is_no_person() -> None:
    document = tagged("李海涛表示，李海涛体育园明年开放。")
    document.mentions = [Mention(6, 12, Label.SITE, "李海涛体育园", "李海涛体育园", "test")]
    assert [(m.start, m.end) for m in find_persons(document)] == [(0, 3)]


def test_guessed_characters_make_no_name() -> None:
    document = tagged("市长赵豪志说，差距就是潜力。")
    document.guessed = [(2, 5)]
    assert find_persons(document) == []


@pytest.mark.parametrize(("text", "surname"), [("欧阳修", "欧阳"), ("王五", "王"), ("的话", "")])
def test_surname(text: str, surname: str) -> None:
    assert surname_of(text) == surname


@pytest.mark.parametrize(("text", "is_name"), [("赵豪志", True), ("宋局长", False), ("李宁说的", False), ("王", False)])
def test_form_of_a_name(text: str, is_name: bool) -> None:
    assert is_chinese_name(text) is is_name
