"""Graduated tiers over a site or the account: which pieces have the price of which tier.

Pieces are counted one after the other, so each has the price of one tier and takes the waterfall by itself: a line, a site and the total are whole cents
without anything to share out. Why the order of pieces bears on no total: all pieces that are counted together have the same price in the same tier, but for
those that begin in a later month, and these come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proposer.model.configuration import Item
from proposer.model.prices import Charge
from proposer.pricing.charges import tier_of, tier_range

InTier = tuple[int, int]  # a tier, and how many pieces are in it


def split(charge: Charge, before: int, pieces: int) -> tuple[InTier, ...]:
    """So many pieces after so many others, by the tiers that they fall in."""
    found: list[InTier] = []
    counted, end = before, before + pieces
    while counted < end:
        tier = tier_of(charge, counted + 1)
        last = tier_range(charge, tier)[1]
        upto = (
            end if last is None or last <= counted else min(end, last)
        )  # after a last tier with an end its price goes on
        found.append((tier, upto - counted))
        counted = upto
    return tuple(found)


def in_turn(charge: Charge, before: int, lines: Iterable[tuple[Item, int]]) -> Iterator[tuple[Item, InTier]]:
    """The pieces of one offering at a place by their tiers, those that begin first before the others."""
    for item, pieces in sorted(lines, key=lambda line: line[0].here.from_month):
        for part in split(charge, before, pieces):
            yield item, part
        before += pieces
