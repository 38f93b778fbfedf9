"""Every monthly price of an offering in a book, at each term: what a benefit in money can be measured against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from proposer.model.catalog import Promotion
from proposer.model.prices import STATE, Charge, OfferingPrice
from proposer.money import round_half_up


@dataclass(frozen=True, slots=True)
class Point:
    """One price in cents, at a term and in a state; 0 and an empty text: whatever they are."""

    cents: int
    term: int = 0
    state: str = ""

    def takes(self, promotion: Promotion) -> bool:
        """Whether a promotion can be for this price."""
        at_term = not self.term or not promotion.terms or self.term in promotion.terms
        return at_term and (not self.state or not promotion.states or self.state in promotion.states)


def points_of(price: OfferingPrice) -> tuple[Point, ...]:
    """The prices of one piece that are above nothing."""
    charge = price.monthly
    if charge is None:
        return ()
    return tuple(dict.fromkeys(point for term in price.terms for point in _at(charge, term) if point.cents))


def _at(charge: Charge, term: int) -> Iterator[Point]:
    factor = charge.term_factors.get(term) if charge.term_factors else Decimal(1)
    if factor is None:
        return
    for row in (*charge.tiers, *charge.steps):
        yield Point(round_half_up(row.cents * factor), term)
    for key, cell in charge.cells.items():
        on = dict(zip(charge.by, key, strict=True))
        if cell.cents is not None and on.get("term", str(term)) == str(term):
            yield Point(round_half_up(cell.cents * factor), term, on.get(STATE, ""))
