"""Graduated steps over a site or the account in some of the random worlds, and promotions for the first pieces of the account.

Over the account only where all pieces are alike, as the loader has it: not what a bundle at a site discounts, nor at places where pieces begin late.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from proposer.dates import Interval
from proposer.model.candidates import Variant
from proposer.model.catalog import At, Bundle, Promotion
from proposer.model.prices import Charge, OfferingPrice, PriceBook, Tier
from proposer.pricing import is_sold
from proposer.pricing.limits import is_one_price

NAMES = ("trunk", "pack", "guard", "port", "evc", "glass", "licence", "cable")


def with_graduated(seed: int, book: PriceBook, local: frozenset[str]) -> PriceBook:
    """Some monthly prices in steps that go on from line to line; over the account none of what a site's bundle bears on."""
    rng = random.Random(f"graduated {seed}")  # noqa: S311 - nothing secret
    prices = dict(book.prices)
    for name in NAMES:
        if name in prices and rng.random() < 0.3:
            prices[name] = _graduated(rng, prices[name], ("site",) if name in local else ("account", "account", "site"))
    return replace(book, prices=prices)


def _graduated(rng: random.Random, price: OfferingPrice, scopes: tuple[str, ...]) -> OfferingPrice:
    if price.once is not None and price.once.steps:
        return price
    cents, edges = [rng.randrange(200, 4_000) for _ in range(3)], sorted(rng.sample(range(1, 7), 2))
    if rng.random() < 0.6:
        cents.sort(reverse=True)
    tiers = tuple(Tier(most, each, price.span) for most, each in zip((*edges, None), cents, strict=True))
    return replace(price, monthly=Charge(tiers=tiers, counted_over=rng.choice(scopes), graduated=True))


def limited(seed: int, book: PriceBook, local: frozenset[str]) -> Iterator[Promotion]:
    """For the first pieces of an offering that has one price: per cent off, for the term or some months."""
    rng = random.Random(f"limited {seed}")  # noqa: S311 - nothing secret
    for name in NAMES:
        price = book.prices.get(name)
        alike = price is not None and price.monthly is not None and is_one_price(price.monthly)
        if alike and name not in local and rng.random() < 0.3:
            percent, months, most = Decimal(rng.randrange(5, 101)), rng.choice((None, 3)), rng.randrange(1, 5)
            yield Promotion(
                f"first-{name}",
                name,
                (name,),
                Interval(),
                "monthly",
                percent,
                months,
                limit=most,
                group=rng.choice("ab"),
            )


def local_to_sites(bundles: Iterable[Bundle]) -> frozenset[str]:
    """What the bundles of a site bear on."""
    return frozenset(name for bundle in bundles if bundle.per is At.SITE for name in bundle.on)


def sold_there(book: PriceBook, variants: tuple[Variant, ...]) -> tuple[Variant, ...]:
    """Without what could not be sold where it would begin late."""
    return tuple(
        v
        for v in variants
        if not book.prices[v.offering.id].graduated_over
        or is_sold(book.prices[v.offering.id], v.item, book.prices[v.offering.id].terms[0])
    )
