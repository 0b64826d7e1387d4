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

from spacy.language import Language
from spacy.tokens import Doc

from extractors import lexicon
from extractors.document import Document, Mention
from extractors.entities.suffixed import Suffixed, suffix_grammar
from extractors.entities.words import Words
from graph.model import PLACES, Label

_LEADING = re.compile(r"(市委|省委|区委|县委|州委|旗委|盟委|地委|工委|党委|党组|政府|人大常委会|人大|政协|管委会|党工委)$")
_TITLE = re.compile(
    r"(原|副|常务副)?(书记|副书记|秘书长|副秘书长|常委|市长|省长|区长|县长|州长|旗长|主席|副主席|主任|副主任|委员|代表|全会|班子|领导|换届|会议|常委会会议|机关)"
)
_OFFICES = re.compile(
    rf"(?:{lexicon.alternatives(lexicon.words('bureaus', 'stems'))})(?:{lexicon.alternatives(lexicon.words('bureaus', 'heads'))})"
)
_LEVEL = re.compile(r"(自治区|自治州|市|省|区|县|州|旗|盟|镇|乡|团)$")
_KIND_ALONE = re.compile(r"^(有关|相关|各|多|几|某|该|本|两|三|全)")
_SINGLE = frozenset("局厅委办署乡镇")


def find_organizations(document: Document, words: Words, names: list[Suffixed]) -> list[Mention]:
    """Mentions of organised bodies that are no companies.

    Args:
        document: with words and places.
        words: its words.
        names: its suffixed names.
    Returns:
        mentions, not in order; `properties["level"]` is 市, 区 … where the body's place is only said that way.
    """
    found = list(_offices(document, words))
    covered = {mention.end for mention in found}
    found.extend(_mention(document, name) for name in names if name.end not in covered and _is_body(document, words, name))
    return found


def _is_body(document: Document, words: Words, name: Suffixed) -> bool:
    text = document.text
    surface = text[name.start : name.end]
    if name.start == name.stem_end and not _LEADING.search(surface):
        return False
    if _KIND_ALONE.match(surface):
        return False
    if "township" in name.kinds:
        return _is_town(document, words, name)
    if "organization" not in name.kinds:
        return False
    if _LEADING.search(surface):
        return not _TITLE.match(text, name.end) and (name.proper or surface[0] in "市省区县州旗自")
    token = words.token(name.end - 1)
    tagged = token is not None and token.tag == "ORG" and token.start <= name.stem_end
    if name.suffix in _SINGLE or name.suffix in lexicon.words("suffixes", "generic"):
        return tagged or (name.place and len(surface) > 3)
    return tagged or name.proper


def _is_town(document: Document, words: Words, name: Suffixed) -> bool:
    token = words.token(name.end - 1)
    stem = name.stem_end - name.start
    return token is not None and token.tag in {"LOC", "ORG", "ns"} and 1 <= stem <= 8 and token.start < name.stem_end


def _offices(document: Document, words: Words) -> Iterator[Mention]:
    """Offices by their vocabulary, with the place or level in front."""
    ends = {m.end: m for m in document.mentions if m.label in PLACES}
    for match in _OFFICES.finditer(document.text):
        end = match.end()
        if not words.ends(end) and not _TITLE.match(document.text, end) and not _office_title(document.text, end):
            continue
        start = match.start()
        level = _LEVEL.search(document.text, max(start - 3, 0), start)
        place = ends.get(start)
        properties: dict[str, object] = {"office": match.group()}
        if place is not None:
            start = _chain_start(document, place, ends)
        elif level is not None:
            start = level.start()
            properties["level"] = level.group()
        elif not words.begins(start):
            continue
        else:
            properties["level"] = ""
        surface = document.text[start:end]
        yield Mention(start, end, Label.ORGANIZATION, surface, surface, "organizations.office", properties=properties)


def _office_title(text: str, end: int) -> bool:
    return text[end : end + 1] in {"局", "主", "副", "党"}


def _chain_start(document: Document, place: Mention, ends: dict[int, Mention]) -> int:
    while place.start in ends:
        place = ends[place.start]
    return place.start


def _mention(document: Document, name: Suffixed) -> Mention:
    surface = document.text[name.start : name.end]
    properties: dict[str, object] = {"suffix": name.suffix}
    if "township" in name.kinds:
        properties["town"] = True
    return Mention(
        name.start, name.end, Label.ORGANIZATION, surface, surface, "organizations.suffix", properties=properties
    )


@Language.component("tashan_organizations")
def organizations_component(doc: Doc) -> Doc:
    """Finds organised bodies."""
    document: Document = doc._.document
    words = Words(document)
    names = list(suffix_grammar().find(document, words))
    document.mentions.extend(find_organizations(document, words, names))
    document.sort()
    return doc
