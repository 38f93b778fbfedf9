"""Whole cents: as text and back, rounded half up, shared out without losing one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from proposer.money import allocate, cents_from_text, cents_to_text, round_half_up, share


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (123450, "1234.50"),
        (-5, "-0.05"),
        (-123456, "-1234.56"),
        (10**15, "10000000000000.00"),
    ],
)
def test_cents_are_written_as_an_amount_and_read_back(cents: int, text: str) -> None:
    assert (cents_to_text(cents), cents_from_text(text)) == (text, cents)


@pytest.mark.parametrize(("text", "cents"), [("49", 4900), ("49.5", 4950), ("1490.500", 149050)])
def test_amounts_with_fewer_or_idle_decimals_are_read(text: str, cents: int) -> None:
    assert cents_from_text(text) == cents


def test_a_fraction_of_a_cent_is_refused() -> None:
    with pytest.raises(ValueError, match=r"1\.005 has a fraction of a cent"):
        cents_from_text("1.005")


@pytest.mark.parametrize(
    ("amount", "whole"), [("0.5", 1), ("1.5", 2), ("2.5", 3), ("2.49", 2), ("-0.5", -1), ("-2.5", -3), ("-2.4", -2)]
)
def test_halves_are_rounded_away_from_zero(amount: str, whole: int) -> None:
    assert round_half_up(Decimal(amount)) == whole


def test_a_share_is_rounded_to_the_cent() -> None:
    assert [share(cents, Decimal("0.10")) for cents in (14, 15, 25, 2495)] == [1, 2, 3, 250]


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (100, [1, 1, 1], [34, 33, 33]),
        (200, [1, 1, 1], [67, 67, 66]),
        (10, [0, 3, 1], [0, 8, 2]),  # 7.5 and 2.5: a tie goes to the first
        (1000, [1, 2, 7], [100, 200, 700]),
        (-100, [1, 1, 1], [-33, -33, -34]),
        (5, [0, 0], [0, 0]),
        (0, [1, 2], [0, 0]),
        (7, [], []),
    ],
)
def test_parts_by_largest_remainder(total: int, weights: list[int], parts: list[int]) -> None:
    assert allocate(total, weights) == parts
