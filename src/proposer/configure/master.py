"""The master: one package for every site, so that all that couples the sites holds, at the least total.

Best-first branch and bound. A node fixes some decisions of the account (volume tiers, account bundles) and bounds on
single columns. Below it packages cost the least that is still possible, so the relaxation bounds the node from below;
the bound is made in whole cents (`rows.lagrangian`). Every answer is priced exactly; where the assumed price and the
exact one differ, the decision of the account that explains the difference is branched on first. Work is counted in
nodes, not seconds, so that the answer does not depend on the machine, unless the user's `Watch` ends it sooner.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from proposer.configure.ascent import climb
from proposer.configure.branching import branches
from proposer.configure.layout import Fractions, Selection
from proposer.configure.linear import relax
from proposer.configure.pools import Lines, Pool
from proposer.configure.rounding import rounded
from proposer.configure.rows import Bounds, Program, Row, cheapest, direction, is_feasible, lagrangian
from proposer.configure.states import INDIVIDUAL_CASE, Accounts, AccountState
from proposer.configure.tables import PackageTable
from proposer.configure.watch import UNLIMITED, Reached, Watch

Chosen = Sequence[tuple[tuple[int, int], ...]]  # per kind: (package, how many sites)

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

    selection: Chosen
    value: int
    bound: int
    nodes: int


@dataclass(frozen=True, slots=True)
class NoSelection:
    """Nothing was found that fulfils every row: there is nothing below `least`, and with None there is nothing at all."""

    least: int | None


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
    fractions: Fractions
    selection: Selection | None


def solve(problem: Problem, watch: Watch = UNLIMITED) -> Solved | NoSelection:
    """The best selection with its bound, or that there is none; at least one node is looked at, whatever the time."""
    if not all(problem.packages):
        return NoSelection(None)
    search = _Search.of(problem, watch)
    while search.goes_on():
        search.step()
    return search.result()


@dataclass(slots=True)
class _Search:
    """The nodes still to be looked at, and the best so far as (exact value, selection)."""

    problem: Problem
    watch: Watch
    table: PackageTable
    shared: Sequence[Row]
    queue: list[_Node]
    numbers: Iterator[int]
    best: tuple[int, Selection] | None = None
    looked_at: int = 0
    unresolved: int | None = None  # the least bound of the nodes that can neither be split nor be closed

    @staticmethod
    def of(problem: Problem, watch: Watch) -> _Search:
        """A search at its root."""
        table = PackageTable.of(problem.packages, problem.sites, problem.accounts)
        shared = [table.pool_row(pool) for pool in problem.pools]
        numbers = count()
        root = _Node(0, next(numbers), table.reachable(), {})
        return _Search(problem, watch, table, shared, [root], numbers)

    def goes_on(self) -> bool:
        """Whether there is something left to do and the limits allow it."""
        if not self.queue or self.looked_at >= MOST_NODES:
            return False
        if self.best is not None and self._gap() <= self.watch.gap * (self.best[0] % INDIVIDUAL_CASE):
            return False
        return not (self.looked_at and self.watch.is_over())

    def step(self) -> None:
        """Look at the most promising node, and split it where it stays open."""
        node = heapq.heappop(self.queue)
        if self._is_beaten(node.bound):
            return
        self.looked_at += 1
        program = _program(self.problem, self.table, node, self.shared)
        looked = _look(program, self.watch, thorough=self.looked_at > WITHOUT_SOLVER)
        if looked is None:
            return
        bound = max(node.bound, looked.bound)
        self._try(looked.selection)
        if not self._is_beaten(bound):
            self._split(node, bound, looked.fractions)
        self._tell()

    def _is_beaten(self, bound: int) -> bool:
        return self.best is not None and bound >= self.best[0]

    def _split(self, node: _Node, bound: int, fractions: Fractions) -> None:
        children = branches(self.table, node.state, node.bounds, fractions)
        if not children:
            self.unresolved = min(bound, self.unresolved if self.unresolved is not None else bound)
        for state, bounds in children:
            heapq.heappush(self.queue, _Node(bound, next(self.numbers), state, bounds))

    def _try(self, selection: Selection | None) -> None:
        """Keep a selection at its exact price, if it really holds and is better."""
        if selection is None or not is_feasible(self.shared, selection):
            return
        worth, budget = self.table.exact(selection), self.problem.budget
        if (budget is None or worth.monthly <= budget) and not self._is_beaten(worth.value):
            self.best = worth.value, selection

    def _least(self) -> int | None:
        """No selection that is still to be found is worth less; None where nothing is left to look at."""
        open_bounds = [self.queue[0].bound] if self.queue else []
        return min([*open_bounds, *([self.unresolved] if self.unresolved is not None else [])], default=None)

    def result(self) -> Solved | NoSelection:
        """What was found, with its bound."""
        least = self._least()
        if self.best is None:
            return NoSelection(least)
        value, selection = self.best
        return Solved(self._chosen(selection), value, value if least is None else min(value, least), self.looked_at)

    def _chosen(self, selection: Selection) -> Chosen:
        layout = self.table.layout
        chosen: list[list[tuple[int, int]]] = [[] for _ in self.problem.packages]
        for column, sites in selection.pairs():
            kind = int(layout.kinds[column])
            chosen[kind].append((column - int(layout.firsts[kind]), sites))
        return [tuple(each) for each in chosen]

    def _gap(self) -> int:
        """By how much the best so far could still be beaten."""
        value, least = self.best[0] if self.best else 0, self._least()
        return 0 if least is None else max(0, value - least)

    def _tell(self) -> None:
        kinds, packages = len(self.problem.packages), sum(len(each) for each in self.problem.packages)
        best = self.best[0] % INDIVIDUAL_CASE if self.best else None
        self.watch.tell(Reached(kinds, kinds, packages, best, self._gap()))


def _program(problem: Problem, table: PackageTable, node: _Node, shared: Sequence[Row]) -> Program:
    costs, monthly = table.costs(node.state)
    apart = table.whatever(node.state)
    rows = [*shared, *table.state_rows(node.state)]
    if problem.budget is not None:
        rows.append(Row.make(-monthly, apart.monthly - problem.budget))
    return Program(table.layout, costs, rows, node.bounds, apart.value)


def _look(program: Program, watch: Watch, *, thorough: bool) -> _Looked | None:
    """Bound a node from below and find something to try; None when it provably holds nothing.

    Without a violated row the cheapest selection is the answer. Else the bound is climbed in whole numbers, and from
    the linear relaxation (`thorough`) once that has not been enough.
    """
    alone = cheapest(program.above, program)
    if alone is None:
        return None
    bound = lagrangian(program, [0.0] * len(program.rows)) or 0
    if is_feasible(program.rows, alone):
        return _Looked(bound, alone.parts(), alone)
    if thorough:
        return _relaxed(program, alone, bound, watch)
    climbed = climb(program, watch.is_over)
    if climbed is None:
        return None
    tries = [rounded(program, selection.parts()) for selection in (climbed.enough, climbed.lacking)]
    mended = [selection for selection in tries if selection is not None]
    cheapest_mended = min(mended, key=lambda selection: selection.total(program.above), default=None)
    return _Looked(max(bound, climbed.bound), climbed.fractions, cheapest_mended)


def _relaxed(program: Program, alone: Selection, bound: int, watch: Watch) -> _Looked | None:
    relaxed = relax(program, watch.left())
    if not relaxed.feasible:
        ray = direction(relaxed.multipliers)
        proof = lagrangian(program, ray, costs_count=False) if ray else None
        return None if proof is not None and proof > 0 else _Looked(bound, alone.parts(), None)
    better = lagrangian(program, relaxed.multipliers)
    advised = relaxed.fractions
    fractions = advised if advised is not None and advised.are_of(program.layout) else alone.parts()
    return _Looked(max(bound, better or bound), fractions, rounded(program, fractions))
