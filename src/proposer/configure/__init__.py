"""Configure: the choice that meets every demand at the least total contract value, with its proof.

Kinds of site → packages for each kind → master over all kinds. A customer's network is built in one way, so the ways that
the catalog knows are tried one after the other and the best is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from proposer.configure.kinds import Kind, kinds_of
from proposer.configure.master import NoSelection, Problem, Solved, solve
from proposer.configure.packages import enumerate_packages
from proposer.configure.pools import Lines, Pool, drawn, fits, levels, pools_of, ports
from proposer.configure.result import configuration
from proposer.configure.states import Accounts
from proposer.model.candidates import Candidates
from proposer.model.catalog import At, Bundle, Capability
from proposer.model.configuration import Configuration
from proposer.model.demands import ACCOUNT, Demand
from proposer.pricing import PriceList

__all__ = ["Question", "Unsolved", "configure"]


@dataclass(frozen=True, slots=True)
class Question:
    """All that the choice depends on. `budget` is cents a month, or None; `bundles` are those that hold on the day."""

    sites: Sequence[str]
    hub: str | None
    demands: Sequence[Demand]
    candidates: Candidates
    capabilities: Mapping[str, Capability]
    bundles: Sequence[Bundle]
    prices: PriceList
    budget: int | None = None
    least_monthly: bool = False


@dataclass(frozen=True, slots=True)
class Unsolved:
    """Why there is no configuration: kinds without any package, or (no kinds) what couples the sites.

    `network` is the way of building the network that was tried. `proven` is false when only the bound on work was met.
    """

    network: str | None
    kinds: tuple[Kind, ...]
    proven: bool = True


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
    return sorted(found) or [None]


def _configure_in(question: Question, every_kind: Sequence[Kind], network: str | None) -> Configuration | Unsolved:
    kinds = [_restricted(kind, network) for kind in every_kind]
    pools = pools_of(kinds, question.capabilities)
    stocked = _stock(question, kinds, pools)
    if isinstance(stocked, Unsolved):
        return replace(stocked, network=network)
    packages, complete = stocked
    accounts = Accounts(question.prices, question.bundles, question.least_monthly)
    problem = Problem(packages, [len(kind.sites) for kind in kinds], pools, accounts, question.budget)
    solved = _solve_with_ports(problem, question.capabilities)
    if isinstance(solved, NoSelection):
        return Unsolved(network, (), solved.proven)
    return configuration(question.prices.deal.term, kinds, problem, solved, complete=complete)


def _restricted(kind: Kind, network: str | None) -> Kind:
    return replace(kind, variants=tuple(v for v in kind.variants if v.offering.network in (None, network)))


def _stock(
    question: Question, kinds: Sequence[Kind], pools: Sequence[Pool]
) -> tuple[list[Sequence[Lines]], bool] | Unsolved:
    """All packages of every kind: first of those that draw on the pools, then of those that hold them."""
    holders = {pool.kind: pool for pool in pools}
    stock: dict[int, Sequence[Lines]] = {}
    complete = True
    for index, kind in enumerate(kinds):
        if index not in holders:
            found = enumerate_packages(kind, kind.requirements, question.capabilities, question.prices)
            stock[index], complete = found.packages, complete and found.complete
    empty = tuple(kinds[index] for index, packages in stock.items() if not packages)
    if empty:
        return Unsolved(None, empty)
    for index, pool in sorted(
        holders.items(), key=lambda pair: question.capabilities[pair[1].capability].at is not At.SITE
    ):
        held = _hold(question, kinds, index, pool, stock)
        if isinstance(held, Unsolved):
            return held
        stock[index] = held
    return [stock[index] for index in range(len(kinds))], complete


def _hold(
    question: Question, kinds: Sequence[Kind], index: int, pool: Pool, stock: Mapping[int, Sequence[Lines]]
) -> Sequence[Lines] | Unsolved:
    """The packages of a place that others draw on, for every level of need."""
    kind = kinds[index]
    draws = {i: [drawn(lines, pool.capability) for lines in packages] for i, packages in stock.items()}
    least = pool.demanded + sum(min(d) * len(kinds[i].sites) for i, d in draws.items())
    most = pool.demanded + sum(max(d) * len(kinds[i].sites) for i, d in draws.items())
    found = levels(
        kind.requirements,
        pool.capability,
        least,
        most,
        lambda wanted: enumerate_packages(kind, wanted, question.capabilities, question.prices).packages,
    )
    if question.capabilities[pool.capability].at is At.SITE:
        smallest = [min(d) for i, d in draws.items() for _ in kinds[i].sites if min(d)]
        found = [lines for lines in found if fits(smallest, ports(lines, pool.capability))]
    wanted = kind.requirements.with_amount(pool.capability, least)
    return found or Unsolved(None, (replace(kind, requirements=wanted),))


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
