"""How many pieces of a small size could be in a best package, where a larger size of the same offering does for several.

Let k pieces of the small one give no more and cost no less than one of the large one, in every amount and under every
bundle that could discount them. Then a package with k or more of the small one is no better than the same with one
large instead of k small, so k − 1 are the most. One piece of the offering stays, so no bundle that asks for one is
undone; an offering with volume tiers, or of which more than one is the least that can be ordered or that a bundle asks
for, or whose price keeps no order (`irregular`), or whose pieces begin in several months, has no such limit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from proposer.configure.irregular import Irregular
from proposer.model.candidates import Variant
from proposer.model.catalog import Bundle
from proposer.model.objective import Objective
from proposer.pricing import PriceList


def most_pieces(
    variants: Sequence[Variant], enough: Mapping[str, int], prices: PriceList, bundles: Sequence[Bundle]
) -> dict[int, int]:
    """Index of a variant → the most pieces that could be of use; variants without such a limit are not in it."""
    found: dict[int, int] = {}
    irregular = Irregular.of(prices, bundles).all
    irregular |= {variant.offering.id for variant in variants if variant.starts}
    for small, one in enumerate(variants):
        if one.offering.id not in irregular and _is_plain(one) and _may_be_fewer(one, prices, bundles):
            larger = [other for other in variants if other is not one and other.offering is one.offering]
            replaced = [_replaced(one, other, enough, prices, bundles) for other in larger if _is_like(one, other)]
            limits = [pieces - 1 for pieces in replaced if pieces]
            if limits:
                found[small] = min(limits)
    return found


def pieces_of_use(
    variants: Sequence[Variant], enough: Mapping[str, int], prices: PriceList, bundles: Sequence[Bundle]
) -> dict[str, int]:
    """Offering → the most pieces, over its sizes, that could be of use; only where every size only gives amounts."""
    limits = most_pieces(variants, enough, prices, bundles)
    found: dict[str, int] = {}
    others = {variant.offering.id for variant in variants if not _is_plain(variant)}
    for index, variant in enumerate(variants):
        if variant.offering.id not in others:
            full = max(-(-enough.get(name, 0) // given) for name, given in variant.provides.items() if given)
            pieces = min(limits.get(index, full), full)
            found[variant.offering.id] = found.get(variant.offering.id, 0) + max(pieces, variant.least)
    return found


def _is_plain(variant: Variant) -> bool:
    """Whether it gives amounts at its place and nothing else."""
    return any(variant.provides.values()) and not (
        variant.services or variant.linked or variant.opens or variant.consumes
    )


def _may_be_fewer(variant: Variant, prices: PriceList, bundles: Sequence[Bundle]) -> bool:
    """Whether fewer pieces, but one, change no price and no bundle."""
    monthly = prices.deal.book.prices[variant.offering.id].monthly
    tiered = bool(monthly and monthly.tiers)
    asked = [bundle.members[variant.offering.id][0] for bundle in bundles if variant.offering.id in bundle.members]
    return not tiered and all(least <= 1 for least in (variant.least, *asked))


def _is_like(one: Variant, other: Variant) -> bool:
    return _is_plain(other) and one.requires == other.requires and one.entrance == other.entrance


def _replaced(
    small: Variant, large: Variant, enough: Mapping[str, int], prices: PriceList, bundles: Sequence[Bundle]
) -> int:
    """The fewest pieces, two or more, that one of the large size replaces; 0 when it never does."""
    counted = {name: given for name, given in small.provides.items() if given and enough.get(name, 0) > 0}
    room = min((large.provides.get(name, 0) // given for name, given in counted.items()), default=0)
    over = [None, *(bundle for bundle in bundles if small.offering.id in bundle.on)]
    pairs = [pair for bundle in over for pair in zip(*(_costs(v, prices, bundle) for v in (small, large)), strict=True)]
    if any(cheap <= 0 < dear for cheap, dear in pairs):
        return 0
    needed = max([2, *(-(-dear // cheap) for cheap, dear in pairs if cheap > 0)])
    return needed if needed <= room else 0


def _costs(variant: Variant, prices: PriceList, bundle: Bundle | None) -> list[int]:
    price = prices.price(variant.item, 0, bundle)
    return [int(price.individual_case is not None), *(price.worth(each) for each in Objective)]
