from __future__ import annotations

import pytest

from extractors.document import DateMention, Document, Entity, Mention, Sentence
from extractors.polarity import Polarity, polarity
from graph.model import Label, Status

# the trigger stands in []
READS = {
    Polarity.PLANNED: (
        "考察团8月将[赴]深圳",
        "下一步，组织干部到深圳[实训]",
        "下一步，我市将进一步优化服务，选派干部[赴]深圳跟班学习",
        "该市拟与三峡集团[签约]",
        "该公司明年与该市[签约]",
        "双方有望年内[签约]",
        "真心希望早日同牡丹江[签约]",
        "市政府计划组织干部[赴]上海",
        "我市争取与港口集团[签订]协议",
        "区里准备[派]人来学",
        "双方正商谈[签署]协议",
        "双方都有[签约]的打算",
        "要组织企业家[赴]日本考察",
        "届时拟与协会[签订]合作协议",
    ),
    Polarity.DENIED: (
        "该市未能与三一集团[签约]",
        "代表团没有[去]深圳",
        "原定的[考察]因疫情取消",
        "[考察]最终未能成行",
        "他并非[率团]来访",
        "该公司尚未与园区[签约]",
        "不能[照搬]深圳的做法",
        "双方[签约]一说并不属实，一说不实",
    ),
    Polarity.ASIDE: (
        "如果[赴]深圳考察",
        "要是哪天本县也能[像]义乌那样办市场就好了",
        "他年轻时在深圳[打工]",
        "为什么要[学]深圳？",
        "你们去[学习]过吗？",
    ),
    Polarity.DONE: (
        "市委将深圳[作为]标杆",
        "不仅[考察]了深圳",
        "不是去北京，而是[赴]上海考察",
        "争取到项目后[签约]",
        "考察团3月[赴]深圳",
        "没有港口的这座城市与上海港[签约]",
        "《赶超三年行动计划》提出[对标]深圳",
        "该市计划投资5亿元的项目已[签约]",
        "曾与该市[签]过协议",
        "计划单列市青岛[对标]深圳",
        "模拟法庭[揭牌]",
        "希望小学[揭牌]",
    ),
}
CASES = [(text, expected) for expected, texts in READS.items() for text in texts]


def read(marked: str, *, published: str | None = None, **options: bool) -> Polarity:
    start = marked.index("[")
    end = marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    document = Document("a", text, text, published=published, sentences=[Sentence(0, len(text), 0, 0)])
    return polarity(document, start, end, **options)


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_clause(marked: str, expected: Polarity) -> None:
    assert read(marked) is expected


def test_obligation_is_no_plan_of_a_stance() -> None:
    assert read("我们要[学]深圳") is Polarity.PLANNED
    assert read("我们要[学]深圳", obligation=False) is Polarity.DONE


def test_names_are_no_evidence() -> None:
    text = "将与县对标深圳"
    document = Document("a", text, text, sentences=[Sentence(0, len(text), 0, 0)])
    assert polarity(document, 3, 5) is Polarity.PLANNED
    name = Entity("n1", Label.DISTRICT, "将与县")
    document.mentions.append(Mention(0, 3, Label.DISTRICT, "将与县", "将与县", "test", entity=name))
    assert polarity(document, 3, 5) is Polarity.DONE


def test_a_date_after_publication_is_a_plan() -> None:
    text = "7月8日双方签约"
    document = Document("a", text, text, published="2020-07-01", sentences=[Sentence(0, len(text), 0, 0)])
    document.dates.append(DateMention(0, 4, "2020-07-08"))
    assert polarity(document, 6, 8) is Polarity.PLANNED
    document.published = "2020-07-09"
    assert polarity(document, 6, 8) is Polarity.DONE


def test_without_sentences_the_text_is_one() -> None:
    document = Document("a", "拟签约", "拟签约")
    assert polarity(document, 1, 3) is Polarity.PLANNED


def test_status() -> None:
    assert Polarity.DONE.status is Status.DONE
    assert Polarity.PLANNED.status is Status.PLANNED
    assert Polarity.DENIED.status is None
    assert Polarity.ASIDE.status is None
