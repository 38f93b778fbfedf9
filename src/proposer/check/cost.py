"""Prices that fall below what the thing costs the provider."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from proposer.dates import Interval
from proposer.diagnostics import Diagnostic, Severity
from proposer.model.catalog import Catalog, Promotion
from proposer.model.prices import OfferingPrice
from proposer.units import plain

_NOTHING = Decimal(0)


def above_cost(catalog: Catalog) -> Iterator[Diagnostic]:
    """What is left of a price covers the cost, even with the best bundle, promotion and negotiated discount together."""
    bundles = _best_bundles(catalog)
    promotions = _lasting_promotions(catalog)
    for book in catalog.price_books:
        for name, price in book.prices.items():
            yield from _without_margin(name, price)
            given = {
                "bundle": bundles.get(name, _NOTHING),
                "promotion": _best_promotion(promotions.get(name, []), price, book.valid),
                "negotiated": catalog.policy.most_negotiated,
            }
            yield from _stacked(name, price, given)


def _without_margin(name: str, price: OfferingPrice) -> Iterator[Diagnostic]:
    for word, share in (("monthly", price.monthly_cost_share), ("one-time", price.once_cost_share)):
        if share is not None and share >= 1:
            message = f"the {word} price of `{name}` leaves nothing: its cost is {plain(share * 100)} % of it"
            yield Diagnostic("PRC211", message, price.cost_span, help="mend the cost, or raise the price")


def _stacked(name: str, price: OfferingPrice, given: Mapping[str, Decimal]) -> Iterator[Diagnostic]:
    """The monthly price with all that can be taken off it, one after the other."""
    left = Decimal(1)
    for percent in given.values():
        left *= 1 - percent / 100
    share = price.monthly_cost_share
    if share is not None and share < 1 and left < share and price.monthly is not None:
        offs = ", ".join(f"{word} {plain(percent)} %" for word, percent in given.items() if percent)
        rest = f"{plain(round(left * 100, 2))} %"
        message = f"the monthly price of `{name}` can fall below its cost: {rest} of it can be left ({offs}), and {plain(share * 100)} % is cost"
        yield Diagnostic("PRC211", message, price.cost_span, Severity.WARNING, "take less off, or raise the price")


def _best_bundles(catalog: Catalog) -> dict[str, Decimal]:
    best: dict[str, Decimal] = {}
    for bundle in catalog.bundles.values():
        for name in bundle.on:
            best[name] = max(best.get(name, _NOTHING), bundle.percent)
    return best


def _lasting_promotions(catalog: Catalog) -> dict[str, list[Promotion]]:
    """Those that lower the monthly price for the whole term, by offering."""
    found: dict[str, list[Promotion]] = {}
    for promotion in catalog.promotions.values():
        for name in promotion.on if promotion.charge == "monthly" and promotion.months is None else ():
            found.setdefault(name, []).append(promotion)
    return found


def _best_promotion(promotions: list[Promotion], price: OfferingPrice, valid: Interval) -> Decimal:
    fitting = (p for p in promotions if p.valid.overlaps(valid) and (not p.terms or set(p.terms) & set(price.terms)))
    return max((promotion.percent for promotion in fitting), default=_NOTHING)
