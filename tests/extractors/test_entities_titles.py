from __future__ import annotations

import pytest

from extractors.entities.titles import find_bodies, post_ending_at, separator_before
from tests.extractors.marked import marked

POSTS = (
    ("青岛市委书记", "市委书记", True, "市"),
    ("市长", "市长", True, "市"),
    ("常务副市长", "常务副市长", True, "市"),
    ("商务局副局长", "副局长", False, ""),
    ("市人大常委会副主任", "市人大常委会副主任", True, "市"),
    ("陈埭镇党委书记", "镇党委书记", True, "镇"),
    ("高新区党工委书记", "党工委书记", True, ""),
    ("国资委副主任", "副主任", False, ""),
    ("县委常委、组织部部长", "组织部部长", False, ""),
    ("集团董事长助理", "董事长助理", False, ""),
    ("商会名誉会长", "名誉会长", False, ""),
    ("区领导", "区领导", True, "区"),
)


@pytest.mark.parametrize(("text", "title", "leading", "level"), POSTS)
def test_post_ending_at(text: str, title: str, leading: bool, level: str) -> None:
    post = post_ending_at(text, len(text))
    assert post is not None
    assert (post.title, post.leading, post.level) == (title, leading, level)
    assert text[post.start : post.end] == title


@pytest.mark.parametrize("text", ["记者", "书记处", "区人大代表", "市政协委员", "考察"])
def test_no_post(text: str) -> None:
    assert post_ending_at(text, len(text)) is None


@pytest.mark.parametrize(("text", "at"), [("市委副书记、", 5), ("主任兼", 2), ("主任", None)])
def test_separator(text: str, at: int | None) -> None:
    assert separator_before(text, len(text)) == at


def test_a_title_makes_the_body_that_no_mention_has() -> None:
    document = marked("{City:青岛市}招商服务中心主任{Person:李建平}说。")
    assert [(m.name, m.surface) for m in find_bodies(document)] == [("青岛市招商服务中心", "青岛市招商服务中心")]


def test_a_leading_post_makes_no_body() -> None:
    assert find_bodies(marked("{City:青岛}市委书记{Person:李建平}说。")) == []
