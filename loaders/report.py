"""What a loading did."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.errors import TashanError


@dataclass(slots=True)
class Report:
    """Articles by what became of them, readings that were not loaded, and the graph's version afterwards."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    errors: list[TashanError] = field(default_factory=list)
    version: int = 0

    def __str__(self) -> str:
        counts: dict[str, list[str] | list[TashanError]] = {
            "added": self.added,
            "replaced": self.replaced,
            "unchanged": self.unchanged,
            "withdrawn": self.withdrawn,
            "refused": self.errors,
        }
        told = ", ".join(f"{len(articles)} {what}" for what, articles in counts.items() if articles)
        return f"{told or 'nothing to do'}; graph version {self.version}"
