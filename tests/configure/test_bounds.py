"""A bound is a bound whatever multipliers a solver, or a fault in one, comes up with."""

from __future__ import annotations

from itertools import product
from math import inf, nan

from hypothesis import given, settings
from hypothesis import strategies as st

from proposer.configure.ascent import climb
from proposer.configure.layout import Layout, Selection, whole
from proposer.configure.rounding import rounded
from proposer.configure.rows import Program, Row, cheapest, direction, lagrangian

small = st.integers(0, 50)
KINDS, PACKAGES = 3, 3


any_float = st.one_of(st.floats(0, 20), st.sampled_from([nan, inf, -inf, -1.0, 1e300, 1e-300]), st.floats())


@st.composite
def programs(draw: st.DrawFn) -> Program:
    columns = KINDS * PACKAGES
    costs = st.one_of(small, st.integers(0, 10**14))
    sites = [draw(st.integers(1, 3)) for _ in range(KINDS)]
    rows = [
        Row.make(whole(draw(st.integers(-9, 9)) for _ in range(columns)), draw(st.integers(-20, 20)))
        for _ in range(draw(st.integers(1, 3)))
    ]
    layout = Layout.of([PACKAGES] * KINDS, sites)
    return Program(layout, whole(draw(costs) for _ in range(columns)), rows, {})


def selections(program: Program) -> list[Selection]:
    """All that there are."""
    spreads = [
        [c for c in product(range(n + 1), repeat=PACKAGES) if sum(c) == n] for n in program.layout.sites.tolist()
    ]
    return [
        Selection.from_pairs((column, n) for column, n in enumerate(n for counts in choice for n in counts) if n)
        for choice in product(*spreads)
    ]


def least(program: Program) -> int | None:
    """The best by trying all."""
    found = [
        sum(int(program.costs[column]) * n for column, n in selection.pairs())
        for selection in selections(program)
        if all(sum(int(row.of[c]) * n for c, n in selection.pairs()) >= row.least for row in program.rows)
    ]
    return min(found, default=None)


@settings(max_examples=150, deadline=None)
@given(programs(), st.lists(any_float, min_size=3, max_size=3))
def test_no_multipliers_bound_above_the_best(program: Program, duals: list[float]) -> None:
    best = least(program)
    bound = lagrangian(program, duals[: len(program.rows)])
    assert best is None or (bound is not None and bound <= best)
    ray = direction(duals[: len(program.rows)])
    if best is not None and ray:
        proof = lagrangian(program, ray, costs_count=False)
        assert proof is not None
        assert proof <= 0, "a proof that there is nothing, where there is"


@settings(max_examples=150, deadline=None)
@given(programs())
def test_climbing_stays_below_the_best_and_finds_what_is_hopeless(program: Program) -> None:
    best, climbed = least(program), climb(program)
    if climbed is None:
        assert best is None
        return
    assert best is None or climbed.bound <= best
    zero = lagrangian(program, [0.0] * len(program.rows))
    assert zero is not None
    assert climbed.bound >= zero
    for selection in (climbed.enough, climbed.lacking):
        mended = rounded(program, selection.parts())
        assert mended is None or best is not None, "a selection that holds, where none does"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-(2**61), 2**61), min_size=1, max_size=30), st.integers(1, 10**6))
def test_no_digit_of_a_sum_is_lost(values: list[int], sites: int) -> None:
    selection = Selection.from_pairs((column, sites) for column in range(len(values)))
    assert selection.total(whole(values)) == sum(value * sites for value in values)


def test_bounds_that_ask_for_more_sites_than_there_are_leave_no_choice() -> None:
    layout = Layout.of([3], [5])
    program = Program(layout, whole([1, 2, 3]), [], {1: (3, 5), 2: (3, 5)})
    assert cheapest(program.above, program) is None


def test_a_row_of_nothing_bears_any_multiplier() -> None:
    layout = Layout.of([2], [1])
    program = Program(layout, whole([5, 7]), [Row.make(whole([0, 0]), -1)], {})
    assert [lagrangian(program, [each]) for each in (0.0, 1.0, 1e300, inf)] == [5, 4, 5 - 2**61, 5]
