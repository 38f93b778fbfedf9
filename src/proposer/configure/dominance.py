"""Variants of one offering that cost more and give nothing more that counts at this place are never chosen.

Only variants of the same offering are compared, so tiers, bundles and exclusions are the same for both; what a variant
draws from the hub or the account is compared too. The dearer of two equals goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from proposer.configure.requirements import Qualities, Requirements, meets
from proposer.model.candidates import Variant
from proposer.model.catalog import Capability
from proposer.pricing import PriceList


@dataclass(frozen=True, slots=True)
class _Worth:
    """What counts of a variant here: `gives` are better when higher, `costs` when lower."""

    gives: tuple[int, ...]
    costs: tuple[int, ...]

    def dominates(self, other: _Worth) -> bool:
        return all(a >= b for a, b in zip(self.gives, other.gives, strict=True)) and all(
            a <= b for a, b in zip(self.costs, other.costs, strict=True)
        )


def undominated(
    variants: tuple[Variant, ...], wanted: Requirements, capabilities: Mapping[str, Capability], prices: PriceList
) -> tuple[Variant, ...]:
    """The variants that could stand in a best package, in their order."""
    scale = _Scale(variants, wanted, capabilities, prices)
    groups: dict[str, list[tuple[int, _Worth]]] = {}
    for index, variant in enumerate(variants):
        if scale.is_of_use(variant):
            _admit(groups.setdefault(variant.offering.id, []), index, scale.weigh(variant))
    return tuple(variants[i] for i in sorted(i for group in groups.values() for i, _ in group))


def _admit(group: list[tuple[int, _Worth]], index: int, worth: _Worth) -> None:
    if any(other.dominates(worth) for _, other in group):
        return
    group[:] = [(i, other) for i, other in group if not worth.dominates(other)]
    group.append((index, worth))


class _Scale:
    """Weighs variants by the questions that matter at one place."""

    def __init__(
        self,
        variants: tuple[Variant, ...],
        wanted: Requirements,
        capabilities: Mapping[str, Capability],
        prices: PriceList,
    ) -> None:
        self._capabilities = capabilities
        self._prices = prices
        self._services: list[tuple[str, Qualities]] = list(wanted.services.items())
        for variant in variants:
            self._services += [need for need in variant.requires if need not in self._services]
        consumed = {name for variant in variants for name in variant.consumes}
        self._amounts = sorted(consumed | set(wanted.amounts))
        self._enough = {name: wanted.amounts.get(name, 0) for name in self._amounts if name not in consumed}
        self._links = sorted({name for variant in variants for name in variant.linked})
        self._accesses = sorted({v.entrance for v in variants} | {v.opens for v in variants})

    def is_of_use(self, variant: Variant) -> bool:
        """Whether it could meet anything that is demanded or required here."""
        gives = any(min(variant.provides.get(n, 0), self._enough.get(n, 1)) > 0 for n in self._amounts)
        links = any(amount > 0 for amount in variant.linked.values())
        return gives or links or bool(variant.opens) or any(self._serves(variant, *need) for need in self._services)

    def _serves(self, variant: Variant, capability: str, qualities: Qualities) -> bool:
        definition = self._capabilities[capability]
        return any(name == capability and meets(definition, given, qualities) for name, given in variant.services)

    def weigh(self, variant: Variant) -> _Worth:
        price = self._prices.price(variant.item)
        once = price.once.net if price.once else 0
        gives = [int(self._serves(variant, *need)) for need in self._services]
        gives += [
            min(variant.provides.get(n, 0), self._enough.get(n, variant.provides.get(n, 0))) for n in self._amounts
        ]
        gives += [-variant.consumes.get(name, 0) for name in self._amounts]
        gives += [variant.linked.get(name, 0) for name in self._links]
        access = [int(variant.entrance != a) for a in self._accesses] + [
            int(variant.opens == a) for a in self._accesses
        ]
        return _Worth(
            tuple(gives + access), (int(bool(price.individual_case)), price.contract_value, price.monthly_net, once)
        )
