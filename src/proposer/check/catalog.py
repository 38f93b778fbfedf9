"""The list of checks. To add one: the function, its code, its bad fixture, its line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from proposer.check.benefits import bundle_members, promotions_in_time
from proposer.check.books import book_dates, offerings_in_books, terms_go_on
from proposer.check.bundles import bundle_together, bundles_win
from proposer.check.capabilities import (
    entrances,
    nobody_provides,
    unused_capabilities,
    unwanted_capabilities,
    unwanted_offerings,
)
from proposer.check.carrying import carried, sold_some_day
from proposer.check.conditions import always_true, dead_branches, never_true
from proposer.check.cost import above_cost
from proposer.check.forbidding import forbidden_altogether
from proposer.check.holes import orderable_is_priced
from proposer.check.payoff import benefits_pay
from proposer.check.price_shape import monthly_rises, term_falls
from proposer.check.promotions import (
    bundles_of_promotions,
    groups_declared,
    promotions_in_life,
    promotions_win,
)
from proposer.check.reach import within_reach
from proposer.check.usage import usage_is_asked
from proposer.check.volume import tiers_that_pay, volume_tiers
from proposer.check.words import missing_words, options_in_order, unread_questions
from proposer.diagnostics import Diagnostic
from proposer.model.catalog import Catalog

Check = Callable[[Catalog], Iterable[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    book_dates,
    offerings_in_books,
    terms_go_on,
    orderable_is_priced,
    volume_tiers,
    tiers_that_pay,
    monthly_rises,
    term_falls,
    above_cost,
    usage_is_asked,
    nobody_provides,
    within_reach,
    unwanted_offerings,
    unwanted_capabilities,
    unused_capabilities,
    entrances,
    carried,
    sold_some_day,
    bundle_members,
    bundle_together,
    bundles_win,
    benefits_pay,
    promotions_in_time,
    promotions_win,
    groups_declared,
    bundles_of_promotions,
    promotions_in_life,
    never_true,
    always_true,
    dead_branches,
    forbidden_altogether,
    missing_words,
    unread_questions,
    options_in_order,
)


def check_catalog(catalog: Catalog) -> tuple[Diagnostic, ...]:
    """All that the checks find, by file and line."""
    found = (diagnostic for check in CHECKS for diagnostic in check(catalog))
    return tuple(sorted(found, key=lambda each: (each.span.file, each.span.line, each.span.column, each.code)))
