"""Places that no list has, as the tagger and the words around them show them.

Reads
    哈萨克斯坦阿克托别州            Province, behind its country
    斯塔洛瓦沃拉市                  City
    转往九龙塘的香港生产力促进局    District 九龙塘
    看了三坊七巷、云台山            Site, what is looked at
Must not read
    长江、长三角                    regions and rivers
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from extractors import lexicon
from extractors.document import Document, Mention, Token
from extractors.entities.gazetteer import place_names
from graph.model import PLACES, Label

_ABROAD = re.compile(r"[\u4e00-\u9fff·]{2,8}?(?:州|省|边疆区|大区|县|道|府|市|区)")
_SUFFIXED = re.compile(r"[\u4e00-\u9fff·]{2,8}([市县区旗])")
_GOES_ON = re.compile(r"园区|校区|产业|经济|大学城")
_TRADE = re.compile(rf"(?:{lexicon.alternatives(lexicon.words('suffixes', 'enterprise'))})$")
_NEVER = lexicon.words("name_words", "regions") | lexicon.words("name_words", "common_places")
_LETTERS = "京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀黔滇陕甘青宁新蒙藏港澳台"
_LABELS = {"市": Label.CITY, "区": Label.DISTRICT, "县": Label.DISTRICT, "旗": Label.DISTRICT}
_SITE_END = re.compile(r"[山湖河江岛关洞峡川台潭瀑泉巷坊街路桥塔寺庙门园馆屋楼阁堡宫陵沟村堂院仓场]$|街区|夜城|古城")
_NO_PLACE = re.compile(
    r"[省市县区]$|[人国队]$|^[东西南北中]部|高速|铁路|地区$|沿线|流域|半岛|平原|高原|盆地|海峡|山脉|[东西南北]岸"
)
_KIND_OF_AREA = re.compile(r"(地区|城区|市区|社区|山区|景区|库区|牧区|灾区|城市|县城|省市|县市)$")
_NO_DISTRICT = re.compile(
    rf"[边畔里行麓滨岸坡口]$|^[{_LETTERS}]+$|^[{_LETTERS}深穗蓉甬杭汉厦郑].$|[东西南北中]$|大道|"
    r"[路街][一二三四五六七八九十栋]|[一-龥]+[东西南北]部$|苏区$|[^\u4e00-\u9fff]"
)
_PLACED = re.compile(
    r"(在|赴|于|落户|位于|设在|来自|转往|前往|走进|对标|学习|借鉴|学|追赶|看齐|跟着|选址|迁到|迁往|落在|拿|以|的|、|和|与|及|驻|省|市|县|"
    r"香港|澳门|到)$"
)
_LOOKED_AT = re.compile(
    r"(参观|察看|观摩|游览|看了|逛了|看|逛|游|登上|走访|考察|走进|走了|来到|学习|去|到|在|于|过|赴|访|往|设在|位于|选址|落户|比|以|靠着|把|"
    r"像|的|、|和|站|上了)$"
)
_VISITED = re.compile(r"(参观|察看|观摩|游览|看了|逛了|看|逛|游|登上|走进|走了|比|把|像|靠着)$")


def find_unlisted(document: Document) -> list[Mention]:
    """Mentions of places beyond the lists; needs words and the mentions of all other kinds.

    Args:
        document: with words and mentions.
    Returns:
        mentions where no other mention stands.
    """
    held = _held(document)
    found = list(_abroad(document))
    held.update(i for m in found for i in range(m.start, m.end))
    for token in document.tokens:
        if token.tag != "LOC" or token.end - token.start < 2:
            continue
        if held.intersection(range(token.start, token.end)):
            mention = _behind(document, token)
        else:
            mention = _tagged(document, token)
        if mention is not None:
            found.append(mention)
    return found


def _behind(document: Document, token: Token) -> Mention | None:
    """A site whose name begins with its place's: 苏州纳米城."""
    inner = list(document.mentions_in(token.start, token.end))
    if len(inner) != 1 or inner[0].label not in PLACES or inner[0].start != token.start or token.end - inner[0].end < 2:
        return None
    rest = document.text[inner[0].end : token.end]
    if _NO_PLACE.search(rest) or not re.search(rf"{_SITE_END.pattern}|[城谷港园]$", rest):
        return None
    label = Label.DISTRICT if rest.endswith("谷") else Label.SITE
    return _mention(document, token.start, token.end, label, "sites.tagged")


def _held(document: Document) -> set[int]:
    return {i for m in document.mentions for i in range(m.start, m.end)}


def _abroad(document: Document) -> Iterator[Mention]:
    """A division abroad directly behind a country or a place abroad."""
    starts = {m.start for m in document.mentions if m.label in PLACES}
    loose = [token for token in document.tokens if token.tag in {"LOC", "ORG", "nz", "n"}]
    at_start = {token.start: token for token in loose}
    inside = {i: token for token in loose for i in range(token.start, token.end)}
    for place in document.mentions:
        if place.label is not Label.COUNTRY and not (place.anchor or "").startswith("city:geonames"):
            continue
        if place.anchor == "country:CN":
            continue
        at = place.end
        while at not in starts:
            token = at_start.get(at) or inside.get(at)
            match = _ABROAD.match(document.text, at) if token is not None else None
            if match is None or token is None or match.end() > token.end:
                break
            label = Label.CITY if match.group().endswith("市") else Label.PROVINCE
            place.properties.pop("part", None)
            yield _mention(document, at, match.end(), label, "places.abroad")
            at = match.end()


def _tagged(document: Document, token: Token) -> Mention | None:
    word = document.text[token.start : token.end]
    if word in _NEVER or _KIND_OF_AREA.search(word):
        return None
    if word in lexicon.words("suffixes", "district"):
        mention = _mention(document, token.start, token.end, Label.DISTRICT, "places.tagged")
        mention.properties["bare"] = True
        return mention
    listed = place_names().of(word[1:]) if word[0] in "和与同及" else ()
    if listed:
        mention = _mention(document, token.start + 1, token.end, listed[0].label, "places.tagged")
        mention.anchor = listed[0].anchor
        return mention
    label = _label(document, token, word)
    rule = "sites.tagged" if label is Label.SITE else "places.tagged"
    return None if label is None else _mention(document, token.start, token.end, label, rule)


def _label(document: Document, token: Token, word: str) -> Label | None:
    """What a place of the tagger is, by its last character and by what is done there."""
    suffixed = _SUFFIXED.fullmatch(word)
    if suffixed is not None:
        return _LABELS[suffixed.group(1)]
    if _NO_PLACE.search(word) or len(word) > 7:
        return None
    before = document.text[max(token.start - 4, 0) : token.start]
    visited = _VISITED.search(before) is not None
    if word[-1] in "湖岛" and not visited and _behind_place(document, token.start):
        return Label.DISTRICT
    if _SITE_END.search(word) or visited:
        seen = visited or (word[-1] not in "江河湖山岛" and _LOOKED_AT.search(before) is not None)
        return Label.SITE if seen else None
    if _GOES_ON.match(document.text, token.end) or _TRADE.search(word):
        return None
    placed = _PLACED.search(before) is not None or _behind_place(document, token.start)
    return Label.DISTRICT if placed and not _NO_DISTRICT.search(word) else None


def _behind_place(document: Document, start: int) -> bool:
    return any(m.end == start and m.label in PLACES for m in document.mentions_in(max(start - 8, 0), start))


def _mention(document: Document, start: int, end: int, label: Label, rule: str) -> Mention:
    surface = document.text[start:end]
    return Mention(start, end, label, surface, surface, rule)


@Language.component("tashan_unlisted")
def unlisted_component(doc: Doc) -> Doc:
    """Finds places beyond the lists."""
    document: Document = doc._.document
    document.mentions.extend(find_unlisted(document))
    document.sort()
    return doc
