"""Multipliers without a solver: the Lagrangian climbed one row at a time, in whole numbers.

Along one multiplier the bound L(λ) is concave and piecewise linear; its slope is what the row lacks in the cheapest
selection, so a few tangents find the top (coordinate ascent). That is enough for most quotes, and saves
loading a solver; where it is not, the linear relaxation takes over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from proposer.configure.rows import SCALE, Program, Selection, cheapest, reduced_costs, surplus

ROUNDS = 3
STEPS = 60


@dataclass(frozen=True, slots=True)
class Climbed:
    """The best bound found, and the two selections on either side of the top: one lacks something, one does not."""

    bound: int
    lacking: Selection
    enough: Selection

    @property
    def fractions(self) -> list[Mapping[int, float]]:
        """Halfway between the two: where they differ there is something to decide."""
        pairs = zip(self.lacking, self.enough, strict=True)
        return [_halfway(dict(lacking), dict(enough)) for lacking, enough in pairs]


def _halfway(one: Mapping[int, int], other: Mapping[int, int]) -> dict[int, float]:
    packages = sorted({*one, *other})
    return {package: (one.get(package, 0) + other.get(package, 0)) / 2 for package in packages}


def _never() -> bool:
    return False


def climb(program: Program, is_over: Callable[[], bool] = _never) -> Climbed | None:
    """A bound from all rows; None where some row cannot be fulfilled at all, which needs no solver to prove.

    Every height on the way is a bound, so the climb may end when time `is_over`.
    """
    if any(_is_hopeless(program, row) for row in range(len(program.rows))):
        return None
    multipliers = [0] * len(program.rows)
    start = _point(program, multipliers, 0, 0)
    best, lacking, enough = start.height, start.selection, start.selection
    for _ in range(ROUNDS):
        before = list(multipliers)
        for row in (row for row in range(len(program.rows)) if not is_over()):
            left, right = _top(program, multipliers, row)
            higher = max(left, right, key=lambda point: point.height)
            multipliers[row], best = higher.at, max(best, higher.height)
            if right.at:
                lacking, enough = left.selection, right.selection
        if multipliers == before:
            break
    return Climbed(-(-best // SCALE), lacking, enough)


def _is_hopeless(program: Program, row: int) -> bool:
    """Whether even the selection that does most for a row lacks something."""
    most = cheapest([[-value for value in kind] for kind in program.rows[row].of], program)
    return most is None or surplus(program.rows[row], most) < 0


@dataclass(frozen=True, slots=True)
class _Point:
    """L at one value of one multiplier, times SCALE, with its slope there (what the row lacks) and its selection."""

    at: int
    height: int
    slope: int
    selection: Selection


def _point(program: Program, multipliers: Sequence[int], row: int, value: int) -> _Point:
    at = [*multipliers[:row], value, *multipliers[row + 1 :]] if multipliers else []
    reduced = reduced_costs(program, at)
    selection = cheapest(reduced, program) or ()  # bounds that leave no choice have been ruled out before
    inner = sum(reduced[k][p] * n for k, chosen in enumerate(selection) for p, n in chosen)
    height = inner + sum(m * r.least for m, r in zip(at, program.rows, strict=True))
    return _Point(value, height, -surplus(program.rows[row], selection) if program.rows else 0, selection)


def _top(program: Program, multipliers: Sequence[int], row: int) -> tuple[_Point, _Point]:
    """The points on either side of the top along one multiplier; both are the start where the row lacks nothing.

    The next point to look at is where the two tangents meet, so every step finds another piece of the line or the top.
    """
    left = _point(program, multipliers, row, 0)
    if left.slope <= 0:
        return left, left
    right = _point(program, multipliers, row, SCALE // 1000)
    while right.slope > 0:
        left, right = right, _point(program, multipliers, row, right.at * 8)
    for _ in range(STEPS):
        meeting = left.at + (right.height - left.height - right.slope * (right.at - left.at)) // (
            left.slope - right.slope
        )
        if not left.at < meeting < right.at:
            break
        point = _point(program, multipliers, row, meeting)
        left, right = (point, right) if point.slope > 0 else (left, point)
        if point.height >= left.height + left.slope * (point.at - left.at) and point is right:
            break
    return left, right
