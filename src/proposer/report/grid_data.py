"""A grid of prices as data: a record for JSON, rows for CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proposer.model.price_grid import GridPrice, GridRow, PriceGrid
from proposer.model.quantities import Quantity, plain
from proposer.money import cents_to_text
from proposer.report.csv_text import csv_text

AMOUNTS = ("list_monthly", "monthly", "once", "contract_value")


def grid_record(grid: PriceGrid) -> Mapping[str, object]:
    """Everything, by value and term."""
    return {
        "customer": grid.customer,
        "as_of": grid.as_of.isoformat(),
        "price_book": grid.price_book,
        "currency": grid.currency,
        "offering": grid.offering,
        "characteristic": grid.characteristic,
        "unit": grid.unit,
        "terms": list(grid.terms),
        "list_term": grid.list_term,
        "rows": [_row(grid, row) for row in grid.rows],
        "notes": list(grid.notes),
        "by_number": list(grid.by_number),
    }


def _row(grid: PriceGrid, row: GridRow) -> Mapping[str, object]:
    record = {"value": str(row.value), "orderable": row.orderable, "next": row.nearest}
    others = dict(zip((name for name, _ in grid.others), row.others, strict=False))
    return {**record, "others": others, "prices": [_price(price) for price in row.prices if price]}


def _price(price: GridPrice) -> Mapping[str, object]:
    amounts = dict(zip(AMOUNTS, (each or None for each in _amounts(price)), strict=True))
    return {
        "term": price.term,
        **amounts,
        "per_unit": _per_unit(price) or None,
        "individual_case": price.individual_case,
    }


def _amounts(price: GridPrice) -> list[str]:
    """An individual case has no amounts."""
    return ["" if price.individual_case else cents_to_text(getattr(price, name)) for name in AMOUNTS]


def _per_unit(price: GridPrice) -> str:
    return "" if price.per_unit is None else format(price.per_unit, "f")


def grid_csv(grid: PriceGrid) -> str:
    """A row for each value and term; what cannot be ordered has one, and one that is not sold at a term has none for it.

    `pieces` says whose price it is: that of each piece, or of the first alone.
    """
    others = [name for name, _ in grid.others]
    header = (
        "offering",
        "value",
        "amount",
        "unit",
        *others,
        "term",
        *AMOUNTS,
        "per_unit",
        "orderable",
        "next",
        "individual_case",
        "pieces",
    )
    return csv_text(header, _rows(grid))


def _rows(grid: PriceGrid) -> Iterator[tuple[str, ...]]:
    for row in grid.rows:
        amount = plain(row.value.amount) if isinstance(row.value, Quantity) else ""
        head = (grid.offering, str(row.value), amount, grid.unit)
        if not row.orderable:
            yield (*head, *[""] * (len(grid.others) + 1 + len(AMOUNTS) + 1), "false", row.nearest, "", "")
        for price in row.prices:
            if price is not None:
                yield (
                    *head,
                    *row.others,
                    str(price.term),
                    *_amounts(price),
                    _per_unit(price),
                    "true",
                    "",
                    price.individual_case,
                    "first" if grid.by_number else "each",
                )
