"""References to delegations that travel.

    青岛市党政考察团 · 甘肃省定西市党政代表团 · 香港中华厂商联合会企业家代表团   place or body, modifiers, head
    市党政考察团 · 我市代表团                 the article's own place
    考察团 · 代表团一行                       again the one spoken of
    姜志国一行                                a person and his company
    一支12人的考察组 · 三亚市旅游局一行15人    by their number

Not read: 各地考察团, 上百个考察团 (no particular one) · 武警代表团长 (no head).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extractors.document import Document, Mention
from extractors.entities.delegation_places import PlaceIndex, short_place
from extractors.entities.delegation_words import ACTION, BUSINESS, LEADS_BUSINESS, NUMBER, TOUR, TOUR_MODIFIER
from graph.model import BODIES, DelegationKind, Label

_HEAD: Final = re.compile(rf"(?:{TOUR})(?![长员])(?:一行(?!{NUMBER}))?")
_MODIFIERS: Final = re.compile(rf"(?:{TOUR_MODIFIER})+$")
_GAP: Final = re.compile("[\u4e00-\u9fff“”]{0,14}$")
_OURS: Final = re.compile("(?:(?:我|本|该)(?:市|县|省|区|州|旗)|(?<![\u4e00-\u9fff])[市县省区州旗])(?=$)")
_TOWARDS: Final = re.compile("赴([\u4e00-\u9fff]{1,8})$")
_COUNT: Final = re.compile(rf"(?:(?:一支|一个|派出的|由)?(?:近|约)?{NUMBER}(?:余|多)?人的?|一支|一个)$")
_MANY: Final = re.compile("(?:各|多个|批|上百个|若干|每个|个个|等地|各地|过的|接待|的各类|所有)$")
_PARTY: Final = re.compile("一行")
_HOMETOWN: Final = re.compile("[\u4e00-\u9fff]{0,4}(?:商会|同乡会|社团|总会|联谊会|青年会)")
_OFFICE: Final = re.compile(r"[\u4e00-\u9fff]{2}(?:局|委|办|厅)|经济(?:技术)?开发区|工商联|招商引资局")
_PARTY_AFTER: Final = re.compile(rf"一行(?:近|约)?{NUMBER}(?:余|多)?人")
_PARTY_COUNT: Final = re.compile(rf"{NUMBER}(?:余|多)?人")
_HEAD_BEFORE: Final = re.compile(rf"(?:{TOUR})$")
_SENT_BY: Final = re.compile("(?:率领?|带领|带着?|组织|派出?|筹组|选派)(?:了|的|一[支个])?[“”]?$")
_TITLED: Final = re.compile("(?:[长记任席事理]|代表|书记|主席|总裁)$")
_UNLISTED: Final = re.compile("[\u4e00-\u9fff]{2,6}[州市省县郡]")
"""A place behind another one that no list knows: 哈萨克斯坦阿克托别州."""
_BOARD: Final = re.compile("(?:管委会|管理委员会|党工委|党委|政府)$")
_MADE_OF: Final = re.compile("一[支个]由[^，。；]{2,40}?组成的$")
_MADE_OF_REACH: Final = 48
_ITS: Final = re.compile("该(?:会|商会|协会|集团|公司|局|社|校)$")
_TO_OTHERS: Final = re.compile("企业家")
_LOOK_BACK: Final = 24


def find_tours(document: Document, places: PlaceIndex) -> list[Mention]:
    """References to study tours and business delegations; needs the places, bodies and persons of the article."""
    reader = _Reader(document, places)
    return [*reader.by_head(), *reader.by_party(), *reader.by_event()]


def line_start(text: str, at: int) -> int:
    """Where the line of a character begins."""
    return text.rfind("\n", 0, at) + 1


class _Reader:
    def __init__(self, document: Document, places: PlaceIndex) -> None:
        self.document = document
        self.text = document.text
        self.places = places
        self.bodies = {m.end: m for m in sorted(document.mentions, key=lambda m: -m.start) if m.label in BODIES}
        self.persons = {m.end: m for m in document.mentions if m.label is Label.PERSON}

    def by_head(self) -> Iterator[Mention]:
        for match in _HEAD.finditer(self.text):
            left = max(line_start(self.text, match.start()), match.start() - _LOOK_BACK)
            if not _MANY.search(self.text, left, match.start()):
                yield self.headed(match, left)

    def headed(self, match: re.Match[str], left: int) -> Mention:
        text, places = self.text, self.places
        modifiers = _MODIFIERS.search(text, left, match.start())
        core = modifiers.start() if modifiers else match.start()
        towards = _TOWARDS.search(text, left, core)
        aim = places.beginning_at(towards.start(1)) if towards else None
        destinations: list[str] = []
        if towards and aim and aim[0] == core:
            core, destinations = towards.start(), aim[1]
        start, origin = self.origin(left, core, match.start())
        form = "named" if origin else "again"
        rank: str | None = None
        its = _ITS.search(text, left, core)
        made_of = _MADE_OF.search(text, max(line_start(text, core), core - _MADE_OF_REACH), core)
        if modifiers and not origin and modifiers[0][0] in set("市县省区州"):
            form, rank = "named", modifiers[0][0]
        if start == core and not origin and rank is None:
            ours = _OURS.search(text, left, core)
            count = _COUNT.search(text, left, core)
            if ours and (modifiers or ours[0][0] in "我本"):
                start, form = ours.start(), "named"
                rank = None if ours[0][0] == "该" else ours[0][-1]
            elif count:
                start, form = count.start(), "counted"
                start, origin = places.ending_at(start) or (start, self.sender(start))
            elif made_of is not None:
                start, form, origin = made_of.start(), "counted", self.sender(core)
            elif its is not None:
                body = self.body_before(core)
                start, form, origin = its.start(), "named", self.seat(body) if body is not None else None
            elif _SENT_BY.search(text, left, core):
                form, origin = ("named" if modifiers else "led"), self.sender(core)
        if match[0].startswith("小分队") and "招商" not in text[core : match.start()]:
            form = "again"
        introduces = form == "again" and _PARTY_AFTER.match(text, match.end()) is not None
        if introduces:
            origin = self.sender(core)
        mention = self.mention(start, match.end(), form, origin, destinations)
        if made_of is not None and start == made_of.start():
            mention.name = text[core : match.end()].removesuffix("一行")
        mention.properties |= {"ours": rank, "introduces": introduces}
        if its is not None and (body := self.body_before(core)) is not None and BUSINESS.search(body.name):
            mention.properties["kind"] = DelegationKind.BUSINESS.value
        return mention

    def origin(self, left: int, core: int, head: int) -> tuple[int, str | None]:
        """Start and origin of the name whose modifiers begin at `core`, as far out as a pure name joins them."""
        found: tuple[int, str | None] = (core, None)
        for at in range(core, left, -1):
            if at < core and (ACTION.search(self.text, at, core) or not _GAP.match(self.text, at, core)):
                break
            if at > found[0]:
                continue
            body = self.bodies.get(at)
            place = self.places.ending_at(at)
            if body is not None and body.start < at:
                found = body.start, self.seat(body)
            elif place is not None:
                unknown = _UNLISTED.fullmatch(self.text, at, core)
                hometown = _HOMETOWN.match(self.text, at, head)
                found = (place[0], self.places.outermost(place[0], at)) if hometown else place
                found = (place[0], unknown[0]) if unknown else found
        return found

    def seat(self, body: Mention) -> str:
        """Where a body is from: the place in front of its name, else itself."""
        chain = self.places.chain_from(body.start)
        if chain is not None:
            end, first, last = chain
            return first if _HOMETOWN.match(self.text, end, body.end) else last
        named = max((n for n in self.places.short if body.name.startswith(n)), key=len, default=None)
        if named is not None:
            return named
        return _BOARD.sub("", body.name)

    def sender(self, at: int) -> str | None:
        """Who sends a delegation named without its origin: the last body or place of the sentence, else home."""
        sentence = self.document.sentence_at(at)
        found = None
        for mention in self.document.mentions_in(sentence.start, at):
            if mention.label in BODIES and mention.surface[:1] not in set("市县省区州旗"):
                found = self.seat(mention)
            elif mention.start in self.places.begins and not mention.nested:
                found = short_place(mention.name)
        return found

    def body_before(self, at: int) -> Mention | None:
        """The body that a sentence or the one before names last before a character."""
        start = self.document.sentence_at(max(self.document.sentence_at(at).start - 1, 0)).start
        return max(self.document.mentions_in(start, at, BODIES), key=lambda m: m.start, default=None)

    def by_event(self) -> Iterator[Mention]:
        """深圳企业家青岛行."""
        for match in _TO_OTHERS.finditer(self.text):
            place = self.places.ending_at(match.start())
            aim = self.places.begins.get(match.end())
            if place is not None and aim is not None and self.text[aim.end : aim.end + 1] == "行":
                yield self.mention(place[0], aim.end + 1, "named", place[1], [short_place(aim.name)])

    def by_party(self) -> Iterator[Mention]:
        for match in _PARTY.finditer(self.text):
            person = self.persons.get(match.start())
            if person is not None:
                title = self.sender(person.start) if _TITLED.search(self.text, person.start - 8, person.start) else None
                mention = self.mention(person.start, match.end(), "party", title)
                mention.properties["leader"] = person.name
                yield mention
                continue
            counted = _PARTY_COUNT.match(self.text, match.end())
            if counted is None or _HEAD_BEFORE.search(self.text, max(match.start() - 6, 0), match.start()):
                continue
            body = self.bodies.get(match.start())
            place = self.places.ending_at(match.start()) or (match.start(), self.sender(match.start()))
            start, origin = (body.start, self.seat(body)) if body is not None else place
            yield self.mention(start, counted.end(), "counted", origin)

    def mention(self, start: int, end: int, form: str, origin: str | None, destinations: Sequence[str] = ()) -> Mention:
        surface = self.text[start:end]
        if form == "party":
            business = LEADS_BUSINESS.search(self.text, max(start - 16, 0), start)
        else:
            business = BUSINESS.search(_OFFICE.sub("", surface))
        kind = DelegationKind.BUSINESS if business else DelegationKind.STUDY_TOUR
        properties = {
            "kind": kind.value,
            "form": form,
            "origin": origin,
            "destinations": list(destinations),
            "ordinal": None,
        }
        name = surface.removesuffix("一行")
        return Mention(start, end, Label.DELEGATION, name, surface, f"delegation.{form}", properties=properties)
