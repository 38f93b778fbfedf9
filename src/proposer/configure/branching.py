"""How a node is split: first by decisions of the account, then by how many sites get a package."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from proposer.configure.rows import Bounds
from proposer.configure.states import AccountState
from proposer.configure.tables import PackageTable
from proposer.model.catalog import At
from proposer.pricing.bundles import holds

Fractions = Sequence[Mapping[int, float]]
Child = tuple[AccountState, Bounds]
NEARLY = 1e-6


def branches(
    table: PackageTable, state: AccountState, bounds: Bounds, fractions: Fractions, sites: Sequence[int]
) -> list[Child]:
    """The children of a node; none when everything is decided and whole."""
    totals = _totals(table, fractions)
    for offering, tiers in sorted(state.tiers.items()):
        if len(tiers) > 1:
            actual = table.accounts.prices.tier(offering, math.ceil(totals.get(offering, 0.0) - NEARLY))
            ordered = sorted(tiers, key=lambda tier: (abs(tier - actual), tier))
            return [(state.with_tier(offering, tier), bounds) for tier in ordered]
    for bundle in table.accounts.bundles:
        if bundle.per is At.ACCOUNT and state.bundles[bundle.id] is None:
            held = holds(bundle, {o: math.floor(n + NEARLY) for o, n in totals.items()})
            return [(state.with_bundle(bundle.id, held=h), bounds) for h in (held, not held)]
    return _by_column(state, bounds, fractions, sites)


def _totals(table: PackageTable, fractions: Fractions) -> dict[str, float]:
    totals: dict[str, float] = {}
    for kind, chosen in enumerate(fractions):
        for package, number in chosen.items():
            for offering, pieces in table.counts[kind][package].items():
                totals[offering] = totals.get(offering, 0.0) + pieces * number
    return totals


def _by_column(state: AccountState, bounds: Bounds, fractions: Fractions, sites: Sequence[int]) -> list[Child]:
    """Split on the most fractional column; kinds with few sites, such as the hub, before those with many."""
    open_columns = [
        (sites[k], -abs(x - math.floor(x) - 0.5) + 0.5, k, p, x)
        for k, chosen in enumerate(fractions)
        for p, x in chosen.items()
        if min(x - math.floor(x), math.ceil(x) - x) > NEARLY
    ]
    if not open_columns:
        return _by_value(state, bounds, fractions, sites)
    *_, kind, package, x = min(open_columns, key=lambda c: (c[0], -c[1], c[2], c[3]))
    return _split(state, bounds, (kind, package), math.floor(x), sites[kind])


def _by_value(state: AccountState, bounds: Bounds, fractions: Fractions, sites: Sequence[int]) -> list[Child]:
    """All is whole, and yet not the answer (a bound within rounding, or a broken row): split off one value."""
    for kind in sorted(range(len(fractions)), key=lambda k: (sites[k], k)):
        for package, x in sorted(fractions[kind].items()):
            low, high = bounds.get((kind, package), (0, sites[kind]))
            number = round(x)
            if low < high:
                return _split(state, bounds, (kind, package), number - 1 if number > low else number, sites[kind])
    return []


def _split(state: AccountState, bounds: Bounds, column: tuple[int, int], at: int, most: int) -> list[Child]:
    low, high = bounds.get(column, (0, most))
    children: list[Child] = []
    if low <= at:
        children.append((state, {**bounds, column: (low, min(at, high))}))
    if at + 1 <= high:
        children.append((state, {**bounds, column: (max(at + 1, low), high)}))
    return children
