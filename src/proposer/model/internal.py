"""What the house earns on a quote: cost and margin by line, site and deal. It is made beside the quote and never goes into it.

Amounts are whole cents. What has no cost in the price book counts in neither what comes in nor what it costs, and is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from proposer.money import Cents

PRECISE = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Margin:
    """What comes in over a term, and what it costs."""

    revenue: Cents = 0
    cost: Cents = 0

    @property
    def amount(self) -> Cents:
        """What is left."""
        return self.revenue - self.cost

    @property
    def share(self) -> Decimal | None:
        """What is left of what comes in, exactly, as a fraction; None where nothing comes in."""
        return Decimal(self.amount) / self.revenue if self.revenue else None

    @property
    def percent(self) -> Decimal | None:
        """The same in tenths of a per cent."""
        share = self.share
        return None if share is None else (share * 100).quantize(PRECISE)

    def __add__(self, other: Margin) -> Margin:
        """Both together."""
        return Margin(self.revenue + other.revenue, self.cost + other.cost)

    def __mul__(self, times: int) -> Margin:
        """At so many sites."""
        return Margin(self.revenue * times, self.cost * times)


@dataclass(frozen=True, slots=True)
class LineMargin:
    """One line at one site. Costs and floor are None where they are not known; `unknown` says of what there is no cost."""

    id: str
    offering: str
    name: str
    pieces: str
    individual_case: bool
    monthly: Cents
    monthly_cost: Cents | None
    once: Cents
    once_cost: Cents | None
    floor_monthly: Cents | None
    margin: Margin  # over the term
    unknown: tuple[str, ...] = ()  # "monthly", "one-time"

    @property
    def above_floor(self) -> Cents | None:
        """How far the monthly charge is above its floor; below zero where a bundle or promotion went further."""
        return None if self.floor_monthly is None else self.monthly - self.floor_monthly


@dataclass(frozen=True, slots=True)
class SiteMargin:
    """What stands at each of some sites that are alike (none: the account); `margin` is of one of them."""

    title: str
    site_ids: tuple[str, ...]
    lines: tuple[LineMargin, ...]
    margin: Margin


@dataclass(frozen=True, slots=True)
class DealMargin:
    """One option over all its sites."""

    option: str
    title: str
    term: int
    monthly: Cents
    contract_value: Cents
    sites: tuple[SiteMargin, ...]
    margin: Margin
    unknown: tuple[str, ...]  # charges that have no cost in the book: "Call queue (one-time)"


@dataclass(frozen=True, slots=True)
class InternalView:
    """All options of a quote, what the policy asks for, and what colleagues were told."""

    quote: str
    customer: str
    as_of: date
    currency: str
    selected: str
    deals: tuple[DealMargin, ...]
    approval: str
    approvals: tuple[str, ...]  # the policy's thresholds in words
    floor: str
    discounts: tuple[tuple[str, Decimal], ...]
    comments: tuple[str, ...]
    cases: tuple[str, ...] = ()  # who priced which individual case, and until when that holds

    @property
    def chosen(self) -> DealMargin:
        """The option that the quote details."""
        return next(deal for deal in self.deals if deal.option == self.selected)
