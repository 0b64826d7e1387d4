"""The repair: what it undoes, what it leaves, and that every character finds its way back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.text.repair import repair

UNDONE = [
    ("傳統文字與簡體", "传统文字与简体"),
    ("隨著時間，他看著《名著》", "随着时间，他看着《名著》"),
    ("參照藉鑑其經驗", "参照借鉴其经验"),
    ("乾隆年間氣候乾燥", "乾隆年间气候干燥"),
    ("企業(yè)在網(wǎng)絡上，他們(men)來了", "企业在网络上，他们来了"),
    ("（２０１９年）ＡＢＣ", "（2019年）ABC"),
    ("记者(张三)报道,他说:“好!”", "记者（张三）报道，他说：“好！”"),
    ("「國際客廳」", "“国际客厅”"),
    ('他说"好"。', "他说“好”。"),
    ("第一段</p><p>第二段&nbsp;完", "第一段第二段 完"),
    ("零\u200b宽\ufeff字符\ue123", "零宽字符"),
]


@pytest.mark.parametrize(("raw", "meant"), UNDONE)
def test_undoes(raw, meant):
    assert repair(raw).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "2021年5月9日下午，市委副书记率青岛市党政考察团一行60余人启程。",
        "腾讯（Tencent）在15:30发布1,200条消息，见https://example.org/a,b。",
        "“对标先进”，向更高处攀登！《名著》著称于世。",
        "标题没有句号\n第一段说完了。\n第二段也说完了。\n",
    ],
)
def test_leaves_clean_text(text):
    repaired = repair(text)
    assert repaired.text == text
    assert repaired.untouched


def test_joins_lines_of_a_fixed_width():
    raw = (
        "招商路上\n\n　　四月六日至十五日，洪江市委副\n书记、市长张志平率洪江市考察\n"
        "团走浙江、下广东，先后到了东\n莞市和中山市。\n　　第二段从这里开始，说的是别\n的事情。"
    )
    assert "副书记、市长张志平率洪江市考察团走浙江、下广东，先后到了东莞市和中山市。\n" in repair(raw).text
    assert repair(raw).text.count("\n") == 3


SHORT_LINES = """一件泳衣
4月6日，
兴城“国际客厅”
在兴城市开门啦！
地址：3号楼
开厅当天，
华沙工商会和泳装协会
签了协议，
6300万元！
领队：李秀梅
去年10月，
他带着考察团，
直奔福建。
说这话的是市长。
3月1日走。
共90天。"""


def test_joins_short_lines_of_a_small_screen():
    text = repair(SHORT_LINES).text
    assert "4月6日，兴城“国际客厅”在兴城市开门啦！\n" in text
    assert "华沙工商会和泳装协会签了协议，6300万元！\n" in text
    assert "地址：3号楼\n开厅" in text


@settings(deadline=None)
@given(st.text(alphabet='青島網(wǎng)著后\n 　，。"“”(men)<p>&nbsp;１Ａ\u200b\ue000乾余', max_size=200))
def test_every_character_finds_its_way_back(raw):
    repaired = repair(raw)
    assert len(repaired.offsets) == len(repaired.text) + 1
    assert repaired.offsets == sorted(repaired.offsets)
    assert repaired.offsets[-1] == len(raw)
    assert all(0 <= at < len(raw) for at in repaired.offsets[:-1])


@settings(deadline=None)
@given(st.text(alphabet="青岛市北区一二三。，人民日报\n", max_size=100))
def test_clean_characters_stand_where_they_stood(text):
    repaired = repair(text)
    assert all(text[at] == c for c, at in zip(repaired.text, repaired.offsets, strict=False))
