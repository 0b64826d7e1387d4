"""Who holds which post where: HOLDS_POSITION.

    before   青岛市商务局局长李建平 · 市委副书记、市长赵豪志 · 温州市委书记郑国平、副市长吴晓燕
    given    会长由X担任 · 首任会长是X
    and what `extractors.relations.appointments` reads: X任…, X是…, X（…）

Must not be read: 免去X的局长职务 · 书记处 · 记者X · 马副市长 · 区人大代表X.
A post of the party committee, government, congress or consultative conference of a place is held in the place; a bare
市长 is that of the place spoken of, else of the article's home; a bare 会长 that of the association named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Entity, Mention, Statement
from extractors.entities.titles import Post, post_ending_at, separator_before
from extractors.relations.appointments import find_appointments
from extractors.relations.holders import Holders, holder_of
from graph.model import EdgeType, Label

_GIVEN: Final = re.compile(
    "(?:一职|之职)?(?:[，,]?(?:仍由|由|是|为|：|:|正是|就是|便是|分别是|分别由|交给了?|落到|叫|则由|暂由|也由|还由))"
    "(?:[^，。；：、]{1,16}的)?$"
)
_TAKES: Final = re.compile("担任|出任|兼任|接任|代理|充任|继任|分任|担当|挑起|兼着|接手")
_REMOVED: Final = re.compile("免去|不再担任|辞去|卸任|免除|撤销|罢免|解聘")
_JOINED: Final = re.compile("^(?:、|和|与|及|，|,|以及)$")
_REMARK: Final = re.compile("(?:[（(][^（）()]{1,6}[）)])?[ \u3000]*$")
"""A blank, or 挂职 in brackets, between a title and a name."""
_LEADERS: Final = re.compile("(?P<post>[省市州区县旗]领导)(?:还|就|主要)?(?:有|包括|为|：|:)?$")
_HOSTS: Final = re.compile("[^，。；]{0,6}(?:陪同|会见|接待|作陪|迎接|讲解|陪着)")
"""Who receives guests belongs to the place of the host named before."""
_LONGEST: Final = 300


def propose(document: Document) -> Iterator[Statement]:
    """HOLDS_POSITION statements of a document with entities and home.

    Args:
        document: mentions carry their entities.

    Yields:
        one statement for each person, holder and chain of titles; the same fact may come by several patterns.
    """
    holders = Holders(document)
    persons = [m for m in document.mentions if m.label is Label.PERSON and m.entity is not None]
    previous: tuple[Mention, Entity] | None = None
    for index, person in enumerate(persons):
        if document.sentence_at(person.start).furniture:
            continue
        before = _chain_before(document, person.start) or _leaders_before(document, persons, index)
        shared = _shared(document, previous, before, person)
        held = [] if _is_removed(document, before) else _resolve(document, holders, before, shared)
        for holder, titles in held:
            yield _statement(document, person, holder, titles, "before")
        if held:
            previous = (person, held[-1][0])
        given = _given(document, person, before)
        for holder, titles in _resolve(document, holders, given, None, acting=True):
            yield _statement(document, person, holder, titles, "given")
    for found in find_appointments(document):
        resolved = _resolve(document, holders, list(found.posts), None, acting=True)
        for person in found.persons:
            for holder, titles in resolved:
                yield _statement(document, person, holder, titles, found.rule)


def _statement(document: Document, person: Mention, holder: Entity, titles: list[str], rule: str) -> Statement:
    if person.entity is None:
        raise ValueError(f"{person.surface} at {person.start} has no entity")
    sentence = document.sentence_at(person.start)
    start, end = sentence.start, sentence.end
    if end - start > _LONGEST:
        start, end = max(start, person.start - _LONGEST // 2), min(end, person.start + _LONGEST // 2)
    title = "、".join(titles)
    return Statement(
        EdgeType.HOLDS_POSITION, person.entity, holder, start, end, f"posts.{rule}", properties={"title": title}
    )


def _chain_before(document: Document, end: int) -> list[Post]:
    """The posts that end at an offset, joined by 、 or 兼, in the order of the text."""
    text = document.text
    remark = _REMARK.search(text, max(0, end - 10), end)
    end = remark.start() if remark else end
    chain: list[Post] = []
    at: int | None = end
    while at is not None and len(chain) < 6 and (post := post_ending_at(text, at)):
        chain.insert(0, post)
        at = separator_before(text, _start_with_holder(document, post))
    return chain


def _leaders_before(document: Document, persons: list[Mention], index: int) -> list[Post]:
    """区领导有A、B, 县领导A、B: the post of a row, also of those behind the first."""
    text = document.text
    while index > 0 and _JOINED.match(text[persons[index - 1].end : persons[index].start]):
        index -= 1
    at = persons[index].start
    listed = _LEADERS.search(text, max(0, at - 6), at)
    post = post_ending_at(text, listed.end("post")) if listed else None
    return [post] if post is not None and post.leading else []


def _start_with_holder(document: Document, post: Post) -> int:
    """Where a post begins together with the name of its holder."""
    found = holder_of(document, post)
    return min(found[0].start, post.start) if found else post.start


def _shared(
    document: Document, previous: tuple[Mention, Entity] | None, chain: list[Post], person: Mention
) -> Entity | None:
    """The holder of the person before in the row, for a post without one of its own."""
    if previous is None or not chain:
        return None
    start = _start_with_holder(document, chain[0])
    gap = document.text[previous[0].end : start]
    same = document.sentence_at(previous[0].start).index == document.sentence_at(person.start).index
    hosts = same and "。" not in gap and bool(_HOSTS.match(document.text, person.end))
    return previous[1] if start < person.start and (_JOINED.match(gap) or hosts) else None


def _given(document: Document, person: Mention, own: list[Post]) -> list[Post]:
    """会长由X担任, 首任会长是X: the post stands in front of the holder's own posts."""
    text = document.text
    start = _start_with_holder(document, own[0]) if own else person.start
    given = _GIVEN.search(text, max(0, start - 20), start)
    if given is None or ("由" in given.group()[:3] and not _TAKES.search(text, person.end, person.end + 40)):
        return []
    return _chain_before(document, given.start())


def _is_removed(document: Document, chain: list[Post]) -> bool:
    return bool(chain) and bool(_REMOVED.search(document.text, max(0, chain[0].start - 14), chain[0].start))


def _resolve(
    document: Document, holders: Holders, chain: list[Post], shared: Entity | None, *, acting: bool = False
) -> list[tuple[Entity, list[str]]]:
    """The holders of a chain: each its own, else that of the post before, else that of the context."""
    held: list[tuple[Entity, list[str]]] = []
    previous = shared
    for post in chain:
        found = holder_of(document, post)
        title = post.title
        holder: Entity | None
        if found is not None:
            holder, title = holders.of(found[0], post), found[1]
        else:
            holder = holders.inherited(previous, post) or holders.spoken_of(post, acting=acting)
        if holder is None:
            continue
        previous = holder
        if held and held[-1][0] is holder:
            held[-1][1].append(title)
        else:
            held.append((holder, [title]))
    return held
