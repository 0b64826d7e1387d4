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
from dataclasses import dataclass
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Mention
from extractors.entities.words import Words
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
    f"(?:(?P<level>{_LEVEL})(?:委|党委|人民政府|政府|人大|人大常委会|人民代表大会常务委员会|政协|纪委|监委|纪委监委)(?:党组)?|"
    "人民政府|政府|人大常委会|人大|政协|纪委|(?:临时)?(?:党支部|党总支|党委)|"
    "党委|党组|党工委|工委|管委会|管委|管理委员会|行署|地委|中共|常委会)$"
)
_RULER: Final = re.compile(
    "^(?:常务|副|代|代理|时任|原|前|现任|首任|候任|挂职|兼)*(?P<level>省|市|州|区|县|旗|盟|镇|乡|村)长(?:助理|候选人)?$|^(?:副|行署)*专员$"
)
_ASSEMBLY: Final = re.compile("人大|人民代表大会|政协")
_LEADERS: Final = re.compile("(?P<level>省|市|州|区|县|旗)领导$")
_DELEGATE: Final = re.compile("代表|委员")
_DEPARTMENT: Final = re.compile(
    "[\u4e00-\u9fff]{1,9}(?:部|处|科|室|车间|司|系|组|办公室|中心|学院|事业部|分部|工会|团委|党支部|教研组)$"
)
_FUNCTION: Final = re.compile("[的了和与及在是说由任为对被把将也还都向到从来去给让兼等]")
_SEPARATOR: Final = re.compile("(?:、|兼任?|/|和|及|暨| |\u3000)$")
_PARTY_OFFICE: Final = re.compile("(?<=[、兼])(?:组织部|宣传部|统战部|政法委|纪委|市委办|社会工作部|办公厅|办公室)$")
_OFFICE: Final = re.compile(
    "[\u4e00-\u9fff]{1,10}(?:局|委|办|厅|部|院|会|处|中心|所|馆|校|大学|银行|公司|集团|社|站|台|学院|联盟|委员会|办公室|司|署|村|社区|中学|小学|[一二三四五六七八九十]中|队)$"
)
_RURAL: Final = frozenset({"镇", "乡", "村", "街道"})
_VILLAGE: Final = re.compile("[\u4e00-\u9fff]{1,7}(?:村|镇|乡|街道|社区|苏木|农场)$")
_NAMES: Final = frozenset({"LOC", "ORG", "nz", "ns"})
"""Tags of words that may name a body."""
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
    if organ and not (_DELEGATE.fullmatch(title.group()) and _ASSEMBLY.search(organ.group())):
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
    """Bodies that only a title names, right before the title of a person.

    A place and the words of an office (青岛市|招商服务中心|主任), or a word that the tagger takes for a name and that
    ends like a body or a village (金米村|党支部书记, 立法会|议员).

    Args:
        document: with tokens and with mentions of places, bodies and persons, in order.

    Returns:
        the new mentions.
    """
    words_ = Words(document)
    return [
        body
        for person in document.mentions
        if person.label is Label.PERSON and (body := _body_before(document, words_, person)) is not None
    ]


def _body_before(document: Document, words_: Words, person: Mention) -> Mention | None:
    post = post_ending_at(document.text, person.start)
    if post is None:
        return None
    end = post.start + 1 if post.level in _RURAL else post.start
    if holder_ending_at(document, end) is not None or holder_ending_at(document, post.organ_end) is not None:
        return None
    place = None if post.leading else _place_before(document, end)
    if place is not None:
        stretch = document.text[place.end : end]
        if _OFFICE.fullmatch(stretch) and not _FUNCTION.search(stretch):
            return _named(document, place.start, end)
    word = words_.token(end - 1)
    if word is None or word.tag not in _NAMES:
        return None
    start = max([word.start, *(m.end for m in document.mentions_in(word.start, end, PLACES))])
    ends_like = _VILLAGE if post.leading else _OFFICE
    return _named(document, start, end) if ends_like.fullmatch(document.text[start:end]) else None


def _holds_post(document: Document, place: Mention) -> bool:
    """Whether a leading post stands behind a place, so that 厦门 in 厦门市委书记 is no part of another name."""
    posts = (post_ending_at(document.text, place.end + size) for size in range(1, 10))
    return any(post is not None and post.leading and post.start in {place.end - 1, place.end} for post in posts)


def _named(document: Document, start: int, end: int) -> Mention:
    name = document.text[start:end]
    return Mention(start, end, Label.ORGANIZATION, name, name, "body.title")


def _place_before(document: Document, at: int) -> Mention | None:
    """The place that ends at most twelve characters before an offset, nearest first."""
    places = [m for m in document.mentions_in(max(0, at - 20), at, PLACES) if at - m.end <= 12]
    return max(places, key=lambda m: (m.end, m.end - m.start), default=None)


@Language.component("tashan_titles")
def titles_component(doc: Doc) -> Doc:
    """Adds the bodies that titles name to the mentions of the document."""
    document: Document = doc._.document
    bodies = find_bodies(document)
    names = {body.surface for body in bodies}
    for mention in document.mentions:
        # A village whose secretary is named acts: it is no mere place to be seen.
        if mention.label is Label.SITE and mention.surface in names:
            mention.label = Label.ORGANIZATION
        if mention.properties.get("part") and _holds_post(document, mention):
            del mention.properties["part"]
    spans = {(m.start, m.end) for m in document.mentions if m.label is Label.ORGANIZATION}
    document.mentions.extend(body for body in bodies if (body.start, body.end) not in spans)
    document.sort()
    return doc
