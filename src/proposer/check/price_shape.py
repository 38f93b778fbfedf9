"""Prices that look like slips: more for less, a longer term that costs more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from proposer.diagnostics import Diagnostic, Note, Severity
from proposer.model.catalog import Catalog, Offering
from proposer.model.prices import Cell, Charge
from proposer.model.quantities import Quantity
from proposer.money import grouped


@dataclass(frozen=True, slots=True)
class _Step:
    """A price and the next one along an axis: their keys and cells."""

    axis: int
    low_key: tuple[str, ...]
    high_key: tuple[str, ...]
    low: Cell
    high: Cell

    @property
    def less(self) -> str:
        """The smaller value."""
        return self.low_key[self.axis]

    @property
    def more(self) -> str:
        """The next larger value."""
        return self.high_key[self.axis]

    def value(self, charge: Charge, name: str) -> str:
        """The value of another axis."""
        return self.high_key[charge.by.index(name)]

    def others(self, charge: Charge, apart: str) -> str:
        """What is equal at both, one axis left out."""
        pairs = zip(charge.by, self.high_key, strict=True)
        return ", ".join(v for at, (axis, v) in enumerate(pairs) if at != self.axis and axis != apart)


def monthly_rises(catalog: Catalog) -> Iterator[Diagnostic]:
    """More of an amount does not cost less, all else equal; one finding for all terms of a row."""
    for offering, charge in _charges(catalog):
        for axis, name in enumerate(charge.by):
            slips: dict[tuple[str, ...], list[_Step]] = {}
            for step in _steps(charge, axis, _amounts(offering, name)):
                if step.high.cents is not None and step.low.cents is not None and step.high.cents < step.low.cents:
                    slips.setdefault((step.less, step.more, step.others(charge, "term")), []).append(step)
            for found in slips.values():
                yield _more_for_less(offering, charge, found)


def _more_for_less(offering: Offering, charge: Charge, found: list[_Step]) -> Diagnostic:
    first, others = found[0], found[0].others(charge, "term")
    at = f" at {first.value(charge, 'term')} months" if "term" in charge.by else ""
    what = f"{first.more}{f' ({others})' if others else ''}"
    also = f", and likewise at {len(found) - 1} more terms".replace(" 1 more terms", " 1 more term")
    message = (
        f"`{offering.id}`: {what} costs {_money(first.high)}{at}, less than {first.less} at {_money(first.low)}"
        f"{also if len(found) > 1 else ''}"
    )
    notes = (Note(first.low.span, f"the price of {first.less}"),)
    return Diagnostic("PRC207", message, first.high.span, Severity.WARNING, "a slip of the pen?", notes)


def term_falls(catalog: Catalog) -> Iterator[Diagnostic]:
    """A longer term does not cost more a month, all else equal."""
    terms = {str(term): position for position, term in enumerate(sorted(catalog.terms))}
    for offering, charge in _charges(catalog):
        for axis, name in enumerate(charge.by):
            for step in _steps(charge, axis, terms if name == "term" else {}):
                if step.high.cents is not None and step.low.cents is not None and step.high.cents > step.low.cents:
                    others = step.others(charge, "term")
                    what = f"`{offering.id}`{f' ({others})' if others else ''} for {step.more} months"
                    prices = f"{_money(step.high)} a month, more than {_money(step.low)} for {step.less} months"
                    notes = (Note(step.low.span, f"the price for {step.less} months"),)
                    message = f"{what} costs {prices}"
                    yield Diagnostic("PRC208", message, step.high.span, Severity.WARNING, "a slip of the pen?", notes)
        for short_term, long_term in pairwise(sorted(charge.term_factors)):
            if charge.term_factors[long_term] > charge.term_factors[short_term]:
                message = f"`{offering.id}`: the factor at {long_term} months is above that at {short_term} months"
                yield Diagnostic("PRC208", message, charge.span, Severity.WARNING, "a slip of the pen?")


def _charges(catalog: Catalog) -> Iterator[tuple[Offering, Charge]]:
    for book in catalog.price_books:
        for name, price in book.prices.items():
            if price.monthly is not None and name in catalog.offerings:
                yield catalog.offerings[name], price.monthly


def _steps(charge: Charge, axis: int, order: dict[str, int]) -> Iterator[_Step]:
    """Prices beside each other along one axis, all else equal."""
    rows: dict[tuple[str, ...], list[tuple[int, tuple[str, ...]]]] = {}
    for key in charge.cells if order else ():
        if key[axis] in order:
            rest = (*key[:axis], *key[axis + 1 :])
            rows.setdefault(rest, []).append((order[key[axis]], key))
    for row in rows.values():
        for (_, low), (_, high) in pairwise(sorted(row)):
            yield _Step(axis, low, high, charge.cells[low], charge.cells[high])


def _amounts(offering: Offering, name: str) -> dict[str, int]:
    """The order of a characteristic's values, if they are amounts."""
    parts = [part for part in offering.characteristics if part.name == name]
    values = {value for part in parts for values in part.values.values() for value in values}
    amounts = sorted(value for value in values if isinstance(value, Quantity))
    return {str(value): position for position, value in enumerate(amounts)}


def _money(cell: Cell) -> str:
    return grouped(cell.cents or 0)
