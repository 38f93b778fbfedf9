"""The prices of one offering for several values of one characteristic, at every term: what procurement asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from proposer.model.catalog import Value
from proposer.money import Cents


@dataclass(frozen=True, slots=True)
class GridWish:
    """What is asked: the values of one characteristic of an offering, in the order asked."""

    offering: str
    characteristic: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class GridPrice:
    """The price of one piece at a term. `per_unit` is of the net monthly charge, for one unit of the value."""

    term: int
    list_monthly: Cents
    monthly: Cents
    once: Cents
    contract_value: Cents
    per_unit: Decimal | None = None  # whole money, not cents: 0.9600
    individual_case: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One value, with the other characteristics that it can be ordered with; no price where it is not sold at a term.

    What cannot be ordered has no prices at all, and `nearest` is the next larger value that can, or empty.
    """

    value: Value
    others: tuple[str, ...] = ()  # in the order of the grid's `others`
    prices: tuple[GridPrice | None, ...] = ()
    orderable: bool = True
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class PriceGrid:
    """The whole grid. `notes` are the credits that its amounts do not contain, in words; `by_number` says what further pieces
    cost where its amounts are those of the first alone.
    """

    customer: str
    as_of: date
    price_book: str
    currency: str
    offering: str
    name: str
    characteristic: str
    label: str
    unit: str
    others: tuple[tuple[str, str], ...]  # (name, label) of what else its price depends on
    terms: tuple[int, ...]
    list_term: int
    rows: tuple[GridRow, ...]
    notes: tuple[str, ...] = ()
    by_number: tuple[str, ...] = ()
