"""Volume tiers: all units at the tier's price, counted over the account or the site."""

from __future__ import annotations

from decimal import Decimal

import pytest
from price_samples import deal, piece, priced, volume

from proposer.pricing.bundles import price_in_place
from proposer.pricing.charges import tier_range

TIERS = ((22, 1900), (99, 1700), (None, 1550))


@pytest.mark.parametrize(
    ("pieces", "cents"),
    [(1, 1900), (22, 1900), (23, 1700), (24, 1700), (99, 1700), (100, 1550), (5000, 1550)],
)
def test_all_units_take_the_price_of_the_tier_they_fall_in(pieces: int, cents: int) -> None:
    prices = deal(priced("trunk", volume(*TIERS)))

    assert prices.price(piece("trunk"), prices.tier("trunk", pieces)).monthly_net == cents


def test_beyond_a_last_tier_with_an_end_its_price_goes_on() -> None:
    prices = deal(priced("trunk", volume((10, 1900), (20, 1700))))

    assert prices.tier("trunk", 21) == 1


def test_tiers_cover_every_quantity_once() -> None:
    assert [tier_range(volume(*TIERS), index) for index in range(3)] == [(0, 22), (23, 99), (100, None)]


@pytest.mark.parametrize(("over", "cents"), [("account", 1700), ("site", 1900)])
def test_quantities_are_counted_where_the_book_says(over: str, cents: int) -> None:
    prices = deal(priced("trunk", volume(*TIERS, over=over)))

    price, _ = price_in_place(prices, piece("trunk", count=10), {"trunk": 10}, {"trunk": 40}, ())

    assert price.monthly_net == cents


def test_the_last_step_tells_where_the_tier_begins() -> None:
    prices = deal(priced("trunk", volume(*TIERS, over="site")))

    monthly = prices.price(piece("trunk"), 2).monthly

    assert monthly is not None
    assert (monthly.steps[1].rate, monthly.steps[1].because) == ("100 and more", "Volume over the site")


@pytest.mark.parametrize(("term", "net"), [(12, 1700), (24, 1615), (36, 1530), (60, 1445)])
def test_term_factors_multiply_the_tier_s_price(term: int, net: int) -> None:
    factors = {12: Decimal(1), 24: Decimal("0.95"), 36: Decimal("0.9"), 60: Decimal("0.85")}
    prices = deal(priced("trunk", volume(*TIERS, factors=factors)), term=term)

    assert prices.price(piece("trunk"), 1).monthly_net == net
