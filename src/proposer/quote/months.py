"""What an option charges in each month of its term, for what is due when it ends early."""

from __future__ import annotations

from itertools import accumulate

from proposer.model.quote import QuoteOption


def monthly_charges(option: QuoteOption, *, construction: bool = False) -> tuple[int, ...]:
    """Cents for month 1, 2, … of the term: monthly charges less the credits that run; one-time charges apart.

    Either those of services or the instalments of construction, which are due whole when a contract ends.
    """
    changes = [0] * (option.term + 1)
    for line, sites in option.charged:
        if line.construction is construction:
            _between(changes, line.from_month, option.term, line.monthly * sites)
            for credit in line.credits:
                _between(changes, credit.first, credit.months, -credit.monthly * sites)
    return tuple(accumulate(changes))[: option.term]


def _between(changes: list[int], first: int, last: int, cents: int) -> None:
    """Note that so much more is charged from one month to another, as far as they lie in the term."""
    end = len(changes) - 1
    if first <= min(last, end):
        changes[first - 1] += cents
        changes[min(last, end)] -= cents
