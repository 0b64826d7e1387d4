"""References to batches of trainees.

    青岛市第三批赴深圳体悟实训干部        ordinal, destination, training, persons
    岱山县第二批赴上海挂职的6名干部       the count inside
    第三批青岛干部 · 首批40人 · 第二批     short forms, where the article speaks of training
    乌兰察布市27名干部到北京报到          counted only: a batch of its own
    益阳市赴苏州实训队                  neither number nor count

Not read: 首批企业入驻, 第二期工程 (no persons) · 6批907名干部 (a total) · 招商局领走5人 (a share).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from extractors.document import Document, Mention
from extractors.entities.cohort_tail import Tail, TailReader
from extractors.entities.delegation_places import PlaceIndex, short_place
from extractors.entities.delegation_words import ADJECTIVE, NUMBER, ORDINAL, PERSONS, TRAINEE, TRAINING
from extractors.numerals import parse
from graph.model import DelegationKind, Label

_ORDINAL: Final = re.compile(ORDINAL)
_ORDINAL_NUMBER: Final = re.compile(NUMBER)
_FEWEST: Final = 3
"""Fewer people than that are no batch."""
_MANY: Final = 20
"""So many people without a word for what they are may still be the batch of that number."""
_VISITS: Final = re.compile("考察|参观|访问|演出|比赛|参赛|参展|旅游|出席")
_PICKED: Final = re.compile("(?:选派|选出|挑出|抽调|选送)了?$")
_SENT_AS: Final = re.compile(rf"(?:{TRAINING})的$")
_COUNT: Final = re.compile(PERSONS)
_COUNTED: Final = re.compile(rf"{NUMBER}(?:多|余)?(?:[名位人]|个人|个)")
_TRAINING: Final = re.compile(TRAINING)
_CONTEXT: Final = re.compile(rf"{TRAINING}|影子|拜师|学徒|打工|到岗|在岗|工位|伙计|为期|期限|助理|上[^，。]{{1,5}}的班")
_AFTER_BARE: Final = re.compile(
    r"$|[，。；：、！？）”\s\d]|于|在|已|也|则|将|定|初定|计划|拟|原定|排|敲定|预计|由|到|来|走|是|为|共|有|从|里|与|和|同|去年|今年|明年|"
    r"当年|当时|全部|正|刚|接|启程|出发|动身|赴|队|人选|上路|的(?:人选|领队|队员|学员|干部|带队|[^，。]{1,3}人)|就|何时|更|尚|还|至|给|下个月|这|嘛|一样"
)
_SENT: Final = re.compile(
    "(?:拟|将|计划|又|再|也|还|已|先后|首次)*(?:选派|派出|选送|抽调|派驻|派来|派去|选出|组织|派)的?$"
)
_HERE: Final = re.compile("(?:我|本|该|全)(?:市|县|省|区|州|旗|校|盟)(?:的|又|再|有|已)?$")
_OURS: Final = re.compile("[我本全]([市县省区州旗])")
_SHARE: Final = re.compile(
    "(?:接收|接收了|收下|带着|留下|领走|收了|接了|各带|各收|各接|各|分来|要走|每家|其中|其余|另外|余下|剩下|还有|安排|[名人]、[^，。；]{0,5})$"
)
_SUM: Final = re.compile(
    "(?:批|期|轮|拨|已有|共有|累计|总计|合计|总共|先后|前后|多达|超过|人数达到?)(?:次|共|计|选派|派出|有|约|近)*$"
)
_GOING: Final = re.compile(
    "赴|到|去|前往|抵|飞|来|送|派|南下|东去|北上|进京|走进|走出|登上|启程|报到|出发|分赴|奔赴|远门|出门|离家|上路|坐上|转"
)
_CHOSEN: Final = re.compile("(?:选派|选出|挑出|派出|抽调|选送|再派|又派|挑选|组织|派|走|送|这|有)(?:了|出)?$")
_RESPECTIVELY: Final = re.compile(
    rf"(?:此前|先前|前)(?P<number>{NUMBER})(?:批|期|拨)[^，。；]{{0,6}}分别(?:是|为|有|派出)?"
)
_PICKED_LOT: Final = re.compile(
    rf"(?:挑选?|选派|选送|抽调|推荐|派出|遴选)(?:了|出)?(?P<lot>一批(?:{ADJECTIVE})*(?:{TRAINEE}))"
    rf"|从[^，。；、]{{2,10}}?(?:挑|选|抽)(?:选|调)?(?:出来|出|来)?的(?P<rest>(?:{ADJECTIVE})*(?:{TRAINEE}))"
)
_BATCH_AGAIN: Final = re.compile("(?:这|该|本|此)批(?:学员|干部|队员|教师|人员)?|该队|本队|实训队(?!员)|跟班队(?!员)")


def find_cohorts(document: Document, places: PlaceIndex) -> list[Mention]:
    """References to batches of trainees, short forms included; needs the places and figures of the article."""
    return list(_Reader(document, places).read())


class _Reader:
    def __init__(self, document: Document, places: PlaceIndex) -> None:
        self.document = document
        self.text = document.text
        self.places = places
        self.context = _CONTEXT.search(self.text) is not None
        self.training = _TRAINING.search(self.text) is not None
        self.tails = TailReader(document, places)

    def read(self) -> Iterator[Mention]:
        yield from self.earlier()
        for match in _ORDINAL.finditer(self.text):
            mention = self.numbered(match)
            if mention is not None:
                yield mention
        for match in _COUNTED.finditer(self.text):
            mention = self.counted(match)
            if mention is not None:
                yield mention
        for match in re.finditer("赴|派驻|驻", self.text):
            mention = self.unnumbered(match)
            if mention is not None:
                yield mention
        for match in _PICKED_LOT.finditer(self.text):
            yield from self.picked(match)
        for match in _BATCH_AGAIN.finditer(self.text):
            if self.text[match.start() - 1 : match.start()] not in set("业批职班岗"):
                yield self.mention(
                    match.start(), match.end(), "cohort.again", {"form": "again", "origin": None, "destinations": []}
                )

    def numbered(self, match: re.Match[str]) -> Mention | None:
        tail = self.tails.read(match.end())
        if not self.context and not (tail.persons and tail.destinations):
            return None
        whole = tail.counted is not None and tail.counted.unit == "人"
        plain = whole or _AFTER_BARE.match(self.text, tail.end) or self.named_person(tail.end)
        if not (tail.persons or tail.trained or plain):
            return None
        if tail.empty and match[0][-1] in "期支" and self.text[match.end() : match.end() + 1] != "，":
            return None
        start, origin = self.left(match.start())
        if origin in tail.destinations:
            origin = None
        number = _ORDINAL_NUMBER.search(match[0])
        properties = {
            "form": "named" if tail.trained or tail.persons else "short",
            "ordinal": parse(number[0]) if number and match[0][0] == "第" else 1,
            "origin": origin or tail.origin,
            "destinations": tail.destinations,
            "figure": tail.counted,
        }
        return self.mention(start, tail.end, "cohort.numbered", properties)

    def counted(self, match: re.Match[str]) -> Mention | None:
        before = self.text[max(match.start() - 12, 0) : match.start()]
        if (
            not self.context
            or _SUM.search(before)
            or _SHARE.search(before)
            or re.search(ORDINAL + "[^，。]{0,10}$", before)
        ):
            return None
        tail = self.tails.read(match.start())
        few = tail.counted is not None and tail.counted.value < _FEWEST
        if few or (match[0][-1] != "人" and not tail.persons):
            return self.echo(match, tail)
        sentence = self.document.sentence_at(match.start())
        near = self.text[sentence.start : sentence.end]
        start, origin = self.left(match.start())
        if not self.introduces(match, tail, near, origin):
            return self.echo(match, tail)
        properties = {
            "form": "counted",
            "ordinal": None,
            "origin": origin or tail.origin,
            "destinations": tail.destinations,
            "figure": tail.counted,
        }
        return self.mention(start, tail.end, "cohort.counted", properties)

    def introduces(self, match: re.Match[str], tail: Tail, near: str, origin: str | None) -> bool:
        """Whether the sentence around a count tells of people who are sent to be trained."""
        before = self.text[max(match.start() - 12, 0) : match.start()]
        sentence = self.document.sentence_at(match.start())
        after = self.text[tail.end : sentence.end]
        chosen = _CHOSEN.search(before)
        if chosen and chosen[0] == "有" and not _GOING.search(after[:12]):
            chosen = None
        told = _CONTEXT.search(near) is not None
        leaves = tail.persons and (chosen or _GOING.match(after)) and not _VISITS.search(near)
        if not (told or self.training or leaves):
            return False
        if not (tail.persons or (chosen and (told or _PICKED.search(before)))):
            return False
        if tail.trained:
            return True
        away = self.elsewhere(sentence.start, sentence.end, origin) or (origin is not None and tail.persons)
        moves = _GOING.search(near) or _TRAINING.search(near)
        told = _TRAINING.search(near) is not None
        return bool(moves and away and (told or chosen or _GOING.search(after[:12]) or origin))

    def earlier(self) -> Iterator[Mention]:
        """此前两批分别为60人和76人: a batch for each count."""
        for match in _RESPECTIVELY.finditer(self.text):
            number = parse(match["number"]) or 0
            sentence = self.document.sentence_at(match.start())
            counts = [f for f in self.document.figures_in(match.end(), sentence.end) if f.unit in {"名", "人"}]
            if self.context and len(counts) == number > 1:
                for ordinal, figure in enumerate(counts, 1):
                    properties = {"form": "short", "ordinal": ordinal, "origin": None, "destinations": []}
                    properties["figure"] = figure
                    yield self.mention(figure.start, figure.end, "cohort.numbered", properties)

    def picked(self, match: re.Match[str]) -> Iterator[Mention]:
        """挑一批干部，放到深圳 · 从东阳基层挑出来的年轻人: a batch without number and count."""
        if not self.context:
            return
        start: int = match.start("lot") if match["lot"] else match.start("rest")
        origin = None
        place = self.places.begins.get(match.start() + 1) if match[0].startswith("从") else None
        if place is not None:
            start, origin = match.start(), short_place(place.name)
        properties: dict[str, object] = {
            "form": "picked",
            "ordinal": None,
            "origin": origin,
            "destinations": [],
            "figure": None,
        }
        yield self.mention(start, match.end(), "cohort.picked", properties)

    def echo(self, match: re.Match[str], tail: Tail) -> Mention | None:
        """A count that introduces nobody but may be that of a batch spoken of: 下派的15人, 60名学员."""
        sent = _SENT_AS.search(self.text, max(match.start() - 8, 0), match.start())
        if (
            tail.counted is None
            or tail.counted.value < _FEWEST
            or not (tail.persons or sent or tail.counted.value >= _MANY)
        ):
            return None
        start = sent.start() if sent else match.start()
        properties: dict[str, object] = {"form": "echo", "ordinal": None, "origin": None}
        properties |= {"destinations": [], "figure": tail.counted}
        return self.mention(start, tail.end, "cohort.echo", properties)

    def unnumbered(self, match: re.Match[str]) -> Mention | None:
        tail = self.tails.read(match.start())
        if not (tail.destinations and tail.trained and tail.persons):
            return None
        start, origin = self.left(match.start())
        if re.search(ORDINAL + "$", self.text[max(start - 6, 0) : match.start()]) or origin is None:
            return None
        properties = {
            "form": "unnumbered",
            "ordinal": None,
            "origin": origin,
            "destinations": tail.destinations,
            "figure": tail.counted,
        }
        return self.mention(start, tail.end, "cohort.unnumbered", properties)

    def elsewhere(self, start: int, end: int, origin: str | None) -> bool:
        """Whether a stretch names a place beside the origin."""
        return any(
            start <= at < end and (origin is None or not place.name.startswith(origin))
            for at, place in self.places.begins.items()
        )

    def named_person(self, at: int) -> bool:
        """Whether 的 and a person follow: 第二批的樊丽君."""
        return self.text[at : at + 1] == "的" and any(
            m.start == at + 1 for m in self.document.mentions_in(at, at + 8, (Label.PERSON,))
        )

    def left(self, start: int) -> tuple[int, str | None]:
        """Where the reference begins, and its origin, if a place or 我市 stands right in front."""
        sent = _SENT.search(self.text, max(start - 8, 0), start)
        for cut in (start, sent.start() if sent else start):
            place = self.places.ending_at(cut)
            has = place is None and self.text[cut - 1 : cut] == "有"
            if place is None and (has or self.text[cut - 1 : cut] in {"的", "近"}):
                place = self.places.ending_at(cut - 1)
            if place is not None:
                return (place[0] if cut == start and not has else start), place[1]
            here = _HERE.search(self.text, max(cut - 8, 0), cut)
            if here:
                origin = self.spoken_of(here.start(), here[0][1]) if here[0][0] == "该" else None
                return (here.start() if cut == start else start), origin
        return start, None

    def spoken_of(self, at: int, rank: str) -> str | None:
        """The place of a rank that was named last: 该区."""
        ends = [end for end, place in self.places.ends.items() if end <= at and place.name.endswith(rank)]
        return short_place(self.places.ends[max(ends)].name) if ends else None

    def mention(self, start: int, end: int, rule: str, properties: Mapping[str, object]) -> Mention:
        surface = self.text[start:end]
        kind = DelegationKind.TRAINEE_COHORT.value
        ours = _OURS.match(surface)
        properties = {**properties, "ours": ours[1] if ours else None}
        return Mention(start, end, Label.DELEGATION, surface, surface, rule, properties={"kind": kind, **properties})
