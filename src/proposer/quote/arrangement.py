"""Which item stands where and what bears on its price there, before any price; items that stand alike are one entry.

Nothing here depends on the term, so that an unchanged configuration is arranged once and priced at as many terms as are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from proposer.model.catalog import At, Bundle, Catalog
from proposer.model.configuration import Configuration, Design, Item
from proposer.model.needs import Needs
from proposer.model.prices import PriceBook
from proposer.pricing.bundles import Counts, best_bundle, count_pieces, holds
from proposer.pricing.charges import tier_of

ACCOUNT = ("",)


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with its volume tier and bundle, and what else its line says: designs that have all of it alike share the line."""

    item: Item
    meets: tuple[str, ...]
    tier: int
    bundle: Bundle | None
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
    account = count_pieces((i, i.count * len(d.sites)) for d in configuration.designs for i in d.items)
    entries = _Entries(needs, _Circumstances(book, bundles, account), _places(catalog))
    order = {site.id: place for place, site in enumerate(needs.sites)}
    designs = sorted(
        (_in_order(design, order) for design in configuration.designs),
        key=lambda design: order.get(design.sites[0], -1),
    )
    letters = _letters(len(designs))
    return Arrangement(
        tuple(entries.arranged(design, letters) for design in designs), tuple(entries.found), tuple(entries.states)
    )


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
    _best: dict[tuple[str, ...], dict[str, Bundle | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._held = [b for b in self.bundles if b.per is not At.SITE and holds(b, self.account)]
        self._local = [b for b in self.bundles if b.per is At.SITE]

    def bundles_at(self, here: Counts) -> dict[str, Bundle | None]:
        """The best bundle of each offering that is at a place with so many pieces."""
        held = [*self._held, *(bundle for bundle in self._local if holds(bundle, here))]
        known = self._best.setdefault(tuple([bundle.id for bundle in held]), {})
        for offering in here:
            if offering not in known:
                known[offering] = best_bundle(offering, held)
        return known

    def tier(self, offering: str, here: Counts) -> int:
        """The volume tier of an offering's monthly charge."""
        monthly = self.book.prices[offering].monthly
        if monthly is None or not monthly.tiers:
            return 0
        counted = self.account if monthly.counted_over == "account" else here
        return tier_of(monthly, counted.get(offering, 0))


@dataclass(slots=True)
class _Entries:
    """The entries that were met so far."""

    needs: Needs
    circumstances: _Circumstances
    places: Mapping[str, int]
    found: list[Entry] = field(default_factory=list)
    states: list[dict[str, int]] = field(default_factory=list)
    _known: dict[tuple[object, ...], int] = field(default_factory=dict)
    _sites: dict[str, tuple[str, str]] = field(init=False)  # name and state

    def __post_init__(self) -> None:
        self._sites = {site.id: (site.name, site.address.state) for site in self.needs.sites}

    def arranged(self, design: Design, letters: Iterator[str]) -> Arranged:
        """A design by its entries, with its sites counted at each."""
        is_account = design.sites == ACCOUNT
        entries = self._of(design)
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

    def _of(self, design: Design) -> list[int]:
        here = count_pieces((item, item.count) for item in design.items)
        best = self.circumstances.bundles_at(here)
        numbers: dict[str, int] = {}
        places, entries = self.places, []
        for item in sorted(design.items, key=lambda item: (places[item.offering], item)):
            offering = item.offering
            number = numbers[offering] = numbers.get(offering, -1) + 1
            stated = self._stated_cost(design, item) if item.here.construction else ""
            entries.append(
                self._entry(
                    item, design.meets[item], self.circumstances.tier(offering, here), best[offering], number, stated
                )
            )
        return entries

    def _entry(
        self, item: Item, meets: tuple[str, ...], tier: int, bundle: Bundle | None, number: int, stated: str
    ) -> int:
        key = (item, meets, tier, bundle and bundle.id, number, stated)
        entry = self._known.get(key)
        if entry is None:
            entry = self._known[key] = len(self.found)
            self.found.append(Entry(item, meets, tier, bundle, number, stated))
            self.states.append({})
        return entry

    def _stated_cost(self, design: Design, item: Item) -> str:
        """Where the needs state what an access costs to build, at the first of the sites."""
        site = next((each for each in self.needs.sites if each.id == design.sites[0]), None)
        cost = site.construction.get(item.access) if site else None
        return cost.span.place if cost else ""
