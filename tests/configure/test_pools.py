"""Circuits go whole onto ports: what adds up need not fit."""

from __future__ import annotations

import pytest

from proposer.configure.pools import fits


@pytest.mark.parametrize(
    ("circuits", "ports", "fit"),
    [
        ([], [], True),
        ([1], [], False),
        ([1000] * 15, [10_000, 10_000], True),
        ([600, 600, 600], [1000, 1000], False),  # 1,800 of 2,000, and yet one too many
        ([600, 400, 600, 400], [1000, 1000], True),
        ([500, 400, 400, 300, 200, 200], [1000, 1000], True),  # first fit decreasing alone would fail here
        ([700, 700, 300, 300], [1000, 1000], True),
        ([10_000], [1000] * 10, False),
    ],
)
def test_circuits_fit_ports_one_by_one(circuits: list[int], ports: list[int], *, fit: bool) -> None:
    assert fits(circuits, ports) is fit


def test_thousands_of_circuits_are_packed_as_well() -> None:
    assert fits([10, 20] * 4_000, [60_000, 60_000])
    assert not fits([10, 20] * 4_000, [59_990, 59_990])
    assert fits([], [10])
