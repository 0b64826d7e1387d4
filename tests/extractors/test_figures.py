import pytest

from extractors.figures import find_figures

TABLE = [
    ("选派150名干部", [(150, "名", False)]),
    ("走进60余家企业", [(60, "家", True)]),
    ("百余人参加", [(100, "人", True)]),
    ("一百二十名干部", [(120, "名", False)]),
    ("近百家单位", [(100, "家", True)]),
    ("上百名师生", [(100, "名", True)]),
    ("十来个项目", [(10, "个", True)]),
    ("三批干部", [(3, "批", False)]),
    ("总投资1.2亿元", [(120_000_000, "元", False)]),
    ("出资1200万欧元", [(12_000_000, "欧元", False)]),
    ("1.2万人次", [(12_000, "人次", False)]),
    ("30人左右", [(30, "人", True)]),
    ("为期60天", [(60, "天", False)]),
    ("第三批干部，第2名", []),
    ("几十名专家、数十家企业", []),
    ("三个月后", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_reads(text, expected):
    assert [(f.value, f.unit, f.approximate) for f in find_figures(text)] == expected
