"""A calendar date at the precision of a text: a year, a month or a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class When:
    """A year, perhaps a month of it, perhaps a day of that."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parsed(cls, iso: str | None) -> When | None:
        """From ISO 8601; None where there is no date."""
        if not iso:
            return None
        parts = [int(part) for part in iso.split("-")]
        return cls.real(*parts)

    @classmethod
    def real(cls, year: int, month: int | None = None, day: int | None = None) -> When | None:
        """A date of the calendar; None for a 31 June."""
        try:
            date(year, month or 1, day or 1)
        except ValueError:
            return None
        return cls(year, month, day if month else None)

    @property
    def iso(self) -> str:
        """As ISO 8601 at its own precision."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month or 1, self.day or 1)

    def later(self, days: int) -> When | None:
        """So many days later; None unless it is a day."""
        if self.day is None:
            return None
        moved = self.first + timedelta(days=days)
        return When(moved.year, moved.month, moved.day)

    def months_later(self, months: int) -> When | None:
        """The month so many months later; None unless it has a month."""
        if self.month is None:
            return None
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return When(year, month + 1)

    @property
    def as_month(self) -> When:
        """Without its day."""
        return When(self.year, self.month)
