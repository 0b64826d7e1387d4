"""Government and party bodies, associations, schools, media, towns that act.

Reads
    青岛市商务局、市发改委              offices, by the vocabulary of offices
    深圳市家具行业协会、复旦大学        by suffix
    柳市镇                              towns as acting bodies
Must not read
    青岛市委书记                        a post held in the place
    各区政府、有关部门                  kinds
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors import lexicon
from extractors.document import Document, Mention
from extractors.entities.lists import share_owners
from extractors.entities.suffixed import AIMED_AT, Suffixed, is_place
from extractors.entities.words import Words
from graph.model import PLACES, Label

_LEADING = re.compile(r"([市省区县州旗盟地]委|党委|党组|党工委|工委|政府|人大常委会|人大|政协|自治区党委|纪委)$")
_TITLE = re.compile(
    r"(原|副|常务副|党组)?(书记|副书记|秘书长|副秘书长|常委|市长|省长|区长|县长|州长|旗长|主席|副主席|主任|副主任|委员|代表|全会|班子|领导|换届|会议|常委会会议|机关|大院|办公[^室厅])"
)
_STEMS = lexicon.alternatives(lexicon.words("bureaus", "stems"))
_OFFICES = re.compile(
    rf"(?:{_STEMS})(?:{lexicon.alternatives(lexicon.words('bureaus', 'heads'))})(?!公(?!室|厅)|[理事展法])"
)
_CENTRAL = re.compile(lexicon.alternatives(lexicon.words("central_bodies")))
_LEVEL = re.compile(r"(自治区|自治州|市|省|区|县|州|旗|盟)$")
_OWN_LEVEL = re.compile(r"(自治区|自治州|[市省区县州旗盟])(?=[^场民长级内区])")
_POSTED = re.compile(
    r"驻[\u4e00-\u9fff]{1,8}?(?:招商)?(?:办事处|联络处|联络站|代表处|大使馆|总领事馆|领事馆|招商办公室|招商办|工作站|商务处)(?:[商经][务济]处)?"
)
_SEVERAL = re.compile(r"[两三四五六七八九十][省市县区州地][\u4e00-\u9fff]+$")
_WITH_COMMITTEE = re.compile(r"(?<=([省市县区州旗]))委、(\1(?:人民)?政府)")
_BRANCH_ALONE = re.compile(r"(分会|办事处|代表处|联络处|工作站|服务站|总部)$")
_NO_BODY = re.compile(r"董事[会局]$|监事会$|股东会$|[企单]业$|^商?协会$|^行业协会$|^商会$")
_OFFICE_END = re.compile(r"[局部办厅会同与和正]")
_KIND_ALONE = re.compile(r"[一二两三四五六七八九十几多各某该本全这那有相]")
_HALL = re.compile(r"[客展餐大前会音政门宴舞]厅$|乐厅$")
_INNER = re.compile(
    r"(?:[局厅校院司团]|协会|商会|联合会|总会)(总?办公室|新闻中心|客服中心|总?办事处|总部)$(?<!驻.{2}办事处)(?<!驻.{3}办事处)(?<!市委办公室)(?<!县委办公室)(?<!省委办公室)(?<!区委办公室)"
)
_LEAGUE = frozenset({"团市委", "团省委", "团县委", "团区委", "团州委", "团中央"})
_KIND_OF_BODY = re.compile(r"(企业|地方|当地|各级|数字|法治|服务型|阳光|责任)政府$|^[镇乡村](政府|党委)$")
_SINGLE = frozenset("局厅署乡镇")


def find_organizations(document: Document, words: Words, names: list[Suffixed]) -> list[Mention]:
    """Mentions of organised bodies that are no companies.

    Args:
        document: with words, places and zones.
        words: its words.
        names: its suffixed names.
    Returns:
        mentions, not in order; `properties["level"]` is 市, 区 … where the body's place is only said that way, "" where
        it is not said at all.
    """
    offices = list(_offices(document, words))
    share_owners(document, offices)
    found = [*offices, *_central(document, words), *_posted(document, words), *_governments(document)]
    covered = {mention.end for mention in found}
    found.extend(_mention(document, n) for n in names if n.end not in covered and _is_body(document, n))
    return found


def _is_body(document: Document, name: Suffixed) -> bool:
    text = document.text
    surface = text[name.start : name.end]
    if not name.kinds & {"organization", "township"} or _is_kind(surface, name):
        return False
    if "township" in name.kinds:
        return _is_town(name)
    own = _OWN_LEVEL.match(surface) is not None
    if _LEADING.search(surface):
        return surface in _LEAGUE or (name.proper and not own and not _TITLE.match(text, name.end))
    if name.start == name.stem_end or _is_part(document, surface, name):
        return False
    if name.suffix in _SINGLE or name.suffix in lexicon.words("suffixes", "generic"):
        return name.tagged == "ORG" or (name.place and len(surface) > 4)
    return name.tagged == "ORG" or name.proper or own


def _is_kind(surface: str, name: Suffixed) -> bool:
    """各区政府, 两市商会, 会客厅: no name."""
    if _KIND_OF_BODY.search(surface) or (not name.place and AIMED_AT.search(surface)):
        return True
    alone = _KIND_ALONE.match(surface) is not None and name.tagged is None
    return alone or _SEVERAL.search(surface) is not None or _HALL.search(surface) is not None


def _is_part(document: Document, surface: str, name: Suffixed) -> bool:
    """An office inside a body (商务局|办公室), or one of a body that is not named (香港|办事处)."""
    if _INNER.search(surface) is not None or _NO_BODY.search(surface) is not None:
        return True
    return _BRANCH_ALONE.search(surface) is not None and is_place(document, name.start, name.stem_end)


def _is_town(name: Suffixed) -> bool:
    return name.tagged in {"LOC", "ORG"} and 1 <= name.stem_end - name.start <= 12


def _central(document: Document, words: Words) -> Iterator[Mention]:
    for match in _CENTRAL.finditer(document.text):
        token = words.token(match.start())
        if words.begins(match.start()) and (words.ends(match.end()) or (token is not None and token.tag == "ORG")):
            yield Mention(
                match.start(), match.end(), Label.ORGANIZATION, match.group(), match.group(), "organizations.central"
            )


def _offices(document: Document, words: Words) -> Iterator[Mention]:
    """Offices by their vocabulary, with the place or level in front."""
    ends = {m.end: m for m in document.mentions if m.label in PLACES}
    text = document.text
    for match in _OFFICES.finditer(text):
        end = match.end()
        last = words.token(end - 1)
        in_name = last is not None and last.tag == "ORG" and last.start < match.start()
        if (
            not words.ends(end)
            and not in_name
            and not _TITLE.match(text, end)
            and text[end : end + 1] not in "局主副党等和与、"
        ):
            continue
        start = match.start()
        properties: dict[str, object] = {"office": match.group()}
        place = ends.get(start)
        level = _LEVEL.search(text, max(start - 3, 0), start)
        token = words.token(start)
        if place is not None:
            start = _chain_start(place, ends)
        elif token is not None and token.tag == "ORG" and _is_owner(text[token.start : start]):
            start = token.start
        elif level is not None:
            start = level.start()
            properties["level"] = level.group()
        elif not words.begins(start):
            continue
        else:
            properties["level"] = ""
        surface = text[start:end]
        yield Mention(start, end, Label.ORGANIZATION, surface, surface, "organizations.office", properties=properties)


def _governments(document: Document) -> Iterator[Mention]:
    """市政府 behind the committee of its place: 苏州市委、市政府 is 苏州市政府 too."""
    ends = {m.end: m for m in document.mentions if m.label in PLACES}
    for match in _WITH_COMMITTEE.finditer(document.text):
        place = ends.get(match.start())
        if place is None or not place.surface.endswith(match.group(1)) or _TITLE.match(document.text, match.end()):
            continue
        start = match.end() - len(match.group(2))
        yield Mention(
            start,
            match.end(),
            Label.ORGANIZATION,
            place.surface + match.group(2)[1:],
            document.text[start : match.end()],
            "organizations.government",
        )


def _posted(document: Document, words: Words) -> Iterator[Mention]:
    """Offices of a place or body in another place: 赣州市|驻|东莞|招商联络处."""
    ends = {m.end: m for m in document.mentions if m.label in PLACES}
    for match in _POSTED.finditer(document.text):
        owner = words.token(match.start() - 1) if match.start() else None
        start = match.start()
        if owner is not None and owner.tag in {"LOC", "ORG"}:
            start = owner.start
        while start in ends:
            start = ends[start].start
        if not words.ends(match.end()):
            continue
        surface = document.text[start : match.end()]
        mention = Mention(start, match.end(), Label.ORGANIZATION, surface, surface, "organizations.posted")
        if start == match.start():
            mention.properties["level"] = "驻"
        yield mention


def _is_owner(piece: str) -> bool:
    """Whether what the tagger has in front of an office is its owner's name alone."""
    return 2 <= len(piece) <= 8 and piece[0] not in "区县州旗" and _OFFICE_END.search(piece[:-1]) is None


def _chain_start(place: Mention, ends: dict[int, Mention]) -> int:
    while place.start in ends:
        place = ends[place.start]
    return place.start


def _mention(document: Document, name: Suffixed) -> Mention:
    surface = document.text[name.start : name.end]
    properties: dict[str, object] = {"suffix": name.suffix}
    level = None if name.place else _OWN_LEVEL.match(surface)
    if "township" in name.kinds:
        properties["town"] = True
    elif level is not None:
        properties["level"] = level.group(1)
    return Mention(
        name.start, name.end, Label.ORGANIZATION, surface, surface, "organizations.suffix", properties=properties
    )
