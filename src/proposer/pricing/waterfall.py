"""The price waterfall of one charge: list → term → volume → bundle → promotion → negotiated, each step recorded.

`pricing.yaml` declares the order; promotions that stand together are a step each. Percentages apply to the running amount and are rounded half up to the cent for one
piece, so that count × piece is the line to the cent.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from proposer.model.catalog import Bundle, Promotion
from proposer.model.configuration import Item
from proposer.model.needs import Discount
from proposer.model.phrases import said
from proposer.model.prices import Charge, PricingPolicy
from proposer.model.quantities import plain
from proposer.model.quote import PriceStep, UnitPrice
from proposer.money import grouped, share
from proposer.pricing.charges import Found, find, tier_range
from proposer.pricing.promotions import Offer, Taken, lasting


@dataclass(frozen=True, slots=True)
class Charged:
    """One charge of one item at a term and volume tier; its name is "monthly" or "once"."""

    name: str
    charge: Charge
    item: Item
    term: int
    tier: int
    pieces: int = 1  # that it is for: one, or all of a line

    @property
    def has_price(self) -> bool:
        """False for an individual case."""
        found = self.at(self.term, self.tier)
        return found is not None and found.cents is not None

    def at(self, term: int, tier: int) -> Found | None:
        """Its price at a term and tier."""
        return find(self.charge, self.item, term, tier, self.pieces)


@dataclass(frozen=True, slots=True)
class Discounts:
    """What the choice, the date and the negotiation take off a charge."""

    bundle: Bundle | None = None
    promotions: Sequence[Promotion] = ()
    negotiated: Discount | None = None


@dataclass(frozen=True, slots=True)
class _Change:
    """A step before it is added up: cents more or less, and the words of the record."""

    cents: int
    rate: str
    because: str
    source: str


def run(charged: Charged, policy: PricingPolicy, discounts: Discounts) -> UnitPrice:
    """The net price of one piece with its steps, for a charge that has a price."""
    listed = _list_price(charged, policy)
    steps: list[PriceStep] = []
    amount = 0
    for step in policy.waterfall:
        for change in _changes(step, charged, listed, amount, policy, discounts):
            if change.cents or step == "list":
                after = amount + change.cents
                steps.append(PriceStep(step, amount, change.cents, after, change.rate, change.because, change.source))
                amount = after
    return UnitPrice(amount, tuple(steps))


def _changes(
    step: str,
    charged: Charged,
    listed: tuple[Found, int],
    amount: int,
    policy: PricingPolicy,
    discounts: Discounts,
) -> Iterable[_Change]:
    """What one step does to the running amount."""
    match step:
        case "list":
            return [_list(*listed)]
        case "term":
            return _term(charged, listed[0])
        case "volume":
            return _volume(charged)
        case "bundle":
            return _bundle(amount, discounts.bundle)
        case "promotion" if discounts.promotions:
            offer = Offer(tuple(discounts.promotions), policy.stacking, charged.pieces)
            return map(_promotion, lasting(offer, charged.name, amount))
        case "negotiated":
            return _negotiated(amount, discounts.negotiated)
    return ()


def _list_price(charged: Charged, policy: PricingPolicy) -> tuple[Found, int]:
    """The price at the list term and that term; where it is not sold then, the quoted term stands in."""
    found = charged.at(policy.list_term, 0)
    if found is not None and found.cents is not None:
        return found, policy.list_term
    stand_in = charged.at(charged.term, 0)
    assert stand_in is not None, "a price that was found at its tier has a first tier"  # noqa: S101 - narrows the type
    return stand_in, charged.term


def _cents(found: Found | None) -> int:
    return found.cents if found is not None and found.cents is not None else 0


def _list(found: Found, term: int) -> _Change:
    working = f": {found.working}" if found.working else ""
    return _Change(_cents(found), "", f"List price at {term} months{working}", found.span.place)


def _term(charged: Charged, listed: Found) -> list[_Change]:
    now = charged.at(charged.term, 0)
    change = _cents(now) - _cents(listed)
    if not change:
        return []
    rate = _percent(Decimal(change) / _cents(listed)) if _cents(listed) else ""
    return [_Change(change, rate, said("term", n=charged.term), now.span.place if now else "")]


def _volume(charged: Charged) -> list[_Change]:
    if not charged.tier:
        return []
    before, now = (charged.at(charged.term, tier) for tier in (0, charged.tier))
    first, last = tier_range(charged.charge, charged.tier)
    words = f"{first} to {last}" if last is not None else f"{first} and more"
    over = said("volume_account" if charged.charge.counted_over == "account" else "volume_site")
    return [_Change(_cents(now) - _cents(before), words, over, now.span.place if now else "")]


def _bundle(amount: int, bundle: Bundle | None) -> list[_Change]:
    if bundle is None:
        return []
    change = -share(amount, bundle.percent / 100)
    return [_Change(change, f"−{plain(bundle.percent)} %", said("bundle", name=bundle.name), bundle.span.place)]


def _promotion(taken: Taken) -> _Change:
    promotion = taken.promotion
    return _Change(-taken.cents, _rate(promotion), promotion.name, promotion.span.place)


def _rate(promotion: Promotion) -> str:
    if promotion.amount is not None:
        return f"−{grouped(promotion.amount)}"
    if promotion.price is not None:
        return f"to {grouped(promotion.price)}"
    return f"−{plain(promotion.percent)} %"


def _negotiated(amount: int, discount: Discount | None) -> list[_Change]:
    if discount is None:
        return []
    change = -share(amount, discount.percent / 100)
    return [_Change(change, f"−{plain(discount.percent)} %", said("negotiated"), discount.span.bare_place)]


def _percent(fraction: Decimal) -> str:
    rounded = (fraction * 100).quantize(Decimal("0.1"))
    return f"{'−' if rounded < 0 else '+'}{plain(abs(rounded))} %"
