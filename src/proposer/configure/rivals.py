"""Variants of one offering that a variant of another beats wherever they could stand, whatever the account does.

The other one gives no less of all that counts at the place, needs no more beside it, excludes no more, can be ordered in as
many pieces as are of use, and costs no more in anything that is looked at (`measures`). What the account can see must not speak
for the one that goes: it has no volume tiers, and no bundle counts or discounts it; and the one that stays has no tiers
and no upper limit in a bundle, so that more of it harms nobody. Then exchanging one for the other in any solution
gives a solution that costs no more, and a best one without it remains.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from proposer.configure.bulk import pieces_of_use
from proposer.configure.irregular import Irregular
from proposer.model.candidates import Variant
from proposer.model.catalog import At, Bundle
from proposer.pricing import PriceList

Beats = Callable[[Variant, Variant], bool]  # gives no less and costs no more, on the scale of the place


@dataclass(frozen=True, slots=True)
class Rivals:
    """What of the deal decides whether one offering may be exchanged for another. `enough` is as dominance has it."""

    tiered: frozenset[str]  # or irregular, or with pieces that begin in several months
    bundled: frozenset[str]
    limited: frozenset[str]  # with an upper limit in a bundle
    enough: Mapping[str, int]
    pieces: Mapping[str, int]  # the most pieces of an offering that could be of use, where that is known

    @classmethod
    def of(
        cls, prices: PriceList, bundles: Sequence[Bundle], variants: Sequence[Variant], enough: Mapping[str, int]
    ) -> Rivals:
        """From a deal's prices and bundles."""
        book = prices.deal.book.prices
        tiered = frozenset(name for name, price in book.items() if price.monthly and price.monthly.tiers)
        irregular = Irregular.of(prices, bundles).all | {variant.offering.id for variant in variants if variant.starts}
        bundled = frozenset(name for bundle in bundles for name in (*bundle.members, *bundle.on))
        return cls(
            tiered | irregular,
            bundled,
            limited(bundles, variants),
            enough,
            pieces_of_use(variants, enough, prices, bundles),
        )

    @classmethod
    def free(cls, _variants: Sequence[Variant], enough: Mapping[str, int]) -> Rivals:
        """Where prices do not matter: only whether a place can be served."""
        return cls(frozenset(), frozenset(), frozenset(), enough, {})

    def left_of(self, variants: Iterable[Variant], beats: Beats) -> list[Variant]:
        """The variants that no other offering's beats; of two equals the first."""
        kept: list[Variant] = []
        listed = list(variants)
        excluding = exclusions(listed)
        for one in listed:
            if not any(self._replaces(other, one, excluding) and beats(other, one) for other in kept):
                kept = [other for other in kept if not (self._replaces(one, other, excluding) and beats(one, other))]
                kept.append(one)
        return kept

    def _replaces(self, one: Variant, other: Variant, excluding: Mapping[str, frozenset[str]]) -> bool:
        """Whether `one` may stand wherever `other` does, apart from what it gives and costs."""
        stays, goes = one.offering, other.offering
        return (
            stays.id != goes.id
            and goes.id not in self.tiered | self.bundled
            and stays.id not in self.tiered | self.limited
            and stays.network in (None, goes.network)
            and one.requires == other.requires
            and excluding[stays.id] - {goes.id} <= excluding[goes.id]
            and one.least <= other.least
            and (self._stands_alone(one, other, excluding) or self._can_be_enough(one, other))
        )

    @staticmethod
    def _stands_alone(one: Variant, other: Variant, excluding: Mapping[str, frozenset[str]]) -> bool:
        """Whether the two never meet, and `one` can be ordered in as many pieces."""
        as_many = one.most is None or (other.most is not None and other.most <= one.most)
        return as_many and one.offering.id in excluding[other.offering.id]

    def _can_be_enough(self, one: Variant, other: Variant) -> bool:
        """Whether `one` alone could be ordered in all the pieces that are of use of what both give."""
        if one.most is None or self._is_few(one):
            return True
        names = [name for name in other.provides if self.enough.get(name, 0) > 0]
        return all(one.most * one.provides.get(name, 0) >= self.enough[name] for name in names)

    def _is_few(self, one: Variant) -> bool:
        """Whether its offering could be ordered in all its pieces of use: with more of them, larger sizes take over."""
        known = self.pieces.get(one.offering.id)
        return known is not None and one.most is not None and known <= one.most


def limited(bundles: Sequence[Bundle], variants: Iterable[Variant]) -> frozenset[str]:
    """The offerings of which more pieces could undo a bundle: more can be ordered than the bundle allows."""
    pieces = {variant.offering.id: variant.most for variant in variants}
    return frozenset(
        name
        for bundle in bundles
        for name, (_, most) in bundle.members.items()
        if most is not None and not (bundle.per is At.SITE and (pieces.get(name) or most + 1) <= most)
    )


def exclusions(variants: Sequence[Variant]) -> dict[str, frozenset[str]]:
    """Offering → those that cannot stand beside it, whichever of the two says so."""
    offerings = {variant.offering.id: variant.offering for variant in variants}
    named = {id_: set(offering.excludes) for id_, offering in offerings.items()}
    for id_, offering in offerings.items():
        for other in offering.excludes:
            named.setdefault(other, set()).add(id_)
    return {id_: frozenset(others) for id_, others in named.items()}
