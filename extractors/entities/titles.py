"""A grammar of posts, and the bodies that a title names.

    post   = [organ | department] modifier* head [suffix]
    organ  = level + 委, 政府, 人大常委会, 政协 | 党委, 党工委, 管委会 …
    chain  = post ((、| 兼 |，) [holder] post)*

    青岛市|市委书记   温州市|委书记   市政府秘书长   商务局|局长   北部湾银行|国际业务部副总经理   县委常委、组织部部长

A leading post in the party committee, government, congress or consultative conference of a place is held in the
place; `level` says in which (市, 县 …). What is no such post is held in the body in front of it. Where no name of a
body stands there, but a place and the words of an office (青岛市|招商服务中心|主任), the title makes the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Mention
from extractors.lexicon import alternatives, words
from graph.model import BODIES, PLACES, Label

_HEADS: Final = alternatives(words("titles", "post"))
_MODIFIERS: Final = alternatives(words("titles", "modifier"))
_SUFFIXES: Final = alternatives(words("titles", "suffix"))
_TITLE: Final = re.compile(f"(?:{_MODIFIERS})*(?:{_HEADS})(?:{_SUFFIXES})?$")
TITLE_END: Final = re.compile(f"(?:{_HEADS})(?:{_SUFFIXES})?")
"""Where a post ends, searched forward."""

_LEVEL: Final = "自治区|自治州|自治县|特区|地区|省|市|州|区|县|旗|盟|镇|乡|街道"
_ORGAN: Final = re.compile(
    f"(?:(?P<level>{_LEVEL})(?:委|党委|人民政府|政府|人大|人大常委会|人民代表大会常务委员会|政协|纪委|监委|纪委监委)|"
    "人民政府|政府|人大常委会|人大|政协|纪委|(?:临时)?(?:党支部|党总支|党委)|"
    "党委|党组|党工委|工委|管委会|管委|管理委员会|行署|地委|中共|常委会)$"
)
_RULER: Final = re.compile(
    "^(?:常务|副|代|代理|时任|原|前|现任|首任|候任|挂职|兼)*(?P<level>省|市|州|区|县|旗|盟|镇|乡|村)长(?:助理|候选人)?$|^(?:副|行署)*专员$"
)
_LEADERS: Final = re.compile("(?P<level>省|市|州|区|县|旗)领导$")
_DELEGATE: Final = re.compile("代表|委员")
_DEPARTMENT: Final = re.compile(
    "[\u4e00-\u9fff]{1,9}(?:部|处|科|室|车间|司|系|组|办公室|中心|学院|事业部|分部|工会|团委|党支部|教研组)$"
)
_FUNCTION: Final = re.compile("[的了和与及在是说由任为对被把将也还都向到从来去给让兼等]")
_SEPARATOR: Final = re.compile("(?:、|兼任?|/|和|及|暨| |\u3000)$")
_PARTY_OFFICE: Final = re.compile("(?<=[、兼])(?:组织部|宣传部|统战部|政法委|纪委|市委办|社会工作部|办公厅|办公室)$")
_OFFICE: Final = re.compile(
    "[\u4e00-\u9fff]{1,10}(?:局|委|办|厅|部|院|会|处|中心|所|馆|校|大学|银行|公司|集团|社|站|台|学院|联盟|委员会|办公室)$"
)
_WINDOW: Final = 26


@dataclass(frozen=True, slots=True)
class Post:
    """A post as written: `title` with its organ or department, without its holder."""

    start: int
    end: int
    title: str
    leading: bool
    """Whether it is a post of a party committee, government, congress or conference."""
    level: str
    """省, 市, 县 … where the post itself says it, else ""."""
    organ_end: int
    """Where the organ ends and the bare title begins."""


def post_ending_at(text: str, end: int) -> Post | None:
    """The post whose last character is the one before `end`; None if no title ends there."""
    floor = max(0, end - _WINDOW)
    title = _TITLE.search(text, floor, end)
    if title is None:
        return None
    leaders = _LEADERS.search(text, floor, end)
    if leaders:
        return Post(leaders.start(), end, leaders.group(), True, leaders.group("level"), end)
    ruler = _RULER.match(title.group())
    if ruler:
        return Post(title.start(), end, title.group(), True, ruler.group("level") or "地区", title.start())
    organ = _PARTY_OFFICE.search(text, floor, title.start())
    if organ:
        return Post(organ.start(), end, text[organ.start() : end], False, "", title.start())
    organ = _ORGAN.search(text, floor, title.start())
    if organ and not _DELEGATE.fullmatch(title.group()):
        return Post(organ.start(), end, text[organ.start() : end], True, organ.group("level") or "", title.start())
    return None if organ else Post(title.start(), end, title.group(), False, "", title.start())


def department_before(text: str, start: int, end: int) -> bool:
    """Whether the stretch between a body's name and a title is a department of the body."""
    stretch = text[start:end]
    return bool(_DEPARTMENT.fullmatch(stretch)) and not _FUNCTION.search(stretch[:-1])


def separator_before(text: str, at: int) -> int | None:
    """Where the separator between two posts begins that ends at `at`; None if there is none."""
    match = _SEPARATOR.search(text, max(0, at - 2), at)
    return match.start() if match else None


def holder_ending_at(document: Document, at: int, floor: int = 40) -> Mention | None:
    """The longest mention of a place, body or delegation that ends at an offset, or before a 的 there."""
    if document.text[at - 1 : at] == "的":
        at -= 1
    best: Mention | None = None
    for mention in document.mentions_in(max(0, at - floor), at, PLACES | BODIES | {Label.DELEGATION}):
        if mention.end == at and (best is None or mention.start < best.start):
            best = mention
    return best


def find_bodies(document: Document) -> list[Mention]:
    """Bodies that only a title names: a place and the words of an office before the title of a person.

    Args:
        document: with mentions of places, bodies and persons, in order.

    Returns:
        the new mentions, from the place to the title.
    """
    return list(_bodies(document))


def _bodies(document: Document) -> Iterator[Mention]:
    text = document.text
    for person in document.mentions:
        if person.label is not Label.PERSON:
            continue
        post = post_ending_at(text, person.start)
        if post is None or post.leading or holder_ending_at(document, post.start) is not None:
            continue
        place = _place_before(document, post.start)
        if place is None:
            continue
        stretch = text[place.end : post.start]
        if _OFFICE.fullmatch(stretch) and not _FUNCTION.search(stretch):
            name = text[place.start : post.start]
            yield Mention(place.start, post.start, Label.ORGANIZATION, name, name, "body.title")


def _place_before(document: Document, at: int) -> Mention | None:
    """The place that ends at most twelve characters before an offset, nearest first."""
    places = [m for m in document.mentions_in(max(0, at - 20), at, PLACES) if at - m.end <= 12]
    return max(places, key=lambda m: (m.end, m.end - m.start), default=None)


@Language.component("tashan_titles")
def titles_component(doc: Doc) -> Doc:
    """Adds the bodies that titles name to the mentions of the document."""
    document: Document = doc._.document
    document.mentions.extend(find_bodies(document))
    document.sort()
    return doc
