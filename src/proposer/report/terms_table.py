"""Terms side by side: a table for each option, terms across, and why there is nothing at some term."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from proposer.model.term_prices import AtTerm, OptionAtTerm, TermsTable
from proposer.report.amounts import counted, day, figure
from proposer.report.sheet import Block, Column, Grid, Heading, Sheet, Text

Amount = Callable[[OptionAtTerm], int | None]
AMOUNTS: tuple[tuple[str, Amount], ...] = (
    ("Per month", lambda option: option.monthly),
    ("Once", lambda option: option.once),
    ("First year", lambda option: option.first_year),
    ("Average month", lambda option: option.average_month),
    ("Due if ended after month 12", lambda option: option.due_after_year),
    ("Due if ended, at the most", lambda option: option.due_most),
)
NOTHING = "–"


def terms_sheet(table: TermsTable) -> Sheet:
    """The whole comparison."""
    prices = f"Price book: {table.price_book}, on {day(table.as_of)}. Amounts in {table.currency}, without taxes, fees and surcharges."
    return (
        Heading(f"{table.customer}: {_listed(table)}", 1),
        Text(prices),
        *_named(table),
        *_approvals(table),
        *(block for id_ in _options(table) for block in _option(table, id_)),
        *_impossible(table),
    )


def _listed(table: TermsTable) -> str:
    *first, last = [str(each.term) for each in table.terms]
    return f"{', '.join(first)} and {last} months" if first else f"{last} months"


def _named(table: TermsTable) -> Iterator[Block]:
    others = [str(each.term) for each in table.terms if not each.named]
    if others:
        yield Text(f"The needs do not name {' or '.join(others)} months; priced all the same.")


def _approvals(table: TermsTable) -> Iterator[Block]:
    by_name: dict[str, list[str]] = {}
    for each in table.terms:
        if each.approval:
            by_name.setdefault(each.approval, []).append(str(each.term))
    for names, terms in by_name.items():
        yield Text(f"DRAFT: needs approval by {names} at {', '.join(terms)} months.")


def _options(table: TermsTable) -> dict[str, str]:
    """The options that are possible at some term, with their titles."""
    return {option.option: option.title for each in table.terms for option in each.options}


def _option(table: TermsTable, id_: str) -> tuple[Block, ...]:
    found = [_at(each, id_) for each in table.terms]
    title = next(option.title for option in found if option is not None)
    columns = (Column(""), *(Column(counted(each.term, "month"), right=True) for each in table.terms))
    rows = [(words, *_figures(amount, found)) for words, amount in AMOUNTS if any(_amounts(amount, found))]
    rows += _cases(found)
    total = ("Total over the term", *_figures(lambda option: option.contract_value, found))
    return (Heading(title), Grid(columns, tuple(rows), (total,)), *_gaps(found))


def _at(at_term: AtTerm, id_: str) -> OptionAtTerm | None:
    return next((option for option in at_term.options if option.option == id_), None)


def _amounts(amount: Amount, found: list[OptionAtTerm | None]) -> list[bool]:
    return [option is not None and amount(option) is not None for option in found]


def _figures(amount: Amount, found: list[OptionAtTerm | None]) -> list[str]:
    cents = [None if option is None else amount(option) for option in found]
    return [NOTHING if each is None else figure(each) for each in cents]


def _cases(found: list[OptionAtTerm | None]) -> list[tuple[str, ...]]:
    if not any(option and option.individual_cases for option in found):
        return []
    return [("Individual cases, unpriced", *(str(option.individual_cases) if option else NOTHING for option in found))]


def _gaps(found: list[OptionAtTerm | None]) -> Iterator[Block]:
    for option in found:
        if option and option.gap:
            yield Text(f"At {option.term} months a better answer could save {figure(option.gap)} at the most.")


def _impossible(table: TermsTable) -> tuple[Block, ...]:
    lines = [Text(f"{each.impossible}", f"{each.term} months: ") for each in table.terms if each.impossible]
    return (Heading("Not possible"), *lines) if lines else ()
