"""Variants of one offering that cost more and give nothing more that counts at this place are never chosen.

Only variants of the same offering are compared, so tiers, bundles and exclusions are the same for both; what a variant
draws from the hub or the account is compared too. The dearer of two equals goes. Where all pieces of a line are priced
together, nothing is known of one line in place of two, and none goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import ge

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
        return all(map(ge, self.gives, other.gives))


def undominated(
    goods: Goods, wanted: Requirements, rivals_among: Callable[[Sequence[Variant], Mapping[str, int]], Rivals]
) -> tuple[Variant, ...]:
    """The variants that could stand in a best package, in their order, those of other offerings compared as
    well (`rivals`).
    """
    scale, variants = _Scale(goods, wanted), goods.variants
    groups: dict[str, list[int]] = {}
    for index, variant in enumerate(variants):
        if scale.is_of_use(index):
            groups.setdefault(variant.offering.id, []).append(index)
    kept = [
        pair
        for offering, group in groups.items()
        for pair in ([(i, scale.weigh(i)) for i in group] if offering in goods.by_line else _best_of(group, scale))
    ]
    best = {variants[index]: worth for index, worth in sorted(kept, key=lambda pair: pair[0])}
    rivals = rivals_among(tuple(best), scale.enough)
    return tuple(rivals.left_of(best, lambda one, other: best[one].beats(best[other])))


def _best_of(group: list[int], scale: _Scale) -> list[tuple[int, _Worth]]:
    kept: list[tuple[int, _Worth]] = []
    for index in group:
        _admit(kept, index, scale.weigh(index))
    return kept


def _admit(group: list[tuple[int, _Worth]], index: int, worth: _Worth) -> None:
    if any(other.dominates(worth) for _, other in group):
        return
    group[:] = [(i, other) for i, other in group if not worth.dominates(other)]
    group.append((index, worth))


FREE: tuple[Costs, Costs] = ((), ())


class Goods:
    """What is on sale at one kind of place, with all of it that does not depend on how much is wanted worked out once."""

    def __init__(
        self,
        variants: tuple[Variant, ...],
        capabilities: Mapping[str, Capability],
        costs: Sequence[tuple[Costs, Costs]] = (),
        by_line: frozenset[str] = frozenset(),
    ) -> None:
        """Without `costs` everything is free, for what is asked is only whether a place can be served. Variants of
        offerings whose pieces are priced together, `by_line`, are not compared with each other.
        """
        self.variants = variants
        self.by_line = by_line
        self.required = _distinct(need for v in _one_of_each(variants) for need in v.requires)
        self._capabilities = capabilities
        links = sorted({name for variant in variants for name in variant.linked})
        accesses = sorted({v.entrance for v in variants} | {v.opens for v in variants})
        self.fixed = [_fixed(variant, links, accesses) for variant in variants]
        self.costs = costs or [FREE] * len(variants)
        self._served: dict[tuple[object, ...], list[bool]] = {}

    def served(self, capability: str, qualities: Qualities) -> list[bool]:
        """For each variant, whether it serves a need."""
        key = capability, tuple(sorted(qualities.items()))
        if key not in self._served:
            definition = self._capabilities[capability]
            self._served[key] = [
                any(name == capability and meets(definition, given, qualities) for name, given in variant.services)
                for variant in self.variants
            ]
        return self._served[key]


def _one_of_each(variants: Sequence[Variant]) -> Iterable[Variant]:
    """One variant of each offering: requirements are the offering's."""
    return {variant.offering.id: variant for variant in variants}.values()


def _distinct(needs: Iterable[tuple[str, Qualities]]) -> list[tuple[str, Qualities]]:
    found: list[tuple[str, Qualities]] = []
    for need in needs:
        if need not in found:
            found.append(need)
    return found


def _fixed(variant: Variant, links: Sequence[str], accesses: Sequence[str]) -> tuple[int, ...]:
    """What a variant gives however much is wanted: to other places, and by the entrance that it opens or does not need."""
    entrances = [int(variant.entrance != a) for a in accesses] + [int(variant.opens == a) for a in accesses]
    return (*(variant.linked.get(name, 0) for name in links), *entrances)


def costs_of(variant: Variant, prices: PriceList, measures: Measures, bundles: Sequence[Bundle]) -> tuple[Costs, Costs]:
    """What a variant costs against one of its own offering, and against one of another; where prices keep no order, in
    each bundle that there could be.
    """
    price = prices.price(variant.item)
    if prices.is_irregular(variant.offering.id):
        over = [None, *(bundle for bundle in bundles if variant.offering.id in bundle.on)]
        each = tuple(
            part for bundle in over for part in measures.costs(prices.price(variant.item, 0, bundle), discounted=True)
        )
        return each, each
    discounted = variant.offering.id in measures.discounted
    return measures.costs(price, discounted=discounted), measures.costs(price, discounted=False)


class _Scale:
    """Weighs variants by the questions that matter at one place."""

    def __init__(self, goods: Goods, wanted: Requirements) -> None:
        self._goods = goods
        needs = _distinct([*wanted.services.items(), *goods.required])
        self._served = list(zip(*(goods.served(*need) for need in needs), strict=True)) or [()] * len(goods.variants)
        self.enough = enough(goods.variants, wanted)
        self._amounts = sorted(self.enough.items())

    def is_of_use(self, index: int) -> bool:
        """Whether it could meet anything that is demanded or required here."""
        variant = self._goods.variants[index]
        gives = any(amount > 0 and self.enough.get(name, 0) > 0 for name, amount in variant.provides.items())
        links = any(amount > 0 for amount in variant.linked.values())
        return gives or links or bool(variant.opens) or any(self._served[index])

    def weigh(self, index: int) -> _Worth:
        """A variant by what counts of it."""
        variant = self._goods.variants[index]
        provides, consumes = variant.provides, variant.consumes
        gives = [min(provides.get(name, 0), most) for name, most in self._amounts]
        takes = [-consumes.get(name, 0) for name, _ in self._amounts] if consumes else [0] * len(self._amounts)
        return _Worth((*self._served[index], *gives, *takes, *self._goods.fixed[index]), *self._goods.costs[index])


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
