"""LOCATED_IN: what lies where, by its full name or by statement.

By name
    深圳市福田区                       福田区 → 深圳市
    上海商汤智能科技有限公司           → 上海
    仁宝电子科技（昆山）有限公司       → 昆山
    江西银行上饶分行, 驻昆明办事处     → 上饶, 昆明: a branch lies where it is named for
    市商务局 (in 青岛's paper)         青岛市商务局 → 青岛
By statement
    东莞的比亚迪, 茅箭区的驰田公司     possession
    位于青岛西海岸新区的东方影都       verb of lying
    在长兴县，天能集团的车间里         the stop's place in front
    全市13个县市区：秭归县、兴山县     districts listed as the city's own
Must not read
    中国移动公司                       中国 is no place here
    上海市河南商会                     → 上海 alone
    信阳日报                           papers say nothing of where
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.document import Document, Entity, Mention, Sentence, Statement
from graph.model import BODIES, DOMESTIC, PLACES, EdgeType, Label
from graph.places import gazetteer

_LOCATED = DOMESTIC | BODIES | {Label.SITE, Label.LIVING_ROOM}
_THINGS = BODIES | {Label.SITE}
_WIDTH = {Label.COUNTRY: 3, Label.PROVINCE: 2, Label.CITY: 1, Label.DISTRICT: 0}
_MEDIA = re.compile(r"(日报|晚报|早报|商报|时报|新闻网|晨报|新闻社|通讯社|电视台)$")
_BRANCH = re.compile(
    r"(分公司|分行|支行|公司|代表处|事务所|办事处|联络处|工厂|分厂|基地|总领事馆|大使馆|研究院|学院|分校|产业园|创新中心|总部|校区|片区|联络站|工作站|招商办)$"
)
_LYING = re.compile(r"(?:位于|坐落在|坐落于|地处|落户于?|设在|建在|总部在|选址在?|扎根|注册地在|开在|设立在|设于)$")
_NATURE = re.compile(r"[湾江河湖山岛](?![区市县南])|半岛")
_ARRIVES = re.compile(
    r"(在|到|赴|抵|达|来到|走进|转往|前往|转战|回到|进|去|往|访|走|抵达|日|上午|下午|站|先|再|又|后|选在|点是)$"
)
_HELD = re.compile(r"[市区县旗省]?(委|政府|人大|政协|长|书记|副|领导|代表团|考察团|商务局|人民|一行|干部|的|与|和|同)")
_LOOKS = re.compile(
    r"(看|参观|走进|考察|察看|访|调研|观摩|进|走访|到|登|游|逛|来到|先后|实地|听)(了|过)?[^，。；]{0,6}$"
)
_GOES_ON = re.compile(
    r"^(、|和|与|及|以及|，再|，又|，随后|，接着|，然后)?[^。；]{0,8}?(看|参观|走进|考察|察看|访|调研|、|和|与|及|以及)[^，。；]{0,4}$"
)
_MANY = 2
_OWN = re.compile(r"全市|我市|各[县区市旗]|[县市]区|区县|旗县|县市|[两三四五六七八九十][区县市旗](?![长委])|下辖|辖区")


def propose(document: Document) -> Iterator[Statement]:
    """Statements of place, by name and by the text, each pair once a rule."""
    seen: set[tuple[str, str, str]] = set()
    named = {m.entity.id for m in document.mentions if m.entity is not None and not m.nested}
    for rule, mention, place in _candidates(document):
        source, target = mention.entity, place.entity
        if source is None or target is None or source is target or not _may_hold(document, source, target):
            continue
        if source.label not in PLACES and source.id not in named:
            continue
        key = (rule, source.id, target.id)
        if key not in seen:
            seen.add(key)
            yield _statement(document, mention, target, rule)


def _may_hold(document: Document, source: Entity, target: Entity) -> bool:
    if target.anchor == "country:CN" or _MEDIA.search(source.name):
        return False
    if source.label not in PLACES:
        return True
    if _WIDTH[source.label] < _WIDTH[target.label]:
        return _in_lists(source, target)
    return source.label is target.label is Label.DISTRICT and source.anchor is None


def _in_lists(source: Entity, target: Entity) -> bool:
    """Whether the lists do not contradict that one place lies in the other."""
    if source.anchor is None or target.anchor is None:
        return True
    return any(place.anchor == target.anchor for place in gazetteer().ancestors(source.anchor))


def _candidates(document: Document) -> Iterator[tuple[str, Mention, Mention]]:
    places = [m for m in document.mentions if m.label in PLACES and m.entity is not None]
    starts: dict[int, list[Mention]] = {}
    ends: dict[int, Mention] = {}
    for place in places:
        starts.setdefault(place.start, []).append(place)
        ends.setdefault(place.end, place)
    for mention in document.mentions:
        if mention.entity is None or mention.label not in _LOCATED:
            continue
        yield from _by_name(document, mention, starts, ends)
    located = frozenset(
        m.entity.id
        for m in document.mentions
        if m.entity is not None and m.label in _THINGS and _placed(document, m, starts)
    )
    located_kinds = [m for m in document.mentions if m.entity is not None and m.label in _LOCATED]
    yield from _by_possession(document, located_kinds, ends)
    for sentence in document.sentences:
        yield from _stops(document, sentence)
        yield from _visits(document, sentence, located)
        yield from _districts(document, sentence)
    yield from _at_home(document)


def _by_name(
    document: Document, mention: Mention, starts: dict[int, list[Mention]], ends: dict[int, Mention]
) -> Iterator[tuple[str, Mention, Mention]]:
    ahead = ends.get(mention.start)
    chained = mention.label in PLACES or (not mention.nested and ahead is not None and ahead.label is not Label.COUNTRY)
    if ahead is not None and chained:
        yield "location.chain", mention, ahead
    if mention.label in {Label.CITY, Label.PROVINCE} or mention.label is Label.LIVING_ROOM:
        return
    chain = _chain(document, mention, starts)
    inside = [p for places in (starts.get(i, ()) for i in range(mention.start, mention.end)) for p in places]
    inside = [p for p in inside if p is not mention and p.end <= mention.end and p.entity is not mention.entity]
    text = document.text
    bracketed = [p for p in inside if text[p.start - 1] in "(（" and p.end < mention.end and text[p.end] in ")）"]
    posted = [p for p in inside if text[p.start - 1] in "驻"]
    if "驻" in mention.surface and not posted:
        return
    if posted:
        yield "location.posted", mention, posted[-1]
    elif bracketed and mention.label is Label.ENTERPRISE:
        yield "location.bracket", mention, bracketed[0]
    elif _is_branch(document, mention, inside, chain):
        yield "location.branch", mention, inside[-1]
    elif _names_place(document, mention, chain) and len(mention.surface) == max(
        len(m.surface) for m in (mention.entity.mentions if mention.entity else [mention])
    ):
        yield "location.name", mention, chain[-1]


def _names_place(document: Document, mention: Mention, chain: list[Mention]) -> bool:
    """Whether the places at the beginning say where it lies: a 德国馆 lies nowhere in Germany.

    A district's short form may be anybody's name (平安科技): it counts in a text that speaks of a place around it.
    """
    if not chain or (mention.label is Label.SITE and chain[-1].label is Label.COUNTRY):
        return False
    place = chain[-1]
    if place.anchor is None or place.label is not Label.DISTRICT or not _short(place):
        return True
    around = {upper.anchor for upper in gazetteer().ancestors(place.anchor) if upper.label is not Label.COUNTRY}
    return any(m.anchor in around for m in document.mentions) or any(
        m.anchor == place.anchor and not m.nested for m in document.mentions
    )


def _short(place: Mention) -> bool:
    listed = gazetteer().by_anchor(place.anchor or "")
    return listed is not None and place.surface != listed.name


def _is_branch(document: Document, mention: Mention, inside: list[Mention], chain: list[Mention]) -> bool:
    """Whether the last place in a name is the one that its branch is named for."""
    if not inside or inside[-1] in chain or mention.label not in _THINGS:
        return False
    place = inside[-1]
    return mention.start < place.start and _BRANCH.search(document.text[place.end : mention.end]) is not None


def _placed(document: Document, mention: Mention, starts: dict[int, list[Mention]]) -> bool:
    """Whether its name says where a thing lies."""
    return bool(_chain(document, mention, starts))


def _chain(document: Document, mention: Mention, starts: dict[int, list[Mention]]) -> list[Mention]:
    """The places that a name begins with, each within the one before."""
    chain: list[Mention] = []
    at = mention.start
    while at < mention.end:
        options = [
            m
            for m in starts.get(at, ())
            if (m is not mention and m.end < mention.end)
            or (m.end == mention.end and m is not mention and m.start > mention.start)
        ]
        inner = options[0] if options else None
        if inner is not None and mention.label is Label.SITE and _NATURE.match(document.text, inner.end):
            return chain
        if inner is None or (chain and not _below(inner, chain[-1])):
            return chain
        chain.append(inner)
        at = inner.end
    return chain


def _below(inner: Mention, outer: Mention) -> bool:
    if _WIDTH[inner.label] > _WIDTH[outer.label] or inner.entity is None or outer.entity is None:
        return False
    if inner.anchor and outer.anchor:
        return _in_lists(inner.entity, outer.entity)
    return inner.anchor is None or outer.anchor is None


def _by_possession(
    document: Document, mentions: list[Mention], ends: dict[int, Mention]
) -> Iterator[tuple[str, Mention, Mention]]:
    """X的Y, and what follows Y in a list: 德国的多特蒙德、亚琛."""
    text = document.text
    owned: dict[tuple[int, Label], Mention] = {}
    for mention in mentions:
        if mention.nested:
            continue
        at = mention.start - 1
        quoted = text[at : at + 1] == "“"
        mark = text[at - quoted : at - quoted + 1]
        place = ends.get(at - quoted) if mark == "的" else None
        if place is None and mark in {"、", "和", "与", "及"}:
            place = owned.get((at, mention.label))
        if place is not None and not place.nested:
            owned[mention.end, mention.label] = place
            yield "location.possession", mention, place


def _stops(document: Document, sentence: Sentence) -> Iterator[tuple[str, Mention, Mention]]:
    """A verb of lying between a thing and a place."""
    inside = [m for m in document.mentions_in(sentence.start, sentence.end) if not m.nested]
    for left, right in pairwise(inside):
        between = document.text[left.end : right.start]
        if right.label in PLACES and left.label in _THINGS and len(between) <= 6 and _LYING.search(between):
            yield "location.verb", left, right


def _visits(document: Document, sentence: Sentence, located: frozenset[str]) -> Iterator[tuple[str, Mention, Mention]]:
    """The place at which one arrives, and what is looked at there, in one sentence: 到岷县，看当归城."""
    here: Mention | None = None
    last = sentence.start
    for mention in document.mentions_in(sentence.start, sentence.end):
        if mention.nested or mention.entity is None:
            continue
        between = document.text[last : mention.start]
        if mention.label in {Label.DISTRICT, Label.CITY}:
            arrives = _ARRIVES.search(document.text[max(mention.start - 4, sentence.start) : mention.start])
            held = _HELD.match(document.text, mention.end)
            if held is not None or mention.properties.get("nickname"):
                continue
            here = mention if arrives else (here if between.endswith("、") else None)
        elif mention.label in {Label.PROVINCE, Label.COUNTRY}:
            here = None
        elif here is not None and mention.label in _THINGS and mention.entity.id not in located:
            if mention.start == here.end:
                last = mention.end
                continue
            first = last == here.end
            if _LOOKS.search(between) if first else _GOES_ON.search(between):
                yield "location.visit", mention, here
            elif mention.label is not Label.SITE:
                here = None
        last = mention.end


def _districts(document: Document, sentence: Sentence) -> Iterator[tuple[str, Mention, Mention]]:
    """Districts listed as the city's own."""
    home = document.home
    if home is None or home.label is not Label.CITY or not home.mentions:
        return
    own = [
        mention
        for mention in document.mentions_in(sentence.start, sentence.end, {Label.DISTRICT})
        if mention.anchor is not None
        and not mention.nested
        and any(place.anchor == home.anchor for place in gazetteer().ancestors(mention.anchor))
    ]
    listed = len({mention.anchor for mention in own}) > _MANY
    if listed or _OWN.search(document.text, sentence.start, sentence.end):
        for mention in own:
            yield "location.own", mention, home.mentions[0]


def _at_home(document: Document) -> Iterator[tuple[str, Mention, Mention]]:
    """市商务局 of the home city."""
    home = document.home
    place = gazetteer().by_anchor(home.anchor) if home is not None and home.anchor is not None else None
    if home is None or place is None or not home.mentions:
        return
    for mention in document.mentions:
        said = mention.label is Label.ORGANIZATION and mention.properties.get("level") not in {None, "", "驻"}
        if said and not mention.nested and mention.name.startswith(place.name):
            yield "location.home", mention, home.mentions[0]


def _statement(document: Document, mention: Mention, target: Entity, rule: str) -> Statement:
    assert mention.entity is not None
    sentence = document.sentence_at(mention.start)
    end = min(sentence.end, sentence.start + 300)
    return Statement(EdgeType.LOCATED_IN, mention.entity, target, sentence.start, end, rule)
