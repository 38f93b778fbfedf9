"""Volume tiers: what one piece more does to the total."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from proposer.diagnostics import Diagnostic, Note, Severity
from proposer.model.catalog import Catalog, Offering
from proposer.model.prices import Charge, Tier
from proposer.money import grouped

ACCOUNT = "account"
_MANY = 2  # one in so many pieces of a tier may cost more than the next tier's first


def volume_tiers(catalog: Catalog) -> Iterator[Diagnostic]:
    """Tiers cover every quantity, and the price of a piece falls from tier to tier."""
    for offering, charge in tiered(catalog):
        for low, high in pairwise(charge.tiers):
            if high.cents > low.cents and low.most is not None:
                pieces = low.most
                each = f"{grouped(high.cents)} each after {grouped(low.cents)}"
                totals = f"{pieces + 1} cost {grouped((pieces + 1) * high.cents)}, {pieces} cost {grouped(pieces * low.cents)}"
                message = f"this volume tier of `{offering.id}` raises the total: {each}, so {totals}"
                remedy = "volume prices fall from tier to tier"
                notes = (Note(low.span, f"the tier before, up to {pieces} pieces"),)
                yield Diagnostic("PRC206", message, high.span, Severity.WARNING, remedy, notes)
        last = charge.tiers[-1]
        most = offering.count.most if offering.count else 1
        if last.most is not None and (charge.counted_over == "account" or most is None or most > last.most):
            message = f"no price for more than {last.most} pieces of `{offering.id}`"
            yield Diagnostic("PRC204", message, last.span, help="end with a tier without `to`")


def graduated_steps(catalog: Catalog) -> Iterator[Diagnostic]:
    """Steps price as many pieces as can be ordered."""
    prices = (price for book in catalog.price_books for price in book.prices.values())
    for price in (price for price in prices if price.offering in catalog.offerings):
        count = catalog.offerings[price.offering].count
        most = count.most if count else 1
        for last in (steps[-1] for charge in price.charges if (steps := charge.steps or _graduated(charge))):
            if last.most is not None and (most is None or most > last.most or price.graduated_over == ACCOUNT):
                message = f"no price for more than {last.most} pieces of `{price.offering}`"
                yield Diagnostic("PRC204", message, last.span, help="end with a step without `to`")


def _graduated(charge: Charge) -> tuple[Tier, ...]:
    return charge.tiers if charge.graduated else ()


def tiers_that_pay(catalog: Catalog) -> Iterator[Diagnostic]:
    """Most pieces of a tier cost less than the first of the next tier; else hardly anybody would order them.

    A price that holds for all pieces always makes the last few before a tier dearer than its first: that is the trade.
    """
    for offering, charge in tiered(catalog):
        first = 1
        for low, high in pairwise(charge.tiers):
            if low.most is None or high.cents >= low.cents:
                continue
            following = low.most + 1
            least = (
                following * high.cents // low.cents + 1
            )  # the fewest pieces that cost more than the next tier's first
            dearer = following - max(least, first)
            if dearer * _MANY > following - first:
                message = (
                    f"{max(least, first)} pieces of `{offering.id}` cost {grouped(max(least, first) * low.cents)}, "
                    f"and {following} cost {grouped(following * high.cents)}: hardly anybody would order less"
                )
                remedy = "a slip of the pen, or a tier that begins too late?"
                notes = (Note(low.span, "the tier before"),)
                yield Diagnostic("PRC209", message, high.span, Severity.WARNING, remedy, notes)
            first = following


def tiered(catalog: Catalog) -> Iterator[tuple[Offering, Charge]]:
    """Every monthly charge whose tiers price all pieces alike."""
    for book in catalog.price_books:
        for name, price in book.prices.items():
            monthly = price.monthly
            if monthly is not None and monthly.tiers and not monthly.graduated and name in catalog.offerings:
                yield catalog.offerings[name], monthly
