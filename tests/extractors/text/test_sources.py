"""Files in: what is read, and that each bad one costs one line and loses nothing else."""

import json

import pytest

from extractors.article import Article
from extractors.text.sources import articles
from graph.errors import ArticleError

TEXT = "青岛市党政考察团赴深圳学习考察，走进腾讯集团。"


def read(paths, index=None, **keywords):
    found = list(articles(paths, index, **keywords))
    return [a for a in found if isinstance(a, Article)], [str(e) for e in found if isinstance(e, ArticleError)]


def write_index(folder, *rows):
    index = folder / "index.jsonl"
    index.write_text("\n".join(r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in rows), "utf-8")
    return index


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5hkscs"])
def test_decodes(tmp_path, encoding):
    text = "青島市黨政考察團赴深圳學習考察，走進騰訊集團，這是一個好的經驗。" if encoding.startswith("big5") else TEXT
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    read_articles, errors = read([tmp_path])
    assert [a.text for a in read_articles] == [text]
    assert errors == []


def test_folder_is_read_in_order_and_a_bad_file_does_not_stop_it(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "bad.txt").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "empty.txt").write_text(" \n", "utf-8")
    (tmp_path / "long.txt").write_text("长" * 2000, "utf-8")
    (tmp_path / "README.md").write_text("no article", "utf-8")
    found, errors = read([tmp_path], largest=1000)
    assert [a.id for a in found] == ["a", "b"]
    assert len(errors) == 3
    assert all(str(tmp_path) in e and "\n" not in e for e in errors)
    assert ["not text in any known encoding" in errors[0], "empty" in errors[1], "larger" in errors[2]] == [True] * 3


def test_a_file_far_over_the_limit_is_not_read(tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    assert "larger than 5,000,000 characters" in read([tmp_path])[1][0]


def test_front_matter(tmp_path):
    (tmp_path / "a.md").write_text(
        "---\nid: sample-1\ntitle: 标题\npublished: 2021-05-14\nafter: 某报\nlicence: CC0-1.0\n---\n\n正文。\n", "utf-8"
    )
    article = read([tmp_path])[0][0]
    assert article == Article("sample-1", "正文。\n", "标题", licence="CC0-1.0", published="2021-05-14")


@pytest.mark.parametrize("front", ["---\nid: [\n---\n正文", "---\nid: 1\n正文", "---\n- a\n---\n正文"])
def test_bad_front_matter(tmp_path, front):
    (tmp_path / "a.md").write_text(front, "utf-8")
    assert len(read([tmp_path])[1]) == 1


def test_index_tells_what_is_known(tmp_path):
    (tmp_path / "x.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    index = write_index(
        tmp_path, {"id": "a", "file": "x.txt", "title": "标题", "published": "2020-08", "more": 1}, {"id": "b"}
    )
    found, errors = read([tmp_path], index)
    assert [(a.id, a.title, a.published) for a in found] == [("b", None, None), ("a", "标题", "2020-08")]
    assert errors == []
    assert [a.id for a in read([], index)[0]] == ["a", "b"]
    assert [a.id for a in read([tmp_path / "x.txt"], index)[0]] == ["a"]


def test_bad_index_lines(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    index = write_index(tmp_path, "{", {"title": "no id"}, {"id": "gone"}, {"id": "a"})
    found, errors = read([tmp_path], index)
    assert [a.id for a in found] == ["a"]
    assert len(errors) == 3
    assert f"{index}:1" in errors[0]
    assert "gone.txt" in errors[2]


@pytest.mark.parametrize(
    "row", [{"id": "../a", "file": "a.txt"}, {"id": "..", "file": "a.txt"}, {"id": "a", "published": "May"}]
)
def test_ids_and_dates_that_cannot_be_used(tmp_path, row):
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    found, errors = read([tmp_path], write_index(tmp_path, row))
    assert (len(found), len(errors)) == (0, 1)


def test_an_id_is_given_once(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, "utf-8")
    found, errors = read([tmp_path])
    assert len(found) == 1
    assert "already" in errors[0]


def test_no_such_path(tmp_path):
    assert "no such file" in read([tmp_path / "none"])[1][0]
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert len(read([tmp_path / "a.pdf"])[1]) == 1
