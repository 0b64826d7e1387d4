"""Companies, banks, funds: by their legal form or line of business, or as brands that the tagger knows.

Reads
    深圳竹云科技有限公司、平安证券       by suffix
    走访了华为、海康威视等企业           brands among bodies
Must not read
    一批科技公司                         a kind, not a name
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractors import lexicon
from extractors.document import Document, Mention
from extractors.entities.suffixed import Suffixed, suffix_grammar
from extractors.entities.words import Words
from graph.model import Label

_FORMAL = re.compile(r"(公司|集团|银行|证券|会社|厂|事务所|分行|支行|旅行社|农商行)$")
_FOREIGN_TO_COMPANIES = re.compile(
    r"[省市区县州局委办厅院会党军团队府校社署部]$|大学|学院|银行间|中国$|峰会|论坛|联赛|大会|全会|组织$"
)


def find_enterprises(document: Document, words: Words, names: list[Suffixed]) -> list[Mention]:
    """Mentions of companies.

    Args:
        document: with words and places.
        words: its words.
        names: its suffixed names.
    Returns:
        mentions, not in order.
    """
    found = [_mention(document, name) for name in names if _is_enterprise(document, words, name)]
    found.extend(_brands(document, words))
    return found


def _is_enterprise(document: Document, words: Words, name: Suffixed) -> bool:
    if "enterprise" not in name.kinds or name.start == name.stem_end:
        return False
    stem = document.text[name.start : name.stem_end]
    if len(stem) < 2 and not _FORMAL.search(name.suffix):
        return False
    token = words.token(name.end - 1)
    tagged = token is not None and token.tag in {"ORG", "nz"} and token.start <= name.stem_end
    if name.suffix in lexicon.words("suffixes", "generic"):
        return tagged and token is not None and token.tag == "ORG"
    if _FORMAL.search(name.suffix):
        return name.proper or tagged
    return tagged


def _brands(document: Document, words: Words) -> list[Mention]:
    """Bodies without a suffix of their own, as the tagger has them."""
    found = []
    for token in document.tokens:
        word = document.text[token.start : token.end]
        if token.tag == "ORG" and 2 <= len(word) <= 8 and not _FOREIGN_TO_COMPANIES.search(word):
            found.append(Mention(token.start, token.end, Label.ENTERPRISE, word, word, "enterprises.tagged"))
    return found


def _mention(document: Document, name: Suffixed) -> Mention:
    surface = document.text[name.start : name.end]
    return Mention(
        name.start, name.end, Label.ENTERPRISE, surface, surface, "enterprises.suffix", properties={"suffix": name.suffix}
    )


@Language.component("tashan_enterprises")
def enterprises_component(doc: Doc) -> Doc:
    """Finds companies."""
    document: Document = doc._.document
    words = Words(document)
    names = list(suffix_grammar().find(document, words))
    document.mentions.extend(find_enterprises(document, words, names))
    document.sort()
    return doc
