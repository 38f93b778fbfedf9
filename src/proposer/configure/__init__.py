"""Configure: the choice that meets every demand at the least of what the objective counts, with its proof.

Kinds of site → packages for each kind → master over all kinds. A customer's network is built in one way, so the ways that
the catalog knows are tried one after the other and the best is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from proposer.configure.kinds import Kind
from proposer.configure.master import NoSelection, Problem, Solved, solve
from proposer.configure.pools import Pool, drawn, fits, pools_of, ports
from proposer.configure.question import Question, Unsolved
from proposer.configure.result import configuration
from proposer.configure.shelf import Shelf
from proposer.configure.states import INDIVIDUAL_CASE
from proposer.configure.stock import stock
from proposer.configure.terms import is_beaten
from proposer.configure.ties import in_order
from proposer.configure.twins import without_twins
from proposer.configure.watch import UNLIMITED, Reached, Watch
from proposer.model.catalog import At, Capability
from proposer.model.configuration import Configuration, Proof

__all__ = ["UNLIMITED", "Question", "Reached", "Shelf", "Unsolved", "Watch", "configure", "is_beaten"]


@dataclass(frozen=True, slots=True)
class _Posed:
    """One way of building the network: what the master has to solve, and whether its packages are all that there are."""

    network: str | None
    kinds: Sequence[Kind]
    problem: Problem
    complete: bool


def configure(question: Question) -> Configuration | Unsolved:
    """The best configuration over all ways of building the network.

    Packages are made for all ways first, so that a search that is cut short has a bound on each of them.
    """
    kinds = without_twins(question, question.kinds())
    ways = [_posed(question, kinds, network) for network in _networks(kinds)]
    answers = [
        _answered(replace(question, watch=question.watch.part(len(ways) - number).of_way(number + 1, len(ways))), way)
        for number, way in enumerate(ways)
    ]
    least = min((bound for _, bound in answers if bound is not None), default=None)
    solved = [answer for answer, _ in answers if isinstance(answer, Configuration)]
    if solved:
        best = min(solved, key=lambda answer: (answer.individual_cases, answer.proof.objective))
        return replace(best, proof=_proof(best, least or 0))
    undecided = [answer for answer, bound in answers if bound is not None] or [answer for answer, _ in answers]
    failed = [answer for answer in undecided if isinstance(answer, Unsolved)]
    told = min(failed, key=lambda answer: (len(answer.kinds) or len(kinds), answer.network or ""))
    return replace(told, least=least)


def _proof(best: Configuration, least: int) -> Proof:
    """The bound holds for all ways; individual cases count for the choice, not for the objective that is shown."""
    bound = least - best.individual_cases * INDIVIDUAL_CASE
    return replace(best.proof, bound=max(0, min(bound, best.proof.objective)))


def _networks(kinds: Sequence[Kind]) -> list[str | None]:
    """The ways of building a network among the offerings that serve a demand."""
    found: set[str] = set()
    for kind in kinds:
        wanted = kind.requirements.names
        for variant in kind.variants:
            given = {name for name, _ in variant.services} | set(variant.provides)
            if variant.offering.network and given & wanted:
                found.add(variant.offering.network)
    return [*sorted(found)] if found else [None]


def _posed(question: Question, every_kind: Sequence[Kind], network: str | None) -> _Posed | Unsolved:
    kinds = [_restricted(kind, network) for kind in every_kind]
    pools = pools_of(kinds, question.capabilities)
    shelf = question.shelf or Shelf(question.prices, question.bundles)
    accounts = shelf.accounts(question.objective)
    stocked = stock(question, kinds, pools, shelf)
    if isinstance(stocked, Unsolved):
        return replace(stocked, network=network)
    packages = [in_order(kind, [shelf.accounts(measure) for measure in question.ties]) for kind in stocked.packages]
    problem = Problem(packages, [len(kind.sites) for kind in kinds], pools, accounts, question.budget)
    return _Posed(network, kinds, problem, stocked.complete)


def _answered(question: Question, way: _Posed | Unsolved) -> tuple[Configuration | Unsolved, int | None]:
    """The answer of one way, and what no answer of it is worth less than, individual cases counted; None: it has none."""
    if isinstance(way, Unsolved):
        return way, way.least
    solved = _solve_with_ports(way.problem, question)
    known = solved.least if isinstance(solved, NoSelection) else solved.bound
    least = known if way.complete else 0
    if isinstance(solved, NoSelection):
        return Unsolved(way.network, (), least), least
    return configuration(question.prices.deal.term, way.kinds, way.problem, solved), least


def _restricted(kind: Kind, network: str | None) -> Kind:
    return replace(kind, variants=tuple(v for v in kind.variants if v.offering.network in (None, network)))


def _solve_with_ports(problem: Problem, question: Question) -> Solved | NoSelection:
    """Solve; where the chosen EVCs do not fit the chosen ports one by one, leave that hub package out and solve again.

    Other circuits might have fitted that package, so what is found later is held against the bound that was found first.
    """
    first = solved = solve(problem, question.watch)
    while isinstance(solved, Solved) and isinstance(first, Solved):
        misfit = next((p for p in problem.pools if not _fits(problem, p, solved, question.capabilities)), None)
        if misfit is None:
            return replace(solved, bound=min(first.bound, solved.value))
        unfit = solved.selection[misfit.kind][0][0]
        packages = list(problem.packages)
        packages[misfit.kind] = [lines for i, lines in enumerate(packages[misfit.kind]) if i != unfit]
        problem = replace(problem, packages=packages)
        solved = solve(problem, question.watch)
    return NoSelection(first.bound) if isinstance(first, Solved) else first


def _fits(problem: Problem, pool: Pool, solved: Solved, capabilities: Mapping[str, Capability]) -> bool:
    if capabilities[pool.capability].at is not At.SITE:
        return True
    sizes = [
        draw
        for kind, chosen in enumerate(solved.selection)
        for package, sites in chosen
        if kind != pool.kind and (draw := drawn(problem.packages[kind][package], pool.capability)) > 0
        for _ in range(sites)
    ]
    hub = problem.packages[pool.kind][solved.selection[pool.kind][0][0]]
    return fits(sizes, ports(hub, pool.capability)) is True
