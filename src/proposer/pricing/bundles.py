"""When a bundle holds, and which one a line takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from proposer.model.catalog import At, Bundle
from proposer.model.configuration import Item
from proposer.pricing.price_list import ItemPrice, PriceList

Counts = Mapping[str, int]  # offering → pieces


def count_pieces(items: Iterable[tuple[Item, int]]) -> dict[str, int]:
    """How many pieces of each offering."""
    counts: dict[str, int] = {}
    for item, count in items:
        counts[item.offering] = counts.get(item.offering, 0) + count
    return counts


def holds(bundle: Bundle, counts: Counts) -> bool:
    """Whether a bundle's members are all there, in the numbers that it names."""
    for offering, (least, most) in bundle.members.items():
        pieces = counts.get(offering, 0)
        if pieces < least or (most is not None and pieces > most):
            return False
    return True


def best_bundle(offering: str, bundles: Iterable[Bundle]) -> Bundle | None:
    """The highest percentage for an offering; ties go to the first id."""
    fitting = [bundle for bundle in bundles if offering in bundle.on]
    return min(fitting, key=lambda bundle: (-bundle.percent, bundle.id), default=None)


def held_bundles(bundles: Sequence[Bundle], here: Counts, account: Counts) -> list[Bundle]:
    """The bundles that hold at a place with `here` pieces, in an account with `account` pieces."""
    return [b for b in bundles if holds(b, here if b.per is At.SITE else account)]


def price_in_place(
    prices: PriceList, item: Item, here: Counts, account: Counts, held: Sequence[Bundle]
) -> tuple[ItemPrice, Bundle | None]:
    """The exact price of an item where it stands, for as many times as `ItemPrice.times` says, and the bundle that it takes."""
    monthly = prices.deal.book.prices[item.offering].monthly
    counted = account if monthly and monthly.counted_over == "account" else here
    bundle = best_bundle(item.offering, held)
    return prices.price(item, prices.tier(item.offering, counted.get(item.offering, 0)), bundle), bundle
