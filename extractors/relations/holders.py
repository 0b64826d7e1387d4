"""Which place or body holds a post that is written without one.

青岛市委|书记           the place, not the committee
市长                    the place of that level spoken of in the sentence, else the article's home
局长, 会长, 董事长      the body of that kind named last
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Entity, Mention, Sentence
from extractors.entities.titles import Post, department_before, holder_ending_at, post_ending_at
from graph.model import BODIES, DOMESTIC, PLACES, Label
from graph.places import gazetteer

_COMMITTEE: Final = re.compile(
    "(?:[省市州区县旗盟]委|自治区党委|人民政府|政府|人大常委会|人大|人民代表大会|政协|管委会|管理委员会|党工委|工委|行署|党委)$"
)
_KINDS: Final[tuple[tuple[str, str], ...]] = (
    ("工会主席", "公司|集团|厂"),
    ("监事会主席", "公司|集团|银行"),
    ("董事", "公司|集团|银行|企业|股份|厂"),
    ("监事长", "公司|集团|银行|商会|协会"),
    ("理事长", "会|联盟|合作社|基金会|协会"),
    ("秘书长", "会|联盟|协会|联合会|商会"),
    ("总经理", "公司|集团|银行|厂"),
    ("总裁", "公司|集团|局|银行"),
    ("经理", "公司|集团"),
    ("行长", "银行|分行|支行"),
    ("会长", "(?<!委员)(?<!管委)(?<!常委)会"),
    ("主席", "会|联|联盟|政协|集团"),
    ("校长", "大学|学院|学校|中学|小学|党校|校"),
    ("教授", "大学|学院"),
    ("院长", "院"),
    ("所长", "所"),
    ("馆长", "馆"),
    ("站长", "站"),
    ("局长", "局"),
    ("厅长", "厅"),
    ("司长", "司"),
    ("部长", "部"),
    ("处长", "处|局|委|办"),
    ("科长", "局|委|办|科"),
    ("关长", "海关"),
    ("厂长", "厂"),
    ("社长", "社"),
    ("台长", "台"),
    ("镇长", "镇"),
    ("乡长", "乡"),
    ("村长", "村"),
    ("支书", "村|社区"),
    ("主任", "委|办|中心|管委会|会|办公室|办事处"),
)
_ANAPHOR: Final = re.compile(
    "(?:该|本|我|这家)?(公司|集团|企业|协会|商会|联盟|学会|大学|学院|学校|校|医院|院|局|会|银行|行|厂|管委会|中心|办事处|基金会|基金|"
    "联络处|小队|镇|乡|村|基地|馆|社)(?:[\u4e00-\u9fff]{2,7}(?:部|处|科|室|中心|委员会))?$"
)
"""A word for the body in front of its post: 公司董事长, 我会会长, 该局局长."""
_TEAM: Final = re.compile("团长|领队|队长|临时党")
_HELD_IN_TEAM: Final = re.compile("副|党")
"""Who heads a delegation leads it; its other posts are held in it."""
_TELLS_OF_TEAM: Final = re.compile("(?:考察团|代表团|考察组|学习团)|带队|率队|领队|随团|随行|同行")
_CONGRESS: Final = re.compile("^(?:人大|人大常委会|常委会|政协|人民政府|政府)")
_OWN_PLACE: Final = re.compile("该[省市县区州旗]$")
_RURAL: Final = {"镇": "镇", "乡": "乡", "街道": "街道", "村": "村"}
_ANAPHORS: Final = {
    "校": "大学|学院|学校|中学|小学",
    "院": "院",
    "行": "银行|分行|支行",
    "公司": "公司|集团|股份|银行",
    "企业": "公司|集团|厂",
}
_OF_PLACE: Final = re.compile("组织部|宣传部|统战部|政法委|纪委|秘书长|常委|党组|办公[厅室]|书记|主席|主任$")
_FAR: Final = 260


class Holders:
    """Looks up the holders of posts in one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._places = [m for m in document.mentions if m.label in DOMESTIC and m.entity is not None]
        self._bodies = [m for m in document.mentions if m.label in BODIES and m.entity is not None]
        self._teams = [m for m in document.mentions if m.label is Label.DELEGATION and m.entity is not None]

    def of(self, mention: Mention, post: Post) -> Entity | None:
        """The holder that a mention in front of a post names: the place for its committee, else the thing itself."""
        if mention.label in BODIES and _COMMITTEE.search(mention.surface):
            place = self._place_of(mention)
            if place is not None:
                return place
        if mention.label in PLACES and not post.leading:
            return None
        if mention.label is Label.DELEGATION and not _HELD_IN_TEAM.search(post.title):
            return None
        return mention.entity if mention.label is not Label.COUNTRY else None

    def inherited(self, previous: Entity | None, post: Post) -> Entity | None:
        """The holder of the post before in the chain or row, if this one can be held there too."""
        if previous is None or self._anaphor(post) is not None or _TEAM.search(post.title):
            return None
        if post.level:
            return previous if previous.label in DOMESTIC and fits(previous, post.level) else None
        if previous.label in DOMESTIC:
            return previous if post.leading or _OF_PLACE.search(post.title) else None
        return previous

    def spoken_of(self, post: Post, *, acting: bool = False) -> Entity | None:
        """The place or body of the context that holds a post without one.

        Args:
            post: a post without a holder in front.
            acting: whether a clause gives the post (当选会长), so that bodies of other titles are not meant.
        """
        if _TEAM.search(post.title):
            return self._last_team(post)
        if post.level:
            rural = _RURAL.get(post.level)
            return self._last_body(post.start, rural) if rural else self._last_place(post)
        if post.leading and _CONGRESS.search(post.title):
            return self._document.home
        anaphor = self._anaphor(post)
        if anaphor is not None:
            return self._leading_body(post.start, _ANAPHORS.get(anaphor, anaphor))
        kinds = next((kinds for head, kinds in _KINDS if head in post.title and not post.leading), None)
        if kinds is None:
            return None
        sentence = self._document.sentence_at(post.start)
        near = None if acting else self._last_body(post.start, kinds, post.start - sentence.start)
        return near or self._leading_body(post.start, kinds) or self._last_body(post.start, kinds)

    def _anaphor(self, post: Post) -> str | None:
        text = self._document.text
        match = _ANAPHOR.search(text, max(0, post.start - 14), post.start)
        if match is None:
            return None
        left = text[match.start() - 1 : match.start()] if match.start() else ""
        return match.group(1) if not re.match("[\u4e00-\u9fff]", left) or left in "由是和为与的" else None

    def _place_of(self, body: Mention) -> Entity | None:
        """The place that the name of a committee or administration begins with."""
        if body.surface.endswith(("管委会", "管理委员会")) and self._acts(body):
            return None
        inside = [m for m in self._document.mentions_in(body.start, body.end, PLACES) if m.entity is not None]
        inside = [m for m in inside if body.end - m.end <= 8]
        if inside:
            return max(inside, key=lambda m: (m.end, -m.start)).entity
        name = body.entity.name if body.entity is not None else body.name
        stem = _COMMITTEE.sub("", name)
        for mention in self._places:
            if mention.entity is not None and stem and stem in {mention.entity.name, *mention.entity.aliases}:
                return mention.entity
        level = re.search("(省|市|州|区|县|旗|盟)(?:委|人民政府|政府|人大|政协)", body.surface)
        if level is None:
            return None
        return self._last_place(Post(body.start, body.end, "", True, level.group(1), body.end))

    def _acts(self, body: Mention) -> bool:
        """Whether an administration is spoken of outside titles too."""
        mentions = body.entity.mentions if body.entity is not None else []
        return any(not self._entitles(m) for m in mentions)

    def _entitles(self, mention: Mention) -> bool:
        """Whether a mention only tells where a person holds a post."""
        text = self._document.text
        following = text[mention.end : mention.end + 14]
        return any(
            (post := post_ending_at(following, size)) is not None
            and (post.start == 0 or following[: post.start] == "的" or department_before(following, 0, post.start))
            for size in range(2, len(following) + 1)
        )

    def _last_place(self, post: Post) -> Entity | None:
        """The place of a level: whose delegation the sentence tells of, else the home, else the one named last."""
        text = self._document.text
        sentence = self._document.sentence_at(post.start)
        fitting = [m for m in self._places if m.start < post.start and m.entity and fits(m.entity, post.level)]
        if _OWN_PLACE.search(text, max(0, post.start - 3), post.start):
            abroad = [m.entity for m in fitting if m.entity is not self._document.home]
            return abroad[-1] if abroad else None
        for team in self._teams_told(sentence):
            origin = self._origin(team)
            if origin is not None and fits(origin, post.level):
                return origin
        home = self._document.home
        if home is not None and fits(home, post.level):
            return home
        if post.level == "省":
            return self._province_of_home()
        return fitting[-1].entity if fitting else None

    def _teams_told(self, sentence: Sentence) -> list[Mention]:
        """The delegations that a sentence names, else, where it tells of one without its name, the one named last."""
        inside = [m for m in self._teams if sentence.start <= m.start < sentence.end]
        if inside or not _TELLS_OF_TEAM.search(self._document.text, sentence.start, sentence.end):
            return inside
        return [m for m in self._teams if m.start < sentence.start][-1:]

    def _province_of_home(self) -> Entity | None:
        """The province that the home lies in, if the article names it."""
        home = self._document.home
        if home is None or home.anchor is None:
            return None
        above = {place.anchor for place in gazetteer().ancestors(home.anchor)}
        return next((e for e in self._document.entities if e.label is Label.PROVINCE and e.anchor in above), None)

    def _origin(self, team: Mention) -> Entity | None:
        """The place that the name of a delegation begins with."""
        for mention in self._document.mentions_in(team.start, team.end, DOMESTIC):
            if mention.start == team.start:
                return mention.entity
        origin = team.entity.properties.get("origin") if team.entity is not None else None
        for mention in self._places:
            if mention.entity is not None and origin in {mention.entity.name, *mention.entity.aliases}:
                return mention.entity
        return None

    def _last_team(self, post: Post) -> Entity | None:
        sentence = self._document.sentence_at(post.start)
        inside = [m for m in self._teams if sentence.start <= m.start < sentence.end]
        before = [m for m in self._teams if m.start < post.start]
        found = inside[:1] or before[-1:]
        return found[0].entity if found and _HELD_IN_TEAM.search(post.title) else None

    def _last_body(self, at: int, kinds: str, far: int = _FAR) -> Entity | None:
        """The body of a kind that is named last before an offset, not too far away; at first those outside titles."""
        fallback: Entity | None = None
        for mention, entity in self._bodies_before(at, kinds, far):
            if not self._entitles(mention):
                return entity
            fallback = fallback or entity
        return fallback

    def _leading_body(self, at: int, kinds: str) -> Entity | None:
        """The body of a kind that the text before an offset speaks of most; of several, the one named last."""
        counts: Counter[str] = Counter()
        entities: dict[str, Entity] = {}
        for mention, entity in self._bodies_before(at, kinds, _FAR * 4):
            if not self._entitles(mention):
                counts[entity.id] += 1
                entities.setdefault(entity.id, entity)
        return entities[counts.most_common(1)[0][0]] if counts else None

    def _bodies_before(self, at: int, kinds: str, far: int) -> Iterator[tuple[Mention, Entity]]:
        """Mentions of bodies of a kind before an offset, nearest first."""
        pattern = re.compile(f"(?:{kinds})$")
        last = bisect_left(self._bodies, at, key=lambda m: m.start)
        for mention in reversed(self._bodies[:last]):
            if at - mention.end > far:
                return
            entity = mention.entity
            if entity is not None and any(pattern.search(n) for n in (mention.surface, entity.name)):
                yield mention, entity


def holder_of(document: Document, post: Post) -> tuple[Mention, str] | None:
    """The mention in front of a post that holds it, and the title with the department between them."""
    text = document.text
    if post.organ_end > post.start:
        body = holder_ending_at(document, post.organ_end)
        if body is not None and body.start < post.start:
            return body, post.title
    for at in (post.start + 1, post.start) if post.level else (post.start,):
        mention = holder_ending_at(document, at)
        if mention is not None and mention.start < post.start:
            return mention, post.title
    for back in range(2, 12):
        at = post.start - back
        mention = holder_ending_at(document, at) if at > 0 else None
        if mention is not None and mention.label in BODIES and department_before(text, at, post.start):
            return mention, text[at : post.end]
    return None


def fits(place: Entity, level: str) -> bool:
    """Whether a place can have the posts of a level."""
    names = {place.name, *place.aliases}
    if level in {"省", "自治区"}:
        return place.label is Label.PROVINCE
    if level == "市":
        return place.label is Label.CITY or any(n.endswith("市") for n in names)
    if level in {"州", "自治州", "盟", "地区"}:
        return place.label in {Label.CITY, Label.PROVINCE} and any(n.endswith(level[-1]) for n in names)
    if level == "特区":
        return place.label is Label.CITY
    ends = {n[-1] for n in names if n[-1] in "区县旗市"}
    return place.label is Label.DISTRICT and (not ends or level[-1] in ends)
