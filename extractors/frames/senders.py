"""Who sent a delegation that is named without its origin.

    慈溪市委组织部挑出8名年轻干部 · 鹤壁市工商联组织的民营企业家考察团     the sender in the sentence
    商城24名干部苏南“顶岗” · 遂昌九个人蹲进温岭                      the first place of the headline
    商城县发改委, 商城县工信局 …                                  the place whose offices the article names
    我市第二批…干部                                            the article's own place, of that rank

Each is worth something; the place that has most and is no destination is it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from extractors.document import Document, Mention
from extractors.entities.delegation_places import PlaceIndex, short_place
from graph.model import BODIES, Label

_SENDS: Final = re.compile("选派|挑出|挑选|选出|派出?|送|抽调|组织|选送|出发|启程|遴选|推荐")
_NEAR: Final = 40
_MOST_OFFICES: Final = 4
_RANKS: Final = {
    "市": {Label.CITY, Label.DISTRICT},
    "县": {Label.DISTRICT},
    "区": {Label.DISTRICT},
    "旗": {Label.DISTRICT},
    "省": {Label.PROVINCE},
    "州": {Label.CITY},
}
"""Which places 我市, 我县 … can mean."""


class Senders:
    """What the article as a whole says about who sends people."""

    def __init__(self, document: Document, places: PlaceIndex) -> None:
        self.document = document
        self.places = places
        self.standing: Counter[str] = Counter()
        self.labels: dict[str, Label] = {}
        for place in places.begins.values():
            self.labels.setdefault(short_place(place.name), place.label)
        for body in document.mentions:
            if body.label in BODIES and (seat := self.seat(body)) is not None:
                self.standing[seat] += 1
        headlines = [s for s in document.sentences if s.headline]
        self.headline: str | None = None
        for sentence in headlines:
            first = next((p for at, p in sorted(places.begins.items()) if sentence.start <= at < sentence.end), None)
            if first is not None:
                self.headline = short_place(first.name)
                break

    def seat(self, body: Mention) -> str | None:
        """The last of the places that a body's name begins with."""
        chain = self.places.chain_from(body.start)
        if chain is not None and chain[0] <= body.end:
            return chain[2]
        return max((n for n in self.places.short if body.name.startswith(n)), key=len, default=None)

    def sender(self, mention: Mention) -> str | None:
        """The place, or the place of the body, that a sentence makes send the people of a reference."""
        sentence = self.document.sentence_at(mention.start)
        found: str | None = None
        for other in self.document.mentions_in(max(sentence.start, mention.start - _NEAR), mention.start):
            if not _SENDS.search(self.document.text, other.end, mention.start):
                continue
            if other.label in BODIES:
                found = self.seat(other) or found
            elif other.start in self.places.begins:
                found = short_place(other.name)
        return found

    def spoken_of(self, mention: Mention) -> str | None:
        """The place that stands last in the sentence before a reference, or in front of it in its own."""
        sentence = self.document.sentence_at(mention.start)
        before = self.document.sentences[max(sentence.index - 1, 0)]
        start = before.start if before.paragraph == sentence.paragraph else sentence.start
        names = [short_place(p.name) for at, p in sorted(self.places.begins.items()) if start <= at < mention.start]
        return names[-1] if names else None

    def offices_before(self, mention: Mention) -> set[str]:
        """The places whose offices the paragraph names before a reference."""
        start = self.document.text.rfind("\n", 0, mention.start) + 1
        bodies = self.document.mentions_in(start, mention.start, BODIES)
        return {seat for body in bodies if (seat := self.seat(body)) is not None}

    def likeliest(self, mentions: list[Mention], destinations: list[str], others: list[str]) -> str | None:
        """The place that most speaks for as the origin of a group of references.

        Args:
            mentions: the references.
            destinations: where they go, which is no origin.
            others: origins of other delegations of the article.
        """
        votes: Counter[str] = Counter()
        for mention in mentions:
            if (said := self.sender(mention)) is not None:
                votes[said] += 6
        if (spoken := self.spoken_of(mentions[0])) is not None:
            votes[spoken] += 4
        for seat in self.offices_before(mentions[0]):
            votes[seat] += 2
        if self.headline is not None:
            votes[self.headline] += 3
        if self.places.home is not None:
            votes[self.places.home] += 3
        for name in others:
            votes[name] += 2
        for name, count in self.standing.items():
            votes[name] += min(count, _MOST_OFFICES)
        ranks = [m.properties["ours"] for m in mentions if m.properties.get("ours")]
        if ranks:
            if self.places.home is not None:
                votes[self.places.home] += 2
            wanted = _RANKS.get(ranks[0], set())
            votes = Counter({n: v for n, v in votes.items() if self.labels.get(n) in wanted}) or votes
        away = {short_place(name) for name in destinations}
        return next((name for name, _ in votes.most_common() if name not in away), None)
