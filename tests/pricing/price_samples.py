"""Small price books made by hand. Every cell says its line in `book.yaml`, so that a step's source can be asserted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from proposer.dates import Interval
from proposer.diagnostics import Span
from proposer.model.catalog import At, Bundle, Promotion
from proposer.model.configuration import Item
from proposer.model.needs import Discount
from proposer.model.prices import Cell, Charge, OfferingPrice, PriceBook, PricingPolicy, Tier
from proposer.pricing import Deal, PriceList

WATERFALL = ("list", "term", "volume", "bundle", "promotion", "negotiated")
TERMS = (12, 24, 36, 60)


def written(file: str, line: int) -> Span:
    return Span(file, line, 1, line, 9)


def flat(cents: int, line: int = 1, factors: Mapping[int, Decimal] | None = None) -> Charge:
    return Charge((), {(): Cell(cents, written("book.yaml", line))}, term_factors=factors or {})


def grid(by: Sequence[str], cells: Mapping[tuple[str, ...], int | None]) -> Charge:
    """Cells in the order of lines 1, 2, …; None is an individual case."""
    lined = enumerate(cells.items(), 1)
    return Charge(tuple(by), {key: Cell(cents, written("book.yaml", line)) for line, (key, cents) in lined})


def volume(
    *tiers: tuple[int | None, int], over: str = "account", factors: Mapping[int, Decimal] | None = None
) -> Charge:
    """(most, cents) in the order of lines 1, 2, …"""
    lined = [Tier(most, cents, written("book.yaml", line)) for line, (most, cents) in enumerate(tiers, 1)]
    return Charge(tiers=tuple(lined), counted_over=over, term_factors=factors or {})


def priced(
    offering: str, monthly: Charge | None = None, once: Charge | None = None, *, terms: tuple[int, ...] = TERMS
) -> OfferingPrice:
    return OfferingPrice(offering, terms, monthly, once)


def deal(
    *prices: OfferingPrice,
    term: int = 12,
    promotions: Sequence[Promotion] = (),
    discounts: Sequence[Discount] = (),
    waterfall: tuple[str, ...] = WATERFALL,
) -> PriceList:
    """A price list at a term, with the list prices at 12 months."""
    book = PriceBook("book", "Book", Interval(), {price.offering: price for price in prices})
    policy = PricingPolicy("1", waterfall, 12, Decimal(15), (), 30, (), "")
    return PriceList(Deal(term, book, policy, tuple(promotions), {d.offering: d for d in discounts}))


def piece(offering: str, access: str = "", access_status: str = "", count: int = 1) -> Item:
    return Item(offering, (), access, access_status, count)


def bundle(
    id_: str, percent: str, on: Sequence[str], members: Mapping[str, tuple[int, int | None]], per: At = At.SITE
) -> Bundle:
    return Bundle(id_, id_.capitalize(), per, members, Decimal(percent), tuple(on), span=written(f"{id_}.yaml", 4))


def promotion(id_: str, percent: str, on: str, charge: str = "monthly", months: int | None = None) -> Promotion:
    words, span = f"Words of {id_}.", written(f"{id_}.yaml", 3)
    return Promotion(id_, id_.capitalize(), (on,), Interval(), charge, Decimal(percent), months, words=words, span=span)


def negotiated(offering: str, percent: str) -> Discount:
    return Discount(offering, Decimal(percent), written("needs.yaml", 8))
