"""Amounts with units as people write them (`500 Mbps`, `1 Gbps`, `99.99 %`, `36 months`), kept in base units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

# unit → (base unit, how many base units one is)
UNITS: dict[str, tuple[str, Decimal]] = {
    "kbps": ("Mbps", Decimal("0.001")),
    "Mbps": ("Mbps", Decimal(1)),
    "Gbps": ("Mbps", Decimal(1000)),
    "%": ("%", Decimal(1)),
    "months": ("months", Decimal(1)),
    "month": ("months", Decimal(1)),
    "years": ("months", Decimal(12)),
    "days": ("days", Decimal(1)),
    "business days": ("business days", Decimal(1)),
    "minutes": ("minutes", Decimal(1)),
    "hours": ("minutes", Decimal(60)),
    "ms": ("ms", Decimal(1)),
}
_QUANTITY = re.compile(r"\s*([+-]?[0-9][0-9_,]*(?:\.[0-9]+)?)\s*([A-Za-z%][A-Za-z% ]*?)?\s*")


@dataclass(frozen=True, slots=True, order=True)
class Quantity:
    """An amount in a base unit (`Mbps`, `%`, `months`, …); an empty unit is a plain count."""

    amount: Decimal
    unit: str = ""

    def __str__(self) -> str:
        if self.unit == "Mbps" and self.amount >= 1000 and self.amount % 100 == 0:
            return f"{plain(self.amount / 1000)} Gbps"
        return f"{plain(self.amount)} {self.unit}".rstrip()


def plain(amount: Decimal) -> str:
    """A number without exponent or trailing zeros: `1E+2` → `100`, `99.990` → `99.99`."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def parse_quantity(text: str, unit: str) -> Quantity:
    """`"1 Gbps"` with unit `Mbps` → 1000 Mbps; a bare number is in `unit`. Raises ValueError with what was expected."""
    match = _QUANTITY.fullmatch(text)
    if match is None:
        raise ValueError(f"expected a number with a unit such as `10 {unit}`".replace(" `10 `", ""))
    amount = Decimal(match[1].replace("_", "").replace(",", ""))
    given = match[2] or unit
    if given == unit:
        return Quantity(amount, unit)
    base, factor = UNITS.get(given, ("", Decimal(1)))
    if base != unit:
        wanted = ", ".join(u for u, (b, _) in UNITS.items() if b == unit) or "a number without a unit"
        raise ValueError(f"unit `{given}` does not fit; expected {wanted}")
    return Quantity(amount * factor, unit)
