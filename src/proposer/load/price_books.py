"""`price-books/<id>.yaml` → dated prices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from proposer.dates import calendar_days
from proposer.diagnostics import Diagnostic
from proposer.load.characteristics import all_values
from proposer.load.charges import ChargeReader, term_of
from proposer.load.declared import Declared
from proposer.load.decode import Reader
from proposer.load.document import Document, Path, data_at
from proposer.load.graduated import check_beside_graduated
from proposer.load.memory import Memory
from proposer.load.offerings import duration_at, interval
from proposer.load.remedies import meant
from proposer.load.shapes.prices import BILLED_MONTHS, ExpediteShape, OfferingPriceShape, PriceBookShape, UsageShape
from proposer.model.catalog import Characteristic, Offering
from proposer.model.prices import Charge, Expedite, OfferingPrice, PriceBook, UsageCharge
from proposer.model.quantities import Quantity


def read_price_book(
    reader: Reader,
    id_: str,
    declared: Declared,
    offerings: Mapping[str, Offering],
    terms: tuple[int, ...],
    memory: Memory,
) -> PriceBook | None:
    """Decode one book. `terms` are the catalog's, empty when they could not be read. Entries are kept in the memory."""
    shape = reader.shape(PriceBookShape)
    if shape is None:
        return None
    prices: dict[str, OfferingPrice] = {}
    if shape.valid.from_ is None:
        reader.report("102", "a price book has a first day", ("valid",), "add `from: 2026-07-01`", key=True)
    for name in reader.mapping(("prices",)):
        path = ("prices", name)
        if declared.refers(reader, "offering", name, path, key=True):
            entry = _Entry(reader.document, path, offerings.get(name), terms)
            made_of = (entry.whole, entry.offering, terms)
            price, found = memory.recall(("price", reader.document.file, name), made_of, entry.decoded)
            reader.found.extend(found)
            if price is not None:
                prices[name] = price
    return PriceBook(
        id_, shape.name, interval(reader, shape.valid, ("valid",)), prices,
        reader.document.span(), reader.document.span(("valid",)),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Entry:
    """One offering's prices in a book, before they are decoded."""

    document: Document
    path: Path
    offering: Offering | None
    terms: tuple[int, ...]

    @property
    def whole(self) -> object:
        """What stands for the entry with its places: its own mapping, which a change anywhere in it makes anew."""
        data = data_at(self.document.data, self.path)
        return data if isinstance(data, dict) else self.document

    def decoded(self) -> tuple[OfferingPrice | None, list[Diagnostic]]:
        """The prices and what was found in them."""
        reader = Reader(self.document)
        return _price(reader, str(self.path[-1]), self.path, self.offering, self.terms), reader.found


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
    if shape.billed != "monthly" and monthly is None and len(reader.found) == before:
        reader.report(
            "PRC111", f"`{name}` has no monthly charge to bill", (*path, "billed"), "remove `billed`", key=True
        )
    terms = tuple(sorted(set(shape.terms))) if shape.terms is not None else _terms(monthly, once)
    if not terms and len(reader.found) == before:
        listed = ", ".join(map(str, sold))
        reader.report(
            "PRC109", f"no term at which `{name}` is sold", path, f"add such as `terms: [{listed}]`", key=True
        )
    if monthly is not None and once is not None:
        check_beside_graduated(reader, name, (monthly, once), (*path, "once"))
    return OfferingPrice(
        name, terms, monthly, once, shape.individual_case,
        _share(shape.cost.monthly), _share(shape.cost.once), reader.document.key_span(path),
        reader.document.span((*path, "cost")), BILLED_MONTHS[shape.billed],
        tuple(_usage(reader, name, each, (*path, "usage", name), offering) for name, each in shape.usage.items()),
        _expedite(reader, shape.expedite, (*path, "expedite"), offering),
    )  # fmt: skip


def _usage(reader: Reader, name: str, shape: UsageShape, path: Path, offering: Offering | None) -> UsageCharge:
    for field, amount in (("included", shape.included), ("each", shape.each)):
        if amount < 0:
            reader.report("PRC101", f"`{amount}` is less than nothing", (*path, field), "write it without the sign")
    if shape.per is not None and offering is not None:
        known = {part.name for part in offering.characteristics if _counts(part)}
        if shape.per not in known:
            message = f"`{offering.id}` has no characteristic `{shape.per}` that counts"
            reader.report("PRC105", message, (*path, "per"), meant(shape.per, known, "without it, for each piece"))
    return UsageCharge(name, shape.of, shape.included, shape.each, shape.per or "", reader.document.key_span(path))


def _expedite(reader: Reader, shape: ExpediteShape | None, path: Path, offering: Offering | None) -> Expedite | None:
    within = duration_at(reader, (*path, "within")) if shape is not None else None
    if shape is None or within is None:
        return None
    slow = offering is None or any(_days(within) < _days(each) for each in offering.interval.values())
    if offering is not None and not slow:
        message = f"`{within}` is no sooner than any interval of `{offering.id}`"
        reader.report("PRC112", message, (*path, "within"), "shorten it, or remove `expedite`")
    return Expedite(shape.once, within, reader.document.key_span(path))


def _days(interval: Quantity) -> int:
    return calendar_days(int(interval.amount), interval.unit)


def _counts(part: Characteristic) -> bool:
    """Whether its values begin with a number."""
    return all(str(value)[:1].isdigit() for value in all_values(part))


def _terms(*charges: Charge | None) -> tuple[int, ...]:
    """The terms of the grids, else of the factors."""
    for charge in charges:
        if charge is not None and "term" in charge.by:
            index = charge.by.index("term")
            return tuple(sorted({int(key[index]) for key in charge.cells}))
    return next((tuple(sorted(charge.term_factors)) for charge in charges if charge and charge.term_factors), ())


def _share(percent: Decimal | None) -> Decimal | None:
    return None if percent is None else percent / 100
