"""Names in lists: shared heads, shared owners, and brands among companies.

Reads
    崂山、市南两区                      崂山区, 市南区
    宿迁、淮北、临沂三市工商联          宿迁市工商联, 淮北市工商联, 临沂市工商联
    襄阳市发改委、经信局、商务局        襄阳市经信局, 襄阳市商务局
    汇川技术、优必选、士兰微等企业      优必选, 士兰微: what stands between companies is one
Must not read
    三市联手                            no names
    华为、高校和科研院所                common nouns between companies
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors import lexicon
from extractors.document import Document, Mention, Token
from extractors.entities.gazetteer import PlaceNames
from extractors.entities.words import Words
from graph.model import PLACES, Label

_HEAD = re.compile(
    r"([\u4e00-\u9fff]{2,8}(?:[、和与及][\u4e00-\u9fff]{2,8}){1,20}?)(?:这)?"
    r"([两二三四五六七八九十]{1,2}|\d{1,2})个?([市县区省州旗])(?![场民长])"
)
_SEPARATOR = re.compile(r"[、和与及]")
_BODY = re.compile(
    rf"(?:{lexicon.alternatives(lexicon.words('bureaus', 'stems'))})"
    rf"(?:{lexicon.alternatives(lexicon.words('bureaus', 'heads'))})|工商联|贸促会|商会|组织部|妇联|侨联|青联"
)
_ITEM_TAGS = frozenset({"n", "nz", "nw", "PER", "ORG", "v", "vn", "a", "an", "ad", "xc", "nr", "f", "m", "r"})
_ODD_TAGS = frozenset({"PER", "ORG", "nz", "xc", "nw"})
_LIST_MARK = "、和与及"
_ITEM_END = re.compile(r"等|、|和|与|及|，|。|；|（|）|的|[\n“”]")


def find_shared_heads(document: Document, names: PlaceNames) -> list[Mention]:
    """Places and bodies of lists with one head.

    Mentions of the places that stand there already get the full name; the others are returned, and the bodies, each
    over the stretch that holds it.
    """
    found: list[Mention] = []
    by_start = {m.start: m for m in document.mentions if m.label in PLACES}
    for match in _HEAD.finditer(document.text):
        items = list(_items(match, names))
        if len(items) < 2:
            continue
        body = _BODY.match(document.text, match.end())
        for start, end, full in items:
            place = next((p for p in names.of(full) if p.name == full), names.of(full)[0])
            known = by_start.get(start)
            if known is not None and known.end == end:
                known.name, known.label, known.anchor = full, place.label, place.anchor
            else:
                surface = document.text[start:end]
                found.append(Mention(start, end, place.label, full, surface, "lists.place", anchor=place.anchor))
            if body is not None:
                surface = document.text[start : body.end()]
                found.append(Mention(start, body.end(), Label.ORGANIZATION, full + body.group(), surface, "lists.head"))
    return found


def _items(match: re.Match[str], names: PlaceNames) -> Iterator[tuple[int, int, str]]:
    """(start, end, full name) of the listed places."""
    suffix = match.group(3)
    at = match.start(1)
    for number, item in enumerate(_SEPARATOR.split(match.group(1))):
        end = at + len(item)
        sizes = range(len(item), 1, -1) if number == 0 else (len(item),)
        for size in sizes:
            short = item[-size:]
            if names.of(short + suffix):
                yield end - size, end, short + suffix
                break
        at = end + 1


def share_owners(document: Document, offices: list[Mention]) -> None:
    """Gives an office in a list the owner of the one before: 发改委 in 市商务局、发改委 is 市发改委."""
    by_end = {m.end: m for m in offices}
    for office in sorted(offices, key=lambda m: m.start):
        if office.properties.get("level") != "" or document.text[office.start - 1 : office.start] not in _LIST_MARK:
            continue
        before = by_end.get(office.start - 1)
        if before is None:
            continue
        stem = str(before.properties["office"])
        owner = before.name[: len(before.name) - len(stem)]
        if owner:
            office.name = owner + office.surface
            office.properties["level"] = before.properties.get("level")
            office.properties["owner"] = owner


def find_companions(document: Document, words: Words) -> list[Mention]:
    """Brands that stand between companies in a list and that nothing else explains."""
    held: set[int] = set()
    ends: set[int] = set()
    starts: set[int] = set()
    for mention in document.mentions:
        held.update(range(mention.start, mention.end))
        if mention.label is Label.ENTERPRISE:
            ends.add(mention.end)
            starts.add(mention.start)
    found: list[Mention] = []
    for end in sorted(ends):
        at = end
        while document.text[at : at + 1] and document.text[at] in _LIST_MARK:
            item = _companion(document, words, at + 1, held)
            if item is None:
                break
            found.append(item)
            at = item.end
    for start in sorted(starts):
        at = start
        while at > 0 and document.text[at - 1] in "、和与":
            item = _companion_before(document, words, at - 1, held)
            if item is None:
                break
            found.append(item)
            at = item.start
    unique = {(m.start, m.end): m for m in found}
    return list(unique.values())


def _companion(document: Document, words: Words, start: int, held: set[int]) -> Mention | None:
    end_match = _ITEM_END.search(document.text, start + 1, start + 12)
    if end_match is None:
        return None
    return _brand(document, words, start, end_match.start(), held)


def _companion_before(document: Document, words: Words, end: int, held: set[int]) -> Mention | None:
    start = end
    while (
        start > 0
        and end - start < 10
        and not re.match(r"[、和与及，。；：:（）\n“”的括是有由为]", document.text[start - 1])
    ):
        start -= 1
    return _brand(document, words, start, end, held) if end - start < 10 else None


def _brand(document: Document, words: Words, start: int, end: int, held: set[int]) -> Mention | None:
    surface = document.text[start:end]
    aligned = 2 <= len(surface) <= 9 and words.begins(start) and words.ends(end)
    if not aligned or held.intersection(range(start, end)) or surface in lexicon.words("name_words", "outside"):
        return None
    tokens = list(words.covering(start, end))
    tags = [t.tag for t in tokens]
    if len(tokens) > 4 or not _ITEM_TAGS.issuperset(tags) or _titled(tokens):
        return None
    closed = surface.endswith(tuple(lexicon.words("suffixes", "enterprise")))
    verbal = tags[0] in {"v", "m", "r"} or any(words.word(t) in {"是", "有", "为"} for t in tokens)
    verbal = verbal or any(t.tag in {"v", "m"} and t.end - t.start > 1 for t in tokens)
    if not closed and (verbal or _ODD_TAGS.isdisjoint(tags)):
        return None
    return Mention(start, end, Label.ENTERPRISE, surface, surface, "lists.companion")


def _titled(tokens: list[Token]) -> bool:
    """A person with a title: 副会长|梁志伟."""
    return len(tokens) > 1 and any(t.tag == "PER" and t.end - t.start > 2 for t in tokens)
