"""How far each rule is to be trusted: its smoothed precision on annotated texts, from one data file.

`confidence.json` is written by `python -m training.confidence`; a rule that it does not know yet gets
the precision of its family (`hosted` of `hosted.list`), else that of all rules.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final

PRIOR: Final = 4.0
"""Weight of the family's precision, in observations, when a rule's own is estimated."""

DEFAULT: Final = 0.7
"""The precision of a rule of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Confidences:
    """Counts of right and wrong statements by rule."""

    counts: dict[str, tuple[int, int]]
    _known: dict[str, float] = field(default_factory=dict, repr=False, compare=False)

    def of(self, rule: str) -> float:
        """The confidence in what a rule finds, between 0 and 1."""
        if rule not in self._known:
            right, wrong = self.counts.get(rule, (0, 0))
            self._known[rule] = round((right + PRIOR * self._family(rule)) / (right + wrong + PRIOR), 3)
        return self._known[rule]

    def _family(self, rule: str) -> float:
        family = rule.partition(".")[0] + "."
        rows = [counts for name, counts in self.counts.items() if name.startswith(family) and name != rule]
        right, wrong = sum(row[0] for row in rows), sum(row[1] for row in rows)
        return (right + PRIOR * DEFAULT) / (right + wrong + PRIOR)


@cache
def confidences() -> Confidences:
    """What the project's data file says."""
    rows: dict[str, Any] = json.loads(files("extractors").joinpath("confidence.json").read_text("utf-8"))
    return Confidences({rule: (row["right"], row["wrong"]) for rule, row in rows.items()})
