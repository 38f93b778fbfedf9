"""What stands beside a quote's totals: estimates of fees and of the first invoice, and what ends while it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from proposer.money import Cents


@dataclass(frozen=True, slots=True)
class Fee:
    """An estimated fee a month; never part of any other total. `kind` is authority, provider or recovery.

    `least` and `most` are its bounds, equal to it where all places are alike.
    """

    name: str
    kind: str
    monthly: Cents
    basis: str
    id: str
    least: Cents
    most: Cents
    source: str


@dataclass(frozen=True, slots=True)
class FeeChange:
    """A fee whose rate ends on a day while the quote holds; `after` is empty where nobody knows what follows."""

    name: str
    day: date  # the first day that is no longer charged at `now`
    now: str
    after: str


@dataclass(frozen=True, slots=True)
class Ending:
    """What ends while the quote holds: a price book or a promotion that it uses. `day` is the first day without it."""

    kind: Literal["price-book", "promotion"]
    name: str
    day: date


@dataclass(frozen=True, slots=True)
class FirstInvoice:
    """An estimate of the first invoice when service starts on a day: `days` of `of_days` of a month, and what is due once."""

    start: date
    policy: str  # actual-days, 30/360 or none
    days: int
    of_days: int
    monthly: Cents
    once: Cents

    @property
    def total(self) -> int:
        """Both together."""
        return self.monthly + self.once

    @property
    def share(self) -> str:
        """What of a month is charged: "15 of 30 days of the monthly charges"."""
        whole = self.days == self.of_days
        return "a full month of charges" if whole else f"{self.days} of {self.of_days} days of the monthly charges"


@dataclass(frozen=True, slots=True)
class UsageEstimate:
    """What a site's stated usage beyond that which its lines include would cost a month; in no total."""

    site: str
    usage: str  # "minutes"
    names: str  # of the lines that include it
    stated: Decimal
    included: Decimal
    over: Decimal
    monthly: Cents
    basis: str
    source: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Like months of the contract: what each costs and what is invoiced in each. One-time charges are due in their month."""

    first: int
    last: int
    monthly: Cents  # credits taken off
    once: Cents
    invoiced: Cents

    @property
    def months(self) -> int:
        """How many."""
        return self.last - self.first + 1
