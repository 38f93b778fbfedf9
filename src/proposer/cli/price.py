"""`proposer price`: what it costs at other terms."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from proposer.cli import options
from proposer.cli.console import Console
from proposer.cli.price_options import Months, format_option, price_options

if TYPE_CHECKING:
    from proposer.cli.road import Asked
    from proposer.model.explanation import Change
    from proposer.model.needs import Needs
    from proposer.model.term_prices import TermsTable
    from proposer.pipeline.known import Known

EPILOG = "Example: proposer price examples/clinics.yaml --terms 12,24,36,60 --as-of 2026-11-23"


@click.command(epilog=EPILOG)
@click.argument("needs", type=options.FILE)
@price_options
@options.choice_options
@options.limit_options
@options.set_option
@format_option
@options.json_option
@options.catalog_option
@options.as_of_option
@options.console_options
def command(
    console: Console,
    needs: Path,
    terms: Months | None,
    option: str | None,
    term: int | None,
    objective: str | None,
    seconds: float | None,
    gap: Fraction,
    changes: tuple[Change, ...],
    form: str,
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
    as_of: date,
) -> None:
    """Price the needs in the file NEEDS at several terms, side by side, also at those that they do not name."""
    from proposer.cli.patience import Patience
    from proposer.cli.road import Asked, find_content, read_needs

    folder = find_content(console, catalog).catalog
    known, asked_for = read_needs(console, needs, folder, as_of, changes)
    asked = Asked(option, term, objective, Patience(seconds, gap), soft=True)
    wanted = terms or (Months((term,)) if term else Months(known.catalog.terms))
    _print_terms(console, _priced(console, known, asked_for, folder, wanted.terms, asked), "json" if as_json else form)


def _priced(
    console: Console, known: Known, needs: Needs, folder: Path, terms: tuple[int, ...], asked: Asked
) -> TermsTable:
    from proposer.cli.exits import FAULT
    from proposer.cli.road import stop, value_of
    from proposer.model.objective import Objective
    from proposer.pipeline.terms import price_terms
    from proposer.pipeline.whole import unsold_term

    if unsold := [unsold_term(known.catalog, term) for term in terms if term not in known.catalog.terms]:
        stop(console, unsold, folder, FAULT)
    least = Objective(asked.objective) if asked.objective else None
    with asked.patience.watching(console, soft=asked.soft) as watch:
        outcome = price_terms(
            known, needs, terms, option=asked.option, objective=least, watch=watch, progress=console.progress
        )
    return value_of(console, outcome, folder)


def _print_terms(console: Console, table: TermsTable, form: str) -> None:
    from proposer.cli.exits import FINDINGS
    from proposer.cli.show import show
    from proposer.report.terms_data import terms_csv, terms_record
    from proposer.report.terms_table import terms_sheet

    console.clear()
    if form == "json":
        console.data(json.dumps(terms_record(table), indent=2, ensure_ascii=False))
    elif form == "csv":
        console.data(terms_csv(table))
    else:
        show(console, terms_sheet(table))
    if not any(each.options for each in table.terms):
        raise Exit(FINDINGS)
