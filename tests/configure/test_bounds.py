"""A bound is a bound whatever multipliers a solver, or a fault in one, comes up with."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from proposer.configure.ascent import climb
from proposer.configure.rounding import rounded
from proposer.configure.rows import SCALE, Program, Row, lagrangian, ray_multipliers

small = st.integers(0, 50)
KINDS, PACKAGES = 3, 3


@st.composite
def programs(draw: st.DrawFn) -> Program:
    def table(values: st.SearchStrategy[int]) -> list[list[int]]:
        return [[draw(values) for _ in range(PACKAGES)] for _ in range(KINDS)]

    sites = [draw(st.integers(1, 3)) for _ in range(KINDS)]
    rows = [Row(table(st.integers(-9, 9)), draw(st.integers(-20, 20))) for _ in range(draw(st.integers(1, 3)))]
    return Program(table(small), sites, rows, {})


def least(program: Program) -> int | None:
    """The best by trying all."""
    spreads = [[c for c in product(range(n + 1), repeat=PACKAGES) if sum(c) == n] for n in program.sites]
    found = [
        sum(program.costs[k][p] * n for k, counts in enumerate(choice) for p, n in enumerate(counts))
        for choice in product(*spreads)
        if all(
            sum(row.of[k][p] * n for k, counts in enumerate(choice) for p, n in enumerate(counts)) >= row.least
            for row in program.rows
        )
    ]
    return min(found, default=None)


@settings(max_examples=150, deadline=None)
@given(programs(), st.lists(st.floats(0, 20), min_size=3, max_size=3))
def test_no_multipliers_bound_above_the_best(program: Program, duals: list[float]) -> None:
    best = least(program)
    multipliers = [round(d * SCALE) for d in duals[: len(program.rows)]]
    bound = lagrangian(program, multipliers)
    assert best is None or (bound is not None and bound <= best)
    ray = ray_multipliers(duals[: len(program.rows)])
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
    zero = lagrangian(program, [0] * len(program.rows))
    assert zero is not None
    assert climbed.bound >= zero
    for selection in (climbed.enough, climbed.lacking):
        mended = rounded(program, [{p: float(n) for p, n in chosen} for chosen in selection])
        assert mended is None or best is not None, "a selection that holds, where none does"
