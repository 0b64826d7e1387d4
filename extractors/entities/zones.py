"""Functional zones, new areas and quarters by their suffix: 开发区, 高新区, 新城, 片区.

Reads
    洛阳高新区, 安康高新区管委会    District, also inside the name of its administration
    昆山开发区招商局
Must not read
    广州市白云区                    a division that the lists have
    国家级新区                      a kind
"""

from __future__ import annotations

from extractors.document import Document, Mention
from extractors.entities.suffixed import Suffixed
from graph.model import PLACES, Label


def find_zones(document: Document, names: list[Suffixed]) -> list[Mention]:
    """Mentions of zones that no list has.

    Args:
        document: with words and places.
        names: its suffixed names.
    Returns:
        mentions, not in order.
    """
    ends = {m.end for m in document.mentions if m.label in PLACES and m.anchor is not None}
    found = []
    for name in names:
        if "district" not in name.kinds or name.end in ends or name.start == name.stem_end:
            continue
        if name.stem_end - name.start < 2:
            continue
        if "—" in document.text[name.start : name.stem_end]:
            continue
        if name.proper or name.tagged:
            surface = document.text[name.start : name.end]
            found.append(Mention(name.start, name.end, Label.DISTRICT, surface, surface, "places.zone"))
    return found
