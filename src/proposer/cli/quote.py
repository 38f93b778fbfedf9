"""`proposer quote`: the quote as a table to read aloud, as JSON to keep and render again, as TMF648 for other systems, or its lines as CSV."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from proposer.cli import options
from proposer.cli.console import Console

if TYPE_CHECKING:
    from proposer.model.explanation import Change
    from proposer.model.quote import Quote

FORMATS = (*options.FORMATS, "tmf648")
FORMAT_HELP = "How the quote is printed; tmf648 is TM Forum's JSON for other systems. Default: text."
EPILOG = "Example: proposer quote examples/clinics.yaml --option premier --as-of 2026-11-23"


@click.command(epilog=EPILOG)
@click.argument("needs", type=options.FILE)
@options.choice_options
@options.limit_options
@options.set_option
@options.discount_option
@click.option("--all", "every", is_flag=True, help="Without a solution: all minimal conflicts, not only the first.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=FORMAT_HELP)
@options.json_option
@options.catalog_option
@options.as_of_option
@options.console_options
def command(
    console: Console,
    needs: Path,
    option: str | None,
    term: int | None,
    objective: str | None,
    seconds: float | None,
    gap: Fraction,
    changes: tuple[Change, ...],
    discounts: tuple[Change, ...],
    every: bool,  # noqa: FBT001  # click passes by name
    form: str,
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
    as_of: date,
) -> None:
    """Quote the needs in the file NEEDS: options side by side, then the chosen one line by line.

    Without a solution: a minimal set of needs and rules that cannot hold together, and the cheapest changes that would
    make one possible, each with its price and as --set takes it.
    """
    from proposer.cli.impossible import stop_at_conflict
    from proposer.cli.patience import Patience
    from proposer.cli.road import Asked, find_content, quote_needs
    from proposer.cli.show import show
    from proposer.model.configuration import Conflict
    from proposer.report.quote_table import quote_sheet

    form = "json" if as_json else form
    folder = find_content(console, catalog).catalog
    asked = Asked(option, term, objective, Patience(seconds, gap), soft=True)
    road = quote_needs(console, needs, folder, as_of, asked, (*changes, *discounts))
    quote = road.quote
    console.clear()
    if isinstance(quote, Conflict):
        stop_at_conflict(console, road, quote, as_json=form in ("json", "tmf648"), every=every)
    if form != "text":
        console.data(_written(quote, form))
        return
    show(console, quote_sheet(quote))
    said = options.as_typed((*changes, *discounts))
    console.message(
        f"Next: proposer propose {needs}{said} --as-of {as_of}, or for one line: proposer why {needs} SITE/LINE"
    )


def _written(quote: Quote, form: str) -> str:
    """The quote in one of the formats that machines read."""
    from proposer.model.quote_json import quote_to_json
    from proposer.model.tmf648 import quote_to_tmf648
    from proposer.report.quote_csv import quote_csv

    return {"csv": quote_csv, "json": quote_to_json, "tmf648": quote_to_tmf648}[form](quote)
