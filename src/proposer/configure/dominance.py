"""Variants of one offering that cost more and give nothing more that counts at this place are never chosen.

Only variants of the same offering are compared, so tiers, bundles and exclusions are the same for both; what a variant
draws from the hub or the account is compared too. The dearer of two equals goes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proposer.configure.measures import Costs, Measures, no_dearer
from proposer.configure.requirements import Qualities, Requirements, meets
from proposer.configure.rivals import Rivals
from proposer.model.candidates import Variant
from proposer.model.catalog import Bundle, Capability
from proposer.pricing import PriceList


@dataclass(frozen=True, slots=True)
class _Worth:
    """What counts of a variant here: `gives` are better when higher, costs when lower.

    `costs` compare variants of one offering, `plain` those of two of which the one that goes is in no bundle.
    """

    gives: tuple[int, ...]
    costs: Costs
    plain: Costs

    def dominates(self, other: _Worth) -> bool:
        return self._gives_no_less(other) and no_dearer(self.costs, other.costs)

    def beats(self, other: _Worth) -> bool:
        return self._gives_no_less(other) and no_dearer(self.plain, other.plain)

    def _gives_no_less(self, other: _Worth) -> bool:
        return all(a >= b for a, b in zip(self.gives, other.gives, strict=True))


def undominated(
    variants: tuple[Variant, ...],
    wanted: Requirements,
    capabilities: Mapping[str, Capability],
    prices: PriceList,
    measures: Measures,
    bundles: Sequence[Bundle],
) -> tuple[Variant, ...]:
    """The variants that could stand in a best package, in their order, those of other offerings compared as
    well (`rivals`).
    """
    scale = _Scale(variants, wanted, capabilities, prices, measures)
    groups: dict[str, list[int]] = {}
    for index, variant in enumerate(variants):
        if scale.is_of_use(variant):
            groups.setdefault(variant.offering.id, []).append(index)
    best = [variants[i] for i in sorted(i for group in groups.values() for i in _best_of(group, variants, scale))]
    worths = {variant: scale.weigh(variant) for variant in best}
    rivals = Rivals.of(prices, bundles, best, scale.enough)
    return tuple(rivals.left_of(best, lambda one, other: worths[one].beats(worths[other])))


def _best_of(group: list[int], variants: tuple[Variant, ...], scale: _Scale) -> list[int]:
    if len(group) == 1:
        return group
    kept: list[tuple[int, _Worth]] = []
    for index in group:
        _admit(kept, index, scale.weigh(variants[index]))
    return [index for index, _ in kept]


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
        measures: Measures,
    ) -> None:
        self._capabilities = capabilities
        self._measures = measures
        self._prices = prices
        self._needs: dict[str, list[tuple[int, Qualities]]] = {}
        self._number = 0
        self._known: dict[Variant, set[int]] = {}
        self._count_needs(wanted, variants)
        self.enough = enough(variants, wanted)
        self._amounts = sorted(self.enough)
        self._links = sorted({name for variant in variants for name in variant.linked})
        self._accesses = sorted({v.entrance for v in variants} | {v.opens for v in variants})

    def _count_needs(self, wanted: Requirements, variants: tuple[Variant, ...]) -> None:
        """Every distinct service that is demanded or required here gets a number."""
        one_of_each = {variant.offering.id: variant for variant in variants}.values()  # requirements are the offering's
        for capability, qualities in [*wanted.services.items(), *(need for v in one_of_each for need in v.requires)]:
            known = self._needs.setdefault(capability, [])
            if all(qualities != other for _, other in known):
                known.append((self._number, qualities))
                self._number += 1

    def is_of_use(self, variant: Variant) -> bool:
        """Whether it could meet anything that is demanded or required here."""
        gives = any(amount > 0 and self.enough.get(name, 0) > 0 for name, amount in variant.provides.items())
        links = any(amount > 0 for amount in variant.linked.values())
        return gives or links or bool(variant.opens) or bool(self._served(variant))

    def _served(self, variant: Variant) -> set[int]:
        """The numbers of the services that a variant serves; asked for twice, worked out once."""
        if variant not in self._known:
            self._known[variant] = self._services_met(variant)
        return self._known[variant]

    def _services_met(self, variant: Variant) -> set[int]:
        return {
            number
            for capability, given in variant.services
            for number, qualities in self._needs.get(capability, ())
            if meets(self._capabilities[capability], given, qualities)
        }

    def weigh(self, variant: Variant) -> _Worth:
        price = self._prices.price(variant.item)
        served = self._served(variant)
        gives = [int(number in served) for number in range(self._number)]
        gives += [min(variant.provides.get(name, 0), self.enough[name]) for name in self._amounts]
        gives += [-variant.consumes.get(name, 0) for name in self._amounts]
        gives += [variant.linked.get(name, 0) for name in self._links]
        access = [int(variant.entrance != a) for a in self._accesses] + [
            int(variant.opens == a) for a in self._accesses
        ]
        discounted = variant.offering.id in self._measures.discounted
        costs, plain = (self._measures.costs(price, discounted=each) for each in (discounted, False))
        return _Worth(tuple(gives + access), costs, plain)


UNBOUNDED = 10**15  # more than any place could ever use


def enough(variants: tuple[Variant, ...], wanted: Requirements) -> dict[str, int]:
    """For each amount that matters at a place, a quantity beyond which more is of no use.

    What is demanded, and the most that items there could consume: an item is not ordered in more pieces than what it
    provides is of use. Consumers of consumers take a few rounds; what has not settled then stays unbounded.
    """
    consumers: dict[str, list[Variant]] = {}
    for variant in variants:
        for name in variant.consumes:
            consumers.setdefault(name, []).append(variant)
    found = {**wanted.amounts, **dict.fromkeys(consumers, UNBOUNDED)}
    for _ in consumers:
        before = dict(found)
        for name, drawing in consumers.items():
            found[name] = min(UNBOUNDED, wanted.amounts.get(name, 0) + _consumption(name, drawing, before))
        if found == before:
            break
    return found


def _consumption(name: str, consumers: Sequence[Variant], useful: Mapping[str, int]) -> int:
    """The most of an amount that all offerings at a place could consume together."""
    by_offering: dict[str, int] = {}
    for variant in consumers:
        most = variant.consumes[name] * _most_pieces(variant, useful)
        by_offering[variant.offering.id] = max(by_offering.get(variant.offering.id, 0), most)
    return sum(by_offering.values())


def _most_pieces(variant: Variant, useful: Mapping[str, int]) -> int:
    """The most pieces in which a variant could be ordered: where it only gives amounts, as many as are of use."""
    limit = variant.most if variant.most is not None else UNBOUNDED
    if variant.services or variant.linked or variant.opens:
        return limit
    needed = [-(-useful.get(name, 0) // given) for name, given in variant.provides.items() if given]
    most = max(needed, default=0)
    return min(limit, max(most, variant.least)) if most else 0
