"""What stands behind the number of a stop is what is seen there, whatever it is called.

Reads
    第五站：欢乐海岸                 Site 欢乐海岸
    第四、六站：甲公司/乙园          each of a list
Must not read
    第三站：走进科技园                a sentence
    首站：成都                        a name that is known already
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Document, Mention
from graph.model import Label

_STATION: Final = re.compile(
    r"(?:第[一二三四五六七八九十百\d]{1,3}(?:[、和][一二三四五六七八九十百\d]{1,3})*|首|末|最后一)站[:：]"
    r"(?P<names>[\u4e00-\u9fff·A-Za-z0-9（）()/、—\-]{2,40})(?=[。，,；;\n]|$)"
)
_NAME: Final = re.compile(r"[^/、]+")
_SENTENCE: Final = re.compile(r"走进|来到|参观|考察|抵达|前往|是|在|到|了|看|的")
_LONGEST: Final = 16


def find_stations(document: Document) -> Iterator[Mention]:
    """Mentions of stops that no other grammar has named.

    Args:
        document: with the mentions of places, bodies and sites, in order.
    """
    for station in _STATION.finditer(document.text):
        for name in _NAME.finditer(document.text, station.start("names"), station.end("names")):
            surface = name.group()
            if len(surface) < 2 or len(surface) > _LONGEST or _SENTENCE.search(surface):
                continue
            if not any(m.start < name.end() and name.start() < m.end for m in document.mentions):
                yield Mention(name.start(), name.end(), Label.SITE, surface, surface, "sites.station")
