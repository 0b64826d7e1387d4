"""How Chinese reports say that somebody went somewhere: verbs, stops, scenes, lists.

All patterns run over a folded sentence (`extractors.frames.passage`), in which Ⓟ is a place, Ⓢ a site, company,
body or room, Ⓝ a person, Ⓖ a delegation and Ⓓ a date. Each finds targets and says by which way of speaking:

    verb      Ⓖ走进Ⓟ的Ⓢ、Ⓢ和Ⓢ · 随后参观Ⓢ · 下午转到Ⓟ看Ⓢ
    station   首站Ⓢ · 第三站赶到Ⓟ · 第七站，Ⓢ · Ⓟ是第一站 · Ⓢ算第五个点
    at        Ⓖ在Ⓢ · 在Ⓢ，Ⓖ参观了
    dated     Ⓓ在Ⓟ。 · Ⓓ，Ⓢ； · Ⓓ是Ⓟ · 压轴的是Ⓟ
    looked    把Ⓢ走了个遍 · Ⓢ看了半天 · Ⓢ和Ⓢ依次看过 · 敲开了Ⓢ的门
    scene     Ⓢ的车间里，
    dated     先Ⓟ后Ⓟ
    title     ——Ⓖ赴ⓅⓅ考察纪行
    received  Ⓢ接待了Ⓖ
    ended     结束对Ⓟ的考察后
and, of lists, those of `extractors.frames.itemized`.

Not: Ⓟ副市长Ⓝ (a post), 考察Ⓟ的做法 (a subject of study), 途经Ⓟ, 从Ⓟ出发, 在Ⓟ打拼的老乡.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.frames.itemized import after, lists, rolls, swept
from extractors.frames.passage import DATE, GROUP, PERSON, PLACE, SPOT, Passage
from extractors.frames.targets import NAME, PLAIN, Find, chain, clause_end
from graph.model import Label

VERB: Final = re.compile(
    r"来到|赶到|走到|到达|抵达|飞抵|转抵|飞赴|飞往|奔赴|直奔|直抵|前往|转往|转赴|转到|转去|转战|赶往|赶赴|赶回|回到|驱车到|驱车|"
    r"亲临|莅临|转道|改道|绕道|到访|来访|出访|回访|访问|造访|踏访|参访|夜访|寻访|探访|走访|拜访|拜会|走进|走入|进入|深入|登上|踏上|扎进|钻进|移师|落脚|会合|"
    r"参观|考察|察看|查看|观看|观摩|视察|调研|游览|体验|探营|品读|打卡|逛|"
    r"(?<![得看达直遇听想学感提谈等收找做碰接受报请签搬调迁运卖开销发传派分])到(?![会位期场手底处来岗任])|"
    r"(?<![失过下出回上进除])去(?![年])|(?<![先推引改促上跟])进(?![行步展出而修驻军场价度])|"
    r"(?<=先)进(?=[\ue000\ue001])|赴|抵|(?<![采专上信接走])访(?![谈])|来(?=[\ue000我])|(?<![赶关])上了(?=[\ue000\ue001])|"
    r"(?<![好难眼])看(?![望待法点好齐重中见来到上]|了[一]?眼)|(?<![一])走(?=[了过\ue000\ue001])"
)
_STATION: Final = re.compile(
    r"第(?P<number>[一二两三四五六七八九十\d]+)(?:个)?(?:站|点位?|处|家)|首站|头站|头一站|末站|最后一站|最末一站|最后一个点|次站|(?<!下)一站(?=是|到)"
)

_SUBJECT_OF_STUDY: Final = re.compile(
    r"的?(?:先进|成功|好|有关|相关)?(?:经验|做法|模式|情况|办法|理念|思路|成就|成果|发展情况|企业家?代表|客商|同行|商人|老乡|乡亲)"
)


def finds(passage: Passage) -> list[Find]:
    """All targets that one sentence speaks of as being gone to, whoever goes; the surest way of speaking of each.

    Args:
        passage: a folded sentence.

    Returns:
        one find for each target and place in the text, in order of the text.
    """
    best: dict[int, Find] = {}
    for way in (
        _stations,
        _verbs,
        _looked,
        _dated,
        _at,
        lists,
        rolls,
        swept,
        after,
        _ended,
        _first_then,
        _titles,
        _received,
        _scenes,
    ):
        for find in way(passage):
            if find.token.at not in passage.titles and not _skipped(passage, find):
                best.setdefault(find.token.at, find)
    return [best[at] for at in sorted(best)]


def _skipped(passage: Passage, find: Find) -> bool:
    """A province right in front of its city is only its address."""
    token = find.token
    after = passage.token(token.at + 1)
    return bool(
        token.mention
        and token.mention.label is Label.PROVINCE
        and after
        and after.kind == PLACE
        and after.at not in passage.titles
    )


def _verbs(passage: Passage) -> Iterator[Find]:
    text = passage.text
    for match in VERB.finditer(text):
        end = clause_end(text, match.end())
        for token in chain(passage, match.end(), end):
            after = text[token.at + 1 : end]
            if match.group() in {"考察", "调研", "看", "观摩"} and _SUBJECT_OF_STUDY.match(after):
                break
            yield Find(token, match.start(), match.end(), "verb")


def _stations(passage: Passage) -> Iterator[Find]:
    text = passage.text
    for match in _STATION.finditer(text):
        forward = re.compile(rf"[^。；！？\n{PERSON}{GROUP}{DATE}]{{0,16}}?{NAME}").match(text, match.end())
        lead = text[match.end() : forward.end() - 1] if forward else ""
        if (
            forward
            and re.fullmatch(r"[^，,]*[，,：:—]{0,2}[^，,]{0,8}", lead)
            and not re.match(r"[，,].*[^位于]", lead)
        ):
            for token in chain(passage, forward.end() - 1, clause_end(text, forward.end() - 1)):
                yield Find(token, match.start(), match.end(), "station", match.group())
            continue
        backward = re.compile(
            rf"(?P<names>{NAME})(?:{PLAIN}{{0,10}})(?:是|为|作为|成为|算|当)[^，。；]{{0,18}}$"
        ).search(text[: match.start()])
        if backward and (token_ := passage.token(backward.start("names"))):
            yield Find(token_, match.start(), match.end(), "station", match.group())


_LOOKED: Final = re.compile(
    rf"把{PLAIN}{{0,6}}(?P<a>{NAME}){PLAIN}{{0,12}}(?:走|看|逛|转|跑)(?:了|完|遍|个|到)|"
    rf"(?P<b>{NAME}){PLAIN}{{0,8}}(?:(?:看|走|转|逛|待|访|停)(?:了|过|遍|完)|[，,]{GROUP}?{PLAIN}{{0,4}}(?:转|走|看)下来)|"
    rf"敲开了?(?P<c>{NAME})|(?:踏上|叩开|叩响|迈进)了?(?P<d>{NAME})"
)
_BARE: Final = re.compile(rf"(?:随后|接着|先|再|又|上午|下午|{DATE}|{NAME}|、|和|的|{PLAIN}){{0,40}}")


def _looked(passage: Passage) -> Iterator[Find]:
    for match in _LOOKED.finditer(passage.text):
        group = match.lastgroup or "a"
        at = match.start(group)
        first = at
        if group == "b":
            opens = passage.clause(at)[0]
            if not re.fullmatch(
                rf"(?:随后|接着|先|再|又|{DATE}|{NAME}|、|和|的|{PLAIN}){{0,40}}", passage.text[opens:at]
            ):
                continue
            first = next((t.at for t in passage.between(opens, at + 1, PLACE + SPOT)), at)
            if VERB.search(passage.text, opens, at):
                continue
        for token in chain(passage, first, clause_end(passage.text, at)):
            yield Find(token, match.start(), match.end(), "looked")


_DATED: Final = re.compile(
    rf"(?:^|[。；，\s]){DATE}(?:起|前|后|一早|上午|下午|晚|傍晚|早上|清晨|中午|晚上|当天){{0,2}}"
    rf"(?:(?P<bare>[，,])|是|在|的?重头戏在|的?课堂在)(?=(?:{PLAIN}{{0,4}}){NAME})|"
    r"(?:最后一天|第[一二三四五六七八九十]天|头一天|当天|压轴|收官|重头戏|收尾|看的|去的|访的|随后|其后|最后|不远|隔壁|旁边|对面|停留最久)"
    rf"(?:的|之站|之地)?(?:却|就|便)?(?:是|在)(?={PLAIN}{{0,4}}{NAME})|余下的时间全给了(?={NAME})|(?:先|接着|然后)(?:便|就)?是(?={PLAIN}{{0,6}}{NAME})"
)


def _dated(passage: Passage) -> Iterator[Find]:
    text = passage.text
    for match in _DATED.finditer(text):
        tokens = list(chain(passage, match.end(), clause_end(text, match.end())))
        if not tokens or (match["bare"] and text[tokens[-1].at + 1 : tokens[-1].at + 2] not in set("，。；,;\n")):
            continue
        for token in tokens:
            yield Find(token, match.start(), match.end(), "dated")
        if text[tokens[-1].at + 1 : tokens[-1].at + 2] in set("：:"):
            for token in chain(passage, tokens[-1].at + 2, len(text)):
                yield Find(token, match.start(), match.end(), "list")


_AT: Final = re.compile(rf"(?<![现正所存还实内潜坐站定设留放建落选就排挂位])在(?={PLAIN}{{0,5}}{NAME})")
_AT_AFTER: Final = re.compile(
    rf"^{PLAIN}{{0,8}}(?:$|[。\n])|^{PLAIN}{{0,8}}(?:里|内|中|上|前|旁|边)?[，,]|"
    rf"^(?:{PLAIN}|[{PLACE}{SPOT}、]){{0,16}}(?:参观|考察|看|走访|座谈|调研|学习|会谈|听取|停留|住|签|拜访|兵分|会合|听|体验|待|访|推介|落脚|落地|会面|见面|会晤|会见|转了|走了|逗留|驻足)"
)
_RESIDENT: Final = re.compile(
    r"^的?(?:[^，。]{0,2})(?:打拼|投资|工作|当|任|做|创业|经商|务工|设立|开设|建|办起|挂牌|注册|发展的|读书|挂职|跟班|实训|举办|开幕|召开|举行)"
)

_PEOPLE_THERE: Final = re.compile(r"^的?[^，。]{0,8}(?:人员|企业家?|老乡|客商|商人|乡亲|干部|学子|同胞|华侨|侨胞|籍)")


def _at(passage: Passage) -> Iterator[Find]:
    text = passage.text
    for match in _AT.finditer(text):
        end = clause_end(text, match.end())
        tokens = list(chain(passage, match.end(), end))
        if not tokens:
            continue
        rest = text[tokens[-1].at + 1 :]
        if not _AT_AFTER.match(rest) or _RESIDENT.match(rest) or _PEOPLE_THERE.match(rest):
            continue
        for token in tokens:
            yield Find(token, match.start(), match.end(), "at")


_SCENE: Final = re.compile(
    rf"(?:^|[，。；\s])(?:{DATE}(?:上午|下午|晚|一早)?[，,]?)?(?P<name>{SPOT})(?:的|{PLAIN}){{0,10}}(?:里|边|旁|前|上|内|中|下|外)(?=[，,])"
)


def _scenes(passage: Passage) -> Iterator[Find]:
    for match in _SCENE.finditer(passage.text):
        token = passage.token(match.start("name"))
        if token:
            yield Find(token, match.start("name"), match.end(), "scene")


_FIRST_THEN: Final = re.compile(rf"先(?P<a>{NAME})[，,]?[后再](?P<b>{NAME})")


def _first_then(passage: Passage) -> Iterator[Find]:
    for match in _FIRST_THEN.finditer(passage.text):
        for token in passage.between(match.start(), match.end(), PLACE + SPOT):
            yield Find(token, match.start(), match.end(), "dated")


_ENDED: Final = re.compile(rf"(?:结束|完成)了?(?:在|对)(?P<m>{NAME})(?:的)?(?:考察|访问|行程|参观|调研|学习)")


def _ended(passage: Passage) -> Iterator[Find]:
    for match in _ENDED.finditer(passage.text):
        token = passage.token(match.start("m"))
        if token is not None:
            yield Find(token, match.start(), match.end(), "ended")


_TITLE: Final = re.compile(rf"{GROUP}(?:赴)?(?=(?:{NAME}[、]?){{1,4}}(?:之?行|考察|学习|纪行|取经|侧记|见闻))")


def _titles(passage: Passage) -> Iterator[Find]:
    for match in _TITLE.finditer(passage.text):
        for token in chain(passage, match.end(), clause_end(passage.text, match.end())):
            yield Find(token, match.start(), match.end(), "title")


_RECEIVED: Final = re.compile(rf"(?P<m>{NAME}){PLAIN}{{0,8}}(?:接待|迎来|迎接)了?[^，。；{PERSON}]{{0,16}}{GROUP}")


def _received(passage: Passage) -> Iterator[Find]:
    for match in _RECEIVED.finditer(passage.text):
        token = passage.token(match.start("m"))
        if token is not None:
            yield Find(token, match.end() - 1, match.end(), "received")
