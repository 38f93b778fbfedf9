"""Prices one offering in all its shapes that have a wanted value, at every term that is sold, for one customer's deal.

Nothing is chosen: a price is that of one piece, without bundle, at the lowest volume tier, with the promotions and
negotiated discounts of the needs; what further pieces cost is told beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from proposer.diagnostics import Diagnostic, Outcome
from proposer.load.characteristics import all_values
from proposer.model.catalog import At, Characteristic, Offering, Value
from proposer.model.configuration import Item
from proposer.model.needs import Needs
from proposer.model.price_grid import GridPrice, GridRow, GridWish, PriceGrid
from proposer.model.prices import PriceBook
from proposer.model.quantities import Quantity
from proposer.offer import Place
from proposer.offer.variants import variants_of
from proposer.pipeline.grid_pieces import by_number
from proposer.pipeline.known import Known
from proposer.pipeline.whole import no_price_book
from proposer.pricing import ItemPrice, PriceList, is_sold
from proposer.quote.floors import Negotiated, below_floor

NO_PRICES = "QUO112"
STATUSES = ("on-net", "near-net", "off-net")
ACCESS = ("access", "Access")
PRECISE = Decimal("0.0001")


def price_grid(known: Known, needs: Needs, wish: GridWish) -> Outcome[PriceGrid]:
    """The grid, if the day has a price book."""
    catalog = known.catalog
    book = catalog.price_book(known.day)
    if book is None:
        return Outcome(None, (no_price_book(catalog, known.day),))
    offering = catalog.offerings[wish.offering]
    asked = next(part for part in offering.characteristics if part.name == wish.characteristic)
    shapes = _Grid(known, offering, asked, by_access=_by_access(book, wish.offering))
    lists = [known.shelf(needs, term).prices for term in catalog.terms]
    sold = [prices for prices in lists if known.day in offering.sold and any(shapes.sold(prices))]
    if not sold:
        return Outcome(None, (_without_prices(offering, known.day),))
    met = _Met()
    rows = [row for value in wish.values for row in shapes.rows(value, sold, met)]
    if faults := below_floor(met.prices, needs.discounts, book, catalog.policy):
        return Outcome(None, faults)
    promoted = [each for prices in sold for each in prices.deal.promotions if offering.id in each.on]
    others = [(part.name, part.label) for part in shapes.others]
    result = PriceGrid(
        customer=needs.customer, as_of=known.day, price_book=book.name, currency=catalog.currency,
        offering=offering.id, name=offering.name, characteristic=asked.name, label=asked.label,
        unit=_unit(asked), others=(*others, ACCESS) if shapes.by_access else tuple(others),
        terms=tuple(prices.deal.term for prices in sold), list_term=catalog.policy.list_term,
        rows=tuple(rows), notes=tuple(met.notes),
        by_number=tuple(by_number(book.prices.get(offering.id), catalog.policy.list_term, promoted)),
    )  # fmt: skip
    return Outcome(result)


def _without_prices(offering: Offering, day: date) -> Diagnostic:
    message = f"`{offering.id}` has no prices on {day}"
    return Diagnostic(NO_PRICES, message, offering.span, help="choose another day with --as-of, or another offering")


def _by_access(book: PriceBook, offering: str) -> bool:
    price = book.prices.get(offering)
    return price is not None and any("access" in charge.by for charge in (price.monthly, price.once) if charge)


def _unit(characteristic: Characteristic) -> str:
    return next((value.unit for value in all_values(characteristic) if isinstance(value, Quantity)), "")


@dataclass
class _Met:
    """What is met on the way: credits in words, and monthly prices that may have been negotiated too far."""

    notes: dict[str, None] = field(default_factory=dict)
    prices: list[Negotiated] = field(default_factory=list)


@dataclass(frozen=True)
class _Grid:
    """The shapes of one offering, seen along one of its characteristics."""

    known: Known
    offering: Offering
    asked: Characteristic
    by_access: bool

    @property
    def others(self) -> tuple[Characteristic, ...]:
        return tuple(part for part in self.offering.characteristics if part.name != self.asked.name)

    def items(self) -> tuple[Item, ...]:
        """Every shape that can be ordered; the access itself only where prices go by its status."""
        statuses = STATUSES if self.by_access else STATUSES[:1]
        place = Place(
            frozenset(At), frozenset((name, status) for name in self.known.catalog.accesses for status in statuses)
        )
        shapes: dict[tuple[object, ...], Item] = {}
        for variant in variants_of(self.offering, place, {}, self.known.catalog.capabilities):
            item = variant.item
            shapes.setdefault((item.characteristics, item.access_status), item)
        order = {status: number for number, status in enumerate(("", *STATUSES))}
        return tuple(sorted(shapes.values(), key=lambda item: order[item.access_status]))

    def sold(self, prices: PriceList) -> Iterator[Item]:
        book_price = prices.deal.book.prices.get(self.offering.id)
        return (item for item in self.items() if is_sold(book_price, item, prices.deal.term))

    def rows(self, value: Value, lists: Sequence[PriceList], met: _Met) -> Iterator[GridRow]:
        """A row for each shape with the value; one that says so where there is none."""
        shapes = [item for item in self.items() if dict(item.characteristics)[self.asked.name] == value]
        if not shapes:
            yield GridRow(value, orderable=False, nearest=self._next(value))
        for item in shapes:
            values = dict(item.characteristics)
            others = [str(values[part.name]) for part in self.others]
            prices = tuple(self._price(item, value, each, met) for each in lists)
            yield GridRow(value, (*others, item.access_status) if self.by_access else tuple(others), prices)

    def _next(self, value: Value) -> str:
        amounts = [each for each in all_values(self.asked) if isinstance(each, Quantity)]
        larger = [each for each in amounts if isinstance(value, Quantity) and each.amount > value.amount]
        return str(min(larger)) if larger else ""

    def _price(self, item: Item, value: Value, prices: PriceList, met: _Met) -> GridPrice | None:
        if not is_sold(prices.deal.book.prices.get(self.offering.id), item, prices.deal.term):
            return None
        price = prices.price(item, prices.tier(item.offering, 1))
        met.notes.update(
            dict.fromkeys(
                f"{credit.because.rstrip('.')}: in the first {credit.months} months." for credit in price.credits
            )
        )
        if price.monthly is not None:
            met.prices.append(Negotiated(item.offering, prices.deal.term, price.monthly))
        return _grid_price(price, value, prices.deal.term)


def _grid_price(price: ItemPrice, value: Value, term: int) -> GridPrice:
    once = price.once.net if price.once else 0
    if price.monthly is None:
        return GridPrice(term, 0, 0, once, price.contract_value, None, price.individual_case or "")
    net = price.monthly.net
    per_unit = None
    if isinstance(value, Quantity) and value.amount:
        per_unit = (Decimal(net) / 100 / value.amount).quantize(PRECISE)
    return GridPrice(term, price.monthly.steps[0].after, net, once, price.contract_value, per_unit)
