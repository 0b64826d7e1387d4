"""An article through all steps: the form of its reading, its offsets; nothing stays from one article to the next."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.article import Article
from extractors.extract import extract
from extractors.pipeline import Reader
from graph.errors import ArticleError
from graph.model import EdgeType, Label
from graph.reading_file import check
from training.material import samples

TEXT = (
    "淄博市黨政考察團赴嘉興市考察\n\n"
    "5月9日，淄博市委書記王建國率淄博市黨政考察團赴浙江省嘉興市學(xué)習考察，走進嘉興科技城。"
    "淄博要學習嘉興的經驗。\n"
)
ARTICLE = Article("a1", TEXT, source="日報", published="2021-05-14", licence="CC0-1.0")


@cache
def reader() -> Reader:
    return Reader()


def test_reading_says_what_the_article_says():
    reading = reader().read(ARTICLE)
    assert (reading.article.id, reading.article.published, reading.article.sha256) == (
        "a1",
        "2021-05-14",
        ARTICLE.sha256,
    )
    names = {node.id: node.name for node in reading.nodes}
    found = {(e.type, names[e.source], names[e.target]) for e in reading.edges}
    assert (EdgeType.BENCHMARKS_AGAINST, "淄博市", "嘉兴市") in found
    person = next(n for n in reading.nodes if n.label is Label.PERSON)
    assert [TEXT[m.start : m.end] for m in person.mentions] == ["王建國"]
    for edge in reading.edges:
        for piece in edge.evidence:
            assert 0 <= piece.start < piece.end <= len(TEXT)
            assert len(piece.text) <= 300
            assert 0 < piece.confidence <= 1


def test_articles_are_read_apart():
    alone = reader().read(ARTICLE)
    reader().read(Article("a2", "5月10日，深圳市代表團赴上海市考察。", published="2020-05-14"))
    assert reader().read(ARTICLE) == alone


def test_an_article_that_says_nothing_makes_an_empty_reading():
    reading = reader().read(Article("a3", "，。！\n"))
    assert (reading.nodes, reading.edges, reading.totals) == ((), (), ())


def test_extract_writes_a_reading_each_and_reports_the_bad(tmp_path):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name in ("a", "b"):
        (source / f"{name}.txt").write_text(TEXT, "utf-8")
    (source / "c.txt").write_text("", "utf-8")
    seen: list[tuple[int, int]] = []
    outcome = extract([source], out, progress=lambda done, total: seen.append((done, total)))
    assert outcome.read == ["a", "b"]
    assert [type(e) for e in outcome.errors] == [ArticleError]
    assert sorted(p.name for p in out.glob("*.jsonl")) == ["a.jsonl", "b.jsonl"]
    assert (out / "texts" / "a.txt").read_text("utf-8") == TEXT
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_extract_in_processes_gives_the_same(tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    for name in "abc":
        (source / f"{name}.txt").write_text(TEXT, "utf-8")
    one = extract([source], tmp_path / "one", processes=1)
    two = extract([source], tmp_path / "two", processes=2)
    assert one == two
    for name in "abc":
        assert (tmp_path / "one" / f"{name}.jsonl").read_bytes() == (tmp_path / "two" / f"{name}.jsonl").read_bytes()


@settings(max_examples=12, deadline=None)
@given(st.data())
def test_any_piece_of_an_article_makes_a_valid_reading(data):
    articles = [s.article for s in samples("aside")]
    article = data.draw(st.sampled_from(articles))
    start = data.draw(st.integers(0, len(article.text) - 1))
    piece = article.text[start : start + data.draw(st.integers(1, 500))]
    reading = reader().read(Article("piece", piece, published=article.published))
    check(reading)
    spans = [m for n in reading.nodes for m in (*n.mentions, *n.claims)] + [
        p for e in reading.edges for p in e.evidence
    ]
    assert all(0 <= span.start < span.end <= len(piece) for span in spans)
