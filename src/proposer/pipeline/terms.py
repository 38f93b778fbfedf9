"""Every option at each of several terms, also those that the needs do not name; what is known of packages is shared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from proposer.configure import UNLIMITED, Watch
from proposer.diagnostics import Diagnostic, Outcome, Severity
from proposer.model.configuration import Conflict
from proposer.model.needs import Needs
from proposer.model.objective import Objective
from proposer.model.quote import Quote, QuoteOption
from proposer.model.term_prices import AtTerm, OptionAtTerm, TermsTable
from proposer.money import round_half_up
from proposer.pipeline.again import Repriced, price_once
from proposer.pipeline.known import Known
from proposer.pipeline.solving import Request
from proposer.pipeline.whole import choose_one, make_quote
from proposer.pricing.early_termination import Schedule, exposure, most_exposure
from proposer.quote.floors import below_floor, prices_of
from proposer.quote.months import monthly_charges

YEAR = 12
TERM = "term"  # how a conflict names the length of the contract


def price_terms(
    known: Known,
    needs: Needs,
    terms: Sequence[int],
    *,
    option: str | None = None,
    objective: Objective | None = None,
    watch: Watch = UNLIMITED,
    progress: Callable[[str, int, int], None] | None = None,
) -> Outcome[TermsTable]:
    """The options (or the one that is named) at each term. A term without a solution says why, and the others stand."""
    priced: list[AtTerm] = []
    found: dict[Diagnostic, None] = {}
    for number, term in enumerate(terms):
        if progress:
            progress("choosing", number, len(terms))
        at_term = replace(needs, terms=(term,))
        part = watch.part(len(terms) - number)
        outcome = make_quote(
            known.catalog, at_term, known.day, selected=option, term=term, only=option is not None,
            objective=objective, known=known, watch=part,
        )  # fmt: skip
        found.update(dict.fromkeys(outcome.diagnostics))
        priced.append(_at_term(known, needs, term, outcome))
    if not any(each.options for each in priced) and any(each.severity is Severity.ERROR for each in found):
        return Outcome(None, tuple(found))
    book = known.catalog.price_book(known.day)
    name = book.name if book else ""
    table = TermsTable(needs.customer, known.day, name, known.catalog.currency, tuple(priced))
    return Outcome(table, tuple(replace(each, severity=min(each.severity, Severity.WARNING)) for each in found))


def price_unchanged(
    known: Known,
    needs: Needs,
    terms: Sequence[int],
    *,
    option: str | None = None,
    objective: Objective | None = None,
    watch: Watch = UNLIMITED,
) -> Outcome[TermsTable]:
    """What is chosen at the best of the needs' own terms, unchanged at each term; where not all of it is sold, what is not."""
    chosen = choose_one(Request(known, needs, objective, watch=watch), option)
    if chosen.value is None:
        return Outcome(None, chosen.diagnostics)
    if isinstance(chosen.value, Conflict):
        words = in_one_line(chosen.value)
        rows = [AtTerm(term, term in needs.terms, (), words) for term in terms]
    else:
        once = price_once(known, needs, chosen.value)
        rows = [_unchanged(known, needs, term, once) for term in terms]
    book = known.catalog.price_book(known.day)
    table = TermsTable(needs.customer, known.day, book.name if book else "", known.catalog.currency, tuple(rows))
    return Outcome(table, chosen.diagnostics)


def _unchanged(known: Known, needs: Needs, term: int, once: Repriced) -> AtTerm:
    """At another term than its own nothing is said of how near it is to the best."""
    priced = once.at(term)
    faults = _below_floor(known, needs, priced.value) if priced.value else priced.diagnostics
    row = _at_term(known, needs, term, Outcome(None, faults) if faults else Outcome(priced.value))
    options = tuple(replace(each, gap=once.quote.chosen.proof.gap) for each in row.options)
    return replace(row, options=options)


def _below_floor(known: Known, needs: Needs, quote: Quote) -> tuple[Diagnostic, ...]:
    book = known.catalog.price_book(known.day)
    assert book is not None, "a quote was made from one"  # noqa: S101 - narrows the type
    return below_floor(prices_of(quote.options), needs.discounts, book, known.catalog.policy)


def _at_term(known: Known, needs: Needs, term: int, outcome: Outcome[Quote | Conflict]) -> AtTerm:
    named = term in needs.terms
    quote = outcome.value
    if isinstance(quote, Quote):
        schedule = known.catalog.contract.early_termination
        return AtTerm(term, named, tuple(_priced(each, schedule) for each in quote.options), approval=quote.approval)
    if isinstance(quote, Conflict):
        return AtTerm(term, named, (), in_one_line(quote))
    return AtTerm(term, named, (), "; ".join(each.message for each in outcome.diagnostics))


def _priced(option: QuoteOption, schedule: Schedule) -> OptionAtTerm:
    charges, instalments = monthly_charges(option), monthly_charges(option, construction=True)
    return OptionAtTerm(
        option=option.id,
        title=option.title,
        term=option.term,
        monthly=option.monthly,
        once=option.once,
        contract_value=option.contract_value,
        first_year=option.first_year,
        average_month=round_half_up(Decimal(option.contract_value) / option.term),
        due_after_year=exposure(charges, instalments, YEAR, schedule) if schedule else None,
        due_most=most_exposure(charges, instalments, schedule) if schedule else None,
        over_budget=option.over_budget,
        individual_cases=len(option.individual_cases),
        gap=option.proof.gap,
    )


def in_one_line(conflict: Conflict) -> str:
    """What cannot hold together, without the term itself, which is said beside it."""
    more = f" and {len(conflict.others)} more" if conflict.others else ""
    where = f"{conflict.site}{more}: " if conflict.site else ""
    return where + " ".join(_causes(conflict))


def _causes(conflict: Conflict) -> Iterator[str]:
    others = [blame for blame in conflict.blames if blame.name != TERM]
    yield from (blame.words for blame in others or conflict.blames)
