"""Which item stands where and what bears on its price there, before any price; items that stand alike are one entry.

Nothing here depends on the term, so that an unchanged configuration is arranged once and priced at as many terms as are asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from proposer.model.catalog import At, Bundle, Catalog
from proposer.model.configuration import Configuration, Design, Item
from proposer.model.needs import Needs, SiteNeeds
from proposer.model.phrases import said
from proposer.model.prices import PriceBook
from proposer.pricing.bundles import Counts, best_bundle, count_pieces, holds
from proposer.pricing.charges import tier_of
from proposer.quote.graduated import Before, Numbered, numbered, parts_of
from proposer.quote.says import LineWords, words_of

ACCOUNT = ("",)


@dataclass(frozen=True, slots=True)
class Entry:
    """An item and what else its line says: designs that have all of it alike share the line."""

    item: Item
    piece: Item  # what the book prices: one of it, or all where a line is priced whole
    meets: tuple[str, ...]
    tier: int
    bundle: str  # its id, or ""
    number: int  # of the item among those of the same offering in the design, from zero
    stated: str  # where the needs state what its construction costs
    says: LineWords


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
    counted = numbered(book, designs, order)
    designs = [design for design, _ in counted]
    counts = [count_pieces([(item, item.count) for item in design.items]) for design in designs]
    circumstances = _Circumstances(book, bundles, _over_all(designs, counts))
    entries, letters = _Entries(catalog, needs, circumstances, _places(catalog)), _letters(len(designs))
    arranged = [entries.arranged(each, here, letters) for each, here in zip(counted, counts, strict=True)]
    return Arrangement(tuple(arranged), tuple(entries.found), entries.states())


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


def _rank(item: Item) -> tuple[object, ...]:
    """The order of items of one offering; of pieces that begin in several months the first ones first."""
    return item.characteristics, item.access, item.access_status, item.here, item.count


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
    counted_here: set[str] = field(init=False)  # offerings whose tiers go by the pieces at a place
    graduated: set[str] = field(init=False)  # those whose tiers price their own pieces

    def __post_init__(self) -> None:
        self._held = [b for b in self.bundles if b.per is not At.SITE and holds(b, self.account)]
        self._local = [b for b in self.bundles if b.per is At.SITE]
        self.graduated = {name for name, price in self.book.prices.items() if price.graduated_over}
        charges = ((price.offering, price.monthly) for price in self.book.prices.values())
        self.counted_here = {name for name, each in charges if each and each.tiers and each.counted_over != "account"}

    def held(self, here: Counts) -> tuple[str, ...]:
        """The bundles that hold at a place with so many pieces and nowhere else, by their ids."""
        return tuple([bundle.id for bundle in self._local if holds(bundle, here)])

    def bundle(self, offering: str, held: tuple[str, ...]) -> str:
        """The id of the best bundle of an offering where these hold, or an empty text."""
        best = best_bundle(offering, [*self._held, *(bundle for bundle in self._local if bundle.id in held)])
        return best.id if best else ""

    def piece(self, item: Item) -> Item:
        """An item as its price is asked for: without its count, where a line is its count times a piece."""
        return item if item.count == 1 or self.book.prices[item.offering].is_by_line else replace(item, count=1)

    def tier(self, offering: str, here: Counts) -> int:
        """The volume tier of an offering's monthly charge."""
        charge = self.book.prices[offering].monthly
        if charge is None or not charge.tiers:
            return 0
        counted = self.account if charge.counted_over == "account" else here
        return tier_of(charge, counted.get(offering, 0))


Key = tuple[Item, tuple[str, ...], tuple[str, ...], int, tuple[int, str] | None, int | None]


@dataclass(slots=True)
class _Entries:
    """The entries that were met so far."""

    catalog: Catalog
    needs: Needs
    circumstances: _Circumstances
    places: Mapping[str, int]
    found: list[Entry] = field(default_factory=list)
    _known: dict[Key, int] = field(default_factory=dict)
    _says: dict[Item, LineWords] = field(default_factory=dict)  # by piece: counts do not stand in it
    _stood: dict[str, list[int]] = field(default_factory=dict)  # the entries of every site, by its state
    _sites: dict[str, SiteNeeds] = field(init=False)

    def __post_init__(self) -> None:
        self._sites = {site.id: site for site in self.needs.sites}

    def arranged(self, each: Numbered, here: Counts, letters: Iterator[str]) -> Arranged:
        """A design, with so many pieces of each offering, by its entries."""
        design, before = each
        entries = self._of(design, here, before)
        if design.sites == ACCOUNT:
            self._stood.setdefault("", []).extend(entries)
            return Arranged("account", said("whole_account"), (), tuple(entries))
        for site in design.sites:
            self._stood.setdefault(self._sites[site].address.state, []).extend(entries)
        alone = len(design.sites) == 1
        title = self._sites[design.sites[0]].name if alone else said("sites_alike", n=len(design.sites))
        return Arranged(next(letters), title, design.sites, tuple(entries))

    def states(self) -> tuple[Mapping[str, int], ...]:
        """How many sites in which state have each entry."""
        counted: list[dict[str, int]] = [{} for _ in self.found]
        for state, entries in self._stood.items():
            for entry, sites in Counter(entries).items():
                counted[entry][state] = sites
        return tuple(counted)

    def _of(self, design: Design, here: Counts, before: Before) -> list[int]:
        """The places of a design's entries. It runs for every line, so what is known of a like line is taken first."""
        held, places, known = self.circumstances.held(here), self.places, self._known
        counted_here, graduated = self.circumstances.counted_here, self.circumstances.graduated
        items = sorted(design.items, key=lambda item: (places[item.offering], *_rank(item)))
        parts = parts_of(self.circumstances.book, items, before) if graduated.intersection(here) else {}
        numbers = _Numbers(matter=len(here) < len(items) or bool(parts))
        entries = []
        for whole in items:
            for item, tier in parts.get(whole) or ((whole, None),):
                number = numbers.next(item) if numbers.matter else 0
                local = None
                if item.here.construction or item.offering in counted_here:
                    local = here[item.offering], self._stated_cost(design, item)
                key = item, design.meets[whole], held, number, local, tier
                place = known.get(key)
                entries.append(self._place_of(key, here) if place is None else place)
        return entries

    def _place_of(self, key: Key, here: Counts) -> int:
        """The place of a new entry."""
        item, meets, held, number, local, tier = key
        if tier is None:
            tier = self.circumstances.tier(item.offering, here)
        bundle = self.circumstances.bundle(item.offering, held)
        place = self._known[key] = len(self.found)
        piece = self.circumstances.piece(item)
        says = self._says.get(piece)
        if says is None:
            says = self._says[piece] = words_of(self.catalog, self.circumstances.book, piece, self.needs.hub)
        self.found.append(Entry(item, piece, meets, tier, bundle, number, local[1] if local else "", says))
        return place

    def _stated_cost(self, design: Design, item: Item) -> str:
        """Where the needs state what an access costs to build, at the first of the sites."""
        site = self._sites.get(design.sites[0])
        cost = site.construction.get(item.access) if site and item.here.construction else None
        return cost.span.bare_place if cost else ""


class _Numbers:
    """Counts the items of each offering in a design, where some have several."""

    def __init__(self, *, matter: bool) -> None:
        self.matter = matter
        self._met: dict[str, int] = {}

    def next(self, item: Item) -> int:
        """The number of an item among those of its offering, from zero."""
        number = self._met[item.offering] = self._met.get(item.offering, -1) + 1
        return number
