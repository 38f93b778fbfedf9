"""Linear conditions over the whole account, and the bound in whole numbers that proves an answer.

For multipliers λ ≥ 0 of rows a·x ≥ b, the Lagrangian

    L(λ) = Σ_kinds min over packages of (cost − λ·a) × multiplicity + λ·b

is a lower bound on every solution (Geoffrion 1974). Multipliers come as floating numbers from wherever they may; they are
made whole over a power of two, as fine as 64 bits allow, and L is computed at those whole numbers exactly. So no solver's
tolerance enters a proof. With all costs zero, L(λ) > 0 proves that there is no solution at all (Farkas).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite, log2

import numpy as np

from proposer.configure.layout import Layout, Selection, Whole, exact_sum

FINEST = 40  # bits after the point that multipliers have at most
ROOM = 2.0**61  # what a reduced cost may not exceed

Bounds = Mapping[int, tuple[int, int]]  # column → fewest and most sites


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Σ over columns of `of` × x ≥ `least`; `size` is the largest number in it."""

    of: Whole
    least: int
    size: int

    @classmethod
    def make(cls, of: Whole, least: int) -> Row:
        """With the common divisor taken out: x is whole, so the least may be rounded up."""
        divisor = int(np.gcd.reduce(of)) or 1
        return cls(of // divisor, -(-least // divisor), int(np.abs(of).max(initial=0)) // divisor)

    def surplus(self, selection: Selection) -> int:
        """How far above its least the row stands; negative is a violation."""
        return selection.total(self.of) - self.least


@dataclass(slots=True, eq=False)
class Program:
    """Choose how many sites of each kind get each package: a cost for each column, rows, bounds on columns, and what comes on top."""

    layout: Layout
    costs: Whole
    rows: Sequence[Row]
    bounds: Bounds
    constant: int = 0  # what is paid whatever is chosen, in cents
    above: Whole = field(init=False)  # what a column costs more than the cheapest of its kind
    floor: int = field(init=False)  # what all sites cost with the cheapest of their kinds, and the constant

    def __post_init__(self) -> None:
        least = self.layout.least(self.costs)
        self.above = self.costs - least[self.layout.kinds]
        self.floor = exact_sum(least, self.layout.sites) + self.constant


def is_feasible(rows: Sequence[Row], selection: Selection) -> bool:
    """Whether a selection fulfils every row."""
    return all(row.surplus(selection) >= 0 for row in rows)


def cheapest(values: Whole, program: Program) -> Selection | None:
    """For each kind on its own the columns of least value within the bounds, of equals the first; None when bounds leave
    no choice.
    """
    layout = program.layout
    chosen = Selection(layout.first_of_least(values), layout.sites)
    if not program.bounds:
        return chosen
    bounded = {int(layout.kinds[column]) for column in program.bounds}
    pairs = [pair for kind, pair in enumerate(chosen.pairs()) if kind not in bounded]
    for kind in bounded:
        filled = _filled(kind, values, program)
        if filled is None:
            return None
        pairs += filled
    return Selection.from_pairs(pairs)


def _filled(kind: int, values: Whole, program: Program) -> list[tuple[int, int]] | None:
    """The sites of one kind, put into its columns from the least value on."""
    sites = int(program.layout.sites[kind])
    columns = program.layout.columns(kind)
    limits = {column: program.bounds.get(column, (0, sites)) for column in columns}
    counts = {column: low for column, (low, _) in limits.items()}
    left = sites - sum(counts.values())
    if left < 0:
        return None
    for column in sorted(columns, key=lambda c: (values[c], c)):
        more = min(left, limits[column][1] - counts[column])
        counts[column] += more
        left -= more
    return [(column, n) for column, n in counts.items() if n] if left == 0 else None


@dataclass(frozen=True, slots=True, eq=False)
class Height:
    """L at some multipliers: the numerator over `scale`, exactly, and the selection that has it."""

    numerator: int
    scale: int
    selection: Selection

    @property
    def bound(self) -> int:
        """In whole cents, rounded up, since the objective is whole."""
        return -(-self.numerator // self.scale)

    @property
    def value(self) -> float:
        """Nearly, to find the way."""
        return self.numerator / self.scale


def height(program: Program, multipliers: Sequence[float], *, costs_count: bool = True) -> Height | None:
    """L near the multipliers, at whole ones; None when bounds leave no choice."""
    spread = int(program.above.max(initial=0)) if costs_count else 0
    numbers, scale = _whole_numbers(program.rows, multipliers, spread)
    reduced = program.above * scale if costs_count else np.zeros_like(program.above)
    for number, row in zip(numbers, program.rows, strict=True):
        if number:
            reduced -= number * row.of
    selection = cheapest(reduced, program)
    if selection is None:
        return None
    paid = sum(number * row.least for number, row in zip(numbers, program.rows, strict=True))
    floor = program.floor * scale if costs_count else 0
    return Height(floor + selection.total(reduced) + paid, scale, selection)


def _whole_numbers(rows: Sequence[Row], multipliers: Sequence[float], spread: int) -> tuple[list[int], int]:
    """Non-negative whole multipliers over a scale at which no reduced cost leaves its room."""
    sound = [min(each, ROOM) if isfinite(each) and each > 0 else 0.0 for each in multipliers]
    size = spread + sum(each * max(row.size, 1) for each, row in zip(sound, rows, strict=True)) + 1
    if size > ROOM:  # nothing that a catalog's prices lead to, but a broken solver might
        sound, size = [each * (ROOM - spread) / (2 * size) for each in sound], ROOM
    bits = max(0, min(FINEST, int(log2(ROOM / size))))
    return [round(each * 2**bits) for each in sound], 1 << bits


def lagrangian(program: Program, multipliers: Sequence[float], *, costs_count: bool = True) -> int | None:
    """The bound in whole cents; None when bounds on columns leave no choice."""
    found = height(program, multipliers, costs_count=costs_count)
    return None if found is None else found.bound


def direction(ray: Sequence[float]) -> list[float]:
    """A ray, whose length does not matter, with one as its largest number; empty when it points nowhere."""
    largest = max((each for each in ray if isfinite(each)), default=0.0)
    return [each / largest for each in ray] if largest > 0 else []
