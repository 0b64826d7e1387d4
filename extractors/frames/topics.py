"""In what a model is taken: 对标深圳数字政府建设经验 in 数字政府建设, 办理建筑许可学厦门 in 办理建筑许可."""

from __future__ import annotations

import re
from typing import Final

from extractors.frames.benchmark import Taking
from extractors.frames.masked import DELEGATION, HOME, PERSON, POLICY, Masked

_WAYS: Final = r"(?:经验和做法|经验做法|先进经验|成功经验|好经验|经验|做法|模式|办法|路子|路径|样子|精神|理念|本事)"
_LIKE: Final = (
    r"(?>[”’」]?(?:等(?:地|市)?(?:国内外|国际|国内|世界|先进|发达|沿海|兄弟|一流)*(?:城市|地区|国家|省市|企业)?)?的?"
    r"(?:先进|成功|好|成熟)?)"
)
_AFTER: Final = re.compile(
    rf"{_LIKE}(?!{_WAYS})(?:在(?P<field>[^，。；]{{2,40}}?)(?:等?方面|上)的|(?P<phrase>[^，。；！？：]{{2,30}}?))"
    rf"(?:等)?的?(?:先进|成功|好|成熟|有益)?(?:{_WAYS}|(?=[，。；！？：]|$))"
)
_FIELD: Final = re.compile(r"在([^，。；]{2,20}?)(?:等?方面|等?领域|工作中)，?[^，。；]{0,14}$")
_BEFORE: Final = re.compile(r"(?:^|[，。；：“、])([^，。；：“”、]{2,12}?)(?:上|方面)?(?:要|则|就|便|也|须|必须|正)?$")
_NO_TOPIC: Final = re.compile(
    rf"^(?:为|学|那样|一样|、|作|当|中|值得|全面|看齐|借鉴|取经|走|干|做|来|办|要|都|就|不|和|与|等|是|"
    rf"了|的|热潮|活动|之|（|决心|重|改$|写$|章法|教法$)|^.$|["
    rf"{PERSON}{POLICY}{DELEGATION}{HOME}]"
)
_NO_FIELD: Final = re.compile(
    r"要|会议|提出|表示|认真|主动|积极|深入|全面|全力|着力|努力|坚持|强调|明确|我们|他们|进一步|同时|"
    r"通过|其中|并|是|必须|就得|从|通篇|样样|老老实实|写明|定下|关于|它|个|直言|他|她|眼下"
)
_STUDY: Final = re.compile(r"，?[^，。；]{0,4}?(?:学习|学)[了过]?")
_TITLE_TAIL: Final = re.compile(
    r"^(?:推进|推动|发展|提升|深化|加快|加强|建设)(?=.*》)|"
    r"(?:[一二三四五\d]+年)?(?:行动|工作|实施|专项)?(?:计划|方案|纲要|意见|手册|决定)(?:（[^）]*）)?》.*$"
)
_SIGN: Final = re.compile("[\ue000-\ue007]")
"""A name of any kind in a masked text."""
_QUOTED: Final = re.compile(r"[“「‘]([^”」’]+)[”」’]")
_PREDICATE: Final = frozenset({"as", "hold", "towards", "revere", "follow", "compare", "seek"})
"""Rules whose match goes on behind the model: the topic stands behind the match."""
_ENDLESS: Final = frozenset({"how", "can", "object", "worth", "passive", "carry", "like", "from"})


def topic_of(masked: Masked, taking: Taking) -> str | None:
    """The phrase after the model up to 经验, 做法, 模式, else the field that the clause begins with."""
    after = None
    if taking.rule not in _ENDLESS:
        after = _after(masked, _behind(masked, taking, taking.models[1]))
    return after or _before(masked, taking.start)


def _behind(masked: Masked, taking: Taking, model_end: int) -> int:
    """Where the topic may begin: behind the model, or behind the verb that follows it (到沈荡镇学村级集体经济)."""
    if taking.rule == "seek" and (verb := _STUDY.match(masked.text, model_end)):
        return verb.end()
    return taking.end if taking.rule in _PREDICATE else model_end


def _after(masked: Masked, start: int) -> str | None:
    match = _AFTER.match(masked.text, start, min(start + 70, len(masked.text)))
    if match is None:
        return None
    group = "field" if match["field"] else "phrase"
    return None if _NO_TOPIC.search(match[group]) else _plain(masked, *match.span(group))


def _before(masked: Masked, end: int) -> str | None:
    field = _FIELD.search(masked.text, 0, end)
    if field is not None:
        return _plain(masked, *field.span(1))
    match = _BEFORE.search(masked.text, 0, end)
    if match is None or _NO_FIELD.search(match[1]) or _SIGN.search(match[1]):
        return None
    return _plain(masked, *match.span(1))


def _plain(masked: Masked, start: int, end: int) -> str | None:
    """The stretch in words, without the marks around it."""
    span = range(start, end)
    text = "".join(m.surface if (m := masked.mentions[i]) is not None else masked.text[i] for i in span).strip("的")
    quoted = _QUOTED.fullmatch(text)
    text = _TITLE_TAIL.sub("", quoted[1] if quoted else text)
    return text if len(text) > 1 else None
