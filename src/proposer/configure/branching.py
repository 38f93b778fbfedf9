"""How a node is split: first by decisions of the account, then by how many sites get a package."""

from __future__ import annotations

import math

from proposer.configure.layout import Fractions, Layout
from proposer.configure.rows import Bounds
from proposer.configure.states import AccountState
from proposer.configure.tables import PackageTable
from proposer.pricing.bundles import holds

Child = tuple[AccountState, Bounds]
NEARLY = 1e-6


def branches(table: PackageTable, state: AccountState, bounds: Bounds, fractions: Fractions) -> list[Child]:
    """The children of a node; none when everything is decided and whole."""
    totals = {
        offering: math.fsum((pieces[fractions.columns] * fractions.sites).tolist())
        for offering, pieces in table.pieces.items()
    }
    for offering, tiers in sorted(state.tiers.items()):
        if len(tiers) > 1:
            actual = table.accounts.prices.tier(offering, math.ceil(totals.get(offering, 0.0) - NEARLY))
            ordered = sorted(tiers, key=lambda tier: (abs(tier - actual), tier))
            return [(state.with_tier(offering, tier), bounds) for tier in ordered]
    for bundle in table.accounts.over_account:
        if state.bundles[bundle.id] is None:
            held = holds(bundle, {o: math.floor(n + NEARLY) for o, n in totals.items()})
            return [(state.with_bundle(bundle.id, held=h), bounds) for h in (held, not held)]
    return _by_column(table.layout, state, bounds, fractions)


def _by_column(layout: Layout, state: AccountState, bounds: Bounds, fractions: Fractions) -> list[Child]:
    """Split on the most fractional column; kinds with few sites, such as the hub, before those with many."""
    open_columns = [
        (_sites(layout, column), -min(x - math.floor(x), math.ceil(x) - x), column, x)
        for column, x in fractions.pairs()
        if min(x - math.floor(x), math.ceil(x) - x) > NEARLY
    ]
    if not open_columns:
        return _by_value(layout, state, bounds, fractions)
    sites, _, column, x = min(open_columns)
    return _split(state, bounds, column, math.floor(x), sites)


def _sites(layout: Layout, column: int) -> int:
    return int(layout.sites[layout.kinds[column]])


def _by_value(layout: Layout, state: AccountState, bounds: Bounds, fractions: Fractions) -> list[Child]:
    """All is whole, and yet not the answer (a bound within rounding, or a broken row): split off one value."""
    for sites, column, x in sorted((_sites(layout, column), column, x) for column, x in fractions.pairs()):
        low, high = bounds.get(column, (0, sites))
        number = round(x)
        if low < high:
            return _split(state, bounds, column, number - 1 if number > low else number, sites)
    return []


def _split(state: AccountState, bounds: Bounds, column: int, at: int, most: int) -> list[Child]:
    low, high = bounds.get(column, (0, most))
    children: list[Child] = []
    if low <= at:
        children.append((state, {**bounds, column: (low, min(at, high))}))
    if at + 1 <= high:
        children.append((state, {**bounds, column: (max(at + 1, low), high)}))
    return children
