"""Packages: every irredundant way to serve one kind of site.

A package is a set of variants with counts in which each demand is met, each item's requirements stand, each amount
balances, no two items exclude each other, and **every item is there for the sake of a demand**: none can be left out.
So nobody is sold what nobody asked for, and the choice space is finite and exact.

Variants that cost more and give nothing more that counts here are left out before the search (`filling`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from proposer.configure.bulk import most_pieces
from proposer.configure.dominance import Goods, enough, undominated
from proposer.configure.filling import Search
from proposer.configure.relevance import Relevance
from proposer.configure.requirements import Requirements
from proposer.configure.rivals import Rivals
from proposer.model.candidates import Variant
from proposer.model.catalog import Bundle, Capability
from proposer.model.configuration import Item
from proposer.pricing import PriceList


@dataclass(frozen=True, slots=True)
class Enumerated:
    """All packages of a kind as (variant, count) pairs; not `complete` when the bound on work was met."""

    packages: tuple[tuple[tuple[Variant, int], ...], ...]
    complete: bool


def enumerate_packages(
    goods: Goods,
    wanted: Requirements,
    capabilities: Mapping[str, Capability],
    prices: PriceList,
    bundles: Sequence[Bundle],
) -> Enumerated:
    """Every irredundant package for `wanted` that could be best, in canonical order."""
    variants = undominated(goods, wanted, partial(Rivals.of, prices, bundles))
    limits = most_pieces(variants, enough(variants, wanted), prices, bundles)
    search = Search(variants, wanted, capabilities, limits)
    found = sorted(search.run())
    packages = tuple(tuple((search.variants[i], n) for i, n in counts) for counts in found)
    return Enumerated(packages, search.complete)


@dataclass(frozen=True, slots=True)
class Servable:
    """Whether there is any package at all, asked again and again of places that have much in common.

    Prices do not matter here, so places at other terms where the same is sold have the same answer.
    """

    capabilities: Mapping[str, Capability]
    _relevance: Relevance = field(default_factory=Relevance)
    _firsts: dict[tuple[Variant, ...], tuple[Variant, ...]] = field(default_factory=dict)
    _alike: dict[frozenset[Item], tuple[Variant, ...]] = field(default_factory=dict)
    _goods: dict[tuple[Variant, ...], Goods] = field(default_factory=dict)
    _known: dict[tuple[object, ...], bool] = field(default_factory=dict)

    def __call__(self, variants: tuple[Variant, ...], wanted: Requirements) -> bool:
        """A search that met its bound on work has not shown that there is none."""
        if variants not in self._firsts:
            items = frozenset(variant.item for variant in variants)
            self._firsts[variants] = self._alike.setdefault(items, variants)
        first = self._firsts[variants]
        key = first, wanted.key
        if key not in self._known:
            relevant = self._relevance.among(first, wanted.names)
            self._known[key] = self._is_servable(relevant, wanted)
        return self._known[key]

    def _is_servable(self, relevant: tuple[Variant, ...], wanted: Requirements) -> bool:
        if relevant not in self._goods:
            self._goods[relevant] = Goods(relevant, self.capabilities)
        search = Search(undominated(self._goods[relevant], wanted, Rivals.free), wanted, self.capabilities)
        return next(search.complete_packages(), None) is not None or not search.complete
