"""The stance of taking as a model, as a grammar over a masked sentence: who is taken, by which words, by whom.

N is a name (place, body, site), a list is N、N和N; the last of adjacent names is meant (德国鲁尔区 is 鲁尔区).

Reads:
    市南区对标深圳市福田区 · 学习借鉴深圳、苏州、宁波等地做法 · “学深圳、赶深圳” · 学的是香港的细致
    以荷兰的霍格威克小镇为样本 · 把岳阳、芜湖列为追赶目标 · 拿宋夹城公园当镜子 · 向常州看齐 · 拜丁楼为师
    照着广州供电局的办法改 · 跟着深圳前海走 · 把合肥的经验搬到德阳来 · 样板是苏州工业园区
    十堰的经验，汉中都要认真借鉴 · 长乐怎么做，我们就怎么学 · 抚州的经验值得南平借鉴 · 其做法已被老河口市原样移植
    县域医共体看德清 (in a list of stances) · 许多经验值得学习 (of the place that was named before)
Must not read:
    西安的做法供各地学习 · 考察学习前海蛇口片区 · 大学深圳校区 · 以深圳为中心 · 瞄准深圳市场 · 学习中央会议精神
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.frames.masked import BODY, DELEGATION, HOME, PERSON, PLACE, POLICY, SITE, Masked

_MODEL: Final = f"[{PLACE}{BODY}{SITE}]"
_LEARNER: Final = f"[{PLACE}{BODY}{HOME}{DELEGATION}]"
_QUOTE: Final = "[“”‘’「」『』]?"
_NAME: Final = f"{_MODEL}(?:(?:[^{PLACE}{BODY}{SITE}，。；、：]{{0,3}}的)?{_MODEL})*"
_OF_IT: Final = f"的[^，。；、和与及{PLACE}{BODY}{SITE}]{{1,6}}、"
_LIST: Final = f"{_NAME}(?:(?:{_QUOTE}(?:、|和|与|及|以及|，?[跟向]){_QUOTE}|{_OF_IT}){_NAME})*"
_LEARNERS: Final = f"{_LEARNER}+(?:(?:、|和|与|及){_LEARNER}+)*"
_PEOPLE: Final = "(?:的?(?:机关|干部|企业|部门|同志|群众|队伍))?"
_KIND: Final = (
    r"(?:(?:国内外|国内|国外|国际|全球|世界|全国|省内|先进|发达|一流|标杆|兄弟|沿海|周边|同类|城市|地区|国家|省市|省份|县市|企业|邻居|"
    r"省城|省会|的))*"
)
_RANK: Final = (
    r"(?:(?:学习|追赶|赶超|对标|效仿|看齐|参照|借鉴)*的?(?:标杆|榜样|样板|样本|范本|蓝本|模板|模本|参照|标准|标尺|尺子|镜子|镜鉴|"
    r"镜|师傅|老师|先生|师|楷模|典范|标兵|坐标|教材|教科书|课本|课堂|对象|底本|范例|参照系|参考)|(?:学习|追赶|赶超|对标|看齐)+的?目标)"
)
_METHOD: Final = (
    r"(?:经验|做法|办法|法子|模式|路子|路数|路|样子|样式|样|章法|流程|制度|规则|打法|套路|次序|机制|举措|思路|"
    r"本事|教法|清单|标准|作风|劲头|胆识|理念)"
)
_OPENING: Final = "(?:^|(?<=[，：“说出为示]))"
_TITLED: Final = f"[^，。；]{{0,14}}{PERSON}"
_WILL: Final = (
    r"(?:都|也|正|就|便|还|又|却|则|必须|一定|务必|应该|应当|应|该|要|得|须|可以|可|非|必|认真|好好|老老实实|"
    r"原原本本|全面|一步步|仔细|正在|已经|已|怎么也|值得|当)"
)
_TAKE: Final = (
    r"(?:对标学习|对标对表|对标赶超|对标|学习借鉴|借鉴学习|学习效仿|学赶|追赶|赶超|比学赶超|借鉴|借镜|师法|师从|取法|效仿|效法|仿效|仿照|"
    r"参照|参考|比照|看齐|复制推广|学习推广|复制|照搬|移植)"
)

_LEARN: Final = (
    r"(?:学习|借鉴|借镜|照搬|照单全收|取经|效仿|学回去|学过来|学回来|学下来|照着[^，。]{0,4}学|照抄|"
    r"跟着[走学]|抄[^，。；]{0,4}作业|学)(?![校院生者会])"
)
_NO_MODEL: Final = (
    r"(?:市场|客商|客户|游客|需求|讲话|精神|会议|文件|章程|要求|规定|召开|举行|来访|考察|全会|方言|话|历史|"
    r"原文|报告|英雄)"
)


@dataclass(frozen=True, slots=True)
class Taking:
    """Models taken in a masked sentence, spans of its text; `learners` is None where the rule has no place for them."""

    rule: str
    start: int
    end: int
    models: tuple[int, int]
    learners: tuple[int, int] | None


def _rule(name: str, pattern: str) -> tuple[str, re.Pattern[str]]:
    return name, re.compile(
        pattern.replace("<L>", f"(?P<learner>{_LEARNERS}){_PEOPLE}").replace("<M>", f"(?P<model>{_LIST})")
    )


RULES: Final = (
    _rule(
        "verb",
        rf"(?:(?<!考察)(?<!参观)(?<!调研)(?<!集中)(?<!培训)(?<!交流)学习|{_TAKE})(?:了|着|过|起|的是|的就是|的正是)?"
        rf"[：:]?{_QUOTE}{_KIND}<M>(?!{_QUOTE}{_NO_MODEL})",
    ),
    _rule(
        "learn",
        rf"(?:(?<![大中小同留入教上办自科文医])学(?:着|学|了)?|(?<=[“”‘’「」、，；])[赶追]|(?<=[{PLACE}{BODY}])[追赶]|"
        rf"(?<=[要则])[追赶])(?:的|的就|的正|的便)?(?:是)?{_QUOTE}{_KIND}<M>(?!{_QUOTE}{_NO_MODEL})",
    ),
    _rule("pair", r"<L>对<M>(?=[，；。、,]|$)"),
    _rule("as", rf"以{_QUOTE}{_KIND}<M>(?:[^，。；]{{0,10}})为(?:自己的?)?(?:{_RANK})"),
    _rule(
        "hold",
        rf"(?:拿|把|将|立|定){_QUOTE}{_KIND}<M>[^，。；]{{0,16}}?"
        rf"(?:当成了?|当作|当做|当|作为|来作|来做|作|做|立为|列为|定为|视为|奉为|视作|看作|认作|选为|选作|树为|确定为|列入)"
        rf"[^，。；{PLACE}{BODY}]{{0,8}}?(?:{_RANK})",
    ),
    _rule(
        "towards",
        rf"向{_QUOTE}{_KIND}<M>[^，。；{PLACE}{BODY}]{{0,10}}?(?:学习|看齐|取经|“取经”|讨教|请教|求教|问计|借鉴|取法|对标|靠拢|"
        rf"学(?![校院生者子术历]))",
    ),
    _rule("revere", rf"(?:拜|认){_QUOTE}<M>(?:为师|做师傅|作师傅|当师傅|为榜样)"),
    _rule(
        "follow",
        rf"(?<!伴)(?:跟着|跟随|追随|紧跟|循着|跟){_QUOTE}{_KIND}<M>[^，。；{PLACE}{BODY}的]{{0,3}}，?"
        rf"(?:学|走|干|练|琢磨|做)(?![校院生客])",
    ),
    _rule(
        "compare",
        rf"(?:与|同|跟|和|向){_KIND}<M>(?:全面|全方位|主动|逐项|逐一|一一)?(?:对标|对表|对了表|比学赶超|看齐)",
    ),
    _rule(
        "after",
        rf"(?:照着|照搬|照|仿照|依照|比照|参照|比着|跟足|依着|仿|沿着|走|按照?(?=[^，。；]{{1,12}}(?:办法|做法|路子|模式|样子|经验)))"
        rf"{_QUOTE}{_KIND}<M>"
        rf"(?:的[^，。；]{{0,10}}?|[“「][^”」]{{1,12}}[”」]|[^，。；、的{PLACE}{BODY}{PERSON}]{{0,6}}?){_METHOD}",
    ),
    _rule(
        "after",
        rf"(?:照着|照|比着|仿着|学着){_KIND}<M>(?:[“「][^”」]{{1,12}}[”」]|的[^，。；]{{0,8}}?)?"
        rf"(?:来|办|走|改|写|学|重排|重做|设|建|做)",
    ),
    _rule("like", r"(?:要|应|应该|必须|得|就)像{_KIND}<M>(?:那样|一样|这样)".replace("{_KIND}", _KIND)),
    _rule("seek", rf"(?:到|去|赴|上|往|来到|走进){_KIND}<M>[^，。；]{{0,8}}?(?:“?取经|求教|讨教|拜师|求学|取真经)"),
    _rule(
        "seek",
        rf"(?:到|去|赴|走进|来到){_KIND}<M>，?(?:认真|专程|实地)?(?:学习|学(?!习))(?:了|过)?(?!考察|交流|团|班|参观|调研|培训|和|、|[校院生者期])"
        rf"[^，。；{PLACE}]{{2,}}",
    ),
    _rule(
        "carry",
        rf"(?:把|将){_QUOTE}<M>的?[^，。；]{{1,24}}?(?:搬|移植|复制|照搬|抄|学)(?:了|过|回)?"
        rf"(?:(?:到|进|给)<L>|来|用|过来|回来|过去|进|入)",
    ),
    _rule(
        "carry", rf"(?:把|将){_QUOTE}<M>的?[^，。；]{{0,24}}?{_METHOD}[^，。；]{{0,4}}?(?:带|引|搬|移植)(?:回|到|进)<L>"
    ),
    _rule(
        "predicate",
        rf"(?:标杆|榜样|样板|样本|蓝本|范本|模板|师傅|老师|标尺|尺子|追赶目标|对标对象|学习对象|参照|镜子|教材|教科书)”?"
        rf"(?:就|便|则|才|也)?(?:是|为|选了|选定|锁定|定为){_KIND}<M>(?!的?(?:人|市民|干部)|[^，。；]{{0,12}}[{POLICY}{PERSON}])",
    ),
    _rule(
        "predicate",
        rf"(?:学习|学|对标|借鉴|借镜|参照|参考|取法|效仿|盯住|盯|瞄准|追赶|仿效|抄)(?:着)?的，?(?:就|正|则|便|却|恰|也|都)?(?:是|为)"
        rf"{_QUOTE}{_KIND}<M>",
    ),
    _rule("predicate", rf"<M>(?:就|便|才)?是(?:<L>|我们)?的?(?:学习|追赶)?的?{_RANK}"),
    _rule("predicate", rf"(?:学自|抄自|取自|脱胎于|师承|源自){_KIND}<M>"),
    _rule("from", rf"从{_KIND}<M>[^，。；]{{0,4}}?(?:学|抄|引|搬|移植|取)(?:来|回|到|过来|进来)(?!路)"),
    _rule(
        "worth",
        rf"{_OPENING}<M>(?!{_TITLED})[^。；！？]{{0,100}}?值得(?:<L>(?!同行|客人)|我们|我|)"
        rf"[^，。；{PLACE}{BODY}]{{0,8}}?(?:学习|借鉴|学|效仿|参考)(?![校院生者])",
    ),
    _rule(
        "worth",
        rf"<M>的[^，。；！？{PLACE}{BODY}]{{0,16}}值得(?:<L>(?!同行|客人)|我们|我)[^，。；{PLACE}{BODY}]{{0,8}}?(?:学|借鉴|效仿|参考)",
    ),
    _rule(
        "passive",
        rf"<M>(?:的[^，。；{PLACE}{BODY}]{{1,20}}|[^，。；{PLACE}{BODY}]{{0,8}}{_METHOD})，?[^，。；{PLACE}{BODY}]{{0,6}}被<L>[^，。；]{{0,6}}?"
        rf"(?:移植|复制|借鉴|学习|照搬|采用|学去|引进|效仿|学走)",
    ),
    _rule(
        "object",
        rf"(?P<model>{_NAME}(?:[^，。；！？、]{{0,8}}、{_NAME})*)[^。；！？，]{{0,20}}?{_METHOD}[^。；！？，{PLACE}{BODY}]{{0,6}}，?"
        rf"(?:<L>|我们|咱们){_WILL}*{_LEARN}",
    ),
    _rule(
        "object",
        rf"<M>的?[^，。；{PLACE}{BODY}{SITE}]{{0,6}}{_METHOD}(?:要|必须|应当?|得)[^，。；{PLACE}{BODY}]{{0,10}}?{_LEARN}",
    ),
    _rule(
        "object",
        rf"<M>[^。；！？{PLACE}{BODY}{SITE}{PERSON}]{{0,30}}，<L>{_WILL}+把[^，。；{PLACE}{BODY}]{{1,8}}学(?:回去|过来|回来)",
    ),
    _rule(
        "object",
        rf"(?:<M>[^。；！？{PLACE}{BODY}{SITE}{PERSON}]{{0,30}}|{_OPENING}(?P<far>{_LIST})(?!{_TITLED})[^。；！？]{{0,90}})，(?:<L>|我们|咱们)(?:{_WILL})+[^，。；{PLACE}{BODY}{SITE}]{{0,8}}?"
        rf"(?:{_LEARN}(?=[，。；！”]|$)|(?:当作|当成|作为|当){_RANK})",
    ),
    _rule(
        "how",
        rf"<M>[^，。；！？]{{0,8}}?(?:怎么|怎样|如何)[^，。；！？{PLACE}{BODY}]{{1,14}}，(?:<L>|我们|咱们|)"
        rf"{_WILL}*(?:怎么|怎样|如何)",
    ),
    _rule(
        "can",
        rf"(?:凡是?|只要|但凡){_QUOTE}<M>[^，。；！？{PLACE}{BODY}]{{1,8}}的，{_QUOTE}(?:<L>|我们|){_WILL}+",
    ),
)
LIST_RULES: Final = (
    _rule(
        "list",
        rf"(?<=[，：；、。])[^，。；：]{{2,14}}(?:看(?=[^，。]{{0,4}}{PLACE})|瞄准|盯住|盯着|认准了?|对接|研究|比){_KIND}<M>",
    ),
    _rule("list", r"对接<M>(?=的[“「])"),
    _rule("list", rf"(?:瞄准|盯住|盯着|认准了?|紧盯){_KIND}<M>(?!{_NO_MODEL})"),
)
"""What is a stance only in a list of stances (县域医共体看德清, 城市医疗集团以罗湖医院集团为蓝本)."""
_HINT: Final = re.compile(
    r"[学赶追师镜尺样照抄仿搬抄盯教对像]|标杆|借|参[照考]|看齐|[取求讨请]|蓝本|范本|复制|移植|跟|值得|怎么|怎样|凡是|走|瞄准|比着|引"
)
_ASKED: Final = re.compile(r"(?:怎样|怎么|如何|谁在|请|欢迎|吸引)$")


def may_take(text: str, start: int, end: int) -> bool:
    """Whether a stretch of plain text has any of the words of the grammar."""
    return _HINT.search(text, start, end) is not None


_PRAISED: Final = re.compile(
    rf"(?:经验|做法|理念|举措|成效|模式|实践|地方)[^，。；{PLACE}{BODY}]{{0,12}}?值得(?:(?P<learner>{_LEARNERS})|我们|我市|我)?"
    rf"[^，。；{PLACE}{BODY}]{{0,8}}?(?:学习|借鉴|学)(?![校院生者])"
)
"""Praise without a name in its clause: who is praised has been named before."""


@dataclass(frozen=True, slots=True)
class Praise:
    """A taking whose model the sentence leaves to what was said before (许多经验值得学习)."""

    start: int
    end: int
    learners: tuple[int, int] | None


def praises(masked: Masked) -> Iterator[Praise]:
    """Praise without a name in its clause."""
    for match in _PRAISED.finditer(masked.text):
        yield Praise(match.start(), match.end(), match.span("learner") if match["learner"] else None)


def takings(masked: Masked) -> Iterator[Taking]:
    """What a masked sentence takes as models, each rule on its own; two rules may find the same model."""
    yield from _matches(masked, RULES)


def listed(masked: Masked) -> Iterator[Taking]:
    """What a sentence takes as models if it, or the one before, is a list of stances."""
    yield from _matches(masked, LIST_RULES)


def _matches(masked: Masked, rules: tuple[tuple[str, re.Pattern[str]], ...]) -> Iterator[Taking]:
    for name, pattern in rules:
        for match in pattern.finditer(masked.text):
            if _ASKED.search(masked.text[: match.start()]):
                continue
            learners = match.span("learner") if match.groupdict().get("learner") else None
            models = match.span("model") if match["model"] is not None else match.span("far")
            yield Taking(name, match.start(), match.end(), models, learners)


_NAMES: Final = re.compile(_NAME)


def referents(text: str, start: int, end: int) -> list[int]:
    """Where the names meant stand in a list: of adjacent names (深圳市福田区, 荷兰的霍格威克小镇) the last."""
    return [match.end() - 1 for match in _NAMES.finditer(text, start, end)]
