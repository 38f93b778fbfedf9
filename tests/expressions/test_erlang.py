"""Erlang B against the published tables, and its laws."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposer.expressions.erlang import blocked, erlang_b_lines, offered_load

ONE_PERCENT = Decimal(1)


@pytest.mark.parametrize(("lines", "erlangs"), [(10, "4.4612"), (23, "14.470"), (46, "34.322"), (100, "84.064")])
def test_the_anchors_of_the_published_table(lines: int, erlangs: str) -> None:
    load = offered_load(lines, ONE_PERCENT)
    assert abs(load - Decimal(erlangs)) < Decimal("0.001")
    assert erlang_b_lines(load, ONE_PERCENT) == lines
    assert erlang_b_lines(load + Decimal("0.001"), ONE_PERCENT) == lines + 1


@pytest.mark.parametrize(
    ("erlangs", "blocking", "lines"),
    [
        ("0", "1", 0),
        ("0.00001", "1", 1),
        ("10000", "1", 9970),
        ("3.36", "100", 0),
        ("-1", "1", None),
        ("20001", "1", None),
        ("1", "0", None),
    ],
)
def test_the_ends_of_the_range(erlangs: str, blocking: str, lines: int | None) -> None:
    assert erlang_b_lines(Decimal(erlangs), Decimal(blocking)) == lines


@given(st.decimals("0.01", "300", places=2), st.sampled_from([Decimal("0.1"), ONE_PERCENT, Decimal(5)]))
def test_lines_are_the_fewest_that_do(erlangs: Decimal, blocking: Decimal) -> None:
    lines = erlang_b_lines(erlangs, blocking)
    assert lines is not None
    assert blocked(erlangs, int(lines)) * 100 <= blocking < blocked(erlangs, int(lines) - 1) * 100
