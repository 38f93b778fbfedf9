"""Which of a site's lines connect it, and at what rate: by what they meet and by characteristics that read as rates.

Capabilities and characteristics are the catalog's own ids; under other ids a figure only says less.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from proposer.model.quote import Quote, QuoteDesign, QuoteLine
from proposer.units import UNITS, with_unit

INTERNET, BACKUP, SECOND_PATH, NETWORK = "internet", "internet-backup", "path-diversity", "wan"
UPSTREAM = "upstream"  # what a service needs of a line that nobody asked for by itself
PORT = "port"  # what could pass, not what is bought
KBPS = 1000


@dataclass(frozen=True, slots=True)
class Rate:
    """A bandwidth: whole kbps, so that rates compare and add up."""

    kbps: int

    def __str__(self) -> str:
        """`700 Mbps`, `1 Gbps`."""
        return with_unit(Decimal(self.kbps) / KBPS, "Mbps")


def homes(quote: Quote) -> dict[str, list[QuoteDesign]]:
    """The designs of each site of the detailed option."""
    found: dict[str, list[QuoteDesign]] = {}
    for design in quote.chosen.designs:
        for id_ in design.site_ids:
            found.setdefault(id_, []).append(design)
    return found


def meeting(design: QuoteDesign, capability: str) -> Iterator[QuoteLine]:
    """The lines that meet a capability, without the entrance that they come in by, which meets it too."""
    lines = [line for line in design.lines if capability in line.meets]
    told = [line for line in lines if line.characteristics]
    yield from told or lines


def rate_of(line: QuoteLine) -> Rate | None:
    """The largest rate among a line's characteristics, apart from its port's."""
    rates = [_kbps(text) for name, text in line.characteristics.items() if name != PORT]
    most = max((rate for rate in rates if rate is not None), default=None)
    return Rate(most) if most else None


def _kbps(text: str) -> int | None:
    number, _, unit = text.partition(" ")
    base, factor = UNITS.get(unit, ("", Decimal(0)))
    try:
        amount = Decimal(number.replace(",", "")) * factor * KBPS
    except InvalidOperation:
        return None
    return int(amount) if base == "Mbps" and amount.is_finite() else None
