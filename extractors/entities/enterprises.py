"""Companies, banks, funds: by their legal form or line of business, or as brands that the tagger knows.

Reads
    深圳竹云科技有限公司、平安证券       by suffix
    走访了华为、海康威视等企业           brands among bodies
    迈瑞医疗、福耀玻璃                   a brand with its line of business
Must not read
    一批科技公司                         a kind, not a name
    深圳市经贸|代表团, 大同日报讯        no body
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from extractors import lexicon
from extractors.document import Document, Mention, Token
from extractors.entities.suffixed import PROPER, Suffixed, is_place
from extractors.entities.words import Words
from graph.model import PLACES, Label

_FORMAL = re.compile(r"(公司|集团|银行|证券|会社|厂|事务所|分行|支行|旅行社|农商行|信用社)$")
_BEFORE = re.compile(
    r"(走进|走访|参观|考察|拜访|来到|入驻|落户|引进|对标|企业|公司|巨头|巨鳄|集团|与|和|同|、|去|到|在|由|以|的|了|括|如|像|是)$"
)
_AFTER = re.compile(
    r"[、，。）)]|等|公司|集团|总部|董事长|总经理|总裁|副总|CEO|的|与|和|在|则|以|也|派|接|把|落户|一路|负责|高管|创始人|牵头|园区"
)
_NO_BRAND = re.compile(
    r"[省市县区州局委办厅院会党军团队府校社署部处讯电网报台行联协]$|大学|学院|中国$|峰会|论坛|联赛|大会|全会|组织$|书记|政协|人大|党政|经贸|工商|商务|"
    r"[市县区省]委|政府|代表|^企业|^公司|^国际|^世界|^全球|中心$|平台$|基地$|^[从由任正专每某这那该一两三四五六七八九十]|企业$|研发|[建设办]结算|简报|新闻|行动|客厅|中学$|小学$"
)
_FIELDS = re.compile(
    r"(?:金融|数字|智能|信息|生物|海洋|农业|文化|绿色|前沿|高新|高|现代|先进|新型|新|清洁|基础|战略性?|新兴|医疗|健康|软件|网络|航空|教育|体育|民用|商业|核心|关键|产业|创新|互联网)*"
)
_COMPANIES = re.compile(lexicon.alternatives(lexicon.words("companies", "companies")))
PLANT = re.compile(r"(智能|互联|超级|智慧|网联|灯塔|数字化)工厂$")
_POST = re.compile(
    r"副?(总|董事|局长|经理|主席|书记|行长|厂长|社长|主任|负责人|创始人|集团|股份|公司|代表|员工|园区|总部|展厅|车间)"
)
_LINE = re.compile(rf"(?:{lexicon.alternatives(lexicon.words('suffixes', 'enterprise'))})$")
_COMMON = re.compile(
    r"^[\u4e00-\u9fff]?(金融|苹果|家具|芒果|天天|微创|新能源|新材料|锂离子电池|锂离子|动力电池|电池|互联网|物联网|工业互联网|大数据|人工智能|智能|区块链|元宇宙|集成电路|半导体|生物|数字|海洋|绿色|"
    r"新华|人民|央视|核心竞争力|注册资本|竞争力|文旅|泳装|冠名|聚力|合力|力气|新时代|海铁联运|瞪羚|独角兽|合作发展|战略合作|高端|国家健康|高新|新型|传统|现代|专业|外|对外|大|小|该|任|总|母|子|注册|社会|民间|产业|东风|联通|电池|广告|平台)$"
)


def find_enterprises(document: Document, words: Words, names: list[Suffixed]) -> list[Mention]:
    """Mentions of companies.

    Args:
        document: with words and places.
        words: its words.
        names: its suffixed names.
    Returns:
        mentions, not in order.
    """
    found = [_mention(document, name) for name in names if _is_enterprise(document, words, name)]
    found.extend(_brands(document, words))
    found.extend(_listed(document, words, found))
    return found


def _listed(document: Document, words: Words, found: list[Mention]) -> Iterator[Mention]:
    """Big companies by their usual short names, where no longer name holds them."""
    taken = sorted((m.start, m.end) for m in found)
    for match in _COMPANIES.finditer(document.text):
        start, end = match.span()
        token = words.token(start)
        inside = token is not None and (token.start < start or token.end > end)
        at = bisect_right(taken, (start, len(document.text)))
        overlaps = (at > 0 and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end)
        if not inside and not overlaps:
            yield Mention(start, end, Label.ENTERPRISE, match.group(), match.group(), "enterprises.listed")


def _is_enterprise(document: Document, words: Words, name: Suffixed) -> bool:
    stem = document.text[name.start : name.stem_end]
    if "enterprise" not in name.kinds or not stem or _COMMON.match(stem) or _is_plant(document, name):
        return False
    named = name.proper or name.tagged is not None
    if _FORMAL.search(name.suffix):
        return named and not _only_place(document, name)
    if name.suffix == "基金":
        return named and len(stem) > 3
    tagged = name.tagged == "ORG"
    if name.suffix in lexicon.words("suffixes", "generic"):
        return not _only_field(document, name) and (
            tagged or (_is_brand(document, words, name) and _closes(words, name.end))
        )
    if _only_field(document, name):
        return False
    brand = tagged or _is_brand(document, words, name)
    return brand and len(stem) > 1 and _closes(words, name.end) and not _only_place(document, name)


def _is_plant(document: Document, name: Suffixed) -> bool:
    """A works that is seen rather than one that acts."""
    return name.suffix == "工厂" and PLANT.search(document.text, name.start, name.end) is not None


def _only_field(document: Document, name: Suffixed) -> bool:
    """青岛|金融|科技 is a field of business in a place, no company."""
    places = [m.end for m in document.mentions_in(name.start, name.stem_end, PLACES) if m.start == name.start]
    return bool(places) and _FIELDS.fullmatch(document.text, max(places), name.stem_end) is not None


def _only_place(document: Document, name: Suffixed) -> bool:
    """山东|公司 without more is no name; 北京|银行, 上海|证券 are."""
    if re.search(r"银行|证券|供电局", name.suffix):
        return False
    return name.tagged != "ORG" and is_place(document, name.start, name.stem_end)


def _is_brand(document: Document, words: Words, name: Suffixed) -> bool:
    """Whether what stands before a line of business is one proper word of two to four characters."""
    if not 2 <= name.stem_end - name.start <= 5:
        return False
    tokens = list(words.covering(name.start, name.stem_end))
    placed = any(m.anchor and m.start == name.start for m in document.mentions_in(name.start, name.end, PLACES))
    return len(tokens) == 1 and tokens[0].tag in PROPER | {"PER"} and not placed


def _closes(words: Words, end: int) -> bool:
    """Whether no further noun follows in the same phrase."""
    token = words.token(end)
    noun = token is not None and token.start == end and token.tag in {"n", "vn", "nz", "ORG", "LOC"}
    return not noun or _POST.match(words.text, end) is not None


def _brands(document: Document, words: Words) -> Iterator[Mention]:
    """Bodies without a suffix of their own, as the tagger has them."""
    places = {m.start for m in document.mentions if m.label in PLACES and m.label is not Label.COUNTRY}
    ends = {m.end: m for m in document.mentions if m.label in PLACES}
    counts = Counter(words.word(t) for t in document.tokens if t.tag == "ORG")
    for token in document.tokens:
        word = words.word(token)
        if token.tag != "ORG" or not 2 <= len(word) <= 8 or token.start in places:
            continue
        if _names_brand(word) and (counts[word] > 1 or _in_company(document, token)):
            mention = Mention(token.start, token.end, Label.ENTERPRISE, word, word, "enterprises.tagged")
            place = ends.get(token.start)
            if place is not None:
                mention.properties["also"] = (place.surface + word,)
            yield mention


def _in_company(document: Document, token: Token) -> bool:
    """Whether the words around it speak of a company."""
    return (
        _BEFORE.search(document.text[max(token.start - 4, 0) : token.start]) is not None
        or _AFTER.match(document.text, token.end) is not None
    )


def _names_brand(word: str) -> bool:
    if _NO_BRAND.search(word) is not None or _COMMON.match(word) is not None:
        return False
    line = _LINE.search(word)
    return line is None or _COMMON.match(word[: line.start()]) is None


def _mention(document: Document, name: Suffixed) -> Mention:
    surface = document.text[name.start : name.end]
    return Mention(
        name.start,
        name.end,
        Label.ENTERPRISE,
        surface,
        surface,
        "enterprises.suffix",
        properties={"suffix": name.suffix},
    )
