"""Folding a sentence."""

from __future__ import annotations

from extractors.frames.passage import GROUP, PERSON, PLACE, SPEECH, SPOT, fold
from tests.extractors.marked import marked


def folded(text: str) -> str:
    return "".join(p.text for p in fold(marked(text)))


def test_names_become_one_character() -> None:
    text = "{Delegation:青岛考察团}走进{District:乐清市}的{Enterprise:正泰}，{Person:李明}说。"
    assert folded(text) == f"{GROUP}走进{PLACE}的{SPOT}，{PERSON}说。"


def test_words_for_a_delegation_fold_too() -> None:
    assert folded("随后考察团来到{City:温州}，大家都说好。") == f"随后{GROUP}来到{PLACE}，{GROUP}都说好。"


def test_speech_is_left_out_and_names_in_quotes_stay() -> None:
    assert folded("他说：“我去过{City:温州}，很好。”") == f"他说：{SPEECH}"
    assert folded("参观“{Site:国际客厅}”。") == f"参观“{SPOT}”。"


def test_offsets_lead_back() -> None:
    document = marked("市委书记{Person:李明}到{City:温州}。")
    [passage] = fold(document)
    token = passage.token(passage.text.index(PLACE))
    assert token is not None
    assert document.text[token.start : token.end] == "温州"
    assert passage.origins[passage.text.index("到")] == document.text.index("到")


def test_a_place_of_a_post_is_marked() -> None:
    [passage] = fold(marked("{City:温州}市委副书记、市长{Person:李明}到{District:乐清}。"))
    first, _, last = passage.tokens
    assert first.at in passage.titles
    assert last.at not in passage.titles
