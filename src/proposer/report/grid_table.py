"""A grid of prices as tables: values down, terms across; a month, once, and for each unit."""

from __future__ import annotations

from collections.abc import Callable

from proposer.model.price_grid import GridPrice, GridRow, PriceGrid
from proposer.report.amounts import counted, day, figure
from proposer.report.sheet import Block, Column, Grid, Heading, Sheet, Text

Cell = Callable[[GridPrice], str]
NOTHING, CASE = "–", "case"


def grid_sheet(grid: PriceGrid) -> Sheet:
    """The whole grid; what cannot be ordered stands in the first table only."""
    piece = "the first piece alone" if grid.by_number else "one piece"
    opening = f"Price book: {grid.price_book}, on {day(grid.as_of)}. Amounts in {grid.currency} for {piece}, without bundles, taxes, fees and surcharges. List prices are those at {grid.list_term} months."
    return (
        Heading(f"{grid.name} by {grid.label.lower()}, for {grid.customer}", 1),
        Text(opening),
        Heading("Per month, net"),
        _monthly(grid),
        *_table(grid, "Once", lambda price: figure(price.once)),
        *_per_unit(grid),
        *_notes(grid),
    )


def _heads(grid: PriceGrid) -> list[Column]:
    return [Column(grid.label, right=bool(grid.unit)), *(Column(label) for _, label in grid.others)]


def _terms(grid: PriceGrid) -> list[Column]:
    return [Column(counted(term, "month"), right=True) for term in grid.terms]


def _monthly(grid: PriceGrid) -> Grid:
    """With the list price, and a last column for what cannot be ordered, if there is such."""
    odd = any(not row.orderable for row in grid.rows)
    columns = [*_heads(grid), Column("List", right=True), *_terms(grid), *([Column("Not orderable")] if odd else [])]
    return Grid(tuple(columns), tuple(_monthly_row(grid, row, odd=odd) for row in grid.rows))


def _monthly_row(grid: PriceGrid, row: GridRow, *, odd: bool) -> tuple[str, ...]:
    said = _not_orderable(row) if odd else ()
    if not row.orderable:
        return (str(row.value), *[""] * len(grid.others), *[NOTHING] * (1 + len(grid.terms)), *said)
    cells = [_cell(price, lambda each: figure(each.monthly)) for price in row.prices]
    return (str(row.value), *row.others, _list(row), *cells, *said)


def _not_orderable(row: GridRow) -> tuple[str]:
    if row.orderable:
        return ("",)
    return (f"next: {row.nearest}" if row.nearest else "none larger",)


def _list(row: GridRow) -> str:
    """The list price is that of the list term, whatever the term."""
    return next((_cell(price, lambda each: figure(each.list_monthly)) for price in row.prices if price), NOTHING)


def _cell(price: GridPrice | None, cell: Cell) -> str:
    if price is None:
        return NOTHING
    return CASE if price.individual_case else cell(price)


def _table(grid: PriceGrid, title: str, cell: Cell) -> tuple[Block, ...]:
    rows = [
        (str(row.value), *row.others, *(_cell(each, cell) for each in row.prices)) for row in grid.rows if row.orderable
    ]
    return (Heading(title), Grid((*_heads(grid), *_terms(grid)), tuple(rows))) if rows else ()


def _per_unit(grid: PriceGrid) -> tuple[Block, ...]:
    if not any(price and price.per_unit is not None for row in grid.rows for price in row.prices):
        return ()
    return _table(grid, f"Each {grid.unit or 'unit'}, a month", lambda price: f"{price.per_unit or 0:,.4f}")


def _notes(grid: PriceGrid) -> tuple[Block, ...]:
    cases = {
        price.individual_case: None for row in grid.rows for price in row.prices if price and price.individual_case
    }
    notes = [
        *(Text(f"Not in these amounts: {note}") for note in grid.notes),
        *(Text(f"{CASE}: {each}") for each in cases),
        *(Text(f"Further pieces. {each}") for each in grid.by_number),
    ]
    return (Heading("Notes"), *notes) if notes else ()
