"""Which pieces of a variant begin in which month, at a site that needs more of something later.

Until a month come as many pieces as would be enough on their own for the amounts that are demanded until then. What
is there for another reason, to be used up by something else or to serve the hub, is there from the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from proposer.model.candidates import Variant
from proposer.model.demands import Amounts, Growth


def begun(variants: Iterable[Variant], growth: Growth | None, first: int) -> tuple[Variant, ...]:
    """The variants of a place whose charges begin in the month `first`, with the months of their pieces."""
    sold = tuple(variants)
    if growth is None:
        return sold
    used = frozenset(name for variant in sold for name in variant.consumes)
    return tuple(_begun(variant, growth, first, used) for variant in sold)


def _begun(variant: Variant, growth: Growth, first: int, used: frozenset[str]) -> Variant:
    if variant.opens or variant.linked or used & set(variant.provides) or not _grows(variant, growth):
        return variant
    months = [first, *(month for month, _ in growth.before)]
    enough = _rising(_enough(variant, amounts) for _, amounts in growth.before)
    starts = tuple((month, pieces) for month, pieces in zip(months, enough, strict=False) if pieces)
    return replace(
        variant, starts=starts, item=replace(variant.item, here=replace(variant.item.here, from_month=months[-1]))
    )


def _grows(variant: Variant, growth: Growth) -> bool:
    """Whether more of anything that it gives is demanded in the end than before."""
    finally_ = dict(growth.finally_)
    early = [dict(amounts) for _, amounts in growth.before]
    return any(each.get(name, 0) < finally_[name] for name in variant.provides if name in finally_ for each in early)


def _enough(variant: Variant, amounts: Amounts) -> int:
    """The pieces that are enough for some amounts, those that nobody can order fewer of counted."""
    demanded = dict(amounts)
    given = [(demanded.get(name, 0), each) for name, each in variant.provides.items() if each > 0]
    pieces = max((-(-amount // each) for amount, each in given), default=0)
    return max(pieces, variant.least) if pieces or variant.services else 0


def _rising(numbers: Iterable[int]) -> Iterator[int]:
    """What has begun stays."""
    most = 0
    for number in numbers:
        most = max(most, number)
        yield most
