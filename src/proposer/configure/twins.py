"""Offerings that differ from another one in price alone and are no cheaper at any quantity.

Rivals are exchanged at one place, so they must have no volume tiers: what one place no longer buys could make it dearer at
the next. Twins are exchanged over the whole account at once. Let a(q) ≤ b(q) be the prices of one piece at q pieces, a
falling or level in q. With x pieces of the one and y of the other in a solution,

    x·a(x) + y·b(y)  ≥  x·a(x + y) + y·a(x + y),

so with the first in place of the second everywhere it costs no more. Since both are the same in all but price, the
exchanged packages are packages, none with an item too many. A twin that goes is in no bundle; one that stays has no upper
limit in any; neither is irregular, and neither has pieces that begin in several months.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from proposer.configure.dominance import UNBOUNDED, enough
from proposer.configure.irregular import Irregular
from proposer.configure.kinds import Kind
from proposer.configure.measures import Costs, no_dearer
from proposer.configure.question import Question
from proposer.configure.rivals import exclusions, limited
from proposer.model.candidates import Variant
from proposer.model.catalog import Offering
from proposer.model.configuration import Item
from proposer.pricing.charges import tier_range

Shape = tuple[object, ...]


def without_twins(question: Question, kinds: Sequence[Kind]) -> tuple[Kind, ...]:
    """The kinds without the offerings that a twin replaces in each of them."""
    gone = _Twins(question, kinds).gone()
    if not gone:
        return tuple(kinds)
    return tuple(replace(k, variants=tuple(v for v in k.variants if v.offering.id not in gone)) for k in kinds)


class _Twins:
    def __init__(self, question: Question, kinds: Sequence[Kind]) -> None:
        self._prices = question.prices
        self._measures = question.measures
        self._bundled = {name for bundle in question.bundles for name in (*bundle.members, *bundle.on)}
        self._places = {variants: _by_offering(variants) for variants in dict.fromkeys(kind.variants for kind in kinds)}
        sold = [variant for place in self._places for variant in place]
        self._limited = limited(question.bundles, sold)
        begun = {variant.offering.id for variant in sold if variant.starts}
        self._irregular = Irregular.of(question.prices, question.bundles).all | begun
        self._useful = _most_useful(kinds)
        self._excluding = exclusions(sold)
        self._compared: dict[tuple[Item, Item], bool] = {}

    def gone(self) -> set[str]:
        """The offerings that a twin replaces; of two that replace each other the first stays."""
        families: dict[Shape, list[str]] = {}
        for id_, offering in sorted(self._offerings().items()):
            families.setdefault(self._alike(offering), []).append(id_)
        found: set[str] = set()
        for family in families.values():
            for goes in family:
                stayers = (each for each in family if each != goes and each not in found)
                if any(self._replaces(stays, goes) for stays in stayers):
                    found.add(goes)
        return found

    def _offerings(self) -> dict[str, Offering]:
        return {
            id_: next(iter(shapes.values())).offering
            for place in self._places.values()
            for id_, shapes in place.items()
        }

    def _alike(self, offering: Offering) -> Shape:
        """What two offerings must have in common before their variants are compared."""
        count = (offering.count.least, offering.count.most) if offering.count else None
        monthly = self._prices.deal.book.prices[offering.id].monthly
        over = monthly.counted_over if monthly and monthly.tiers else ""
        return offering.per, offering.network, count, over

    def _replaces(self, stays: str, goes: str) -> bool:
        """Whether one can take the other's part wherever that is sold."""
        return (
            goes not in self._bundled
            and not {goes, stays} & self._irregular
            and stays not in self._limited
            and self._excluding[stays] - {goes} == self._excluding[goes] - {stays}
            and all(self._replaces_at(place, stays, goes) for place in self._places.values() if goes in place)
        )

    def _replaces_at(self, place: Mapping[str, Mapping[Shape, Variant]], stays: str, goes: str) -> bool:
        """Whether each variant has its like, which is no dearer, and which never meets it or could be ordered in the pieces of both."""
        likes, alone = place.get(stays, {}), goes in self._excluding[stays]
        return all(
            shape in likes
            and (alone or self._is_enough(variant))
            and self._is_no_dearer(likes[shape].item, variant.item)
            for shape, variant in place[goes].items()
        )

    def _is_enough(self, variant: Variant) -> bool:
        """Whether one of the two could be ordered in all the pieces that are of use of both."""
        if variant.most is None:
            return True
        if variant.linked or variant.opens:
            return False
        return all(variant.most * given >= self._useful.get(name, 0) for name, given in variant.provides.items())

    def _is_no_dearer(self, stays: Item, goes: Item) -> bool:
        key = stays, goes
        if key not in self._compared:
            least = [first for offering in (stays.offering, goes.offering) for first in self._firsts(offering)]
            ones, others = ([self._costs(item, quantity) for quantity in sorted(least)] for item in key)
            falling = all(no_dearer(later, earlier) for earlier, later in pairwise(ones))
            self._compared[key] = falling and all(map(no_dearer, ones, others))
        return self._compared[key]

    def _firsts(self, offering: str) -> list[int]:
        """The quantities at which the price of an offering changes."""
        monthly = self._prices.deal.book.prices[offering].monthly
        return [tier_range(monthly, t)[0] for t in range(len(monthly.tiers))] if monthly and monthly.tiers else [0]

    def _costs(self, item: Item, quantity: int) -> Costs:
        price = self._prices.price(item, self._prices.tier(item.offering, quantity))
        return self._measures.costs(price, discounted=False)


def _most_useful(kinds: Sequence[Kind]) -> dict[str, int]:
    """Of each amount the most that is of use at any place; what places draw on from elsewhere has no limit."""
    drawn = {name for kind in kinds for variant in kind.variants for name in variant.linked}
    found = dict.fromkeys(drawn, UNBOUNDED)
    for kind in kinds:
        for name, amount in enough(kind.variants, kind.requirements).items():
            found[name] = max(found.get(name, 0), amount)
    return found


def _by_offering(variants: Sequence[Variant]) -> dict[str, dict[Shape, Variant]]:
    found: dict[str, dict[Shape, Variant]] = {}
    for variant in variants:
        found.setdefault(variant.offering.id, {})[_shape(variant)] = variant
    return found


def _shape(variant: Variant) -> Shape:
    """All of a variant but its name and price."""
    item = variant.item
    served = [[(name, *sorted(given.items())) for name, given in each] for each in (variant.services, variant.requires)]
    amounts = [tuple(sorted(each.items())) for each in (variant.provides, variant.consumes, variant.linked)]
    return (
        item.characteristics,
        item.access,
        item.access_status,
        *map(tuple, served),
        *amounts,
        variant.opens,
        variant.entrance,
    )
