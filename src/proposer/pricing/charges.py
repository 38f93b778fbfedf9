"""Looking one price up in a charge: by values, term and the quantity that is counted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from proposer.diagnostics import Span
from proposer.model.configuration import Item
from proposer.model.prices import ELSEWHERE, STATE, Cell, Charge, OfferingPrice, Tier
from proposer.money import round_half_up


@dataclass(frozen=True, slots=True)
class Found:
    """A price for one piece in cents, or None for an individual case, and where it is written."""

    cents: int | None
    span: Span


def tier_of(charge: Charge, quantity: int) -> int:
    """The index of the tier that a quantity falls in (the last one beyond all)."""
    fits = (i for i, tier in enumerate(charge.tiers) if tier.most is None or quantity <= tier.most)
    return next(fits, len(charge.tiers) - 1)


def tier_range(charge: Charge, index: int) -> tuple[int, int | None]:
    """The quantities, lowest and highest, at which a tier is the one that counts; the first starts at zero."""
    first = (charge.tiers[index - 1].most or 0) + 1 if index else 0
    return first, charge.tiers[index].most


def find(charge: Charge, item: Item, term: int, tier: int = 0) -> Found | None:
    """The price of one piece at a term, None where the book has a hole."""
    factor = charge.term_factors.get(term, Decimal(1)) if charge.term_factors else Decimal(1)
    if charge.term_factors and term not in charge.term_factors:
        return None
    row: Tier | Cell | None = charge.tiers[tier] if charge.tiers else cell_of(charge, item, term)
    if row is None:
        return None
    return Found(None if row.cents is None else round_half_up(row.cents * factor), row.span)


def cell_of(charge: Charge, item: Item, term: int) -> Cell | None:
    """The cell of a grid: that of the item's state, else the one for all states that are not named."""
    key = tuple(_on_axis(axis, item, term) for axis in charge.by)
    cell = charge.cells.get(key)
    if cell is None and STATE in charge.by:
        cell = charge.cells.get(
            tuple(ELSEWHERE if axis == STATE else on for axis, on in zip(charge.by, key, strict=True))
        )
    return cell


def _on_axis(axis: str, item: Item, term: int) -> str:
    if axis == "term":
        return str(term)
    if axis == "access":
        return item.access_status
    if axis == STATE:
        return item.here.state or ELSEWHERE
    return next((str(value) for name, value in item.characteristics if name == axis), "")


def is_sold(price: OfferingPrice | None, item: Item, term: int) -> bool:
    """Whether the book has every price of an item at a term."""
    if price is None or term not in price.terms:
        return False
    charges = price.charges
    return bool(price.individual_case or charges) and all(find(charge, item, term) for charge in charges)
