"""Policies: titled or clearly named plans, regulations, opinions, measures, schemes, declarations, handbooks.

    《…行动计划》《…若干措施（试行）》《…宣言》      by the last noun of the title
    《〈…纲要〉对标案例集》                        a title inside a title is a policy too
    《…实施意见》（以下简称《意见》） … 《意见》     the title that introduced the short form or ends on it
    这部条例, 该办法                              the last title that ends on the word
    “创投风投十条”                                 a nickname in quotes that counts its articles
    “一号改革工程任务清单”, 出台互联网工业行动计划   no marks: in quotes or behind a verb of issuing

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
_CALLED: Final = re.compile(
    '[（(](?:以下|下文|下|也|又|业界|坊间)?(?:简称|俗称|统称|合称|称|叫|即)?[:：为作]?[《“"「]([^《》“”"「」（）()]{2,16})[》”"」]?[）)]'
)
_BARE: Final = re.compile(
    "(?:这[部份个项]|该|此|上述)(规划|计划|方案|办法|条例|规定|意见|措施|纲要|细则|章程|宣言|清单|指南|手册|导则|规程)(?![》局处])"
)
_FULL_HEAD: Final = (
    "行动计划|行动方案|实施方案|工作方案|实施意见|指导意见|管理办法|发展规划|总体规划|任务清单|培育计划|若干措施|条例"
)
_UNMARKED: Final = re.compile(
    f'[“"「](?P<quoted>[\u4e00-\u9fff+]{{2,18}}(?:{_FULL_HEAD}))[”"」]|'
    f"(?:印发|出台|推出|发布|公布|颁布)(?:了|实施)?(?P<behind>[\u4e00-\u9fff]{{2,14}}?(?:{_FULL_HEAD}))(?![\u4e00-\u9fff])"
)
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
    full: dict[str, str] = {}
    called: dict[str, str] = {}
    for match in _TITLE.finditer(document.text):
        title = re.sub(r"\s", "", match.group(1))
        known = called.get(title) or _stands_for(title, full)
        if known:
            found.append(_mention(match.start(), match.end(), known, match.group(), "policy.short"))
        elif is_policy(title):
            _remember(full, title)
            found.append(_mention(match.start(), match.end(), title, match.group(), "policy.title"))
            short = _CALLED.match(document.text, match.end())
            if short:
                called[short.group(1)] = title
        found.extend(_inner(match, full))
    found.extend(_numbered(document, called))
    found.extend(_bare(document, found))
    found.extend(_unmarked(document, found))
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


def _remember(full: dict[str, str], title: str) -> None:
    """Puts a title, with its core but for the addendum, behind those named before."""
    full.pop(title, None)
    full[title] = re.sub(f"{_ADDENDUM}$", "", title)


def _stands_for(title: str, full: dict[str, str]) -> str | None:
    """The last full title of which a short one is the end or, but for its addendum, the core."""
    if len(title) > _SHORT or title in full:
        return title if title in full else None
    for known in reversed(full):
        if full[known].endswith(title) or known.endswith(title):
            return known
    return None


def _inner(match: re.Match[str], full: dict[str, str]) -> Iterator[Mention]:
    for inner in _INNER.finditer(match.group(1)):
        title = re.sub(r"\s", "", inner.group(1))
        if is_policy(title):
            _remember(full, title)
            start = match.start(1) + inner.start()
            mention = _mention(start, start + len(inner.group()), title, inner.group(), "policy.inner")
            mention.nested = True
            yield mention


def _numbered(document: Document, called: dict[str, str]) -> Iterator[Mention]:
    """Nicknames in quotes that count their articles, and those that the text introduces."""
    for match in _NUMBERED.finditer(document.text):
        known = called.get(match.group(1))
        yield _mention(match.start(), match.end(), known or match.group(1), match.group(), "policy.numbered")


def _bare(document: Document, found: list[Mention]) -> Iterator[Mention]:
    """这部条例, 该办法: the title before it that ends on the word."""
    titles = sorted(found, key=lambda m: m.start)
    for match in _BARE.finditer(document.text):
        before = [m for m in titles if m.end <= match.start()]
        for mention in reversed(before):
            if re.sub(f"{_ADDENDUM}》?$", "", mention.name).endswith(match.group(1)):
                yield Mention(match.start(), match.end(), Label.POLICY, mention.name, match.group(), "policy.bare")
                break


def _unmarked(document: Document, found: list[Mention]) -> Iterator[Mention]:
    """Titles without marks: in quotes, or behind a verb of issuing."""
    taken = [(m.start, m.end) for m in found]
    for match in _UNMARKED.finditer(document.text):
        group = "quoted" if match["quoted"] else "behind"
        start, end = match.span(group)
        if "的" in match[group] or any(s <= start < e for s, e in taken):
            continue
        if group == "quoted":
            start, end = start - 1, end + 1
        yield Mention(start, end, Label.POLICY, match[group], document.text[start:end], f"policy.{group}")


def _mention(start: int, end: int, title: str, surface: str, rule: str) -> Mention:
    named = rule == "policy.numbered" and title == surface.strip('“”"「」')
    return Mention(start, end, Label.POLICY, title if named else f"《{title}》", surface, rule)
