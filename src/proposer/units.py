"""The units that people write (`500 Mbps`, `1 Gbps`, `99.99 %`, `36 months`), and numbers as people read them."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

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


BASE_UNITS = frozenset(base for base, _ in UNITS.values())
_REMAINDERS_END = Decimal(10) ** 25  # beyond it a quotient has more digits than are calculated with


def plain(amount: Decimal) -> str:
    """A number without exponent or trailing zeros: `1E+2` → `100`, `99.990` → `99.99`."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def handy(amount: Decimal, unit: str) -> tuple[Decimal, str]:
    """The same amount in the unit that people would say: `0.0872 Mbps` is `87.2 kbps`, `1500 Mbps` is `1.5 Gbps`."""
    if unit == "Mbps" and 0 < amount < 1:
        return amount * 1000, "kbps"
    if unit == "Mbps" and 1000 <= amount < _REMAINDERS_END and amount % 100 == 0:
        return amount / 1000, "Gbps"
    return amount, unit


@lru_cache(maxsize=4096)  # a catalog says the same few hundred amounts over and over
def with_unit(amount: Decimal, unit: str) -> str:
    """An amount in a base unit as people say it; an empty unit is a plain count."""
    said, word = handy(amount, unit)
    return f"{plain(said)} {word}".rstrip()
