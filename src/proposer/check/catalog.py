"""The list of checks. To add one: the function, its code, its bad fixture, its line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from proposer.check.benefits import bundle_members, promotions_in_time
from proposer.check.books import book_dates, offerings_in_books
from proposer.check.capabilities import entrances, nobody_provides, unused_capabilities, unwanted_offerings
from proposer.check.holes import orderable_is_priced
from proposer.check.price_shape import monthly_rises, term_falls, volume_tiers
from proposer.check.words import missing_words, options_in_order, unread_questions
from proposer.diagnostics import Diagnostic
from proposer.model.catalog import Catalog

Check = Callable[[Catalog], Iterable[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    book_dates,
    offerings_in_books,
    orderable_is_priced,
    volume_tiers,
    monthly_rises,
    term_falls,
    nobody_provides,
    unwanted_offerings,
    unused_capabilities,
    entrances,
    bundle_members,
    promotions_in_time,
    missing_words,
    unread_questions,
    options_in_order,
)


def check_catalog(catalog: Catalog) -> tuple[Diagnostic, ...]:
    """All that the checks find, by file and line."""
    found = (diagnostic for check in CHECKS for diagnostic in check(catalog))
    return tuple(sorted(found, key=lambda each: (each.span.file, each.span.line, each.span.column, each.code)))
