"""Terms side by side as data: a record for JSON, rows for CSV."""

from __future__ import annotations

from collections.abc import Mapping

from proposer.model.term_prices import AtTerm, OptionAtTerm, TermsTable
from proposer.money import cents_to_text
from proposer.report.csv_text import csv_text

AMOUNTS = ("monthly", "once", "contract_value", "first_year", "average_month", "due_after_year", "due_most")


def terms_record(table: TermsTable) -> Mapping[str, object]:
    """Everything, by term."""
    return {
        "customer": table.customer,
        "as_of": table.as_of.isoformat(),
        "price_book": table.price_book,
        "currency": table.currency,
        "terms": [_at_term(each) for each in table.terms],
    }


def _at_term(each: AtTerm) -> Mapping[str, object]:
    return {
        "term": each.term,
        "named": each.named,
        "impossible": each.impossible,
        "approval": each.approval,
        "options": [_option(option) for option in each.options],
    }


def _option(option: OptionAtTerm) -> Mapping[str, object]:
    return {
        "id": option.option,
        "title": option.title,
        **{name: _text(getattr(option, name)) for name in AMOUNTS},
        "over_budget": cents_to_text(option.over_budget),
        "individual_cases": option.individual_cases,
        "gap": cents_to_text(option.gap),
    }


def _text(cents: int | None) -> str | None:
    return None if cents is None else cents_to_text(cents)


def terms_csv(table: TermsTable) -> str:
    """A row for each option at each term; a term without any has one that says why."""
    header = ("term", "option", "title", *AMOUNTS, "over_budget", "individual_cases", "gap", "approval", "impossible")
    return csv_text(header, [row for each in table.terms for row in _rows(each)])


def _rows(each: AtTerm) -> list[tuple[str, ...]]:
    if not each.options:
        return [(str(each.term), "", "", *[""] * (len(AMOUNTS) + 4), each.impossible)]
    return [(str(each.term), *_cells(option), each.approval, "") for option in each.options]


def _cells(option: OptionAtTerm) -> tuple[str, ...]:
    amounts = (_text(getattr(option, name)) or "" for name in AMOUNTS)
    rest = (cents_to_text(option.over_budget), str(option.individual_cases), cents_to_text(option.gap))
    return (option.option, option.title, *amounts, *rest)
