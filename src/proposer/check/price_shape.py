"""Prices that look like slips: more for less, a longer term that costs more."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from proposer.diagnostics import Diagnostic, Severity
from proposer.model.catalog import Catalog, Offering
from proposer.model.prices import Cell, Charge
from proposer.model.quantities import Quantity
from proposer.money import cents_to_text


def monthly_rises(catalog: Catalog) -> Iterator[Diagnostic]:
    """More of an amount does not cost less, all else equal."""
    for offering, charge in _charges(catalog):
        for axis, name in enumerate(charge.by):
            order = _amounts(offering, name)
            for less, more, low, high in _neighbours(charge, axis, order):
                if high.cents is not None and low.cents is not None and high.cents < low.cents:
                    message = (
                        f"`{offering.id}`: {more} costs {_money(high.cents)}, less than {less} at {_money(low.cents)}"
                    )
                    yield Diagnostic("PRC207", message, high.span, Severity.WARNING, "a slip of the pen?")


def term_falls(catalog: Catalog) -> Iterator[Diagnostic]:
    """A longer term does not cost more a month, all else equal."""
    for offering, charge in _charges(catalog):
        terms = {str(term): position for position, term in enumerate(catalog.terms)}
        for axis, name in enumerate(charge.by):
            for short, long, low, high in _neighbours(charge, axis, terms if name == "term" else {}):
                if high.cents is not None and low.cents is not None and high.cents > low.cents:
                    prices = f"{_money(high.cents)} a month, more than {_money(low.cents)}"
                    message = f"`{offering.id}` for {long} months costs {prices} for {short} months"
                    yield Diagnostic("PRC208", message, high.span, Severity.WARNING, "a slip of the pen?")
        for short_term, long_term in pairwise(sorted(charge.term_factors)):
            if charge.term_factors[long_term] > charge.term_factors[short_term]:
                message = f"`{offering.id}`: the factor at {long_term} months is above that at {short_term} months"
                yield Diagnostic("PRC208", message, charge.span, Severity.WARNING, "a slip of the pen?")


def _charges(catalog: Catalog) -> Iterator[tuple[Offering, Charge]]:
    for book in catalog.price_books:
        for name, price in book.prices.items():
            if price.monthly is not None and name in catalog.offerings:
                yield catalog.offerings[name], price.monthly


def _neighbours(charge: Charge, axis: int, order: dict[str, int]) -> Iterator[tuple[str, str, Cell, Cell]]:
    """Cells beside each other along one axis: (value, next value, cell, next cell)."""
    rows: dict[tuple[str, ...], list[tuple[int, str, Cell]]] = {}
    for key, cell in charge.cells.items() if order else ():
        if key[axis] in order:
            rest = (*key[:axis], *key[axis + 1 :])
            rows.setdefault(rest, []).append((order[key[axis]], key[axis], cell))
    for row in rows.values():
        for low, high in pairwise(sorted(row, key=lambda entry: entry[0])):
            yield low[1], high[1], low[2], high[2]


def _amounts(offering: Offering, name: str) -> dict[str, int]:
    """The order of a characteristic's values, if they are amounts."""
    parts = [part for part in offering.characteristics if part.name == name]
    values = {value for part in parts for values in part.values.values() for value in values}
    amounts = sorted(value for value in values if isinstance(value, Quantity))
    return {str(value): position for position, value in enumerate(amounts)}


def _money(cents: int) -> str:
    return cents_to_text(cents)
