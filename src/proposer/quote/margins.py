"""Cost and margin of an option, line by line, from its prices and the price book. None of it goes into a quote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from operator import add

from proposer.model.internal import DealMargin, LineMargin, Margin, SiteMargin
from proposer.model.prices import OfferingPrice, PriceBook, PricingPolicy
from proposer.model.quote import QuoteDesign, QuoteLine, QuoteOption, UnitPrice
from proposer.pricing.costs import before_markup, cost_of, floor_of


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


Charged = Sequence[tuple[QuoteLine, int]]  # every line once, with the number of sites that have it


def margin_of(lines: Charged, term: int, book: PriceBook, policy: PricingPolicy) -> Margin:
    """The margin of an option alone."""
    revenue = cost = 0
    for line, sites in lines:
        for margin in _charges(line, term, book.prices[line.offering], policy):
            revenue += margin.revenue * sites
            cost += margin.cost * sites
    return Margin(revenue, cost)


def _sum(margins: Iterator[Margin]) -> Margin:
    return reduce(add, margins, Margin())


def _site(design: QuoteDesign, term: int, book: PriceBook, policy: PricingPolicy) -> SiteMargin:
    lines = tuple(_line(line, term, book.prices[line.offering], policy) for line in design.lines)
    return SiteMargin(design.title, design.site_ids, lines, _sum(line.margin for line in lines))


def _line(line: QuoteLine, term: int, price: OfferingPrice, policy: PricingPolicy) -> LineMargin:
    monthly_cost = _cost(line, line.monthly_unit, price.monthly_cost_share, policy)
    once_cost = _cost(line, line.once_unit, price.once_cost_share, policy)
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
        floor_monthly=_floor(line, price, policy),
        margin=_sum(_charges(line, term, price, policy)),
        unknown=tuple(w for w, cost in (("monthly", monthly_cost), ("one-time", once_cost)) if cost is None),
    )


def _charges(line: QuoteLine, term: int, price: OfferingPrice, policy: PricingPolicy) -> Iterator[Margin]:
    """Over the term: of the monthly charge, and of the one-time charge."""
    monthly_cost = _cost(line, line.monthly_unit, price.monthly_cost_share, policy)
    once_cost = _cost(line, line.once_unit, price.once_cost_share, policy)
    yield _margin(line, line.contract_value - line.once, monthly_cost, line.months(term), policy)
    yield _margin(line, line.once, once_cost, 1, policy)


def _cost(line: QuoteLine, unit: UnitPrice | None, cost_share: Decimal | None, policy: PricingPolicy) -> int | None:
    """Of the whole line, a month or once; what is not charged costs nothing."""
    if unit is None:
        return 0
    each = before_markup(unit.net, policy.construction) if line.construction else cost_of(unit, cost_share)
    return None if each is None else each * line.times


def _margin(line: QuoteLine, revenue: int, cost: int | None, times: int, policy: PricingPolicy) -> Margin:
    """Of one charge. Construction costs what it brings less its markup; it is paid off before its months may be over."""
    if cost is None:
        return Margin()
    return Margin(revenue, before_markup(revenue, policy.construction) if line.construction else cost * times)


def _floor(line: QuoteLine, price: OfferingPrice, policy: PricingPolicy) -> int | None:
    """Of the monthly charge; construction is not negotiated."""
    if line.monthly_unit is None or line.construction:
        return None
    least = floor_of(line.monthly_unit, price.monthly_cost_share, policy.floor)
    return None if least is None else least * line.times
