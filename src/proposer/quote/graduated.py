"""Graduated tiers over a site or the account: which pieces of which line, at which site, have the price of which tier.

The account's pieces are counted in the order of the sites in the needs file, its own items first. Sites that are served alike are one design only where
their pieces fall in the same tiers; so there is at most one design more for each end of a tier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from proposer.model.configuration import Design, Item
from proposer.model.prices import PriceBook
from proposer.pricing.bundles import count_pieces
from proposer.pricing.charges import ACCOUNT
from proposer.pricing.graduated import in_turn, split

Before = Mapping[str, int]  # offering → the pieces that the account counts before those of a site
Numbered = tuple[Design, Before]
Parts = Mapping[Item, Sequence[tuple[Item, int]]]  # an item by the tiers that its pieces fall in


def numbered(book: PriceBook, designs: Sequence[Design], order: Mapping[str, int]) -> list[Numbered]:
    """The designs, told apart where their pieces fall in other tiers, in the order of their first sites."""
    charges = {name: price.monthly for name, price in book.prices.items() if price.graduated_over == ACCOUNT}
    pieces = [_counted(design, charges) for design in designs]
    if not any(pieces):
        return [(design, {}) for design in designs]
    before, found = dict.fromkeys(charges, 0), dict[tuple[object, ...], tuple[int, dict[str, int], list[str]]]()
    for _, number, site in sorted((order.get(s, -1), n, s) for n, design in enumerate(designs) for s in design.sites):
        here = pieces[number]
        tiers = tuple(
            split(charge, before[name], here[name]) for name, charge in charges.items() if charge and name in here
        )
        found.setdefault((number, tiers), (number, dict(before), []))[2].append(site)
        for name, count in here.items():
            before[name] += count
    return [(replace(designs[n], sites=tuple(sites)), starts) for n, starts, sites in found.values()]


def _counted(design: Design, names: Iterable[str]) -> dict[str, int]:
    counts = count_pieces((item, item.count) for item in design.items)
    return {name: counts[name] for name in names if name in counts}


def parts_of(book: PriceBook, items: Iterable[Item], before: Before) -> Parts:
    """The items of a site, in their order, that are priced piece by piece."""
    listed: dict[str, list[tuple[Item, int]]] = {}
    for item in items:
        if book.prices[item.offering].graduated_over:
            listed.setdefault(item.offering, []).append((item, item.count))
    found: dict[Item, list[tuple[Item, int]]] = {}
    for offering, lines in listed.items():
        charge = book.prices[offering].monthly
        assert charge is not None, "what is graduated is a charge"  # noqa: S101 - narrows the type
        for item, (tier, pieces) in in_turn(charge, before.get(offering, 0), lines):
            found.setdefault(item, []).append((replace(item, count=pieces), tier))
    return found
