"""What packages cost, given what is decided of the account.

A line's price depends on the account in two ways: the volume tier that its quantity over all sites reaches, and the
bundles that hold over the account. An `AccountState` says which tiers and bundles are still possible; the value of a
package in a state is the least over them, so it is a lower bound that becomes exact when all is decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from proposer.configure.irregular import Irregular
from proposer.configure.pools import Lines
from proposer.model.candidates import Variant
from proposer.model.catalog import At, Bundle
from proposer.model.configuration import Item
from proposer.model.objective import Objective
from proposer.pricing import ItemPrice, PriceList
from proposer.pricing.bundles import best_bundle, count_pieces, holds
from proposer.pricing.charges import tier_range
from proposer.pricing.graduated import in_turn

Priced = tuple[Item, int, int]  # what is priced, how many times that counts, and the tier of its place
OF_ACCOUNT = -1  # the tier of what the account counts

# An individual case has no price; it is the last resort, dearer than anything that has one. In cents.
INDIVIDUAL_CASE = 10**12


@dataclass(frozen=True, slots=True)
class AccountState:
    """Tiers still possible for each offering that is counted over the account; bundles: held, not held or open (None)."""

    tiers: Mapping[str, tuple[int, ...]]
    bundles: Mapping[str, bool | None]

    def with_tier(self, offering: str, tier: int) -> AccountState:
        """The same with one offering's tier decided."""
        return replace(self, tiers={**self.tiers, offering: (tier,)})

    def with_bundle(self, bundle: str, *, held: bool) -> AccountState:
        """The same with one bundle decided."""
        return replace(self, bundles={**self.bundles, bundle: held})


@dataclass(frozen=True, slots=True)
class Worth:
    """A package's value over the term and its monthly charge, in cents; individual cases count INDIVIDUAL_CASE each."""

    value: int
    monthly: int


@dataclass(frozen=True, slots=True)
class Shape:
    """A package's price apart from `open_pieces`, whose prices depend on the account; `here` are its site bundles."""

    lines: Lines  # kept, so that its identity stays its own
    pieces: Mapping[str, int]
    here: tuple[Bundle, ...]
    value: int
    monthly: int
    open_pieces: Sequence[Priced]


@dataclass(frozen=True, slots=True)
class Rates:
    """What one piece costs in a state of the account, worked out when it is asked for."""

    accounts: Accounts
    state: AccountState
    _best: dict[str, Bundle | None] = field(default_factory=dict)
    _known: dict[tuple[Item, int, tuple[str, ...]], Worth] = field(default_factory=dict)

    def worth(self, lines: Lines) -> Worth:
        """The least that a package can cost."""
        shape = self.accounts.shape(lines)
        value, monthly = shape.value, shape.monthly
        for item, times, tier in shape.open_pieces:
            unit = self.unit(item, tier, shape.here)
            value += unit.value * times
            monthly += unit.monthly * times
        return Worth(value, monthly)

    def unit(self, item: Item, tier: int, here: Sequence[Bundle]) -> Worth:
        """One piece of a line, or all of it (`Accounts.priced`), at the tier of its place: the least over the account's tiers that are possible, with the best bundle; of an irregular offering
        over all bundles that could turn out the best.
        """
        offering = item.offering
        bundle = best_bundle(offering, [*here, *self._over(offering)])
        irregular = offering in self.accounts.irregular.offerings
        bundles = self._possible(offering, here) if irregular else [bundle]
        tiers = self.state.tiers.get(offering)
        key = (item, tier, tuple(each.id if each else "" for each in bundles))
        if key not in self._known:
            prices = self.accounts.prices
            options = [
                self.accounts.worth_of(prices.price(item, number, each))
                for number in tiers or (tier,)
                for each in bundles
            ]
            self._known[key] = Worth(min(o.value for o in options), min(o.monthly for o in options))
        return self._known[key]

    def _possible(self, offering: str, here: Sequence[Bundle]) -> list[Bundle | None]:
        """The best of the bundles that hold, and each open one that would be better."""
        over, states = self.accounts.over_account, self.state.bundles
        sure = [*here, *(bundle for bundle in over if states[bundle.id])]
        open_ = [bundle for bundle in over if states[bundle.id] is None and offering in bundle.on]
        return [best_bundle(offering, sure), *(each for each in open_ if best_bundle(offering, [*sure, each]) is each)]

    def _over(self, offering: str) -> list[Bundle]:
        """The best bundle over the account that could hold, if there is one."""
        if offering not in self._best:
            possible = [b for b in self.accounts.over_account if self.state.bundles.get(b.id) is not False]
            self._best[offering] = best_bundle(offering, possible)
        best = self._best[offering]
        return [best] if best else []


@dataclass
class Accounts:
    """The tiers and bundles of a deal, and the pricing of packages under them.

    `objective` says what the value of a package is.
    """

    prices: PriceList
    bundles: Sequence[Bundle]
    objective: Objective = Objective.TCV
    _shapes: dict[int, Shape] = field(default_factory=dict)

    @cached_property
    def over_account(self) -> tuple[Bundle, ...]:
        """The bundles that hold for the account as a whole, in the order of ids: the search decides them one by one."""
        return tuple(sorted((b for b in self.bundles if b.per is At.ACCOUNT), key=lambda bundle: bundle.id))

    @cached_property
    def over_site(self) -> tuple[Bundle, ...]:
        """The bundles that hold at a site."""
        return tuple(bundle for bundle in self.bundles if bundle.per is At.SITE)

    @cached_property
    def irregular(self) -> Irregular:
        """The offerings whose prices keep no order."""
        return Irregular.of(self.prices, self.bundles)

    @cached_property
    def open_state(self) -> AccountState:
        """Nothing decided yet."""
        tiered = {
            offering: tuple(range(len(price.monthly.tiers)))
            for offering, price in self.prices.deal.book.prices.items()
            if price.monthly and price.monthly.tiers and price.monthly.counted_over == "account"
        }
        return AccountState(tiered, {bundle.id: None for bundle in self.over_account})

    @cached_property
    def graduated(self) -> tuple[str, ...]:
        """The offerings of which the account counts piece by piece."""
        return tuple(name for name in sorted(self.open_state.tiers) if self.prices.graduated(name) is not None)

    @cached_property
    def dependent(self) -> frozenset[str]:
        """The offerings whose prices the account has a say in."""
        return frozenset(self.open_state.tiers) | {o for bundle in self.over_account for o in bundle.on}

    @cached_property
    def apart(self) -> Rates:
        """The rates of what the account has no say in."""
        return Rates(self, self.open_state)

    def settled(self, counts: Mapping[str, int]) -> AccountState:
        """The state that the counts of all offerings over the account lead to."""
        tiers = {o: (self.prices.tier(o, counts.get(o, 0)),) for o in self.open_state.tiers}
        return AccountState(tiers, {bundle.id: holds(bundle, counts) for bundle in self.over_account})

    def counted(self, offering: str, tier: int) -> tuple[int, int | None]:
        """The quantities over the account for which a tier is the one that counts."""
        monthly = self.prices.deal.book.prices[offering].monthly
        assert monthly is not None, "only an offering with tiers is asked about"  # noqa: S101 - narrows the type
        return tier_range(monthly, tier)

    def parts(self, variant: Variant, count: int) -> list[tuple[Item, int]]:
        """What of so many pieces is priced, and how many times that counts: for each month in which some of them begin a
        piece, or all of these together.
        """
        by_line = self.prices.is_by_line(variant.item.offering)
        begun = list(variant.begun(count, by_line=by_line)) if variant.starts else [(variant.item, count)]
        return [(replace(item, count=pieces), 1) for item, pieces in begun] if by_line else begun

    def priced(self, lines: Lines, pieces: Mapping[str, int]) -> Iterator[Priced]:
        """The parts of a package with the tier that each falls in at its place."""
        one_by_one: dict[str, list[tuple[Item, int]]] = {}
        for variant, count in lines:
            offering, parts = variant.item.offering, self.parts(variant, count)
            if self._is_graduated_here(offering):
                one_by_one.setdefault(offering, []).extend(parts)
                continue
            tier = OF_ACCOUNT if offering in self.open_state.tiers else self.prices.tier(offering, pieces[offering])
            yield from ((item, times, tier) for item, times in parts)
        for offering, parts in one_by_one.items():
            charge = self.prices.graduated(offering)
            assert charge is not None, "only graduated charges are counted one by one"  # noqa: S101 - narrows the type
            yield from ((item, times, tier) for item, (tier, times) in in_turn(charge, 0, parts))

    def _is_graduated_here(self, offering: str) -> bool:
        return offering not in self.open_state.tiers and self.prices.graduated(offering) is not None

    def worth_of(self, price: ItemPrice) -> Worth:
        """A price as what is made least, and by the month."""
        case = INDIVIDUAL_CASE if price.individual_case else 0
        return Worth(price.worth(self.objective) + case, price.monthly_net)

    def shape(self, lines: Lines) -> Shape:
        """The part of a package's price that the account has no say in, worked out once."""
        if id(lines) not in self._shapes:
            self._shapes[id(lines)] = self._make_shape(lines)
        return self._shapes[id(lines)]

    def _make_shape(self, lines: Lines) -> Shape:
        pieces = pieces_of(lines)
        here = tuple(bundle for bundle in self.over_site if holds(bundle, pieces))
        value = monthly = 0
        open_pieces: list[Priced] = []
        for item, times, tier in self.priced(lines, pieces):
            if item.offering in self.dependent:
                open_pieces.append((item, times, tier))
                continue
            unit = self.apart.unit(item, tier, here)
            value += unit.value * times
            monthly += unit.monthly * times
        return Shape(lines, pieces, here, value, monthly, open_pieces)


def pieces_of(lines: Lines) -> dict[str, int]:
    """How many pieces of each offering a package has."""
    return count_pieces((variant.item, count) for variant, count in lines)
