"""Worlds in which a site demands less of its amounts at first: what is sold there, with the months in which pieces begin."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from proposer.model.candidates import Variant
from proposer.model.demands import Demand, Growth
from proposer.offer.growth import begun


def growing_variants(
    rng: random.Random, site: str, demands: Sequence[Demand], variants: tuple[Variant, ...]
) -> tuple[Variant, ...]:
    """What is sold at a site that demands less of its amounts at first."""
    amounts = {d.capability: int(d.amount) for d in demands if d.site == site and d.amount is not None}
    first = min((variant.item.here.from_month for variant in variants), default=1)
    months = sorted(rng.sample(range(first + 1, first + 10), rng.choice((1, 2))))
    before = [(month, {name: rng.randrange(most + 1) for name, most in amounts.items()}) for month in months]
    return begun(variants, Growth(tuple((m, _thousandths(a)) for m, a in before), _thousandths(amounts)), first)


def _thousandths(amounts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((name, amount * 1000) for name, amount in sorted(amounts.items()))
