"""What one price list lets be worked out once: what packages cost, and the packages of like kinds.

Options of one quote, terms apart, and needs that differ at one site have most kinds of site in common. A kind's packages
depend on what can be sold there, on what is wanted, and on what the account can see of them; nothing else of the
question matters, so they are kept under just that.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from proposer.configure.dominance import Goods, costs_of
from proposer.configure.measures import Measures
from proposer.configure.pools import Lines
from proposer.configure.requirements import Requirements
from proposer.configure.states import Accounts
from proposer.model.candidates import Variant
from proposer.model.catalog import Bundle, Capability
from proposer.model.objective import Objective
from proposer.pricing import PriceList

Key = tuple[object, ...]
Stocked = tuple[tuple[Lines, ...], bool]  # packages; whether these are all


@dataclass
class Shelf:
    """Accounts by objective and packages by kind, for one price list and the bundles of one day."""

    prices: PriceList
    bundles: Sequence[Bundle]
    _accounts: dict[Objective, Accounts] = field(default_factory=dict)
    _packages: dict[Key, Stocked] = field(default_factory=dict)
    _goods: dict[Key, Goods] = field(default_factory=dict)

    def accounts(self, objective: Objective) -> Accounts:
        """The pricing of packages by what is made least."""
        if objective not in self._accounts:
            self._accounts[objective] = Accounts(self.prices, self.bundles, objective)
        return self._accounts[objective]

    def goods(self, variants: tuple[Variant, ...], capabilities: Mapping[str, Capability], measures: Measures) -> Goods:
        """What is on sale at a kind of place."""
        key = variants, measures, tuple(capabilities)
        if key not in self._goods:
            costs = [costs_of(variant, self.prices, measures, self.bundles) for variant in variants]
            by_line = frozenset(v.offering.id for v in variants if v.starts or self.prices.is_stepped(v.offering.id))
            self._goods[key] = Goods(variants, capabilities, costs, by_line)
        return self._goods[key]

    def packages(self, key: Key, make: Callable[[], Stocked]) -> Stocked:
        """The packages of a kind, made once."""
        if key not in self._packages:
            self._packages[key] = make()
        return self._packages[key]


def key_of(variants: tuple[Variant, ...], wanted: Requirements, measures: Hashable, pools: Sequence[str]) -> Key:
    """All that a kind's packages depend on; variants are told apart by identity."""
    return variants, wanted.key, measures, tuple(pools)
