"""Price books over time: on every day there is exactly one, and what is sold on that day is in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from proposer.diagnostics import Diagnostic, Note, Severity
from proposer.model.catalog import Catalog


def book_dates(catalog: Catalog) -> Iterator[Diagnostic]:
    """Consecutive books meet: between them is no day without a price, and none with two."""
    if not catalog.price_books:
        yield Diagnostic("PRC201", "the catalog has no price book", help="add `price-books/<id>.yaml`")
    for before, after in pairwise(catalog.price_books):
        note = (Note(before.span, f"`{before.id}` is valid until {before.valid.end or 'ever after'}"),)
        if before.valid.overlaps(after.valid):
            message = f"the price books `{before.id}` and `{after.id}` overlap"
            remedy = "`until` of one is `from` of the next"
            yield Diagnostic("PRC202", message, after.span, help=remedy, notes=note)
        elif before.valid.end != after.valid.start:
            message = f"no price book from {before.valid.end} until {after.valid.start}"
            yield Diagnostic(
                "PRC201", message, after.span, help=f"let `{after.id}` begin on {before.valid.end}", notes=note
            )


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
            if not book.valid.overlaps(offering.sold):
                message = f"`{name}` is not sold while `{book.id}` is valid"
                yield Diagnostic(
                    "PRC203", message, price.span, Severity.WARNING, "remove its prices, or mend its `sold:`"
                )
