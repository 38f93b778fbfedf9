"""What a quote's days come to: what ends while it holds, another book at installation, the first invoice."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from proposer.model.catalog import Catalog
from proposer.model.needs import Needs
from proposer.model.prices import Proration
from proposer.model.quote import Ending, FirstInvoice, QuoteLine, QuoteOption
from proposer.money import share_of
from proposer.quote.margins import Charged


def endings(catalog: Catalog, lines: Charged, day: date, until: date) -> Iterator[Ending]:
    """The price book of the day, and the promotions that an option's lines take, as far as they end before it does."""
    book = catalog.price_book(day)
    if book is not None and book.valid.end is not None and book.valid.end <= until:
        yield Ending("price-book", book.name, book.valid.end)
    used = {place for line, _ in lines for place in _promotions(line)}
    for promotion in catalog.promotions.values():
        if promotion.span.place in used and promotion.valid.end is not None and promotion.valid.end <= until:
            yield Ending("promotion", promotion.name, promotion.valid.end)


def _promotions(line: QuoteLine) -> Iterator[str]:
    """Where the promotions of a line are declared."""
    for price in (line.monthly_unit, line.once_unit):
        yield from (step.source for step in price.steps if step.step == "promotion") if price else ()
    yield from (credit.source for credit in line.credits)


def book_at_installation(catalog: Catalog, needs: Needs, day: date) -> str:
    """The price book of the day on which installation is wanted, where that is not the quote's own."""
    wanted = catalog.price_book(needs.install_by) if needs.install_by is not None else None
    now = catalog.price_book(day)
    return wanted.name if wanted is not None and now is not None and wanted.id != now.id else ""


def first_invoice(option: QuoteOption, start: date, policy: Proration) -> FirstInvoice:
    """The share of the first month that is left from a day on, credits taken off, and all that is due once by then. What begins
    in a later month of the contract is in none of it.
    """
    first = option.schedule[0]
    days, of_days = _left(start, policy)
    monthly = share_of(first.monthly, days, of_days)
    return FirstInvoice(start, policy.value, days, of_days, monthly, first.once)


def _left(start: date, policy: Proration) -> tuple[int, int]:
    """The days that are left of the month, that one included, and the days that it has."""
    if policy is Proration.ACTUAL_DAYS:
        last = calendar.monthrange(start.year, start.month)[1]
        return last - start.day + 1, last
    return (31 - min(start.day, 30), 30) if policy is Proration.THIRTY_DAYS else (1, 1)
