"""Configure: the choice that meets every demand at the least of what the objective counts, with its proof.

Kinds of site → packages for each kind → master over all kinds. A customer's network is built in one way, so the ways that
the catalog knows are tried one after the other and the best is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from proposer.configure.kinds import Kind, kinds_of
from proposer.configure.master import NoSelection, Problem, Solved, solve
from proposer.configure.pools import Pool, drawn, fits, pools_of, ports
from proposer.configure.question import Question, Unsolved
from proposer.configure.result import configuration
from proposer.configure.shelf import Shelf
from proposer.configure.stock import stock
from proposer.configure.ties import in_order
from proposer.configure.twins import without_twins
from proposer.model.catalog import At, Capability
from proposer.model.configuration import Configuration
from proposer.model.demands import ACCOUNT

__all__ = ["Question", "Shelf", "Unsolved", "configure"]


def configure(question: Question) -> Configuration | Unsolved:
    """The best configuration over all ways of building the network."""
    kinds = kinds_of(
        [*question.sites, ACCOUNT], question.demands, question.candidates, question.capabilities, question.hub
    )
    answers = [_configure_in(question, kinds, network) for network in _networks(kinds)]
    solved = [answer for answer in answers if isinstance(answer, Configuration)]
    if solved:
        return min(solved, key=lambda answer: (answer.individual_cases, answer.proof.objective))
    failed = [answer for answer in answers if isinstance(answer, Unsolved)]
    return min(failed, key=lambda answer: (len(answer.kinds) or len(kinds), answer.network or ""))


def _networks(kinds: Sequence[Kind]) -> list[str | None]:
    """The ways of building a network among the offerings that serve a demand."""
    found: set[str] = set()
    for kind in kinds:
        wanted = set(kind.requirements.services) | set(kind.requirements.amounts)
        for variant in kind.variants:
            given = {name for name, _ in variant.services} | set(variant.provides)
            if variant.offering.network and given & wanted:
                found.add(variant.offering.network)
    return [*sorted(found)] if found else [None]


def _configure_in(question: Question, every_kind: Sequence[Kind], network: str | None) -> Configuration | Unsolved:
    kinds = without_twins(question, [_restricted(kind, network) for kind in every_kind])
    pools = pools_of(kinds, question.capabilities)
    shelf = question.shelf or Shelf(question.prices, question.bundles)
    accounts = shelf.accounts(question.objective)
    stocked = stock(question, kinds, pools, shelf)
    if isinstance(stocked, Unsolved):
        return replace(stocked, network=network)
    packages = [in_order(kind, [shelf.accounts(measure) for measure in question.ties]) for kind in stocked.packages]
    problem = Problem(packages, [len(kind.sites) for kind in kinds], pools, accounts, question.budget)
    solved = _solve_with_ports(problem, question.capabilities)
    if isinstance(solved, NoSelection):
        return Unsolved(network, (), solved.proven and stocked.complete)
    return configuration(question.prices.deal.term, kinds, problem, solved, complete=stocked.complete)


def _restricted(kind: Kind, network: str | None) -> Kind:
    return replace(kind, variants=tuple(v for v in kind.variants if v.offering.network in (None, network)))


def _solve_with_ports(problem: Problem, capabilities: Mapping[str, Capability]) -> Solved | NoSelection:
    """Solve; where the chosen EVCs do not fit the chosen ports one by one, leave that hub package out and solve again."""
    first = solved = solve(problem)
    while isinstance(solved, Solved) and isinstance(first, Solved):
        misfit = next((p for p in problem.pools if not _fits(problem, p, solved, capabilities)), None)
        if misfit is None:
            return replace(solved, bound=min(first.bound, solved.value))
        unfit = solved.selection[misfit.kind][0][0]
        packages = list(problem.packages)
        packages[misfit.kind] = [lines for i, lines in enumerate(packages[misfit.kind]) if i != unfit]
        problem = replace(problem, packages=packages)
        solved = solve(problem)
    return solved


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
    return fits(sizes, ports(hub, pool.capability))
