"""What an option charges in each month of its term."""

from __future__ import annotations

from proposer.model.quote import QuoteOption


def monthly_charges(option: QuoteOption) -> tuple[int, ...]:
    """Cents for month 1, 2, … of the term: the monthly charge less the credits that still run; one-time charges apart."""
    charges = [option.monthly] * option.term
    for line, sites in option.charged:
        for credit in line.credits:
            for month in range(min(credit.months, option.term)):
                charges[month] -= credit.monthly * sites
    return tuple(charges)
