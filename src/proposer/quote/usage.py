"""What usage beyond that which is included would cost: an estimate from what the needs state, never part of any total.

What lines include is pooled at each site: pieces × included, over all lines there that count the same usage. Beyond the pool
each unit costs the highest rate of those lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from proposer.model.catalog import Catalog
from proposer.model.needs import Needs, SiteNeeds
from proposer.model.phrases import said
from proposer.model.prices import PriceBook, UsageCharge
from proposer.model.quantities import plain
from proposer.model.quote import QuoteDesign, QuoteLine, UsageEstimate
from proposer.money import round_half_up

Pool = list[tuple[QuoteLine, UsageCharge]]


def usage_of(
    designs: Sequence[QuoteDesign], needs: Needs, catalog: Catalog, book: PriceBook
) -> tuple[UsageEstimate, ...]:
    """The estimates for every site that states its usage, in the order of the needs."""
    questions = {usage.of for price in book.prices.values() for usage in price.usage}
    stating = [site for site in needs.sites if not questions.isdisjoint(site.facts)]
    by_site = {site: design for design in designs for site in design.site_ids} if stating else {}
    return tuple(
        estimate
        for site in stating
        if site.id in by_site
        for name, pool in _pools(by_site[site.id], book).items()
        for estimate in _estimate(site, name, pool, catalog)
    )


def _pools(design: QuoteDesign, book: PriceBook) -> dict[str, Pool]:
    found: dict[str, Pool] = {}
    for line in design.lines:
        for usage in book.prices[line.offering].usage if not line.construction else ():
            found.setdefault(usage.id, []).append((line, usage))
    return found


def _estimate(site: SiteNeeds, name: str, pool: Pool, catalog: Catalog) -> Iterator[UsageEstimate]:
    rate, charge = max(((usage.each, usage) for _, usage in pool), key=lambda pair: (pair[0], pair[1].span.place))
    stated = site.facts.get(charge.of)
    if stated is None or not isinstance(stated.value, Decimal):
        return
    included = sum((_included(line, usage) for line, usage in pool), Decimal(0))
    over = max(Decimal(0), stated.value - included)
    cents = round_half_up(over * rate * 100)
    names = ", ".join(dict.fromkeys(catalog.offerings[line.offering].name for line, _ in pool))
    figures = {"stated": _number(stated.value), "included": _number(included), "over": _number(over)}
    basis = said("usage_basis", usage=name, rate=f"{rate:f}", **figures)
    yield UsageEstimate(site.id, name, names, stated.value, included, over, cents, basis, charge.span.place)


def _included(line: QuoteLine, usage: UsageCharge) -> Decimal:
    """What a line includes a month: for each piece, or for each unit of one of its characteristics."""
    times = Decimal(line.characteristics[usage.per].split()[0]) if usage.per else Decimal(1)
    return usage.included * times * line.count


def _number(amount: Decimal) -> str:
    whole = amount == amount.to_integral_value()
    return f"{int(amount):,}" if whole else plain(amount)
