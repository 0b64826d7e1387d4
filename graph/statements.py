"""The project's statements: one a file under `graph/cypher/`, loaded by name.

Labels and relationship types cannot be parameters: a file may hold the tokens `__LABEL__` and `__TYPE__`, which are
filled from the enumerations of `graph.model` and from nothing else. All else is parameters.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from graph.model import EdgeType, Label

FOLDER: Final = Path(__file__).parent / "cypher"
LABEL_TOKEN: Final = "__LABEL__"  # noqa: S105 (a token of a statement, not a password)
TYPE_TOKEN: Final = "__TYPE__"  # noqa: S105


@cache
def statement(name: str, *, label: Label | None = None, type: EdgeType | None = None) -> str:
    """The statement of a file.

    Args:
        name: path under `graph/cypher` without suffix, as `load/keys`.
        label: fills `__LABEL__`.
        type: fills `__TYPE__`.
    Raises:
        ValueError: a token is not filled, or there is none to fill.
    """
    text = (FOLDER / f"{name}.cypher").read_text("utf-8")
    for token, value in ((LABEL_TOKEN, label), (TYPE_TOKEN, type)):
        if (token in text) != (value is not None):
            raise ValueError(f"{name}: {token} and its value must come together")
        if value is not None:
            text = text.replace(token, type_of(value))
    return text


def type_of(value: Label | EdgeType) -> str:
    """The name that a member of an enumeration of the model has in a statement."""
    if not isinstance(value, Label | EdgeType):
        raise TypeError(f"{value!r} is no label and no type of the model")
    return value.value
