"""Charges for all pieces of a line: each piece at its own step, the first included, the whole no less than the minimum."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from price_samples import TERMS, bundle, deal, piece, priced, written

from proposer.model.prices import Charge, Tier
from proposer.model.quote import PriceStep, UnitPrice


def steps(*tiers: tuple[int | None, int], included: int = 0, minimum: int = 0) -> Charge:
    lined = tuple(Tier(most, cents, written("book.yaml", line)) for line, (most, cents) in enumerate(tiers, 1))
    return Charge(steps=lined, included=included, minimum=minimum, span=written("book.yaml", 7))


def by_piece(tiers: list[tuple[int, int]], last: int, included: int, pieces: int) -> int:
    """Every piece looked up by itself."""
    total = 0
    for number in range(included + 1, pieces + 1):
        total += next((cents for most, cents in tiers if number <= most), last)
    return total


@given(
    st.lists(st.tuples(st.integers(1, 40), st.integers(0, 5000)), max_size=4, unique_by=lambda tier: tier[0]),
    st.integers(0, 5000),
    st.integers(0, 30),
    st.integers(0, 90_000),
    st.integers(1, 120),
)
@settings(max_examples=2000, deadline=None)
def test_each_piece_costs_its_own_step(
    tiers: list[tuple[int, int]], last: int, included: int, minimum: int, pieces: int
) -> None:
    rising = sorted(tiers)
    prices = deal(priced("seat", steps(*rising, (None, last), included=included, minimum=minimum)))

    price = prices.price(piece("seat", count=pieces))

    assert price.times(pieces) == 1
    assert price.monthly_net == max(minimum, by_piece(rising, last, included, pieces))


@given(
    st.lists(st.tuples(st.integers(1, 40), st.integers(0, 5000)), max_size=4, unique_by=lambda tier: tier[0]),
    st.integers(0, 5000),
    st.integers(1, 120),
)
@settings(max_examples=2000, deadline=None)
def test_all_pieces_at_one_price_never_cost_more_than_more_of_them(
    tiers: list[tuple[int, int]], last: int, pieces: int
) -> None:
    rising = [*sorted(tiers), (1000, last)]
    prices = deal(priced("seat", replace(steps(*rising), all_pieces=True)))
    whole = [prices.price(piece("seat", count=number)).monthly_net for number in range(1, 200)]

    def each(number: int) -> int:
        return next(cents for most, cents in rising if number <= most)

    assert whole[pieces - 1] == min(number * each(number) for number in range(pieces, 200))


def test_a_line_that_is_charged_as_more_says_so() -> None:
    prices = deal(priced("seat", replace(steps((9, 2000), (None, 1500)), all_pieces=True)))
    monthly = prices.price(piece("seat", count=9)).monthly

    assert monthly is not None
    assert monthly.steps[0].because == "List price at 12 months: 9 charged as 10 × 15.00"


def test_the_list_step_tells_the_arithmetic() -> None:
    prices = deal(priced("seat", steps((10, 2000), (None, 1500), included=2, minimum=30000)))

    assert prices.price(piece("seat", count=12)).monthly == UnitPrice(
        30000,
        (
            PriceStep(
                "list", 0, 30000, 30000, "",
                "List price at 12 months: 2 included, 8 × 20.00, 2 × 15.00, at least 300.00", "book.yaml:7",
            ),
        ),
    )  # fmt: skip


def test_a_bundle_takes_its_part_of_the_line_once() -> None:
    prices = deal(priced("seat", steps((1, 333), (None, 333))))

    price = prices.price(piece("seat", count=3), 0, bundle("five", "10", ["seat"], {}))

    assert price.monthly_net == 999 - 100  # 99.9 rounded once; by the piece it would be 3 × 33


def test_beyond_a_last_step_with_an_end_its_price_goes_on() -> None:
    assert deal(priced("seat", steps((2, 100), (4, 50)))).price(piece("seat", count=6)).monthly_net == 2 * 100 + 4 * 50


def test_term_factors_are_rounded_for_each_piece() -> None:
    charge = Charge(
        steps=(Tier(None, 333, written("book.yaml", 1)),), term_factors={12: Decimal(1), 36: Decimal("0.85")}
    )

    price = deal(priced("seat", charge, terms=TERMS), term=36).price(piece("seat", count=100))

    assert price.monthly_net == 100 * 283  # 283.05
