"""Multipliers without a solver: the Lagrangian climbed one row at a time.

Along one multiplier the bound L(λ) is concave and piecewise linear; its slope is what the row lacks in the cheapest
selection, so a few tangents find the top (coordinate ascent). That is enough for most quotes, and saves
loading a solver; where it is not, the linear relaxation takes over. The way is found in floating numbers, every height on
it is exact (`rows.height`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from proposer.configure.layout import Fractions, Selection
from proposer.configure.rows import Height, Program, cheapest, height

ROUNDS = 3
STEPS = 60
FIRST_STEP, FARTHEST = 1e-3, 1e15  # cents for one unit of a row
NEARLY = 1e-12


@dataclass(frozen=True, slots=True)
class Climbed:
    """The best bound found, and the two selections on either side of the top: one lacks something, one does not."""

    bound: int
    lacking: Selection
    enough: Selection

    @property
    def fractions(self) -> Fractions:
        """Halfway between the two: where they differ there is something to decide."""
        both = np.sort(np.concatenate([self.lacking.columns, self.enough.columns]))
        columns = both[np.diff(both, prepend=-1) > 0]
        sites = np.zeros(len(columns))
        for selection in (self.lacking, self.enough):
            sites[np.searchsorted(columns, selection.columns)] += selection.sites / 2
        return Fractions(columns, sites)


def _never() -> bool:
    return False


def climb(program: Program, is_over: Callable[[], bool] = _never) -> Climbed | None:
    """A bound from all rows; None where some row cannot be fulfilled at all, which needs no solver to prove.

    Every height on the way is a bound, so the climb may end when time `is_over`.
    """
    if any(_is_hopeless(program, row) for row in range(len(program.rows))):
        return None
    multipliers = [0.0] * len(program.rows)
    start = height(program, multipliers)
    if start is None:
        return None
    best, lacking, enough = start.bound, start.selection, start.selection
    for _ in range(ROUNDS):
        before = list(multipliers)
        for row in (row for row in range(len(program.rows)) if not is_over()):
            left, right = _top(program, multipliers, row)
            higher = max(left, right, key=lambda point: point.height.value)
            multipliers[row], best = higher.at, max(best, higher.height.bound)
            if right.at:
                lacking, enough = left.height.selection, right.height.selection
        if multipliers == before:
            break
    return Climbed(best, lacking, enough)


def _is_hopeless(program: Program, row: int) -> bool:
    """Whether even the selection that does most for a row lacks something."""
    most = cheapest(-program.rows[row].of, program)
    return most is None or program.rows[row].surplus(most) < 0


@dataclass(frozen=True, slots=True)
class _Point:
    """L at one value of one multiplier, with its slope there: what the row lacks."""

    at: float
    height: Height
    slope: int


def _point(program: Program, multipliers: Sequence[float], row: int, value: float) -> _Point:
    found = height(program, [*multipliers[:row], value, *multipliers[row + 1 :]])
    assert found is not None, "bounds that leave no choice have been ruled out before"  # noqa: S101 - narrows the type
    return _Point(value, found, -program.rows[row].surplus(found.selection))


def _top(program: Program, multipliers: Sequence[float], row: int) -> tuple[_Point, _Point]:
    """The points on either side of the top along one multiplier; both are the start where the row lacks nothing.

    The next point to look at is where the two tangents meet, so every step finds another piece of the line or the top.
    """
    left = _point(program, multipliers, row, 0.0)
    if left.slope <= 0:
        return left, left
    right = _point(program, multipliers, row, FIRST_STEP)
    while right.slope > 0 and right.at < FARTHEST:
        left, right = right, _point(program, multipliers, row, right.at * 8)
    for _ in range(STEPS):
        if left.slope == right.slope:
            break
        rise = right.height.value - left.height.value - right.slope * (right.at - left.at)
        meeting = left.at + rise / (left.slope - right.slope)
        if not left.at < meeting < right.at:
            break
        point = _point(program, multipliers, row, meeting)
        tangent = left.height.value + left.slope * (point.at - left.at)
        if point.slope > 0:
            left = point
        else:
            right = point
            if point.height.value >= tangent - NEARLY * abs(tangent):
                break
    return left, right
