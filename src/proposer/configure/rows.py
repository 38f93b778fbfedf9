"""Linear conditions over the whole account, and the integer bound that proves an answer.

For multipliers λ ≥ 0 of rows a·x ≥ b, the Lagrangian

    L(λ) = Σ_kinds min over packages of (cost − λ·a) × multiplicity + λ·b

is a lower bound on every solution (Geoffrion 1974). With λ as integers over SCALE it is computed in whole numbers, so no
solver's tolerance enters a proof. With all costs zero, L(λ) > 0 proves that there is no solution at all (Farkas).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SCALE = 10**12

Column = tuple[int, int]  # (kind, package)
Bounds = Mapping[Column, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Row:
    """Σ over columns of `of[kind][package]` × x ≥ `least`."""

    of: Sequence[Sequence[int]]
    least: int


@dataclass(frozen=True, slots=True)
class Program:
    """Choose how many sites of each kind get each package: costs[kind][package], multiplicity per kind, rows, bounds."""

    costs: Sequence[Sequence[int]]
    sites: Sequence[int]
    rows: Sequence[Row]
    bounds: Bounds


Selection = tuple[tuple[tuple[int, int], ...], ...]  # per kind: (package, how many sites)


def is_feasible(rows: Sequence[Row], selection: Selection) -> bool:
    """Whether a selection fulfils every row."""
    return all(surplus(row, selection) >= 0 for row in rows)


def surplus(row: Row, selection: Selection) -> int:
    """How far above its least a row stands; negative is a violation."""
    return sum(row.of[k][p] * n for k, chosen in enumerate(selection) for p, n in chosen) - row.least


def total_cost(program: Program, selection: Selection) -> int:
    """What a selection costs at the program's own costs."""
    return sum(program.costs[k][p] * n for k, chosen in enumerate(selection) for p, n in chosen)


def cheapest(costs: Sequence[Sequence[int]], program: Program) -> Selection | None:
    """For each kind on its own the cheapest packages within the bounds; None when bounds leave no choice."""
    bounded = {kind for kind, _ in program.bounds}
    chosen = [
        _fill(k, each, program) if k in bounded else _alike(each, program.sites[k]) for k, each in enumerate(costs)
    ]
    return None if any(part is None for part in chosen) else tuple(part for part in chosen if part is not None)


def _alike(costs: Sequence[int], sites: int) -> tuple[tuple[int, int], ...] | None:
    """Without bounds all sites of a kind get the cheapest package, of equals the first."""
    return ((costs.index(min(costs)), sites),) if costs else None


def _fill(kind: int, costs: Sequence[int], program: Program) -> tuple[tuple[int, int], ...] | None:
    left = program.sites[kind]
    limits = [program.bounds.get((kind, p), (0, left)) for p in range(len(costs))]
    counts = [low for low, _ in limits]
    left -= sum(counts)
    for package in sorted(range(len(costs)), key=lambda p: (costs[p], p)):
        more = min(left, limits[package][1] - counts[package])
        counts[package] += more
        left -= more
    return tuple((p, n) for p, n in enumerate(counts) if n) if left == 0 else None


def lagrangian(program: Program, multipliers: Sequence[int], *, costs_count: bool = True) -> int | None:
    """The bound in whole cents (rounded up, since the objective is whole); None when bounds leave no choice."""
    reduced = reduced_costs(program, multipliers, costs_count=costs_count)
    selection = cheapest(reduced, program)
    if selection is None:
        return None
    inner = sum(reduced[k][p] * n for k, chosen in enumerate(selection) for p, n in chosen)
    whole = inner + sum(m * row.least for m, row in zip(multipliers, program.rows, strict=True))
    return -(-whole // SCALE)


def reduced_costs(program: Program, multipliers: Sequence[int], *, costs_count: bool = True) -> list[list[int]]:
    """Costs, times SCALE, less what the rows pay for each package."""
    active = [(m, row.of) for m, row in zip(multipliers, program.rows, strict=True) if m]
    return [
        [(cost * SCALE if costs_count else 0) - sum(m * of[k][p] for m, of in active) for p, cost in enumerate(costs)]
        for k, costs in enumerate(program.costs)
    ]


def integer_multipliers(duals: Sequence[float]) -> list[int]:
    """A solver's duals as non-negative integers over SCALE; any such numbers give a valid bound."""
    return [max(0, round(dual * SCALE)) for dual in duals]


def ray_multipliers(ray: Sequence[float]) -> list[int]:
    """The same for a ray, whose length does not matter: the largest becomes one."""
    largest = max(ray, default=0.0)
    return [max(0, round(y / largest * SCALE)) for y in ray] if largest > 0 else []
