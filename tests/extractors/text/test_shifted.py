"""Shifted GBK bytes: real pieces of damaged pages and what stood there; questions stay questions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.text.aligned import Aligned
from extractors.text.shifted import restored

DAMAGED = [
    ("示范帶動作用?!蔽骱0缎聟^工委副書記", "示范帶動作用。”西海岸新區工委副書記"),
    ("收獲滿滿?!斑@次深圳考察", "收獲滿滿。“這次深圳考察"),
    ("他說?瑓f作三年來,高淳對", "他說，協作三年來,高淳對"),
    ("董事長助理陳子涵?瑑让晒艖c華集團總經理", "董事長助理陳子涵，內蒙古慶華集團總經理"),
    ("先看產業,再看文化?n^一站是", "先看產業,再看文化。頭一站是"),
    ("事真的不懂?!逼髽I(yè)負責人", "事真的不懂。”企業(yè)負責人"),
    ("開發了軟件。服務之都?!鄙钲谠铺靹铒w技術(shù)有限公司", "開發了軟件。服務之都。”深圳云天勵飛技術(shù)有限公司"),
    ("赴深圳體悟?qū)嵱柛刹吭谏钲谂e行開班儀式", "赴深圳體悟實訓干部在深圳舉行開班儀式"),
]


@pytest.mark.parametrize(("damaged", "meant"), DAMAGED)
def test_sets_right(damaged, meant):
    assert restored(Aligned.of(damaged)).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "客廳從何而來?時間要撥回到今年秋天。",
        "如何对标?青岛采取了最直接的方式。",
        "你怎么看?欢迎在评论区留言。",
        "https://example.org/a?b=c",
        "有個問題?",
    ],
)
def test_leaves_questions(text):
    source = Aligned.of(text)
    assert restored(source) is source


def test_marks_what_was_guessed():
    repaired = restored(Aligned.of("赴深圳體悟?qū)嵱?,開創(chuàng)了干部培訓的新路"))
    start, end = repaired.guessed[0]
    assert repaired.text[:start].endswith("實")
    assert (end - start, len(repaired.guessed)) == (1, 1)


def test_points_into_the_original():
    raw = "作用?!蔽骱0缎聟^工委"
    repaired = restored(Aligned.of(raw))
    at = repaired.text.index("西")
    assert raw[repaired.offsets[at]] == "蔽"
    assert raw[repaired.offsets[repaired.text.index("工")] :] == "工委"


@settings(deadline=None)
@given(st.text(alphabet="青島?!蔽骱0缎聟^qū)(I,嵱柛刹57人", max_size=40))
def test_any_damage_keeps_the_way_back(raw):
    repaired = restored(Aligned.of(raw))
    assert len(repaired.offsets) == len(repaired.text) + 1
    assert repaired.offsets == sorted(repaired.offsets)
    assert repaired.offsets[-1] == len(raw)
    assert all(0 <= a < b <= len(repaired.text) for a, b in repaired.guessed)
