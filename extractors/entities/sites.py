"""Named places that are visited or in which something is held: parks, halls, bases, markets, ports.

Reads
    参观前海国际会议中心、欢乐海岸       by suffix, or as a place that no list has
Must not read
    建设国际航运中心                     an aim
    调研重点项目                         a kind
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractors import lexicon
from extractors.document import Document, Mention
from extractors.entities.suffixed import Suffixed, suffix_grammar
from extractors.entities.words import Words
from graph.model import Label


def find_sites(document: Document, words: Words, names: list[Suffixed]) -> list[Mention]:
    """Mentions of sites and, by their suffixes, of functional zones (District).

    Args:
        document: with words and places.
        words: its words.
        names: its suffixed names.
    Returns:
        mentions, not in order.
    """
    found = []
    for name in names:
        if name.start == name.stem_end:
            continue
        if "district" in name.kinds and name.proper:
            found.append(_mention(document, name, Label.DISTRICT, "places.zone"))
        elif "site" in name.kinds and _is_site(document, words, name):
            found.append(_mention(document, name, Label.SITE, "sites.suffix"))
    return found


def _is_site(document: Document, words: Words, name: Suffixed) -> bool:
    token = words.token(name.end - 1)
    tagged = token is not None and token.tag in {"LOC", "ORG", "nz"} and token.start < name.stem_end
    if name.suffix in lexicon.words("suffixes", "generic"):
        return tagged or (name.place and name.end - name.start > 4)
    return tagged or name.proper


def _mention(document: Document, name: Suffixed, label: Label, rule: str) -> Mention:
    surface = document.text[name.start : name.end]
    return Mention(name.start, name.end, label, surface, surface, rule, properties={"suffix": name.suffix})


@Language.component("tashan_sites")
def sites_component(doc: Doc) -> Doc:
    """Finds sites and zones."""
    document: Document = doc._.document
    words = Words(document)
    names = list(suffix_grammar().find(document, words))
    document.mentions.extend(find_sites(document, words, names))
    document.sort()
    return doc
