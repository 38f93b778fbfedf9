"""What a price costs the provider, and the floor below which no negotiated discount may bring it. Neither leaves the house.

Cost is a share of the book's price at the quoted term and volume: what bundles, promotions and negotiation take off
makes nothing cheaper for the provider.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from proposer.model.prices import Construction, Floor
from proposer.model.quote import UnitPrice
from proposer.money import round_half_up, share

BOOK_STEPS = frozenset({"list", "term", "volume", "expedite"})
HUNDRED = Decimal(100)
TENTH = Decimal("0.1")


def book_price(price: UnitPrice) -> int:
    """The price of one piece at its term and volume, before anything is taken off."""
    return sum(step.change for step in price.steps if step.step in BOOK_STEPS)


def cost_of(price: UnitPrice, cost_share: Decimal | None) -> int | None:
    """What one piece costs, in cents; None where the book does not say. What is free in the book costs nothing."""
    base = book_price(price)
    if base == 0:
        return 0
    return None if cost_share is None else share(base, cost_share)


def before_markup(cents: int, construction: Construction) -> int:
    """What construction costs that is charged at so much."""
    return round_half_up(cents / (1 + construction.markup / HUNDRED))


def floor_of(price: UnitPrice, cost_share: Decimal | None, floor: Floor | None) -> int | None:
    """The least that one piece may be negotiated down to, in cents; None without a floor, or where the cost is not known."""
    if floor is None:
        return None
    bounds = []
    cost = cost_of(price, cost_share)
    if floor.over_cost is not None and cost is not None:
        bounds.append(_up(cost * (1 + floor.over_cost / HUNDRED)))
    if floor.of_price is not None:
        bounds.append(_up(book_price(price) * floor.of_price / HUNDRED))
    return max(bounds, default=None)


def most_negotiable(price: UnitPrice, least: int) -> Decimal:
    """The largest discount, in tenths of a per cent, that keeps a price at its floor or above; zero where none does."""
    given = next(step for step in price.steps if step.step == "negotiated")
    spare = price.net - given.change - least  # what the price would be without it, less the floor
    return max(Decimal(0), Decimal(spare) * HUNDRED / given.before).quantize(TENTH, ROUND_FLOOR)


def _up(amount: Decimal) -> int:
    return int(amount.to_integral_value(ROUND_CEILING))
