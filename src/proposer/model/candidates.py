"""What can be sold at a place: the values that pass from *offer* to *configure*.

Amounts of capabilities are whole thousandths of the unit (87.2 kbps is 87 thousandths of a Mbps), so that balances are exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

from proposer.model.catalog import Offering
from proposer.model.configuration import Item

Thousandths = int


def thousandths(amount: Decimal) -> Thousandths:
    """Rounded up, so that a need is never understated."""
    return int((amount * 1000).to_integral_value(rounding=ROUND_CEILING))


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """One orderable shape of an offering at a place: its characteristics, on an access with its status.

    `provides`, `consumes` balance at the place; `linked` is what one piece adds to (or draws from, negative) the hub
    or the account, keyed by capability. `services` and `requires` are (capability, qualities). `entrance` is the access
    whose entrance must stand at the place. The item begins in the month in which its last pieces do.
    """

    item: Item  # with a count of one
    offering: Offering
    services: tuple[tuple[str, Mapping[str, Decimal | str]], ...]
    requires: tuple[tuple[str, Mapping[str, Decimal | str]], ...]
    provides: Mapping[str, Thousandths]
    consumes: Mapping[str, Thousandths]
    linked: Mapping[str, Thousandths]
    opens: str  # the access to which it is the entrance, or ""
    entrance: str  # the access whose entrance it needs, or ""
    starts: tuple[
        tuple[int, int], ...
    ] = ()  # month, the last piece that begins by then; later pieces: the item's own month

    @property
    def most(self) -> int | None:
        """How many pieces can be ordered at one place; None is without limit."""
        return self.offering.count.most if self.offering.count else 1

    def begun(self, count: int, *, by_line: bool = False) -> Iterator[tuple[Item, int]]:
        """So many pieces by the month in which they begin; with `by_line` they know how many came before them."""
        before = 0
        for month, last in self.starts:
            if min(last, count) > before:
                here = replace(self.item.here, from_month=month, before=before if by_line else 0)
                yield replace(self.item, here=here), min(last, count) - before
                before = min(last, count)
        if count > before:
            here = replace(self.item.here, before=before if by_line else 0)
            yield replace(self.item, here=here) if self.starts else self.item, count - before

    @property
    def least(self) -> int:
        """How few pieces can be ordered at one place."""
        return self.offering.count.least if self.offering.count else 1


@dataclass(frozen=True, slots=True)
class Candidates:
    """The variants for every site ("" is the account); sites in like circumstances share one tuple."""

    variants: tuple[tuple[Variant, ...], ...]
    of_site: Mapping[str, int]

    def at(self, site: str) -> tuple[Variant, ...]:
        """What can be sold at a site."""
        return self.variants[self.of_site[site]]
