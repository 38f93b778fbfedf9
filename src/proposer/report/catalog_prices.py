"""The prices of one offering as grids: values down, terms across, from the book of a day; and what the next books change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from proposer.model.catalog import Catalog, Offering
from proposer.model.prices import Cell, Charge, OfferingPrice, PriceBook, Tier
from proposer.money import share
from proposer.report.amounts import day, figure
from proposer.report.sheet import Block, Column, Grid, Heading, Text

INDIVIDUAL = "individual"


def price_blocks(catalog: Catalog, offering: Offering, on: date) -> Iterator[Block]:
    """The prices on a day, and how many later books change."""
    book = catalog.price_book(on)
    price = book.prices.get(offering.id) if book else None
    if book is None or price is None:
        yield Heading("Prices")
        yield Text(f"none on {day(on)}")
        return
    yield from _book(book, price)
    for later in catalog.price_books:
        if later.valid.start and later.valid.start > on:
            yield Text(_later(later, price, later.prices.get(offering.id)), "later         ")


def _book(book: PriceBook, price: OfferingPrice) -> Iterator[Block]:
    yield Heading(f"Prices: {book.name}")
    if price.individual_case:
        yield Text(price.individual_case, "individual    ")
    for word, charge in (("A month", price.monthly), ("Once", price.once)):
        if charge is not None:
            yield Text(f"{_in_words(charge)}  [{charge.span.place}]", f"{word:<14}")
            yield from _grid(charge, price)
    if price.billed > 1:
        yield Text(f"{price.billed} months at once, in advance", "billed        ")
    for usage in price.usage:
        per = f"for each of {usage.per}" if usage.per else "for each piece"
        yield Text(f"{usage.included:f} {usage.id} included {per}, beyond that {usage.each:f} each", "usage         ")
    yield Text(", ".join(map(str, price.terms)), "terms         ")


def _in_words(charge: Charge) -> str:
    """A flat price itself; of anything else, what it depends on."""
    if charge.steps:
        parts = [f"{charge.included:,} included"] * bool(charge.included)
        parts += [_step(step) for step in charge.steps]
        parts += ["all pieces of a line alike, never more than the next tier's first"] * charge.all_pieces
        return ", ".join([*parts, *[f"at least {figure(charge.minimum)}"] * bool(charge.minimum)])
    if charge.tiers:
        whose = "its own number" if charge.graduated else "their number"
        return f"each, by {whose} over the {charge.counted_over}"
    if charge.by:
        return f"by {', '.join(charge.by)}"
    return ", ".join(_cell(cell) for cell in charge.cells.values())


def _step(step: Tier) -> str:
    return f"{figure(step.cents)} each" + (f" to {step.most:,}" if step.most is not None else "")


def _grid(charge: Charge, price: OfferingPrice) -> Iterator[Grid]:
    if charge.tiers:
        yield _tiers(charge)
    elif "term" in charge.by:
        yield _by_term(charge, [str(term) for term in price.terms])
    elif charge.by:
        rows = tuple((" · ".join(key), _cell(cell)) for key, cell in charge.cells.items())
        yield Grid((Column(" · ".join(charge.by)), Column("price", right=True)), rows)


def _by_term(charge: Charge, terms: list[str]) -> Grid:
    """Terms run across, all else goes down."""
    place = charge.by.index("term")
    table: dict[str, dict[str, Cell]] = {}
    for key, cell in charge.cells.items():
        table.setdefault(" · ".join((*key[:place], *key[place + 1 :])), {})[key[place]] = cell
    head = Column(" · ".join(axis for axis in charge.by if axis != "term"))
    rows = tuple((name, *(_cell(cells.get(term)) for term in terms)) for name, cells in table.items())
    return Grid((head, *(Column(f"{term} months", right=True) for term in terms)), rows)


def _tiers(charge: Charge) -> Grid:
    factors = charge.term_factors or {0: Decimal(1)}
    heads = [Column(f"{term} months" if term else "price", right=True) for term in factors]
    rows = tuple(
        (f"{tier.most:,}" if tier.most else "any", *(figure(share(tier.cents, f)) for f in factors.values()))
        for tier in charge.tiers
    )
    return Grid((Column("up to", right=True), *heads), rows)


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return "—"
    return INDIVIDUAL if cell.cents is None else figure(cell.cents)


def _later(book: PriceBook, now: OfferingPrice, then: OfferingPrice | None) -> str:
    start = day(book.valid.start) if book.valid.start else ""
    if then is None:
        return f"from {start}: not in `{book.id}`"
    changes = sum(_amounts(then, word) != _amounts(now, word) for word in ("monthly", "once"))
    same = "the same prices" if not changes else f"other prices  [{then.span.place}]"
    return f"from {start}: {same}"


def _amounts(price: OfferingPrice, word: str) -> object:
    charge: Charge | None = getattr(price, word)
    if charge is None:
        return None
    cells = {key: cell.cents for key, cell in charge.cells.items()}
    steps = [(tier.most, tier.cents) for tier in (*charge.tiers, *charge.steps)]
    return cells, steps, charge.graduated, charge.all_pieces, charge.included, charge.minimum, dict(charge.term_factors)
