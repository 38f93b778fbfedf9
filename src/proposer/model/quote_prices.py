"""What a quote says of prices: the steps of one charge, and credits."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.money import Cents


@dataclass(frozen=True, slots=True)
class PriceStep:
    """One step of the waterfall for one unit: the running amount before, the change, the amount after.

    `step` is one of list, term, volume, bundle, promotion, negotiated; `source` is file:line.
    """

    step: str
    before: Cents
    change: Cents
    after: Cents
    rate: str  # "−20 %", "tier 23–99", "" for the list price
    because: str
    source: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A promotion that ends before the term does: cents a month off the whole line, in months `first` … `months`."""

    months: int
    monthly: Cents
    because: str
    source: str
    first: int = 1

    @property
    def total(self) -> int:
        """Over all its months."""
        return self.within(self.months)

    @property
    def when(self) -> str:
        """ "months 1 to 3"."""
        return f"months {self.first} to {self.months}"

    def within(self, months: int) -> int:
        """What it takes off in the first so many months."""
        return max(0, min(self.months, months) - self.first + 1) * self.monthly


@dataclass(frozen=True, slots=True)
class UnitPrice:
    """One charge of one unit, net, with the steps that led to it."""

    net: Cents
    steps: tuple[PriceStep, ...]
