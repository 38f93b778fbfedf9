"""Negotiated discounts that bring a price below its floor: each is a finding where it was given, with the most that is possible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from proposer.diagnostics import Diagnostic
from proposer.model.needs import Discount
from proposer.model.prices import PriceBook, PricingPolicy
from proposer.model.quote import QuoteOption, UnitPrice
from proposer.pricing.costs import floor_of, most_negotiable
from proposer.units import plain

BELOW_FLOOR = "QUO113"


@dataclass(frozen=True, slots=True)
class Negotiated:
    """A monthly price with a negotiated discount, as it stands at a term."""

    offering: str
    term: int
    price: UnitPrice

    def is_below(self, least: int | None) -> bool:
        """Whether a discount that was negotiated, and not the catalog alone, leaves less than this."""
        return least is not None and self.price.net < least and any(s.step == "negotiated" for s in self.price.steps)


def prices_of(options: Iterable[QuoteOption]) -> Iterator[Negotiated]:
    """Every monthly price of some options."""
    for option in options:
        for design in option.designs:
            for line in design.lines:
                if line.monthly_unit is not None:
                    yield Negotiated(line.offering, option.term, line.monthly_unit)


def below_floor(
    prices: Iterable[Negotiated], discounts: Iterable[Discount], book: PriceBook, policy: PricingPolicy
) -> tuple[Diagnostic, ...]:
    """A finding for each discount that goes too far somewhere, with what would not."""
    by_offering = {discount.offering: discount for discount in discounts}
    worst: dict[str, tuple[Decimal, Negotiated]] = {}
    for each in prices:
        least = floor_of(each.price, book.prices[each.offering].monthly_cost_share, policy.floor)
        if each.offering in by_offering and each.is_below(least):
            most = most_negotiable(each.price, least or 0)
            worst[each.offering] = min(worst.get(each.offering, (most, each)), (most, each), key=lambda pair: pair[0])
    return tuple(_finding(by_offering[name], each, most) for name, (most, each) in worst.items())


def _finding(discount: Discount, each: Negotiated, most: Decimal) -> Diagnostic:
    message = f"`{discount.offering}` at {plain(discount.percent)} % off falls below its floor at {each.term} months"
    remedy = f"at most {plain(most)} % there" if most else "none can be given there"
    return Diagnostic(BELOW_FLOOR, message, discount.span, help=remedy)
