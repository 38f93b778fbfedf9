"""What packages cost, given what is decided of the account.

A line's price depends on the account in two ways: the volume tier that its quantity over all sites reaches, and the
bundles that hold over the account. An `AccountState` says which tiers and bundles are still possible; the value of a
package in a state is the least over them, so it is a lower bound that becomes exact when all is decided.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from proposer.configure.pools import Lines
from proposer.model.candidates import Variant
from proposer.model.catalog import At, Bundle
from proposer.model.objective import Objective
from proposer.pricing import ItemPrice, PriceList
from proposer.pricing.bundles import best_bundle, count_pieces, holds
from proposer.pricing.charges import tier_range

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
class _Shape:
    """A package's price apart from `open_lines`, whose prices depend on the account; `here` are its site bundles."""

    lines: Lines  # kept, so that its identity stays its own
    pieces: Mapping[str, int]
    here: tuple[Bundle, ...]
    value: int
    monthly: int
    open_lines: Lines


@dataclass(slots=True)
class Accounts:
    """The tiers and bundles of a deal, and the pricing of packages under them.

    `objective` says what the value of a package is.
    """

    prices: PriceList
    bundles: Sequence[Bundle]
    objective: Objective = Objective.TCV
    _known: dict[tuple[object, ...], ItemPrice] = field(default_factory=dict)
    _shapes: dict[int, _Shape] = field(default_factory=dict)

    def open_state(self) -> AccountState:
        """Nothing decided yet."""
        tiered = {
            offering: tuple(range(len(price.monthly.tiers)))
            for offering, price in self.prices.deal.book.prices.items()
            if price.monthly and price.monthly.tiers and price.monthly.counted_over == "account"
        }
        return AccountState(tiered, {bundle.id: None for bundle in self.bundles if bundle.per is At.ACCOUNT})

    def settled(self, counts: Mapping[str, int]) -> AccountState:
        """The state that the counts of all offerings over the account lead to."""
        tiers = {o: (self.prices.tier(o, counts.get(o, 0)),) for o in self.open_state().tiers}
        held = {b.id: holds(b, counts) for b in self.bundles if b.per is At.ACCOUNT}
        return AccountState(tiers, held)

    def counted(self, offering: str, tier: int) -> tuple[int, int | None]:
        """The quantities over the account for which a tier is the one that counts."""
        monthly = self.prices.deal.book.prices[offering].monthly
        assert monthly is not None, "only an offering with tiers is asked about"  # noqa: S101 - narrows the type
        return tier_range(monthly, tier)

    def worth(self, lines: Lines, state: AccountState) -> Worth:
        """The least that a package can cost in a state."""
        shape = self._shape(lines)
        value, monthly = shape.value, shape.monthly
        for variant, count in shape.open_lines:
            price = self.line_price(variant, shape.pieces[variant.item.offering], shape.here, state)
            value += self._value(price) * count
            monthly += price.monthly_net * count
        return Worth(value, monthly)

    def _value(self, price: ItemPrice) -> int:
        return price.worth(self.objective) + (INDIVIDUAL_CASE if price.individual_case else 0)

    def _shape(self, lines: Lines) -> _Shape:
        """The part of a package's price that the account has no say in, worked out once."""
        if id(lines) not in self._shapes:
            pieces = pieces_of(lines)
            here = site_bundles(self.bundles, pieces)
            state = self.open_state()
            depends = {*state.tiers, *(o for b in self.bundles if b.per is At.ACCOUNT for o in b.on)}
            value = monthly = 0
            for variant, count in lines:
                if variant.item.offering not in depends:
                    price = self.line_price(variant, pieces[variant.item.offering], here, state)
                    value += self._value(price) * count
                    monthly += price.monthly_net * count
            open_lines = tuple(line for line in lines if line[0].item.offering in depends)
            self._shapes[id(lines)] = _Shape(lines, pieces, here, value, monthly, open_lines)
        return self._shapes[id(lines)]

    def line_price(self, variant: Variant, pieces_here: int, here: Sequence[Bundle], state: AccountState) -> ItemPrice:
        """The price of one piece of a line: the least over the tiers that are possible, with the best bundle."""
        offering = variant.item.offering
        over = [b for b in self.bundles if state.bundles.get(b.id) is not False and b.per is At.ACCOUNT]
        bundle = best_bundle(offering, [*here, *over])
        tiers = state.tiers.get(offering) or (self.prices.tier(offering, pieces_here),)
        key = (variant, tiers, bundle.id if bundle else "")
        if key not in self._known:
            options = (self.prices.price(variant.item, tier, bundle) for tier in tiers)
            self._known[key] = min(options, key=lambda price: (price.worth(self.objective), price.contract_value))
        return self._known[key]


def site_bundles(bundles: Sequence[Bundle], pieces: Mapping[str, int]) -> tuple[Bundle, ...]:
    """The bundles over one site that hold for a package."""
    return tuple(b for b in bundles if b.per is At.SITE and holds(b, pieces))


def pieces_of(lines: Lines) -> dict[str, int]:
    """How many pieces of each offering a package has."""
    return count_pieces((variant.item, count) for variant, count in lines)
