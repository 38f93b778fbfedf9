"""Price books over time: on every day there is exactly one, and what is sold on that day is in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from proposer.check.orderable import is_ever_sold
from proposer.diagnostics import Diagnostic, Note, Severity
from proposer.model.catalog import Catalog
from proposer.model.prices import PriceBook


def book_dates(catalog: Catalog) -> Iterator[Diagnostic]:
    """Consecutive books meet: between them is no day without a price, and none with two."""
    if not catalog.price_books:
        yield Diagnostic("PRC201", "the catalog has no price book", help="add `price-books/<id>.yaml`")
    before = catalog.price_books[0] if catalog.price_books else None
    for after in catalog.price_books[1:]:
        if before is not None:
            yield from _meeting(before, after)
        if before is None or after.valid.outlasts(before.valid):
            before = after


def _meeting(before: PriceBook, after: PriceBook) -> Iterator[Diagnostic]:
    """Two books in the order of their first days: the second begins on the day that ends the first."""
    note = (Note(before.valid_span, f"`{before.id}` is valid until {before.valid.end or 'ever after'}"),)
    if before.valid.overlaps(after.valid):
        last = before.valid if after.valid.outlasts(before.valid) else after.valid
        until = f" until {last.end}" if last.end else " on"
        message = (
            f"the price books `{before.id}` and `{after.id}` overlap: from {after.valid.start}{until} two prices hold"
        )
        remedy = "`until` of one is `from` of the next"
        yield Diagnostic("PRC202", message, after.valid_span, help=remedy, notes=note)
    elif before.valid.end != after.valid.start:
        message = f"no price book from {before.valid.end} until {after.valid.start}"
        remedy = f"let `{after.id}` begin on {before.valid.end}"
        yield Diagnostic("PRC201", message, after.valid_span, help=remedy, notes=note)


def terms_go_on(catalog: Catalog) -> Iterator[Diagnostic]:
    """What is sold at a term in one book is sold at it in the next."""
    for before, after in pairwise(catalog.price_books):
        for name, price in after.prices.items():
            offering, earlier = catalog.offerings.get(name), before.prices.get(name)
            if offering is None or earlier is None or not after.valid.overlaps(offering.sold):
                continue
            lost = [str(term) for term in earlier.terms if term not in price.terms]
            if lost:
                message = f"no price for `{name}` at {' and '.join(lost)} months from {after.valid.start}"
                notes = (Note(earlier.span, f"`{before.id}` has it at that term"),)
                remedy = "add its prices, unless it is no longer sold for so long"
                yield Diagnostic("PRC210", message, price.span, Severity.WARNING, remedy, notes)


def offerings_in_books(catalog: Catalog) -> Iterator[Diagnostic]:
    """What is sold while a book is valid has its prices in it."""
    for offering in catalog.offerings.values():
        books = [book for book in catalog.price_books if book.valid.overlaps(offering.sold)]
        missing = [book for book in books if offering.id not in book.prices]
        if missing and len(missing) == len(books):
            message = f"`{offering.id}` is in no price book and can never be quoted"
            yield Diagnostic("PRC203", message, offering.span, help=f"add its prices to `{missing[0].id}`")
        else:
            for book in missing:
                message = f"`{offering.id}` is sold while `{book.id}` is valid, and has no price there"
                remedy = f"add its prices, or end its `sold:` at {book.valid.start}"
                yield Diagnostic("PRC203", message, book.span, help=remedy, notes=(Note(offering.span, "sold here"),))
    for book in catalog.price_books:
        for name in book.prices.keys() & catalog.offerings.keys():
            offering, price = catalog.offerings[name], book.prices[name]
            if not book.valid.overlaps(offering.sold) and is_ever_sold(catalog, offering):
                message = f"`{name}` is not sold while `{book.id}` is valid"
                yield Diagnostic(
                    "PRC203", message, price.span, Severity.WARNING, "remove its prices, or mend its `sold:`"
                )
