"""Units that take trainees in, as sentences about a batch name them.

Reads (folded: Ⓢ a body, Ⓟ a place, Ⓝ a person):
    count       散在Ⓢ、Ⓢ等31家单位 · Ⓢ、Ⓢ等12家单位分头接收 · 18家单位里，Ⓢ和Ⓢ是新面孔
    listed      实训单位包括Ⓢ、Ⓢ · 接纳他们的，有Ⓟ的Ⓢ和Ⓢ · 东道主是Ⓢ
    takes       由Ⓢ、Ⓢ收下 · Ⓢ领走5人 · Ⓢ、Ⓢ各留2人 · Ⓢ也腾出了工位
    share       Ⓢ9人，Ⓢ8人
    placed      分到Ⓢ · 挂在Ⓢ · 编进Ⓢ · 分赴Ⓢ、Ⓢ · 往Ⓢ报到
    story       Ⓝ坐在Ⓢ的采购中心 · Ⓢ的车间里，Ⓝ学的是排产 · Ⓢ把Ⓝ安排在仓库
    post        Ⓝ（…）任Ⓢ总经理助理
    numbered    28家单位分头接下，Ⓢ、Ⓢ名列其中
    group       第一组：Ⓢ——Ⓝ（…）
    column      接收单位及拟任职务为： and the lines ◆ Ⓢ 副主任 below it
    one of      Ⓢ是…干部的实训企业之一 · 实训单位Ⓢ董事长Ⓝ

Not read: 参观Ⓢ, 拜访Ⓢ (seen) · 来自Ⓢ的Ⓝ, Ⓢ副局长Ⓝ (where trainees come from) · Ⓢ婉言谢绝, 没有谈成 (no) · Ⓢ讲过一课.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.frames.passage import DATE, GROUP, PERSON, PLACE, SPOT, Passage, Token

_N: Final = r"(?:\d+|[一二两三四五六七八九十百]+)"
_S: Final = rf"(?:{PLACE}(?:[的市]|开发区)?)?{SPOT}(?:（[^）]{{1,10}}）)?"
_AND: Final = r"(?:、|和|与|及|以及|，还有|，以及|还有|，再加上|外加|，)"
_UNREAD: Final = rf"[^，。；、：（）{PLACE}{SPOT}{PERSON}{DATE}]{{2,14}}(?=、|和|与|等|，还有)"
"""A name in a list that nobody has read."""
_LIST: Final = rf"{_S}(?:{_AND}(?:{_S}|{_UNREAD}))*"
_COUNT: Final = rf"(?:近|约|这)?{_N}(?:余|多)?(?:家|个|所|处)"
_UNIT: Final = r"(?:单位|企业|机构|公司|部门|国企|学校|医院|街道|村|园区|地方|高校|商会|协会)"
_PEOPLE: Final = rf"(?:各|共|一共|多达|就|分别|都)?{_N}(?:余|多)?[人名位]"
_TAKE: Final = (
    r"(?:接收|接纳|收下|收留|收入|接手|接走|承接|带教|领走|留下|要走|借出|吸纳|腾出|安排了?岗位|开门收徒|开门接收|分着带|伸出手|"
    r"收徒|提供岗位|提供了?|拿出|接下|接了|收了|带了|招呼|分别带|分头带|答应收人|收人|收得|带得|分了去)"
)
_PLACED: Final = (
    r"(?:散在|散落在|散布在|分在|分到|分至|分往|分赴|分扎在|分配到|分派到|派到|派往|派至|派入|派进|派驻|选派到|选送到|下沉到|进驻|入驻|编进|编入|放在|放到|落在|落户|落脚在?|挂在|挂任|坐在|坐进|"
    r"留在|插到|安排在|安排到|安置在|被分在|被派到|下到|蹲在|蹲进|驻在|泡在|借到|借调到|扎进|转到|插进|进入|(?<!工位)还在|仍在|正在|都在|收在|对口进了|对口到|跟到了?|轮到了?)"
)
_WENT: Final = r"(?:去了|到了|进了|去的是|进的是|去|到|进|跟着|在|往|分别到|分别进入|对口进了|落脚点叫)"
_SEEN: Final = re.compile(
    "参观|走访|拜访|登门|逛|看过|看了|考察|调研|讲过|上过|旁听|没有谈成|没谈成|谢绝|婉|退出|未能|尚未|还没|没有接|没有收|不收|"
    "签|协议|合作|合资|注册|成立|设立|投资|上市|洽谈|推介|来自|出自|供职|原在|原是|本是|原任|请来|邀请|颁|赞助|原本|问过|听说|座谈|"
    "编制|人事|以前|此前|原先|选定|选派|统筹|党校|集训|想请|松口|推迟|取消|组织的|主办|印发|出台|致辞|介绍|获悉|表示"
)


_FROM: Final = re.compile(f"来自{SPOT}的")
"""Where somebody is from says nothing of where he is."""


@dataclass(frozen=True, slots=True)
class Host:
    """A unit that a sentence says takes trainees in, and the rule that says so."""

    token: Token
    rule: str


_CUE: Final = re.compile(
    "干了|待了|接收|实训|挂职|跟班|跟岗|顶岗|散在|分赴|分到|分在|进入|进驻|落在|腾出|安排|开门|收下|带教|分头|报到|岗|接手|承接|接纳|收徒|新面孔|学徒|待|上班|到的"
)
_RULES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("count", re.compile(rf"(?P<list>{_LIST})等(?:单位)?{_COUNT}")),
    ("count", re.compile(rf"(?P<list>{_LIST})等(?:一批|多家|数家|一众)?[^，。；{SPOT}]{{0,8}}{_UNIT}")),
    ("count", re.compile(rf"{_COUNT}{_UNIT}?(?:里|中|当中|，其中)[^。；{SPOT}]{{0,10}}(?P<list>{_LIST})")),
    (
        "listed",
        re.compile(
            rf"(?:(?:接收|实训|挂职|跟岗|跟班|培训|带教|接纳|对口)(?:单位|企业|机构|学校|他们的|{GROUP}的|方)|去处|落脚点|东道主|收下{PERSON}的|师傅单位)"
            rf"[^。；{SPOT}]{{0,14}}?(?:有|是|包括|为|叫|：|含|由|以|像|涵盖|涉及)(?P<list>{_LIST})"
        ),
    ),
    (
        "takes",
        re.compile(
            rf"(?P<list>{_LIST})(?:等处?|{_N}家)?[^，。；：{SPOT}{PERSON}]{{0,8}}?(?:都|也|各|分别|则|已)?{_TAKE}"
        ),
    ),
    ("takes", re.compile(rf"(?P<list>{_LIST})(?:等处?|也|则|各|都|分别)*(?:接|收|带|留|要|领)(?:着|了|走)?{_PEOPLE}")),
    ("takes", re.compile(rf"(?:收人|接收|收下|接手|接纳)的(?:只有|是|有|包括)(?P<list>{_LIST})")),
    ("takes", re.compile(rf"(?:接|收|带)(?:着|了|走)?{_PEOPLE}的(?P<list>{_LIST})")),
    ("takes", re.compile(rf"(?P<list>{_LIST})(?:等)?(?:都|也|均|一并)?(?:在其列|在列|在名单|榜上有名)")),
    ("share", re.compile(rf"(?P<list>{_LIST})(?:等)?{_PEOPLE}(?=[，、。；）\n]|$)")),
    ("share", re.compile(rf"{_PEOPLE}[^，。；{SPOT}]{{0,4}}(?:{_WENT}|{_PLACED})(?P<list>{_LIST})")),
    ("placed", re.compile(rf"{_PLACED}[^，。；{SPOT}{PERSON}]{{0,8}}?(?P<list>{_LIST})")),
    (
        "placed",
        re.compile(
            rf"(?:往|到|去|在)(?P<list>{_LIST})[^，。；{SPOT}]{{0,6}}(?:报到|上班|跟班|跟岗|挂职|顶岗|实训|锻炼|见习)"
        ),
    ),
    ("story", re.compile(rf"{PERSON}[^。；：，{SPOT}{PERSON}]{{0,10}}(?:{_WENT})(?P<list>{_LIST})(?!{PERSON})")),
    ("story", re.compile(rf"(?<![自的])(?P<list>{_S})(?:那边)?(?:把|给|让|派给|教给|收下的?|收留|安排){PERSON}")),
    (
        "story",
        re.compile(
            rf"(?P<list>{_S})的?(?:车间|仓库|总部|采购中心|窗口|客服中心|流水线|生产线|办公室|展厅)?(?:里|那边|那头)[，]?(?:{SPOT}[^，。；{SPOT}]{{0,6}}|[^。；{SPOT}]{{0,6}}?){PERSON}"
        ),
    ),
    (
        "story",
        re.compile(
            rf"(?:{PERSON}|[他她]|有人|有的|学员|队员|干部)[^。；{SPOT}{PERSON}]{{0,16}}在(?P<list>{_S})[^，。；{SPOT}{PERSON}]{{0,8}}?"
            rf"(?:待|泡|管了|擦|翻了|跟了|跟着|做了|干了|当了|学|坐了|轮了|守了|跑了|练)(?!.{{0,4}}年)"
        ),
    ),
    ("story", re.compile(rf"在(?P<list>{_S})，(?:来自{SPOT}的)?{PERSON}(?:坐|进|被|跟|当|编|管|学)")),
    ("group", re.compile(rf"(?:^|：|组)(?P<list>{_LIST})(?:——|：|—){PERSON}（")),
    ("story", re.compile(rf"在(?P<list>{_S})(?:跟|学|做|当|管|搞|干)[^，。；{SPOT}{PERSON}]{{1,6}}的{PERSON}")),
    ("story", re.compile(rf"[他她](?:被分到|分到|去了|被派到|进了|坐在|挂在|去的是|进的是)(?P<list>{_LIST})")),
    ("post", re.compile(rf"{PERSON}(?:同志)?(?:（[^）]{{0,30}}）)(?:任|挂任|拟?任职?)(?P<list>{_S})")),
    ("post", re.compile(rf"{PERSON}[^，。；{SPOT}{PERSON}]{{0,4}}挂(?:职)?任(?P<list>{_S})")),
    (
        "one_of",
        re.compile(
            rf"(?P<list>{_LIST})(?:就)?是[^。；{SPOT}]{{0,24}}(?:实训|挂职|跟岗|接收|跟班)(?:单位|企业|基地|机构)"
        ),
    ),
    ("in", re.compile(rf"在(?P<list>{_LIST})(?:实训|挂职|跟班|跟岗|顶岗|见习)")),
)
"""Rules in the order of trust; the first that finds a unit names it."""


def hosts(passage: Passage) -> Iterator[Host]:
    """Units that a sentence about trainees makes their hosts, each once."""
    if SPOT not in passage.text:
        return
    found: set[int] = set()
    for rule, pattern in _RULES:
        for match in pattern.finditer(passage.text):
            if rule == "count" and not _CUE.search(passage.text):
                continue
            if _is_seen(passage, match):
                continue
            for token in passage.between(match.start("list"), match.end("list"), SPOT):
                if token.at not in found and not _is_affiliation(passage, token, rule):
                    found.add(token.at)
                    yield Host(token, rule)
    yield from (host for host in _named_after(passage) if host.token.at not in found)


_NUMBERED: Final = re.compile(
    rf"(?:(?:单位|机构|企业|去处|学校|医院)[^，。；{SPOT}]{{0,6}}|去了|落在|分在){_COUNT}|{_COUNT}(?:接收|实训|挂职)?{_UNIT}"
    rf"|(?:接收|收下|接纳|收留|带教)[^，。；{SPOT}]{{0,6}}的(?:单位|企业|机构|学校)里?"
)


def _named_after(passage: Passage) -> Iterator[Host]:
    """Units that a sentence names after the number of units: 28家单位分头接下，Ⓢ、Ⓢ名列其中."""
    head = _NUMBERED.search(passage.text)
    if head is None:
        return
    for token in passage.between(head.end(), len(passage.text), SPOT):
        start, end = passage.clause(token.at)
        if not _SEEN.search(passage.text, start, end) and not _is_affiliation(passage, token, "story"):
            yield Host(token, "numbered")


_HEADER: Final = re.compile(
    r"(?:接收|实训|挂职|跟岗|跟班|带教|去向|用人|坐班|工位|上班)[^。]{0,20}[：:]\s*$|(?:接收|实训|挂职|跟岗|跟班)(?:单位|企业|去向)$"
)
_ROW: Final = re.compile(rf"[^\u4e00-\u9fff{PERSON}{SPOT}{PLACE}]*{SPOT}(?:[^，。；{SPOT}{PERSON}]{{0,12}})?")


def opens_column(passage: Passage) -> bool:
    """Whether a line announces a column of hosts: 接收单位及拟任职务为：."""
    return _HEADER.search(passage.text.strip()) is not None


def row(passage: Passage) -> Token | None:
    """The unit that a line of a column consists of, perhaps with a bullet and a post."""
    match = _ROW.fullmatch(passage.text.strip())
    return next(passage.between(0, len(passage.text), SPOT), None) if match else None


def _is_seen(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the clauses of a match tell of a visit, a refusal or business."""
    start = passage.clause(match.start())[0]
    end = passage.clause(match.end() - 1)[1]
    return _SEEN.search(_FROM.sub("", passage.text[start:end])) is not None


def _is_affiliation(passage: Passage, token: Token, rule: str) -> bool:
    """Whether the unit only tells where a person is from or what office a person holds."""
    if token.at in passage.titles and rule not in {"post", "count", "takes", "one_of", "listed"}:
        return True
    after = passage.text[token.at + 1 : token.at + 3]
    return (rule in {"story", "placed"} and (after[:1] == PERSON or after == f"的{PERSON}")) or after[:1] == DATE
