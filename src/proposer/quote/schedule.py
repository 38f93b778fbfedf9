"""The contract month by month: what each month costs and what is invoiced in it. The months sum to the contract value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from proposer.model.quote import QuoteLine, Stretch

PERIODS = {"quarterly": 3, "annually": 12}
Lines = Sequence[tuple[QuoteLine, int]]  # with the number of sites that have each


def months_of(lines: Lines, term: int) -> tuple[Stretch, ...]:
    """The term in stretches of like months. A one-time charge falls due in the first month of its site."""
    monthly, once, invoiced = [0] * (term + 1), [0] * (term + 1), [0] * (term + 1)
    for (start, billed), group in _groups(lines).items():
        charged = _charged(group, start, term)
        for month in range(start, term + 1):
            monthly[month] += charged[month]
        period = PERIODS.get(billed, 1)
        for month in range(start, term + 1, period):
            invoiced[month] += sum(charged[month : month + period])
        if start <= term:
            first = sum(line.once * sites for line, sites in group)
            once[start] += first
            invoiced[start] += first
    rows = [(monthly[m], once[m], invoiced[m]) for m in range(1, term + 1)]
    return tuple(_stretches(rows))


def _groups(lines: Lines) -> dict[tuple[int, str], list[tuple[QuoteLine, int]]]:
    found: dict[tuple[int, str], list[tuple[QuoteLine, int]]] = {}
    for line, sites in lines:
        found.setdefault((line.from_month, line.billed), []).append((line, sites))
    return found


def _charged(lines: Lines, start: int, term: int) -> list[int]:
    """What the lines cost in each month, credits taken off."""
    whole = sum(line.monthly * sites for line, sites in lines)
    found = [whole if start <= month <= term else 0 for month in range(term + 1)]
    for line, sites in lines:
        for credit in line.credits:
            for month in range(credit.first, min(credit.months, term) + 1):
                found[month] -= credit.monthly * sites
    return found


def _stretches(rows: Iterable[tuple[int, int, int]]) -> Iterable[Stretch]:
    first = 1
    for (monthly, once, invoiced), group in groupby(rows):
        last = first + len(list(group)) - 1
        yield Stretch(first, last, monthly, once, invoiced)
        first = last + 1
