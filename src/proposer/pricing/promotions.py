"""Which promotions a charge takes: the best of all that may stand together, whatever the order of files.

The policy's stacking says which those are: at most one of each group, one after the other in the order of the groups, and
together no more than a cap takes off. Of all such combinations the one that takes off most is taken, ties go to the first
ids; so one promotion less never makes anything cheaper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from proposer.model.catalog import Promotion
from proposer.model.prices import Stacking
from proposer.model.quote import Credit
from proposer.money import share

MONTHLY, ONCE = "monthly", "once"
Combination = tuple[Promotion, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """The promotions that one charge could take; amounts of money count for each of `pieces`."""

    promotions: tuple[Promotion, ...]
    stacking: Stacking
    pieces: int = 1


@dataclass(frozen=True, slots=True)
class Taken:
    """A promotion and the cents that it takes off."""

    promotion: Promotion
    cents: int


def lasting(offer: Offer, charge: str, amount: int) -> list[Taken]:
    """What promotions that last the whole term take off a charge, in the order in which they come."""
    listed = [p for p in offer.promotions if p.charge == charge and p.months is None]
    if not listed:
        return []
    floor = offer.stacking.floor(charge, amount)
    options = ((_taken(each, amount, floor, offer.pieces), each) for each in _combinations(listed, offer.stacking))
    taken, _ = min(options, key=lambda pair: (-sum(one.cents for one in pair[0]), *_first(pair[1])))
    return taken


def credits_of(offer: Offer, net: int, without: int, months: int) -> tuple[Credit, ...]:
    """What promotions of limited months take off a monthly price; `without` is that price without any promotion."""
    listed = [p for p in offer.promotions if p.charge == MONTHLY and p.months is not None]
    if not listed:
        return ()
    floor = min(net, offer.stacking.floor(MONTHLY, without))
    options = ((_credits(each, offer, net, floor, months), each) for each in _combinations(listed, offer.stacking))
    found, _ = min(options, key=lambda pair: (-sum(one.total for one in pair[0]), *_first(pair[1])))
    return tuple(found)


def _first(combination: Combination) -> tuple[int, list[str]]:
    """Of equals the shortest, then the first by ids."""
    return len(combination), [promotion.id for promotion in combination]


def _combinations(promotions: Iterable[Promotion], stacking: Stacking) -> Iterator[Combination]:
    """All that may stand together: one of each group or none, in the order of the groups."""
    groups: dict[str, list[Promotion]] = {}
    for promotion in sorted(promotions, key=lambda each: each.id):
        groups.setdefault(promotion.group, []).append(promotion)
    for chosen in product(*((None, *groups[name]) for name in sorted(groups, key=stacking.place))):
        yield tuple(promotion for promotion in chosen if promotion is not None)


def _taken(combination: Combination, amount: int, floor: int, pieces: int) -> list[Taken]:
    left, found = amount, []
    for promotion in combination:
        off = min(_off(promotion, left, pieces), left - floor)
        found.append(Taken(promotion, off))
        left -= off
    return [one for one in found if one.cents]


def _off(promotion: Promotion, amount: int, pieces: int) -> int:
    if promotion.amount is not None:
        return min(amount, promotion.amount * pieces)
    if promotion.price is not None:
        return max(0, amount - promotion.price * pieces)
    return share(amount, promotion.percent / 100)


def _credits(combination: Combination, offer: Offer, net: int, floor: int, months: int) -> list[Credit]:
    """Month by month what each takes off what those before it left; months alike are one credit."""
    found: list[Credit] = []
    ends = sorted({min(promotion.months or 0, months) for promotion in combination})
    for first, last in zip([1, *(end + 1 for end in ends)], ends, strict=False):
        running = [promotion for promotion in combination if min(promotion.months or 0, months) >= last]
        for taken in _taken(tuple(running), net, floor, offer.pieces):
            found = _with(found, taken, first, last)
    return found


def _with(found: Sequence[Credit], taken: Taken, first: int, last: int) -> list[Credit]:
    """One stretch of months more; it goes on with the promotion's credit where the amount is the same."""
    source, because = taken.promotion.span.place, taken.promotion.words or taken.promotion.name
    new = Credit(last, taken.cents, because, source, first)
    for index, credit in enumerate(found):
        same = (credit.source, credit.because, credit.monthly, credit.months) == (
            source,
            because,
            taken.cents,
            first - 1,
        )
        if same:
            return [*found[:index], Credit(last, taken.cents, because, source, credit.first), *found[index + 1 :]]
    return [*found, new]
