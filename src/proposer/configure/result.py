"""From a selection to a configuration: who gets what, and for the sake of which demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from proposer.configure.kinds import Kind
from proposer.configure.master import Problem, Solved
from proposer.configure.pools import Lines, Pool, drawn
from proposer.configure.states import INDIVIDUAL_CASE
from proposer.model.candidates import Variant
from proposer.model.configuration import Configuration, Design, Item, Proof
from proposer.pricing import PriceList


def configuration(term: int, kinds: Sequence[Kind], problem: Problem, solved: Solved) -> Configuration:
    """The designs in the order of their first sites; what bounds them is for the caller to say."""
    designs: list[Design] = []
    for index, chosen in enumerate(solved.selection):
        sites = iter(kinds[index].sites)
        pools = [p.capability for p in problem.pools if p.kind == index and _is_drawn_on(problem, solved, p)]
        for package, number in chosen:
            lines = problem.packages[index][package]
            served = tuple(next(sites) for _ in range(number))
            designs.append(Design(served, *_items(lines, kinds[index], pools, problem.accounts.prices)))
    ordered = sorted((d for d in designs if d.items or d.sites != ("",)), key=lambda d: d.sites)
    packages = sum(len(kind) for kind in problem.packages)
    proof = Proof(solved.value % INDIVIDUAL_CASE, 0, len(kinds), packages, solved.nodes)
    return Configuration(term, tuple(ordered), proof, solved.value // INDIVIDUAL_CASE)


def _is_drawn_on(problem: Problem, solved: Solved, pool: Pool) -> bool:
    """Whether anything in the selection draws on a pool."""
    return any(
        drawn(problem.packages[kind][package], pool.capability) > 0
        for kind, chosen in enumerate(solved.selection)
        for package, _ in chosen
        if kind != pool.kind
    )


def _items(
    lines: Lines, kind: Kind, pools: Sequence[str], prices: PriceList
) -> tuple[tuple[Item, ...], dict[Item, tuple[str, ...]]]:
    reasons = _reasons([variant for variant, _ in lines], kind, pools)
    meets = {
        replace(item, count=pieces): reasons[variant.item]
        for variant, count in lines
        for item, pieces in variant.begun(count, by_line=prices.is_by_line(variant.offering.id))
    }
    return tuple(sorted(meets, key=_by_id)), meets


def _by_id(item: Item) -> tuple[str, str, int]:
    return item.offering, str(item.characteristics), item.here.from_month


def _reasons(variants: Sequence[Variant], kind: Kind, pools: Sequence[str]) -> dict[Item, tuple[str, ...]]:
    """Item → demanded capabilities that it serves, itself or through the items that stand on it."""
    wanted = set(kind.requirements.services) | set(kind.requirements.amounts) | set(pools)
    reasons = {v.item: set(wanted & ({name for name, _ in v.services} | set(v.provides))) for v in variants}
    for _ in variants:  # as often as a chain of support can be long
        for support in variants:
            if not reasons[support.item]:
                for above in variants:
                    if above is not support and _stands_on(above, support):
                        reasons[support.item] |= reasons[above.item]
    return {item: tuple(sorted(names)) for item, names in reasons.items()}


def _stands_on(above: Variant, support: Variant) -> bool:
    services = {name for name, _ in support.services}
    required = any(name in services for name, _ in above.requires)
    drawn = any(name in support.provides for name in above.consumes)
    return required or drawn or (above.entrance != "" and above.entrance == support.opens)
