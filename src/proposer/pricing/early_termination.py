"""What is due when a contract ends before its term: shares of the monthly charges that remain, by the month they fall in.

The schedule is `early_termination` of contract.yaml. Custom installation that is not paid yet comes on top, whole: at
once it is invoiced on acceptance, so only instalments can be left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from proposer.money import share

Schedule = Sequence[tuple[int | None, Decimal]]  # (to month, share of what remains in that stretch); None: to the end


def due(charges: Sequence[int], after: int, schedule: Schedule) -> int:
    """The cents due when a contract with these charges, one for each month of its term, ends after so many months.

    Each stretch of the schedule is rounded once, half up. After 10 of 36 months at $1,000:
    2 × 1,000 × 100 % + 12 × 1,000 × 80 % + 12 × 1,000 × 65 % = $19,400.
    """
    return sum(share(sum(charges[max(after, first) : last]), rate) for first, last, rate in _stretches(schedule))


def exposure(charges: Sequence[int], instalments: Sequence[int], after: int, schedule: Schedule) -> int:
    """What is due for services, and all instalments of construction that are left."""
    return due(charges, after, schedule) + sum(instalments[after:])


def most_exposure(charges: Sequence[int], instalments: Sequence[int], schedule: Schedule) -> int:
    """The most that could ever be due, from the day that the contract starts."""
    return max((exposure(charges, instalments, after, schedule) for after in range(len(charges))), default=0)


def _stretches(schedule: Schedule) -> Iterator[tuple[int, int | None, Decimal]]:
    """From which month, counted from zero, to which, and the share."""
    first = 0
    for last, rate in schedule:
        yield first, last, rate
        first = last or first
