"""What a line says of an item whatever it costs: words that no term changes."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.catalog import At, Catalog, Offering
from proposer.model.configuration import Item
from proposer.model.prices import PriceBook
from proposer.pricing import is_expedited, standard_interval


@dataclass(frozen=True, slots=True)
class LineWords:
    """The texts of a line, as `QuoteLine` has them."""

    name: str
    description: str
    characteristics: dict[str, str]
    unit: str
    units: str
    access: str
    far_end: str
    install_days: str


def words_of(catalog: Catalog, book: PriceBook, item: Item, hub: str | None) -> LineWords:
    """The texts of an item's line; `hub` is the other end of links."""
    offering = catalog.offerings[item.offering]
    characteristics = {name: str(value) for name, value in item.characteristics}
    return LineWords(
        name=offering.name,
        description=_description(offering, characteristics),
        characteristics=characteristics,
        unit=offering.count.unit if offering.count else "",
        units=offering.count.units if offering.count else "",
        access=catalog.accesses[item.access].label if item.access else "",
        far_end=hub or "" if offering.per is At.LINK else "",
        install_days=_install(offering, item, book),
    )


def _description(offering: Offering, characteristics: dict[str, str]) -> str:
    labels = {c.name: c.label for c in offering.characteristics}
    return ", ".join(f"{labels[name]} {value}" for name, value in characteristics.items())


def _install(offering: Offering, item: Item, book: PriceBook) -> str:
    expedite = book.prices[item.offering].expedite if is_expedited(item) else None
    interval = expedite.within if expedite else standard_interval(offering, item)
    return str(interval) if interval else ""
