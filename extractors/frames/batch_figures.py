"""Figures and dates that a stretch of text states of a batch of trainees or a tour.

    headcount   动身南下，68人，平均三十四岁 · 这批学员共58人 · 全批42人由…选派 · 一行26人
    host_count  等31家单位 · 分赴18家接收单位 · 散在近20家单位
    days        待满180天 · 为期100天 · 期限120天 · 五天看了14个点
    site_count  18个考察点 · 14个项目

Not read: 招商局接6人, 其中女干部31人 (shares) · 10天培训, 头三天 (parts) · 六批907名 (a total).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Figure, Mention

_PEOPLE: Final = frozenset({"名", "位", "人", "个", "个人"})
_HOSTS: Final = frozenset({"家", "个"})
_BEFORE_COUNT: Final = re.compile(
    "(?:^|[，、：；（(]|[一总]?共有?|全批|[这该本此]批[^，。]{0,3}|该队|名额|扩到|人数[^，。]{0,2}|干部|学员|队员|教师|医[师生]|人员|经理|"
    "公务员|一行|批|期|整整|合计|添到|加到|团|组|队|来|去)(?:近|约|逾|共|余|计|有)?$"
)
_AFTER_COUNT: Final = re.compile(
    "[，。；、（）：]|$|[多余]?[名人]?(?:干部|学员|队员|教师|老师|医[师生]|公务员|人员|组成|的?队伍|由|从|来自|兵分|分[^，]{0,3}路|一行|抵|到|启程|出发|"
    "南下|动身|过海|来|去|当|成行|接棒|于|在)"
)
_SHARED: Final = re.compile("其中|余下|剩下|其余|另外|每|各|接收|收了?$|领|带|留|选|女|派|招|聘|名企业家")
_HOST_WORD: Final = re.compile(
    "(?:[^，。；、]{0,12})(?:单位|企业|机构|公司|部门|国企|接收|实训|投资|中介|商协会|村|园区|医院|学校)|[，。；]|$"
)
_ARE: Final = re.compile("，?(?:正|便|就|都)?是")
_DIRECT: Final = re.compile("(?:一行|共|一共|成员|全团|近|约|逾)?")
_WHOLE: Final = re.compile("(?:全批|[这该本此]批[^，。]{0,3}|全队|该队)$")
_HOST_UNIT: Final = re.compile("(?:接收|实训|挂职|用人)?(?:单位|企业|机构|公司|部门|学校|医院)(?!家)")
_HOST_CUE: Final = re.compile(
    "等$|等近$|分[赴在到散]|进入|散在|散落|接收|接纳|单位|进驻|编入|落在|安排|去了|到了?$|进了?$|实训|跟班|挂职|走进|派到|收下|共$|报到"
)
_DAYS_CUE: Final = re.compile(
    "(?:为期|期限|同为|时间|历时|待满|满|开启|共|整整|往后|一住|用|跟岗|每人|至今|赴[^，。]{0,4}|在[^，。]{1,6}|，|：|长达|间|开始|计|又|将|住|"
    "待了?|训|学习|集中|为|这|和|晚上|次|仅|了|余|与|过|对|课|行程|整|正好|[拉延]长[到至]|延[到至]|连|前后|全程|——)$"
)
_DAYS_AFTER_CUE: Final = re.compile(
    "(?:的|之)?(?:时间|行程|考察|学习|行|港澳|全程|实训|体悟)|里|下来|走|看|跑|谈|只|没有|之后|后归|九站"
)
_DAYS_NOT: Final = re.compile(
    "(?:第|头|(?<!之)前|近|每|(?<!往)后|隔|过去|剩下?|培训|几|最后|经过|提前|不到|几十|开课|同|另|上|次)$"
)
_DAYS_AFTER: Final = re.compile("(?:集中|岗前)?培训|内[，。]|之前|前[，。]|以前|一[次轮]")
_SEES: Final = re.compile("(?:走访?了?|[看跑转访]了?|考察了?|只?安排了?|一共[看走]了|参观了?|调研了?|，|、|——|^|天)$")
_SITE: Final = re.compile("(?:考察)?(?:点位?|站点?|地方|园区|现场|项目)(?!建)")
_SITE_UNITS: Final = frozenset({"个", "处", "站", "家"})


def _figures(document: Document, start: int, end: int, units: frozenset[str]) -> Iterator[Figure]:
    return (f for f in document.figures_in(start, end) if f.unit in units)


def headcount_after(document: Document, mention: Mention) -> Figure | None:
    """The number of people that follows a reference: 第三批干部动身南下，68人."""
    sentence = document.sentence_at(mention.start)
    return headcount(document, mention.end, min(sentence.end, mention.end + 40))


def headcount(document: Document, start: int, end: int) -> Figure | None:
    """The first number of people of a stretch that is no share and no total."""
    text = document.text
    for figure in _figures(document, start, end, _PEOPLE):
        before = text[max(start, figure.start - 10) : figure.start]
        if before.endswith("一行") or _WHOLE.search(before):
            return figure
        clause = re.split("[，。；：、]", before)[-1]
        if figure.value < 2 or _SHARED.search(clause):
            continue
        if _BEFORE_COUNT.search(before) and _AFTER_COUNT.match(text, figure.end):
            return figure
    return None


def host_count(document: Document, start: int, end: int) -> Figure | None:
    """The number of units that take a batch in."""
    text = document.text
    for figure in _figures(document, start, end, _HOSTS):
        before = text[max(start, figure.start - 24) : figure.start]
        named = _HOST_WORD.match(text, figure.end)
        if figure.value < 2 or named is None:
            continue
        if figure.unit == "家" and (_HOST_UNIT.match(text, figure.end) or _HOST_CUE.search(before)):
            return figure
        if len(named[0]) > 1 and _HOST_CUE.search(before):
            return figure
    return None


def days(document: Document, start: int, end: int) -> Figure | None:
    """How long it lasts, where the text counts days."""
    text = document.text
    for figure in _figures(document, start, end, frozenset({"天", "日"})):
        before = text[max(start, figure.start - 8) : figure.start].rstrip()
        if figure.value < 2 or _DAYS_NOT.search(before) or _DAYS_AFTER.match(text, figure.end):
            continue
        if _DAYS_CUE.search(before) or figure.start == start or _DAYS_AFTER_CUE.match(text, figure.end):
            return figure
    return None


def site_count(document: Document, start: int, end: int) -> Figure | None:
    """How many places a tour saw: 18个考察点 · 看了13处 · 五天跑了九站 · 走访十家机构."""
    text = document.text
    for figure in _figures(document, start, end, _SITE_UNITS):
        before = text[max(start, figure.start - 6) : figure.start]
        if figure.value < 2:
            continue
        if _SITE.match(text, figure.end) if figure.unit == "个" else _SEES.search(before):
            return figure
    return None


def people_before(document: Document, start: int, mention: Mention) -> Figure | None:
    """The number that a sentence names before it says who they are: 走出舱门的120人，是第三批实训干部."""
    for figure in _figures(document, start, mention.start, _PEOPLE):
        if _ARE.fullmatch(document.text, figure.end, mention.start):
            return figure
    return None


def party(document: Document, mention: Mention) -> Figure | None:
    """The number of a party, in its name or right behind it: 一支12人的考察组 · 考察团一行26人 · 代表团二十二人访港."""
    text = document.text
    for figure in _figures(document, mention.start, mention.end + 8, _PEOPLE):
        if figure.value > 1 and (figure.end <= mention.end or _DIRECT.fullmatch(text, mention.end, figure.start)):
            return figure
    return None
