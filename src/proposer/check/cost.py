"""Prices that fall below what the thing costs the provider."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from proposer.check.price_points import Point, points_of
from proposer.diagnostics import Diagnostic, Severity
from proposer.model.catalog import Bundle, Catalog, Promotion
from proposer.model.prices import OfferingPrice, PriceBook, PricingPolicy
from proposer.money import grouped, share
from proposer.pricing.promotions import MONTHLY, Offer, lasting
from proposer.units import plain

WHOLE = 10**12  # a price so large that percentages of it are exact


@dataclass(frozen=True, slots=True)
class _Benefits:
    """What a line could take on some day in some state."""

    bundle: Bundle | None
    promotions: tuple[Promotion, ...]

    @property
    def in_percent(self) -> bool:
        """Whether the price itself does not matter."""
        return all(each.amount is None and each.price is None for each in self.promotions)


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left of a price, and what took the rest."""

    point: Point
    cents: int
    cost: int
    offs: tuple[str, ...]

    @property
    def covered(self) -> Decimal:
        """How much of the cost is left."""
        return Decimal(self.cents) / self.cost if self.cost else Decimal(1)


def above_cost(catalog: Catalog) -> Iterator[Diagnostic]:
    """What is left of a price covers the cost, even with the best bundle, promotion and negotiated discount together."""
    promotions = _lasting_promotions(catalog)
    for book in catalog.price_books:
        for name, price in book.prices.items():
            yield from _without_margin(name, price)
            cost = price.monthly_cost_share
            if cost is not None and cost < 1 and price.monthly is not None:
                bundles = [bundle for bundle in catalog.bundles.values() if name in bundle.on]
                benefits = list(_benefits(book, bundles, promotions.get(name, [])))
                yield from _stacked(name, price, cost, catalog.policy, benefits)


def _without_margin(name: str, price: OfferingPrice) -> Iterator[Diagnostic]:
    for word, share_ in (("monthly", price.monthly_cost_share), ("one-time", price.once_cost_share)):
        if share_ is not None and share_ >= 1:
            message = f"the {word} price of `{name}` leaves nothing: its cost is {plain(share_ * 100)} % of it"
            yield Diagnostic("PRC211", message, price.cost_span, help="mend the cost, or raise the price")


def _stacked(
    name: str, price: OfferingPrice, cost: Decimal, policy: PricingPolicy, benefits: Sequence[_Benefits]
) -> Iterator[Diagnostic]:
    """The monthly price with all that can be taken off it, one after the other: the worst of all that can meet."""
    in_percent = [each for each in benefits if each.in_percent]
    left = [_left(Point(WHOLE, term), each, cost, policy) for each in in_percent for term in price.terms]
    points = points_of(price) if len(in_percent) < len(benefits) else ()
    left += [_left(point, each, cost, policy) for each in benefits if not each.in_percent for point in points]
    worst = min(left, key=lambda each: each.covered, default=None)
    if worst is not None and worst.cents < worst.cost:
        message = f"the monthly price of `{name}` can fall below its cost: {_words(worst, cost)}"
        yield Diagnostic("PRC211", message, price.cost_span, Severity.WARNING, "take less off, or raise the price")


def _words(worst: _Left, cost: Decimal) -> str:
    offs = ", ".join(worst.offs)
    if worst.point.cents == WHOLE:
        rest = f"{plain(round(Decimal(worst.cents) * 100 / WHOLE, 2))} %"
        return f"{rest} of it can be left ({offs}), and {plain(cost * 100)} % is cost"
    at = f" at {worst.point.term} months"
    return f"{grouped(worst.cents)} of {grouped(worst.point.cents)}{at} can be left ({offs}), and {grouped(worst.cost)} is cost"


def _left(point: Point, benefits: _Benefits, cost: Decimal, policy: PricingPolicy) -> _Left:
    """The steps of the waterfall that take something off, in their order."""
    amount, offs = point.cents, []
    for step in policy.waterfall:
        for words, off in _offs(step, point, amount, benefits, policy):
            amount -= off
            offs.append(words)
    return _Left(point, amount, share(point.cents, cost), tuple(offs))


def _offs(
    step: str, point: Point, amount: int, benefits: _Benefits, policy: PricingPolicy
) -> Iterator[tuple[str, int]]:
    """What a step takes off, in words and cents."""
    if step == "bundle" and benefits.bundle is not None:
        percent = benefits.bundle.percent
        yield f"bundle {plain(percent)} %", share(amount, percent / 100)
    elif step == "promotion":
        fitting = tuple(each for each in benefits.promotions if point.takes(each))
        for taken in lasting(Offer(fitting, policy.stacking), MONTHLY, amount):
            yield f"promotion {_off(taken.promotion)}", taken.cents
    elif step == "negotiated" and policy.most_negotiated:
        yield f"negotiated {plain(policy.most_negotiated)} %", share(amount, policy.most_negotiated / 100)


def _off(promotion: Promotion) -> str:
    if promotion.price is not None:
        return f"to {grouped(promotion.price)}"
    return f"{plain(promotion.percent)} %" if promotion.amount is None else grouped(promotion.amount)


def _benefits(book: PriceBook, bundles: Sequence[Bundle], promotions: Sequence[Promotion]) -> Iterator[_Benefits]:
    """All that can meet on one line: on a day of the book, in a state, with one bundle or none."""
    for day in _days(book, bundles, promotions):
        for state in sorted({"", *(state for promotion in promotions for state in promotion.states)}):
            fitting = [p for p in promotions if day in p.valid and (not p.states or state in p.states)]
            for bundle in (None, *(bundle for bundle in bundles if day in bundle.valid)):
                name = bundle.id if bundle else ""
                yield _Benefits(bundle, tuple(each for each in fitting if each.bundle in ("", name)))


def _days(book: PriceBook, bundles: Sequence[Bundle], promotions: Sequence[Promotion]) -> list[date]:
    """The first day of the book, and those of it on which a benefit begins: nothing else adds one."""
    starts = (valid.start for valid in (*(each.valid for each in bundles), *(each.valid for each in promotions)))
    return sorted({book.valid.start or date.min, *(day for day in starts if day is not None and day in book.valid)})


def _lasting_promotions(catalog: Catalog) -> dict[str, list[Promotion]]:
    """Those that lower the monthly price for the whole term, by offering."""
    found: dict[str, list[Promotion]] = {}
    for promotion in catalog.promotions.values():
        for name in promotion.on if promotion.charge == MONTHLY and promotion.months is None else ():
            found.setdefault(name, []).append(promotion)
    return found
