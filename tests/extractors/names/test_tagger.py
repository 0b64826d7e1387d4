from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Document, Sentence
from extractors.entities.tagger import shared_tagger, tag_document

SENTENCES = ["青岛市商务局参加。", "深圳市家具协会。", "王小明在北京工作。", "竹云科技来访。"]


def test_a_batch_gives_what_single_sentences_give() -> None:
    tagger = shared_tagger()
    assert tagger.tag(SENTENCES) == [tagger.tag([s])[0] for s in SENTENCES]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(alphabet="青岛市赴深圳考察。A1 ", max_size=12), max_size=6))
def test_words_cover_each_text_without_gap(texts: list[str]) -> None:
    for text, spans in zip(texts, shared_tagger().tag(texts), strict=True):
        assert "".join(text[start:end] for start, end, _ in spans) == text


def test_a_long_line_is_cut() -> None:
    text = "青岛" * 1000
    document = Document("a", text, text, sentences=[Sentence(0, len(text), 0, 0)])
    tag_document(document, shared_tagger())
    assert document.tokens[0].start == 0
    assert document.tokens[-1].end == len(text)
