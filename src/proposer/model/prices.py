"""Price books and the pricing policy. Amounts are whole cents; every cell knows where it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from proposer.dates import Interval
from proposer.diagnostics import Span
from proposer.model.objective import Objective
from proposer.model.quantities import Quantity
from proposer.money import share

STATE = "state"  # the axis of a grid that goes by the site's state
ELSEWHERE = "elsewhere"  # on it, every state that has no price of its own


@dataclass(frozen=True, slots=True)
class Cell:
    """One price of a grid: cents, or None for an individual case."""

    cents: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Tier:
    """A volume tier: `cents` for each of all units when the counted quantity is at most `most` (None: any)."""

    most: int | None
    cents: int
    span: Span


@dataclass(frozen=True, slots=True)
class Charge:
    """A recurring or one-time price for one unit; or, with `steps`, for all units of a line together.

    `steps` are the prices of the units up to `most`, each step for its own unless `all_pieces`; the first `included` units cost nothing, and the
    line no less than `minimum`. Else there are either `cells`, keyed by the texts of the values of `by` in that order (`term` is the months as text, `access` the
    access status, `state` a postal code or `elsewhere`; `by` is empty and the one key `()` for a flat price), or `tiers` counted over `counted_over`.
    With `graduated`, each tier prices its own units alone (`pricing.graduated`).
    `term_factors` multiply (months → factor); a term that is neither in the cells nor in the factors is not sold.
    """

    by: tuple[str, ...] = ()
    cells: Mapping[tuple[str, ...], Cell] = field(default_factory=dict)
    tiers: tuple[Tier, ...] = ()
    counted_over: str = "account"  # "site" or "account", for tiers
    term_factors: Mapping[int, Decimal] = field(default_factory=dict)
    span: Span = field(default_factory=Span)
    steps: tuple[Tier, ...] = ()
    included: int = 0
    minimum: int = 0  # cents
    all_pieces: bool = (
        False  # of `steps`: a price is that of all pieces, never more than the first number of a higher step costs
    )
    graduated: bool = False  # of `tiers`


@dataclass(frozen=True, slots=True)
class UsageCharge:
    """Usage that a line includes a month, for each piece or each unit of the characteristic `per`, and what one unit beyond
    costs, in the currency. `of` is the site's question that states the usage.
    """

    id: str
    of: str
    included: Decimal
    each: Decimal
    per: str = ""
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Expedite:
    """What it costs, once for each piece, to install within a time that is shorter than the offering's interval."""

    cents: int
    within: Quantity  # days or business days
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class OfferingPrice:
    """The prices of one offering in one book. `individual_case` is the reason why there are none."""

    offering: str
    terms: tuple[int, ...]  # months at which it is sold
    monthly: Charge | None = None
    once: Charge | None = None
    individual_case: str | None = None
    monthly_cost_share: Decimal | None = None  # of the price; never leaves the house
    once_cost_share: Decimal | None = None
    span: Span = field(default_factory=Span)
    cost_span: Span = field(default_factory=Span)
    billed: int = 1  # months that one invoice is for, in advance
    usage: tuple[UsageCharge, ...] = ()  # estimated beside the quote, in no total
    expedite: Expedite | None = None  # None: it cannot be installed sooner

    @property
    def is_by_line(self) -> bool:
        """Whether the price of a line is not its count times that of a piece."""
        return any(charge.steps for charge in self.charges)

    @property
    def graduated_over(self) -> str:
        """What the graduated tiers of the monthly charge are counted over, "site" or "account"; empty without such."""
        return self.monthly.counted_over if self.monthly is not None and self.monthly.graduated else ""

    @property
    def charges(self) -> tuple[Charge, ...]:
        """The monthly and the one-time charge, where there are such."""
        return tuple(charge for charge in (self.monthly, self.once) if charge is not None)


@dataclass(frozen=True, slots=True)
class PriceBook:
    """List prices for an interval of days, by offering."""

    id: str
    name: str
    valid: Interval
    prices: Mapping[str, OfferingPrice]
    span: Span = field(default_factory=Span)
    valid_span: Span = field(default_factory=Span)


class FeeKind(StrEnum):
    """Who is behind a fee: an authority, the provider, or the provider recovering what an authority asks of it."""

    AUTHORITY = "authority"
    PROVIDER = "provider"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class FeeRate:
    """What a fee comes to for some days: a fraction of charges, or cents a unit (`of_charges` says which).

    `least` and `most` are its bounds where places differ and nobody knows which one it will be; else they are equal to it.
    """

    valid: Interval
    of_charges: bool
    amount: Decimal
    least: Decimal
    most: Decimal
    source: str
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Fee:
    """An estimate: its rate of the day on the monthly charges of some offerings times `of_which`, or on their units.

    `states` are where it is due; empty: everywhere. `rates` follow each other without a hole.
    """

    id: str
    name: str
    kind: FeeKind
    on: tuple[str, ...]  # offering ids
    of_which: Decimal
    states: tuple[str, ...]
    rates: tuple[FeeRate, ...]
    span: Span = field(default_factory=Span)

    def rate_on(self, day: date) -> FeeRate | None:
        """The rate of a day; None when the fee is not due then."""
        return next((rate for rate in self.rates if day in rate.valid), None)


class Proration(StrEnum):
    """How the month in which service starts is charged."""

    ACTUAL_DAYS = "actual-days"
    THIRTY_DAYS = "30/360"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Approval:
    """Who must approve: a negotiated discount `over` so many per cent, or a deal whose margin is below."""

    over: Decimal | None
    by: str
    margin_below: Decimal | None = None  # per cent of what the deal brings in over its term


@dataclass(frozen=True, slots=True)
class Floor:
    """What no negotiated discount may go below: cost and so many per cent of it, or a share of the book's price."""

    over_cost: Decimal | None = None  # per cent
    of_price: Decimal | None = None  # per cent of the price at the quoted term and volume, before anything is taken off
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Stacking:
    """How promotions stand together on one charge: one of each group, in the order of `groups`, those of others after them.

    `most` is what they take off together at most: charge → per cent.
    """

    groups: tuple[str, ...] = ()
    most: Mapping[str, Decimal] = field(default_factory=dict)
    span: Span = field(default_factory=Span)

    def place(self, group: str) -> tuple[int, str]:
        """The place of a group in the order; promotions without a group are one of their own, the last."""
        return (self.groups.index(group), "") if group in self.groups else (len(self.groups) + (not group), group)

    def floor(self, charge: str, amount: int) -> int:
        """The least that promotions leave of an amount."""
        return amount - share(amount, self.most[charge] / 100) if charge in self.most else 0


@dataclass(frozen=True, slots=True)
class Construction:
    """How construction that the needs state is charged: at once, or over the term but at most `months`, rounded up."""

    amortised: bool = False
    markup: Decimal = Decimal(0)  # per cent
    months: int | None = None
    rounding: int = 1  # cents
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class PricingPolicy:
    """The declared order of the waterfall, the largest negotiated discount, who approves, how long a quote holds."""

    version: str
    waterfall: tuple[str, ...]  # always list, term, volume, bundle, promotion, negotiated, in the declared order
    list_term: int
    most_negotiated: Decimal  # per cent
    approvals: tuple[Approval, ...]
    validity_days: int
    fees: tuple[Fee, ...]
    fees_note: str
    objective: Objective = Objective.TCV
    ties: tuple[Objective, ...] = (Objective.MONTHLY, Objective.ONE_TIME)
    floor: Floor | None = None
    fees_exclude: tuple[str, ...] = ()  # what the estimate does not hold
    proration: Proration = Proration.ACTUAL_DAYS
    stacking: Stacking = field(default_factory=Stacking)
    construction: Construction = field(default_factory=Construction)
