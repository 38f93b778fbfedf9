"""Worlds in which a site demands less of its amounts at first: what is sold there, with the months in which pieces begin.

And charges of those worlds that others lack: lines at one price with a limit to their total, expediting.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from proposer.model.candidates import Variant
from proposer.model.demands import Demand, Growth
from proposer.model.prices import Expedite, OfferingPrice, PriceBook
from proposer.model.quantities import Quantity
from proposer.offer.growth import begun

EXPEDITED = ("glass", "pack", "trunk", "guard")


def charged_otherwise(seed: int, book: PriceBook) -> PriceBook:
    """Some steps that price all pieces of a line alike, and some charges for expediting."""
    rng = random.Random(f"charges {seed}")  # noqa: S311 - nothing secret
    return replace(book, prices={name: _charged(rng, price) for name, price in book.prices.items()})


def _charged(rng: random.Random, price: OfferingPrice) -> OfferingPrice:
    expedite = Expedite(rng.randrange(5_000), Quantity(Decimal(5), "days")) if rng.random() < 0.5 else None
    alike = rng.random() < 0.5
    if price.monthly is None or not price.monthly.steps or not alike:
        return replace(price, expedite=expedite)
    return replace(price, expedite=expedite, monthly=replace(price.monthly, all_pieces=True, included=0, minimum=0))


def growing_variants(
    rng: random.Random, site: str, demands: Sequence[Demand], variants: tuple[Variant, ...]
) -> tuple[Variant, ...]:
    """What is sold at a site that demands less of its amounts at first."""
    amounts = {d.capability: int(d.amount) for d in demands if d.site == site and d.amount is not None}
    first = min((variant.item.here.from_month for variant in variants), default=1)
    months = sorted(rng.sample(range(first + 1, first + 10), rng.choice((1, 2))))
    before = [(month, {name: rng.randrange(most + 1) for name, most in amounts.items()}) for month in months]
    hurried = [_hurried(variant) if variant.offering.id in EXPEDITED else variant for variant in variants]
    return begun(hurried, Growth(tuple((m, _thousandths(a)) for m, a in before), _thousandths(amounts)), first)


def _thousandths(amounts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((name, amount * 1000) for name, amount in sorted(amounts.items()))


def _hurried(variant: Variant) -> Variant:
    """The variant installed sooner, where it begins in the first month."""
    return replace(variant, item=replace(variant.item, here=replace(variant.item.here, expedited=True)))
