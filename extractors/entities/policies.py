"""Policies: titled or clearly named plans, regulations, opinions, measures, schemes, declarations, handbooks.

    《…行动计划》《…若干措施（试行）》《…宣言》      by the last noun of the title
    《〈…纲要〉对标案例集》                        a title inside a title is a policy too
    《…实施意见》（以下简称《意见》） … 《意见》     short forms stand for the last title that ends on them
    “创投风投十条”                                 a nickname in quotes that counts its articles

Must not be read: 《青岛日报》 《中国城市营商环境报告》 《战略合作框架协议》 《红楼梦》.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Mention
from extractors.lexicon import alternatives, words
from graph.model import Label

_TITLE: Final = re.compile(r"《([^《》\n]{2,80}(?:\n[^《》\n]{1,40})?)》")
_INNER: Final = re.compile(r"[〈<]([^〈〉<>\n]{2,60})[〉>]")
_ADDENDUM: Final = r"(?:[（(][^（）()]{1,20}[）)])*"
_HEAD: Final = re.compile(
    f"(?:{alternatives(words('policies', 'head'))})(?:{alternatives(words('policies', 'tail'))})?{_ADDENDUM}"
    f"(?:{alternatives(words('policies', 'tail'))})?$"
)
_NO_POLICY: Final = re.compile(f"(?:{alternatives(words('policies', 'other'))}){_ADDENDUM}$")
_NUMBERED: Final = re.compile(r"[“\"「]([\u4e00-\u9fff+]{2,10}[一二三四五六七八九十百\d]+条)[”\"」]")
_SHORT: Final = 8
"""A title of at most so many characters may be the short form of one before it."""


def find_policies(document: Document) -> list[Mention]:
    """Mentions of policies; a short form carries the full title as its name.

    Args:
        document: repaired text.

    Returns:
        the mentions in order of their start; the span of a title includes its marks.
    """
    found: list[Mention] = []
    full: list[str] = []
    for match in _TITLE.finditer(document.text):
        title = re.sub(r"\s", "", match.group(1))
        known = _stands_for(title, full)
        if known:
            found.append(_mention(match.start(), match.end(), known, match.group(), "policy.short"))
        elif is_policy(title):
            full.append(title)
            found.append(_mention(match.start(), match.end(), title, match.group(), "policy.title"))
        found.extend(_inner(match, full))
    found.extend(_numbered(document))
    return sorted(found, key=lambda m: (m.start, -m.end))


@Language.component("tashan_policies")
def policies_component(doc: Doc) -> Doc:
    """Adds the policies of the document to its mentions."""
    document: Document = doc._.document
    document.mentions.extend(find_policies(document))
    document.sort()
    return doc


def is_policy(title: str) -> bool:
    """Whether a title, without its marks, is that of an official text."""
    return bool(_HEAD.search(title)) and not _NO_POLICY.search(title)


def _stands_for(title: str, full: list[str]) -> str | None:
    """The last full title of which a short one is the end or, but for its addendum, the core."""
    if len(title) > _SHORT:
        return title if title in full else None
    for known in reversed(full):
        core = re.sub(f"{_ADDENDUM}$", "", known)
        if known != title and (core.endswith(title) or known.endswith(title)):
            return known
    return None


def _inner(match: re.Match[str], full: list[str]) -> Iterator[Mention]:
    for inner in _INNER.finditer(match.group(1)):
        title = re.sub(r"\s", "", inner.group(1))
        if is_policy(title):
            full.append(title)
            start = match.start(1) + inner.start()
            mention = _mention(start, start + len(inner.group()), title, inner.group(), "policy.inner")
            mention.nested = True
            yield mention


def _numbered(document: Document) -> Iterator[Mention]:
    for match in _NUMBERED.finditer(document.text):
        yield _mention(match.start(), match.end(), match.group(1), match.group(), "policy.numbered")


def _mention(start: int, end: int, title: str, surface: str, rule: str) -> Mention:
    return Mention(start, end, Label.POLICY, f"《{title}》" if rule != "policy.numbered" else title, surface, rule)
