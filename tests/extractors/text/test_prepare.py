from extractors.text.prepare import prepare


def test_offsets_lead_into_the_text_as_read():
    raw = "\ufeff青島網(wǎng)絡集團\n5月9日，集團(tuán)成立。"
    document = prepare("a", raw, published="2021-05-14")
    start = document.text.index("网络集团")
    assert raw[slice(*document.original(start, start + 4))] == "網(wǎng)絡集團"
    assert document.dates[0].value == "2021-05-09"


def test_takes_title_outlet_and_day_from_the_text():
    raw = "首頁 > 要聞\n吉安組團赴港\n2013-06-19 09:10　來源：香港商報\n昨日，代表團抵港。"
    document = prepare("a", raw)
    assert (document.title, document.source, document.published) == ("吉安组团赴港", "香港商报", "2013-06-19")
    assert document.dates[-1].value == "2013-06-18"


def test_what_is_known_from_elsewhere_wins():
    document = prepare("a", "旧标题\n2013-06-19 09:10\n正文。", title="新標題", source="日報", published="2014")
    assert (document.title, document.source, document.published) == ("新标题", "日报", "2014")
