import pytest

from extractors.text.sentences import split

PAGE = """首页 > 要闻 > 正文
青岛市党政考察团赴深圳考察
——五天走了十八个点
2021-05-14 08:30　来源：青岛日报
5月9日，考察团启程。“要学就学最好的！”团长说。
图为考察团在园区。记者 张三 摄
相关阅读
淄博市代表团赴苏州
责任编辑：李四 | 设为首页 | 加入收藏"""


def test_tells_headline_text_and_furniture():
    sentences = split(PAGE)
    lines = {PAGE[s.start : s.end]: s for s in sentences}
    assert [t for t, s in lines.items() if s.headline] == ["青岛市党政考察团赴深圳考察", "——五天走了十八个点"]
    assert [t for t, s in lines.items() if s.furniture] == [
        "首页 > 要闻 > 正文",
        "相关阅读",
        "淄博市代表团赴苏州",
        "责任编辑：李四 | 设为首页 | 加入收藏",
    ]
    assert "“要学就学最好的！”" in lines


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("他说：“好。”她走了。", ["他说：“好。”", "她走了。"]),
        ("印发《你好！城市》。完", ["印发《你好！城市》。", "完"]),
        ("一是学；二是干。", ["一是学；", "二是干。"]),
    ],
)
def test_splits(text, pieces):
    assert [text[s.start : s.end] for s in split(text)] == pieces


def test_covers_all_but_blanks():
    covered = "".join(PAGE[s.start : s.end] for s in split(PAGE))
    assert "".join(covered.split()) == "".join(PAGE.split())
