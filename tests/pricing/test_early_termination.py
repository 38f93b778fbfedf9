"""What is due when a contract ends early: the published example, and what must hold for every schedule."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposer.pricing.early_termination import due, exposure, most_exposure

ENTERPRISE = ((12, Decimal(1)), (24, Decimal("0.80")), (None, Decimal("0.65")))
SMALL_BUSINESS = ((None, Decimal("0.75")),)


def test_the_published_example() -> None:
    """36 months at $1,000, ended after month 10: 2 × 1,000 × 100 % + 12 × 1,000 × 80 % + 12 × 1,000 × 65 %."""
    assert due([1_000_00] * 36, 10, ENTERPRISE) == 2_000_00 + 9_600_00 + 7_800_00 == 19_400_00


@pytest.mark.parametrize(
    ("after", "dollars"),
    [(0, 29_400), (11, 18_400), (12, 17_400), (13, 16_600), (24, 7_800), (35, 650), (36, 0)],
)
def test_each_stretch_of_the_schedule(after: int, dollars: int) -> None:
    assert due([1_000_00] * 36, after, ENTERPRISE) == dollars * 100


def test_a_share_of_all_that_remains() -> None:
    assert due([100_00] * 24, 6, SMALL_BUSINESS) == 1_350_00


def test_a_contract_that_is_shorter_than_the_schedule() -> None:
    assert due([1_000_00] * 12, 10, ENTERPRISE) == 2_000_00


def test_each_stretch_is_rounded_once() -> None:
    assert due([33] * 3, 1, ((None, Decimal("0.75")),)) == 50  # 66 × 0.75 = 49.5


def test_a_schedule_that_ends_leaves_the_rest_free() -> None:
    assert due([1_000_00] * 36, 0, ((12, Decimal(1)),)) == 12_000_00


def test_months_that_are_free_are_not_due() -> None:
    assert due([0, 0, 0, *[1_000_00] * 9], 1, ENTERPRISE) == 9_000_00
    assert most_exposure([0, 0, 0, *[1_000_00] * 9], [], ENTERPRISE) == 9_000_00


def test_instalments_of_construction_are_due_whole() -> None:
    assert exposure([1_000_00] * 36, [100_00] * 24 + [0] * 12, 10, ENTERPRISE) == 19_400_00 + 14 * 100_00
    assert most_exposure([1_000_00] * 36, [100_00] * 24 + [0] * 12, ENTERPRISE) == 29_400_00 + 24 * 100_00


def test_nothing_is_due_without_a_schedule() -> None:
    assert (due([1_000_00] * 36, 0, ()), most_exposure([1_000_00] * 36, [], ()), most_exposure([], [], ENTERPRISE)) == (
        0,
        0,
        0,
    )


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=60), st.data())
def test_the_longer_it_runs_the_less_is_due(charges: list[int], data: st.DataObject) -> None:
    after = data.draw(st.integers(0, len(charges) - 1))

    assert due(charges, after, ENTERPRISE) >= due(charges, after + 1, ENTERPRISE) >= 0
    assert most_exposure(charges, [], ENTERPRISE) == due(charges, 0, ENTERPRISE) <= sum(charges)
