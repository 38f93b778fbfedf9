"""The master: one package for every site, so that all that couples the sites holds, at the least total.

Best-first branch and bound. A node fixes some decisions of the account (volume tiers, account bundles) and bounds on
single columns. Below it packages cost the least that is still possible, so the relaxation bounds the node from below;
the bound is made in whole cents (`rows.lagrangian`). Every answer is priced exactly; where the assumed price and the
exact one differ, the decision of the account that explains the difference is branched on first. Work is counted in
nodes, not seconds, so that the answer does not depend on the machine.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from proposer.configure.ascent import climb
from proposer.configure.branching import branches
from proposer.configure.linear import relax
from proposer.configure.pools import Lines, Pool
from proposer.configure.rounding import rounded
from proposer.configure.rows import (
    Bounds,
    Program,
    Row,
    Selection,
    cheapest,
    integer_multipliers,
    is_feasible,
    lagrangian,
    ray_multipliers,
    total_cost,
)
from proposer.configure.states import Accounts, AccountState
from proposer.configure.tables import PackageTable

MOST_NODES = 2_000
WITHOUT_SOLVER = 60  # nodes that are bounded by ascent alone


@dataclass(frozen=True, slots=True)
class Problem:
    """Packages for each kind, how many sites each has, what they share, and the budget in cents a month."""

    packages: Sequence[Sequence[Lines]]
    sites: Sequence[int]
    pools: Sequence[Pool]
    accounts: Accounts
    budget: int | None = None


@dataclass(frozen=True, slots=True)
class Solved:
    """The best selection, its exact value and the proven bound (both with individual cases counted), nodes looked at."""

    selection: Selection
    value: int
    bound: int
    nodes: int


@dataclass(frozen=True, slots=True)
class NoSelection:
    """Nothing fulfils every row; `proven` is false when only the bound on work was met."""

    proven: bool


@dataclass(frozen=True, slots=True, order=True)
class _Node:
    bound: int
    number: int
    state: AccountState = field(compare=False)
    bounds: Bounds = field(compare=False)


@dataclass(frozen=True, slots=True)
class _Looked:
    """What a node's relaxation gave: a lower bound, the fractions to branch on, a selection to try."""

    bound: int
    fractions: Sequence[Mapping[int, float]]
    selection: Selection | None


def solve(problem: Problem) -> Solved | NoSelection:
    """The best selection with its bound, or that there is none."""
    table = PackageTable(problem.packages, problem.accounts)
    shared = [_pool_row(problem, pool) for pool in problem.pools]
    numbers = count()
    root = _Node(0, next(numbers), table.reachable(problem.sites), {})
    queue, best, looked_at, unresolved = [root], None, 0, None
    while queue and looked_at < MOST_NODES:
        node = heapq.heappop(queue)
        if best is not None and node.bound >= best[0]:
            continue
        looked_at += 1
        program = _program(problem, table, node, shared)
        looked = _look(program, thorough=looked_at > WITHOUT_SOLVER)
        if looked is None:
            continue
        best = _better(best, looked.selection, problem, table, shared)
        if best is not None and looked.bound >= best[0]:
            continue
        children = branches(table, node.state, node.bounds, looked.fractions, problem.sites)
        if not children:
            unresolved = min(looked.bound, unresolved if unresolved is not None else looked.bound)
        for state, bounds in children:
            heapq.heappush(queue, _Node(max(node.bound, looked.bound), next(numbers), state, bounds))
    open_bounds = [node.bound for node in queue] + ([unresolved] if unresolved is not None else [])
    if best is None:
        return NoSelection(proven=not open_bounds)
    value, selection = best
    return Solved(selection, value, min([value, *open_bounds]), looked_at)


def _pool_row(problem: Problem, pool: Pool) -> Row:
    return Row(PackageTable.pool_coefficients(problem.packages, pool), pool.demanded)


def _program(problem: Problem, table: PackageTable, node: _Node, shared: Sequence[Row]) -> Program:
    costs, monthly = table.costs(node.state)
    rows = [*shared, *table.state_rows(node.state, problem.sites)]
    if problem.budget is not None:
        rows.append(Row([[-charge for charge in kind] for kind in monthly], -problem.budget))
    return Program(costs, problem.sites, rows, node.bounds)


def _look(program: Program, *, thorough: bool) -> _Looked | None:
    """Bound a node from below and find something to try; None when it provably holds nothing.

    Without a violated row the cheapest selection is the answer. Else the bound is climbed in whole numbers, and from
    the linear relaxation (`thorough`) once that has not been enough.
    """
    alone = cheapest(program.costs, program)
    if alone is None:
        return None
    bound = lagrangian(program, [0] * len(program.rows)) or 0
    if is_feasible(program.rows, alone):
        return _Looked(bound, _as_fractions(alone), alone)
    if thorough:
        return _relaxed(program, alone, bound)
    climbed = climb(program)
    if climbed is None:
        return None
    tries = [rounded(program, _as_fractions(selection)) for selection in (climbed.enough, climbed.lacking)]
    mended = [selection for selection in tries if selection is not None]
    cheapest_mended = min(mended, key=lambda selection: total_cost(program, selection), default=None)
    return _Looked(max(bound, climbed.bound), climbed.fractions, cheapest_mended)


def _relaxed(program: Program, alone: Selection, bound: int) -> _Looked | None:
    relaxed = relax(program)
    if not relaxed.feasible:
        ray = ray_multipliers(relaxed.multipliers)
        proof = lagrangian(program, ray, costs_count=False) if ray else None
        return None if proof is None or proof > 0 else _Looked(bound, _as_fractions(alone), None)
    better = lagrangian(program, integer_multipliers(relaxed.multipliers))
    fractions = [{p: x for p, x in enumerate(kind) if x > 1e-6} for kind in relaxed.fractions] or _as_fractions(alone)
    return _Looked(max(bound, better or bound), fractions, rounded(program, fractions))


def _as_fractions(selection: Selection) -> list[dict[int, float]]:
    return [{p: float(n) for p, n in chosen} for chosen in selection]


def _better(
    best: tuple[int, Selection] | None,
    selection: Selection | None,
    problem: Problem,
    table: PackageTable,
    shared: Sequence[Row],
) -> tuple[int, Selection] | None:
    """The better of the best so far and a selection at its exact price, if that one really holds."""
    if selection is None or not is_feasible(shared, selection):
        return best
    worth = table.exact(selection)
    if problem.budget is not None and worth.monthly > problem.budget:
        return best
    return (worth.value, selection) if best is None or worth.value < best[0] else best
