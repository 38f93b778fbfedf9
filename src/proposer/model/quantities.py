"""Amounts with units as people write them (`500 Mbps`, `1 Gbps`, `99.99 %`, `36 months`), kept in base units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from proposer.units import UNITS, plain, with_unit

__all__ = ["UNITS", "Quantity", "parse_quantity", "plain"]

MOST_DIGITS = 15
_QUANTITY = re.compile(r"\s*([+-]?[0-9][0-9_,]*(?:\.[0-9]+)?)\s*([A-Za-z%][A-Za-z% ]*?)?\s*")


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """An amount in a base unit (`Mbps`, `%`, `months`, …); an empty unit is a plain count."""

    amount: Decimal
    unit: str = ""

    def __str__(self) -> str:
        return with_unit(self.amount, self.unit)


def parse_quantity(text: str, unit: str) -> Quantity:
    """`"1 Gbps"` with unit `Mbps` → 1000 Mbps; a bare number is in `unit`. Raises ValueError with what was expected."""
    match = _QUANTITY.fullmatch(text)
    if match is None:
        raise ValueError(
            f"expected a number with a unit such as `10 {unit}`" if unit else "expected a number such as `10`"
        )
    amount = Decimal(match[1].replace("_", "").replace(",", ""))
    if amount.adjusted() >= MOST_DIGITS:
        raise ValueError(f"at most {MOST_DIGITS} digits")
    given = match[2] or unit
    if given == unit:
        return Quantity(amount, unit)
    base, factor = UNITS.get(given, (None, Decimal(1)))
    if base != unit:
        wanted = ", ".join(u for u, (b, _) in UNITS.items() if b == unit) or "a number without a unit"
        raise ValueError(f"unit `{given}` does not fit; expected {wanted}")
    return Quantity(amount * factor, unit)
