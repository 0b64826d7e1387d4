"""Whether a stretch of text tells what happened, what is planned, what did not happen, or what is no report at all.

The judgement is made on the clause of a trigger (between commas, stops and colons), and, for what opens a chain
of clauses (下一步, 计划 …), on the clauses before it in the sentence. Names and titles in 《》 are no evidence: 将乐县
holds no 将, 《三年行动计划》 no 计划.

Reads:
    planned: 8月将赴深圳考察 · 下一步，组织干部到深圳实训 · 拟与三峡集团签约 · 明年签约 · 有望签约 · 希望早日签约
    denied: 未能与三一集团签约 · 没有去深圳 · 原定的考察取消 · 考察并未成行
    aside: 如果去深圳考察 · 要是哪天像义乌那样办市场就好了 · 年轻时在深圳打工 · 为什么要学深圳？
    done: 将深圳作为标杆 · 不仅考察了深圳 · 不是考察深圳，而是考察上海 (of 上海) · 争取到项目后签约
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from extractors.document import Document
from graph.model import Status


class Polarity(StrEnum):
    """What a clause does with what it speaks of."""

    DONE = "done"
    PLANNED = "planned"
    DENIED = "denied"
    ASIDE = "aside"
    """Hypothetical, asked, or somebody's life story: no report of the event."""

    @property
    def status(self) -> Status | None:
        """The status of an edge that the clause states; None where it states none."""
        return {Polarity.DONE: Status.DONE, Polarity.PLANNED: Status.PLANNED}.get(self)


_CLAUSE_END: Final = re.compile(r"[，,；;。！？!?：:\n]")
_CHAIN_END: Final = re.compile(r"[；;。！？!?\n]")
_TITLE: Final = re.compile(r"《[^》\n]{1,60}》")
_MASK: Final = "\u25a1"

_DENIED: Final = re.compile(
    r"未能|未曾|从未|尚未|还未|并未|未有|未(?=[与同和跟向赴去到组派签发设建对学达获成])|没能|没去|没法|没有(?!忘|停|辜负)|并没|还没|从没|"
    r"并非|并不是|而不是|不是(?=[与同和跟向赴去到在学照对])|不会|不想|不打算|不愿|不必|不用|不肯|不准备|不拟|不再|不要|不能(?!不)|"
    r"无法|无缘|无意|拒绝|谢绝|婉拒|放弃|否认|取消|叫停|暂停|中止|终止|搁置|不等于|不存在|切忌|切莫|不搞|不照搬|不盲目|反对|推翻|有别于|不同于"
)
_DENIED_AFTER: Final = re.compile(
    r"取消|未能|未成|没成|没有成|没能|落空|泡汤|告吹|作罢|叫停|中止|搁浅|搁置|流产|并未|尚未(?=[签落达成启开])|不成|无果|"
    r"一说.{0,4}不实|不属实|纯属|谣言|为虚假"
)
_DENIED_LATER: Final = re.compile(
    r"没有?谈成|未谈成|谈崩|作罢|告吹|干脆取消|没有这回事|并无此事|纯属(?:误会|谣言|子虚|误传)|一口否认|并不属实|一个字没提"
)
_CORRECTED: Final = re.compile(r"而是|却是|倒是|反而")
_ASIDE: Final = re.compile(
    r"如果|假如|假若|假使|倘若|倘使|要是|若是|若能|一旦|哪怕|即使|即便|除非|万一|好比|仿佛|据说|传说|相传|"
    r"网传|外界传|外面传|外传|坊间|传闻|传言|谣传|流传|有人[说称主提建]|自媒体称|消息[说称]|"
    r"年轻时|小时候|早年|儿时|少年时|青年时|打工时|祖上|祖辈|梦见|梦到|为什么|为何|何不|能否|可否|是否|不妨|何时|哪天"
)
_ASIDE_AFTER: Final = re.compile(r"^[^，,。；;]{0,20}(?:吗|呢|就好了|该多好)[”’\"]?[？?。！!]?$|的话[，。]?$")
_PLANNED: Final = re.compile(
    r"即将|将来|将要|就将|将深入|将开[展始通工幕]|还将|也将|都将|又将|再将|仍将|必将|均将|"
    r"将(?=[于在由与同和跟向赴去到派来从以按对再继陆分率前全加进推启举召组带邀签出发开建设打实成联共首正适着抓择力围通参随起"
    r"每选把用就为拿赶制印落推安更不会有充强扩促搭做争努依根结合尽逐入联投聘迎\d一二两三四五六七八九十今明下本近年])|"
    r"(?<![模虚草])拟(?![定订人真态合物])|"
    r"(?<![动年划展作施五度本的])计划(?![单生经书》”、，。的内外])|打算|想(?=[同与和跟在到赴])|有望|预计|力争|争取(?!到|了|过)|希望(?!小学|工程|之)|"
    r"盼望|期盼|盼着|期待|准备(?![金好工就会了充])|商定|议定|筹备|筹划|谋划|酝酿|商谈(?!会)|洽谈(?!会|区|现场)|最快|拟定于|定于|预定|待(?=[条时验经签])|"
    r"(?<!相)约定(?=[明下来年])|愿意|愿(?=[与同以向为])|有意|意在|意欲|欲(?=[与同赴向])|"
    r"明年|后年|来年|下个?月|下周|下半年(?=[将就要再派去赴到])|明天|明日|后天|年内(?=[将要再派在建设开])|年底前|下一步|下一阶段|下一批|下一届|"
    r"下阶段|今后|未来|日后|届时|接下来|不日|择日|适时|早日|尽快|尽早|近期将"
)
_OBLIGATION: Final = re.compile(
    r"(?<![重主需必想只就摘纪扼紧概])要(?![求素点道闻件塞地领害员])|必须|应当|应该|(?<![相对供响适反效])应(?=[与同向赴以学])|务必|须(?!知)|"
    r"需要|部署|动员|号召|呼吁|倡议|建议|提议|支持|鼓励|申请"
)
_PLANNED_AFTER: Final = re.compile(
    r"^[^，,。；;]{0,12}的?(?:计划(?!》)|打算|设想|愿望|意愿|构想|想法|可能|愿景)(?!书)|^[^，,。；;]{0,6}在即"
)
_CHAIN: Final = re.compile(
    r"下一步|下阶段|下一阶段|今后|未来|接下来|届时|明年|来年|下个?月|下周|商谈(?!会)|洽谈(?!会|区|现场)|"
    r"(?<![动年划展作施五度本的])计划(?![单生经书》”、。的内外])|打算|(?<![模虚草])拟(?![定订人真态合物])|力争|预计|即将|"
    r"将(?=[于在由与同和跟向赴去到派来从继陆分组举召启])|如果|假如|倘若|要是|一旦|网传|坊间|"
    r"传言|自媒体称|消息[说称]|有人[说称主提建]"
)
_FRAMES_A_STANCE: Final = re.compile(r"今后|未来|愿意|愿")
_DONE: Final = re.compile(
    r"已经|已(?=[与同和跟由向赴在于有]|$)|早已|业已|曾|先后|日前|昨日|昨天|前天|去年|上月|上周|刚刚|此前|今天上午|今天下午"
)
_DONE_AFTER: Final = re.compile(r"^(?:了|过)")
_DESCRIBES: Final = re.compile(r"的[^，,]{2,}")


def polarity(document: Document, start: int, end: int, *, obligation: bool = True) -> Polarity:
    """Judges the clause around a trigger.

    Args:
        document: repaired text with sentences, dates and (as far as there are) mentions.
        start: where the trigger begins, the verb that makes the edge.
        end: where it ends, with or without its objects.
        obligation: whether what must or ought to be done (要, 必须, 号召) counts as planned; for a stance it does not,
            and 今后 or 愿 only frame it.

    Returns:
        what the clause does with it. In this order: denied, aside, planned, done.
    """
    first, last = _sentence(document, start, end)
    text = _masked(document, first, last)
    opens = _last_boundary(_CLAUSE_END, text, start - first)
    closes = _next_boundary(_CLAUSE_END, text, end - first)
    chain = _last_boundary(_CHAIN_END, text, opens - 1) if opens else 0
    before, after = text[opens : start - first], text[end - first : closes]
    if _is_denied(before, after) or _DENIED_LATER.search(text, closes):
        return Polarity.DENIED
    if _ASIDE.search(before) or _ASIDE_AFTER.search(after + text[closes : closes + 1]):
        return Polarity.ASIDE
    if _is_later(document, first + opens, start):
        return Polarity.PLANNED
    if not obligation:
        before = _FRAMES_A_STANCE.sub(_MASK, before)
    return _planned_or_done(text[chain:opens], before, text[start - first : end - first], after, obligation)


def _planned_or_done(head: str, before: str, trigger: str, after: str, obligation: bool) -> Polarity:
    done = bool(_DONE_AFTER.match(after) or _DONE.search(before) or trigger.endswith(("了", "过")))
    plan = _last_before(_PLANNED, before + trigger, len(before))
    if plan is not None and not (done and "的" in before[plan:]):  # 计划投资5亿元的项目已签约 describes
        return Polarity.PLANNED
    if _PLANNED_AFTER.search(after):
        return Polarity.PLANNED
    if done:
        return Polarity.DONE
    if obligation and _last_before(_OBLIGATION, before + trigger, len(before)) is not None:
        return Polarity.PLANNED
    return _inherited(head, obligation)


def _inherited(head: str, obligation: bool) -> Polarity:
    """Read what the clauses before in the sentence make of this one."""
    opener = _CHAIN.search(head if obligation else _FRAMES_A_STANCE.sub(_MASK, head))
    if opener is None or _DONE.search(head[opener.end() :]):
        return Polarity.DONE
    return Polarity.ASIDE if _ASIDE.match(opener.group()) else Polarity.PLANNED


def _is_denied(before: str, after: str) -> bool:
    """Whether a negation reaches the trigger: none in a description (没有港口的某市与…), none corrected (不是…而是)."""
    negations = list(_DENIED.finditer(before))
    if negations:
        rest = before[negations[-1].end() :]
        if not _CORRECTED.search(rest) and not _DESCRIBES.search(rest):
            return True
    return bool(_DENIED_AFTER.search(after))


def _last_before(pattern: re.Pattern[str], text: str, limit: int) -> int | None:
    """Where the last match that begins before `limit` ends."""
    ends = [match.end() for match in pattern.finditer(text) if match.start() < limit]
    return ends[-1] if ends else None


def _is_later(document: Document, start: int, end: int) -> bool:
    """Whether a date in the clause before the trigger lies after the day of publication."""
    if document.published is None:
        return False
    for date in document.dates_in(start, end):
        size = min(len(date.value), len(document.published))
        if date.value[:size] > document.published[:size]:
            return True
    return False


def _sentence(document: Document, start: int, end: int) -> tuple[int, int]:
    if not document.sentences:
        return 0, len(document.text)
    sentence = document.sentence_at(start)
    return min(sentence.start, start), max(sentence.end, end)


def _masked(document: Document, start: int, end: int) -> str:
    """Give the sentence with names and titles made invisible."""
    text = list(document.text[start:end])
    spans = [(m.start - start, m.end - start) for m in document.mentions_in(start, end)]
    spans += [match.span() for match in _TITLE.finditer(document.text[start:end])]
    for first, last in spans:
        text[first:last] = _MASK * (last - first)
    return "".join(text)


def _last_boundary(boundary: re.Pattern[str], text: str, before: int) -> int:
    """Where the stretch that holds a position begins."""
    found = 0
    for match in boundary.finditer(text, 0, max(before, 0)):
        found = match.end()
    return found


def _next_boundary(boundary: re.Pattern[str], text: str, after: int) -> int:
    match = boundary.search(text, after)
    return match.start() if match else len(text)
