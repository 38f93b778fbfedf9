"""What a price costs the provider, and how far it may be negotiated down."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposer.model.prices import Floor
from proposer.model.quote import PriceStep, UnitPrice
from proposer.money import share
from proposer.pricing.costs import book_price, cost_of, floor_of, most_negotiable


def price(*changes: tuple[str, int]) -> UnitPrice:
    """A price by its steps: name and change in cents."""
    steps: list[PriceStep] = []
    amount = 0
    for step, change in changes:
        steps.append(PriceStep(step, amount, change, amount + change, "", "", ""))
        amount += change
    return UnitPrice(amount, tuple(steps))


WHOLE = price(
    ("list", 100_00),
    ("term", -20_00),
    ("volume", -5_00),
    ("bundle", -7_50),
    ("promotion", -6_75),
    ("negotiated", -6_08),
)


def test_cost_is_a_share_of_the_price_before_anything_is_taken_off() -> None:
    assert book_price(WHOLE) == 75_00
    assert cost_of(WHOLE, Decimal("0.41")) == 30_75
    assert cost_of(price(("list", 33)), Decimal("0.5")) == 17  # half up


def test_a_cost_that_the_book_does_not_say_is_not_known_but_nothing_costs_nothing() -> None:
    assert cost_of(WHOLE, None) is None
    assert cost_of(price(("list", 0)), None) == 0


@pytest.mark.parametrize(
    ("floor", "least"),
    [
        (None, None),
        (Floor(over_cost=Decimal(10)), 33_83),  # 30.75 × 1.10 = 33.825, up to the cent
        (Floor(of_price=Decimal(80)), 60_00),
        (Floor(Decimal(10), Decimal(80)), 60_00),
        (Floor(Decimal(100), Decimal(80)), 61_50),
    ],
)
def test_the_floor_is_the_higher_of_what_is_declared(floor: Floor | None, least: int | None) -> None:
    assert floor_of(WHOLE, Decimal("0.41"), floor) == least


def test_a_floor_over_a_cost_that_is_not_known_holds_nothing() -> None:
    assert floor_of(WHOLE, None, Floor(over_cost=Decimal(10))) is None
    assert floor_of(WHOLE, None, Floor(Decimal(10), Decimal(80))) == 60_00


@pytest.mark.parametrize(
    ("least", "percent"), [(50_00, "17.6"), (54_68, "9.9"), (60_75, "0.0"), (70_00, "0.0"), (0, "100.0")]
)
def test_the_most_that_can_be_given(least: int, percent: str) -> None:
    assert most_negotiable(WHOLE, least) == Decimal(percent)


@given(st.integers(1, 10**8), st.integers(0, 10**8))
def test_what_can_be_given_keeps_the_floor(before: int, least: int) -> None:
    given_ = price(("list", before), ("negotiated", -1))
    most = most_negotiable(given_, least)

    assert most == 0 or before - share(before, most / 100) >= least
