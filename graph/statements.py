"""The statements of the project: one a file under `graph/cypher`, loaded by name.

A file may hold the tokens `__LABEL__` and `__TYPE__`, because labels and types cannot be parameters. They are filled
from the enumerations of `graph.model` and from nothing else; all other values are parameters.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from graph.model import EdgeType, Label

FOLDER: Final = Path(__file__).with_name("cypher")
LABEL: Final = "__LABEL__"
TYPE: Final = "__TYPE__"
_NAME: Final = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)*")


@cache
def statement(name: str, *, label: str | None = None, kind: str | None = None) -> str:
    """A statement by the name of its file (`load/begin`), its tokens filled.

    Args:
        name: path under `graph/cypher` without its ending.
        label: what stands for `__LABEL__`; one of `Label`.
        kind: what stands for `__TYPE__`; one of `EdgeType`.

    Raises:
        LookupError: there is no such file.
        ValueError: the label or type is not of the model, or a token has no value or a value no token.
    """
    text = _read(name)
    for token, value in ((LABEL, None if label is None else Label(label)), (TYPE, kind and EdgeType(kind))):
        if (token in text) is not bool(value):
            raise ValueError(f"{name}: {token} and its value go together")
        if value:
            text = text.replace(token, value)
    return text


def statements(name: str) -> tuple[str, ...]:
    """The statements that a file stands for: one for each label or type where it holds a token, else one.

    Raises:
        LookupError: there is no such file.
    """
    text = _read(name)
    if LABEL in text:
        return tuple(statement(name, label=label) for label in Label)
    if TYPE in text:
        return tuple(statement(name, kind=kind) for kind in EdgeType)
    return (text,)


def names(folder: str) -> tuple[str, ...]:
    """The names of all statements in a folder of `graph/cypher` (`schema/neo4j`), in order."""
    return tuple(f"{folder}/{path.stem}" for path in sorted((FOLDER / folder).iterdir()) if path.suffix in _ENDINGS)


_ENDINGS: Final = (".cypher", ".sql")


@cache
def _read(name: str) -> str:
    if _NAME.fullmatch(name):
        for ending in _ENDINGS:
            path = FOLDER / f"{name}{ending}"
            if path.is_file():
                return path.read_text(encoding="utf-8").strip()
    raise LookupError(f"there is no statement {name!r}")
