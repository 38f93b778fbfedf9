"""`price-books/<id>.yaml` → dated prices."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from proposer.load.charges import ChargeReader, term_of
from proposer.load.declared import Declared
from proposer.load.decode import Reader
from proposer.load.document import Path
from proposer.load.offerings import interval
from proposer.load.shapes.prices import OfferingPriceShape, PriceBookShape
from proposer.model.catalog import Offering
from proposer.model.prices import Charge, OfferingPrice, PriceBook


def read_price_book(
    reader: Reader, id_: str, declared: Declared, offerings: Mapping[str, Offering], terms: tuple[int, ...]
) -> PriceBook | None:
    """Decode one book. `terms` are the catalog's, empty when they could not be read."""
    shape = reader.shape(PriceBookShape)
    if shape is None:
        return None
    prices: dict[str, OfferingPrice] = {}
    if shape.valid.from_ is None:
        reader.report("102", "a price book has a first day", ("valid",), "add `from: 2026-07-01`", key=True)
    for name in reader.mapping(("prices",)):
        path = ("prices", name)
        if declared.refers(reader, "offering", name, path, key=True):
            price = _price(reader, name, path, offerings.get(name), terms)
            if price is not None:
                prices[name] = price
    return PriceBook(
        id_, shape.name, interval(reader, shape.valid, ("valid",)), prices,
        reader.document.span(), reader.document.span(("valid",)),
    )  # fmt: skip


def _price(
    reader: Reader, name: str, path: Path, offering: Offering | None, sold: tuple[int, ...]
) -> OfferingPrice | None:
    shape = reader.shape(OfferingPriceShape, path)
    if shape is None:
        return None
    before = len(reader.found)
    charges = ChargeReader(reader, offering, sold)
    monthly, once = charges.read((*path, "monthly")), charges.read((*path, "once"))
    if shape.individual_case and (monthly or once):
        reader.report(
            "PRC108", "an individual case has no prices", (*path, "individual_case"), "keep one of the two", key=True
        )
    if shape.individual_case is None and monthly is None and once is None and len(reader.found) == before:
        remedy = "add `monthly:`, `once:` or `individual_case: why`"
        reader.report("PRC101", f"`{name}` has no price", path, remedy, key=True)
    for index, term in enumerate(shape.terms or ()):
        place = (*path, "terms", index)
        term_of(reader, term, sold, place if place in reader.document.places else (*path, "terms"))
    terms = tuple(sorted(set(shape.terms))) if shape.terms is not None else _terms(monthly, once)
    if not terms and len(reader.found) == before:
        listed = ", ".join(map(str, sold))
        reader.report(
            "PRC109", f"no term at which `{name}` is sold", path, f"add such as `terms: [{listed}]`", key=True
        )
    return OfferingPrice(
        name, terms, monthly, once, shape.individual_case,
        _share(shape.cost.monthly), _share(shape.cost.once), reader.document.key_span(path),
        reader.document.span((*path, "cost")),
    )  # fmt: skip


def _terms(*charges: Charge | None) -> tuple[int, ...]:
    """The terms of the grids, else of the factors."""
    for charge in charges:
        if charge is not None and "term" in charge.by:
            index = charge.by.index("term")
            return tuple(sorted({int(key[index]) for key in charge.cells}))
    return next((tuple(sorted(charge.term_factors)) for charge in charges if charge and charge.term_factors), ())


def _share(percent: Decimal | None) -> Decimal | None:
    return None if percent is None else percent / 100
