"""What clauses say that persons are, become or were.

    verb      X任…, X（…）任…, X当选会长, 他历任…, 2002年起任… (X named before), 任命X为…
    is        X是Y公司董事长, 他原是…组长
    apposed   X，渔业局副局长，…
    bracket   周伟（建始县商务局副局长）

Must not be read: 免去X的局长职务 · X不再担任会长 · 会长说X是个好人.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractors.document import Document, Mention, Sentence
from extractors.entities.titles import TITLE_END, Post, post_ending_at
from graph.model import Label

_STRONG: Final = (
    "担任|出任|现任|曾任|历任|原任|兼任|就任|改任|续任|连任|留任|接任|继任|升任|调任|转任|挂任|挂职任|挂职担任|自任|受邀担任|"
    "当选为|当选|被选为|被推为|被任命为|被聘任为|被聘为|获聘为|获聘|受聘为|受聘|推举为|推选为|聘为|身兼|兼着|当上了|当了|当过|当(?=副?[镇乡村局科主书处组队厂会])|做过|做到|"
    "提任|晋升为|升为|出掌|"
    "(?<![责信委主赴到离上现就新兼曾担历前时首继常留])任(?!命|务|期|何|职|用|由|意|教|务|内|满|性|免|选|前|上)"
)
_VERB: Final = re.compile(f"{_STRONG}")
_ADVERB: Final = (
    "(?:也|还|又|同时|均|都|分别|现|曾|一直|此前|目前|如今|今年|去年|当时|随后|后|即|则|被|便|已|至今|仍|并|正式|全票|高票|"
    "经选举|本)*"
)
_DIRECT: Final = re.compile(f"(?:同志|先生|女士)?(?:[（(][^（）()]{{1,40}}[）)])?[，,]?{_ADVERB}$")
_IS: Final = re.compile(f"(?:同志|先生|女士)?[，,]?{_ADVERB}(?:是|系|为|原是|曾是|本是|还是|也是|现为|原为|原系|时为)")
_PRONOUN: Final = re.compile("(?:^|[，。；;：:\n“”])(?:他|她|此人|这位[^，。]{0,24}|其)$")
_HE_IS: Final = re.compile(
    f"(?:他|她|此人){_ADVERB}(?:是|系|原是|本是|曾是|还是)|(?:既|又|也|还|同时|更|此前|原先|原本)+是|"
    "(?:本职|身份|头衔|职务|新头衔)(?:还|就|正)?是"
)
_NAMED: Final = re.compile("(?:任命|聘任|选举|推选|推举|选|聘请|聘|推荐|提拔)$")
_AS: Final = re.compile("(?:同志)?(?:为|任|担任|出任|当)")
_REMOVED: Final = re.compile("免去|不再|辞去|卸任|免除|撤销|罢免|解聘|落选|提名")
_STOP: Final = re.compile("[，,。；;！？!?\n：:]")
_ENDS: Final = re.compile(r"[，,。；;！？!?\n：:、兼和及”\"（(）)]|的(?:职务|身份|头衔|是|[，,])|$|职务|一职")
_REPORTER: Final = re.compile("(?:记者|通讯员|作者)[ \u3000：:]*$")
_APPOSED: Final = re.compile("[，,]")


@dataclass(frozen=True, slots=True)
class Appointment:
    """Persons and the posts that a clause gives them; `rule` names the pattern."""

    persons: tuple[Mention, ...]
    posts: tuple[Post, ...]
    rule: str


def find_appointments(document: Document) -> Iterator[Appointment]:
    """The appointments of a document, sentence by sentence.

    Args:
        document: with mentions that carry their entities.

    Yields:
        persons with their posts in the order of the text.
    """
    persons = [m for m in document.mentions if m.label is Label.PERSON and m.entity is not None]
    spoken_of = [m for m in persons if not _writes(document, m)]
    paragraph, begins = -1, 0
    for sentence in document.sentences:
        if sentence.paragraph != paragraph:
            paragraph, begins = sentence.paragraph, sentence.start
        if sentence.furniture:
            continue
        inside = persons[_at(persons, sentence.start) : _at(persons, sentence.end)]
        now = _at(spoken_of, sentence.start)
        last = spoken_of[max(now - 1, 0) : now]
        # A paragraph goes on about the person that it began to speak of.
        subject = spoken_of[_at(spoken_of, begins) : now][:1] or last
        yield from _verbs(document, sentence, inside, subject)
        yield from _is(document, sentence, inside, last)
        yield from _named(document, sentence, inside)
        yield from _bracketed(document, inside)
        yield from _apposed(document, inside)


def _writes(document: Document, person: Mention) -> bool:
    """Whether a name is that of the reporter."""
    return bool(_REPORTER.search(document.text, max(0, person.start - 8), person.start))


def _at(persons: list[Mention], offset: int) -> int:
    return bisect_left(persons, offset, key=lambda m: m.start)


def _verbs(
    document: Document, sentence: Sentence, inside: list[Mention], previous: list[Mention]
) -> Iterator[Appointment]:
    text = document.text
    for verb in _VERB.finditer(text, sentence.start, sentence.end):
        if _REMOVED.search(text, max(sentence.start, verb.start() - 6), verb.start()):
            continue
        posts = _posts(document, verb.end(), sentence.end, inside)
        if not posts:
            continue
        subject, rule = _subject(document, verb.start(), inside, previous, sentence)
        if subject:
            yield Appointment(subject, posts, rule)


def _subject(
    document: Document, at: int, inside: list[Mention], previous: list[Mention], sentence: Sentence
) -> tuple[tuple[Mention, ...], str]:
    """Who takes the post: the row of persons right before the verb, else the person named last."""
    text = document.text
    before = [m for m in inside if m.end <= at]
    if not before:
        same = previous and document.sentence_at(previous[0].start).paragraph == sentence.paragraph
        return (tuple(previous), "elided") if same else ((), "")
    row = [before[-1]]
    for person in reversed(before[:-1]):
        gap = text[person.end : row[0].start]
        if not re.fullmatch("[、和与及]|[、和与及][^，。；、]{2,30}", gap):
            break
        row.insert(0, person)
    if _DIRECT.fullmatch(text, before[-1].end, at):
        return tuple(row), "verb"
    if re.search("[；;]", text[before[-1].end : at]) and not _PRONOUN.search(text, sentence.start, at):
        return (), ""
    return (before[-1],), "later"


def _is(
    document: Document, sentence: Sentence, inside: list[Mention], previous: list[Mention]
) -> Iterator[Appointment]:
    text = document.text
    for person in inside:
        match = _IS.match(text, person.end)
        if match and (posts := _posts(document, match.end(), sentence.end, inside)):
            yield Appointment((person,), posts, "is")
    for match in _HE_IS.finditer(text, sentence.start, sentence.end):
        subject = [m for m in inside if m.end <= match.start()][-1:] or previous
        posts = _posts(document, match.end(), sentence.end, inside)
        if subject and posts:
            yield Appointment((subject[0],), posts, "pronoun")


def _named(document: Document, sentence: Sentence, inside: list[Mention]) -> Iterator[Appointment]:
    """任命X为A局局长，Y为B局局长: the verb rules the whole row."""
    text = document.text
    ruled = False
    for person in inside:
        ruled = ruled or bool(_NAMED.search(text, sentence.start, person.start))
        verb = _AS.match(text, person.end)
        if ruled and verb and (posts := _posts(document, verb.end(), sentence.end, inside)):
            yield Appointment((person,), posts, "named")
        ruled = ruled and not re.search("[；;。]", text[person.end : person.end + 40])


def _bracketed(document: Document, inside: list[Mention]) -> Iterator[Appointment]:
    text = document.text
    for person in inside:
        opening = re.compile("(?:同志)?[（(]").match(text, person.end)
        closing = re.compile("[)）]").search(text, person.end, person.end + 60)
        if opening and closing:
            posts = tuple(_all_posts(text, opening.end(), closing.start()))
            if posts:
                yield Appointment((person,), posts, "bracket")


def _apposed(document: Document, inside: list[Mention]) -> Iterator[Appointment]:
    text = document.text
    for index, person in enumerate(inside):
        if not _APPOSED.match(text, person.end):
            continue
        stop = _STOP.search(text, person.end + 1)
        end = stop.start() if stop else len(text)
        post = post_ending_at(text, end) if end - person.end < 40 else None
        following = inside[index + 1] if index + 1 < len(inside) else None
        if post is None or (following is not None and following.start < end):
            continue
        lead = text[person.end + 1 : post.start]
        holders = [m for m in document.mentions_in(person.end + 1, post.start) if m.end >= post.start - 1]
        if any(lead == text[m.start : post.start] or m.start == person.end + 1 for m in holders):
            yield Appointment((person,), (post,), "apposed")


def _posts(document: Document, start: int, limit: int, inside: list[Mention]) -> tuple[Post, ...]:
    """The posts of the clause behind a verb, without those that belong to the name behind them."""
    text = document.text
    stop = _STOP.search(text, start, limit)
    end = stop.start() if stop else limit
    following = next((m.start for m in inside if m.start >= start), limit)
    posts = [p for p in _all_posts(text, start, min(end, following)) if p.end < following - 1 or following >= end]
    if following < end:
        posts = [p for p in posts if re.match("[、，]", text[p.end : p.end + 1]) and following - p.end > 40]
    return tuple(p for p in posts if _ENDS.match(text, p.end))


def _all_posts(text: str, start: int, end: int) -> Iterator[Post]:
    for match in TITLE_END.finditer(text, start, end):
        post = post_ending_at(text, match.end())
        if (
            post is not None
            and post.start >= start - 1
            and text[match.end() : match.end() + 1] not in set("部处会级办候")
        ):
            yield post
