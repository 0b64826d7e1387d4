"""Coming to the place whose paper it is, in a folded sentence: 来我市, 来访, 来榕考察, 抵湛."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractors.document import Entity
from extractors.frames.targets import NAME

_PURPOSE: Final = r"考察|参观|学习|访问|调研|开展|对接|洽谈|走访|座谈|交流|出席|参加|回访|取经|寻找|商谈"
_COMES: Final = re.compile(
    rf"(?:来|到|赴|抵|访问|莅临|走进|回访|来到|到访|做客)(?:了)?(?:我|本)(?P<level>[市县区省州旗])|(?:来访|到访|回访|前来|回乡|返乡|回家乡)(?=[，。；]|{_PURPOSE}|我[市县区])"
    rf"|来(?P<short>[^我此这到访去自看说了过的者回电往宾临之得及源历年日月沪京津渝港澳{NAME[1:-1]}])(?={_PURPOSE})"
    rf"|(?:抵|访|来|赴)(?P<initial>[^，。；{NAME[1:-1]}])(?=[，。；]|{_PURPOSE})"
)


def coming_home(text: str, home: Entity) -> Iterator[re.Match[str]]:
    """Where a folded text has somebody come to the place whose paper it is: 来我市, 来访, 来榕考察, 抵湛."""
    names = [name for name in (home.name, *home.aliases) if name]
    for match in _COMES.finditer(text):
        initial = not match["initial"] or any(name.startswith(match["initial"]) for name in names)
        level = not match["level"] or any(name.endswith(match["level"]) for name in names)
        if initial and level:
            yield match
