"""Which item stands where and what bears on its price there, before any price; items that stand alike are one entry.

Nothing here depends on the term, so that an unchanged configuration is arranged once and priced at as many terms as are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from proposer.model.catalog import At, Bundle, Catalog
from proposer.model.configuration import Configuration, Design, Item
from proposer.model.needs import Needs
from proposer.model.prices import Charge, PriceBook
from proposer.pricing.bundles import Counts, best_bundle, count_pieces, holds
from proposer.pricing.charges import tier_of

ACCOUNT = ("",)


class Entry(NamedTuple):
    """An item and what else its line says: designs that have all of it alike share the line. Made once for each line of a quote."""

    item: Item
    meets: tuple[str, ...]
    tier: int
    bundle: str  # its id, or ""
    number: int  # of the item among those of the same offering in the design, from zero
    stated: str  # where the needs state what its construction costs


@dataclass(frozen=True, slots=True)
class Arranged:
    """One design: its sites, and its entries by their places in the arrangement."""

    id: str
    title: str
    site_ids: tuple[str, ...]
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All designs, every entry once, and the number of sites that have each entry, by their state."""

    designs: tuple[Arranged, ...]
    entries: tuple[Entry, ...]
    states: tuple[Mapping[str, int], ...]


def arrange(
    catalog: Catalog, book: PriceBook, bundles: Sequence[Bundle], needs: Needs, configuration: Configuration
) -> Arrangement:
    """All designs of a configuration; "A", "B", … in the order of their first sites in the needs file."""
    order = {site.id: place for place, site in enumerate(needs.sites)}
    designs = sorted(
        (_in_order(design, order) for design in configuration.designs),
        key=lambda design: order.get(design.sites[0], -1),
    )
    counts = [count_pieces([(item, item.count) for item in design.items]) for design in designs]
    circumstances = _Circumstances(book, bundles, _over_all(designs, counts))
    entries, letters = _Entries(needs, circumstances, _places(catalog)), _letters(len(designs))
    arranged = [entries.arranged(design, here, letters) for design, here in zip(designs, counts, strict=True)]
    return Arrangement(tuple(arranged), tuple(entries.found), tuple(entries.states))


def _over_all(designs: Sequence[Design], counts: Sequence[Counts]) -> dict[str, int]:
    """The pieces of each offering over the account."""
    account: dict[str, int] = {}
    for design, here in zip(designs, counts, strict=True):
        sites = len(design.sites)
        for offering, pieces in here.items():
            account[offering] = account.get(offering, 0) + pieces * sites
    return account


def _places(catalog: Catalog) -> dict[str, int]:
    """The order of offerings in a design: by family, then by id; items of one offering go by what they are."""
    families = list(catalog.families)
    listed = sorted(catalog.offerings.values(), key=lambda offering: (families.index(offering.family), offering.id))
    return {offering.id: place for place, offering in enumerate(listed)}


def _in_order(design: Design, order: Mapping[str, int]) -> Design:
    if len(design.sites) == 1:
        return design
    return replace(design, sites=tuple(sorted(design.sites, key=lambda site: order.get(site, -1))))


def _letters(number: int) -> Iterator[str]:
    """A … Z, then AA, AB, …"""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    names = list(alphabet)
    while len(names) < number:
        names += [first + second for first in names[-26:] for second in alphabet]
    return iter(names[: number + 1])


@dataclass(slots=True)
class _Circumstances:
    """What of a place bears on prices: the tiers that quantities fall in, and the bundles that hold."""

    book: PriceBook
    bundles: Sequence[Bundle]
    account: Counts
    _held: list[Bundle] = field(init=False)  # those that hold over the account
    _local: list[Bundle] = field(init=False)  # those that hold at each site or not
    _tiers: dict[str, Charge] = field(init=False)  # the monthly charges that have tiers
    _best: dict[tuple[str, ...], dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        charges = ((price.offering, price.monthly) for price in self.book.prices.values())
        self._tiers = {offering: charge for offering, charge in charges if charge is not None and charge.tiers}
        self._held = [b for b in self.bundles if b.per is not At.SITE and holds(b, self.account)]
        self._local = [b for b in self.bundles if b.per is At.SITE]

    def bundles_at(self, here: Counts) -> dict[str, str]:
        """The id of the best bundle of each offering that is at a place with so many pieces; empty without one."""
        held = [*self._held, *(bundle for bundle in self._local if holds(bundle, here))]
        known = self._best.setdefault(tuple([bundle.id for bundle in held]), {})
        for offering in here:
            if offering not in known:
                best = best_bundle(offering, held)
                known[offering] = best.id if best else ""
        return known

    def tier(self, offering: str, here: Counts) -> int:
        """The volume tier of an offering's monthly charge."""
        charge = self._tiers.get(offering)
        if charge is None:
            return 0
        counted = self.account if charge.counted_over == "account" else here
        return tier_of(charge, counted.get(offering, 0))


@dataclass(slots=True)
class _Entries:
    """The entries that were met so far."""

    needs: Needs
    circumstances: _Circumstances
    places: Mapping[str, int]
    found: list[Entry] = field(default_factory=list)
    states: list[dict[str, int]] = field(default_factory=list)
    _known: dict[Entry, int] = field(default_factory=dict)
    _sites: dict[str, tuple[str, str]] = field(init=False)  # name and state

    def __post_init__(self) -> None:
        self._sites = {site.id: (site.name, site.address.state) for site in self.needs.sites}

    def arranged(self, design: Design, here: Counts, letters: Iterator[str]) -> Arranged:
        """A design, with so many pieces of each offering, by its entries; its sites are counted at each."""
        is_account = design.sites == ACCOUNT
        entries = self._of(design, here)
        for site in design.sites:
            state = "" if is_account else self._sites[site][1]
            for entry in entries:
                counted = self.states[entry]
                counted[state] = counted.get(state, 0) + 1
        id_ = "account" if is_account else next(letters)
        return Arranged(id_, self._title(design), () if is_account else design.sites, tuple(entries))

    def _title(self, design: Design) -> str:
        if design.sites == ACCOUNT:
            return "The whole account"
        return self._sites[design.sites[0]][0] if len(design.sites) == 1 else f"{len(design.sites)} sites alike"

    def _of(self, design: Design, here: Counts) -> list[int]:
        best, tier, places = self.circumstances.bundles_at(here), self.circumstances.tier, self.places
        numbers: dict[str, int] = {}
        entries = []
        for item in sorted(design.items, key=lambda item: (places[item.offering], item)):
            offering = item.offering
            number = numbers[offering] = numbers.get(offering, -1) + 1
            stated = self._stated_cost(design, item) if item.here.construction else ""
            at = Entry(item, design.meets[item], tier(offering, here), best[offering], number, stated)
            entries.append(self._place_of(at))
        return entries

    def _place_of(self, entry: Entry) -> int:
        """The place of an entry among those that were found, itself if it is new."""
        place = self._known.get(entry)
        if place is None:
            place = self._known[entry] = len(self.found)
            self.found.append(entry)
            self.states.append({})
        return place

    def _stated_cost(self, design: Design, item: Item) -> str:
        """Where the needs state what an access costs to build, at the first of the sites."""
        site = next((each for each in self.needs.sites if each.id == design.sites[0]), None)
        cost = site.construction.get(item.access) if site else None
        return cost.span.place if cost else ""
