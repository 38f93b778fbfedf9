"""Cost and margin of an option, line by line, from its prices and the price book. None of it goes into a quote."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import add

from proposer.model.internal import DealMargin, LineMargin, Margin, SiteMargin
from proposer.model.prices import OfferingPrice, PriceBook, PricingPolicy
from proposer.model.quote import QuoteDesign, QuoteLine, QuoteOption, UnitPrice
from proposer.pricing.costs import cost_of, floor_of


def deal_margin(option: QuoteOption, book: PriceBook, policy: PricingPolicy) -> DealMargin:
    """What the house earns on an option over its term."""
    sites = tuple(_site(design, option.term, book, policy) for design in option.designs)
    unknown = dict.fromkeys(
        f"{line.name} ({charge})" for site in sites for line in site.lines for charge in line.unknown
    )
    return DealMargin(
        option=option.id,
        title=option.title,
        term=option.term,
        monthly=option.monthly,
        contract_value=option.contract_value,
        sites=sites,
        margin=_sum(site.margin * max(1, len(site.site_ids)) for site in sites),
        unknown=tuple(unknown),
    )


def _sum(margins: Iterator[Margin]) -> Margin:
    return reduce(add, margins, Margin())


def _site(design: QuoteDesign, term: int, book: PriceBook, policy: PricingPolicy) -> SiteMargin:
    lines = tuple(_line(line, term, book.prices[line.offering], policy) for line in design.lines)
    return SiteMargin(design.title, design.site_ids, lines, _sum(line.margin for line in lines))


def _line(line: QuoteLine, term: int, price: OfferingPrice, policy: PricingPolicy) -> LineMargin:
    monthly_cost = _times(_cost(line.monthly_unit, price, once=False), line.count)
    once_cost = _times(_cost(line.once_unit, price, once=True), line.count)
    least = floor_of(line.monthly_unit, price.monthly_cost_share, policy.floor) if line.monthly_unit else None
    monthly = (
        Margin(line.monthly * term - line.credit_total, monthly_cost * term) if monthly_cost is not None else Margin()
    )
    once = Margin(line.once, once_cost) if once_cost is not None else Margin()
    return LineMargin(
        id=line.id,
        offering=line.offering,
        name=line.name,
        pieces=line.pieces,
        individual_case=line.individual_case is not None,
        monthly=line.monthly,
        monthly_cost=monthly_cost,
        once=line.once,
        once_cost=once_cost,
        floor_monthly=_times(least, line.count),
        margin=monthly + once,
        unknown=tuple(w for w, cost in (("monthly", monthly_cost), ("one-time", once_cost)) if cost is None),
    )


def _cost(unit: UnitPrice | None, price: OfferingPrice, *, once: bool) -> int | None:
    """Of one piece; what is not charged costs nothing."""
    return 0 if unit is None else cost_of(unit, price.once_cost_share if once else price.monthly_cost_share)


def _times(cents: int | None, count: int) -> int | None:
    return None if cents is None else cents * count
