"""Half-open date intervals, months added to an anchor, business days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Interval:
    """`start` ≤ day < `end`; None is without limit."""

    start: date | None = None
    end: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def overlaps(self, other: Interval) -> bool:
        """Whether some day lies in both."""
        return _before(self.start, other.end) and _before(other.start, self.end)

    def contains(self, other: Interval) -> bool:
        """Whether every day of the other lies in it."""
        starts = self.start is None or (other.start is not None and self.start <= other.start)
        return starts and not other.outlasts(self)

    def outlasts(self, other: Interval) -> bool:
        """Whether it goes on after the other has ended."""
        return other.end is not None and (self.end is None or self.end > other.end)


def _before(start: date | None, end: date | None) -> bool:
    return start is None or end is None or start < end


def add_months(anchor: date, months: int) -> date:
    """The same day some months on, or the month's last day (31 January + 1 month is 28 or 29 February)."""
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(anchor.day, last))


def calendar_days(number: int, unit: str) -> int:
    """So many days, business days or months as calendar days: a week for five business days, 31 days for a month."""
    match unit:
        case "business days":
            return -(-number * 7 // 5)
        case "months":
            return number * 31
        case _:
            return number


def add_business_days(start: date, days: int) -> date:
    """Monday-to-Friday days on; holidays are not known here, so results are targets, not promises.

    From a Saturday or Sunday they are counted as from the Friday before.
    """
    start -= timedelta(days=max(0, start.weekday() - 4))
    weeks, rest = divmod(days, 5)
    day = start + timedelta(weeks=weeks)
    while rest > 0:
        day += timedelta(days=1)
        rest -= day.weekday() < 5
    return day
