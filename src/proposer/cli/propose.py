"""`proposer propose`: from needs to the proposal that the customer signs, all at once."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from proposer.cli import options
from proposer.cli.console import Console
from proposer.cli.edition_options import asked_edition, edition_options
from proposer.cli.limits_option import patience_option

if TYPE_CHECKING:
    from proposer.model.explanation import Change

EPILOG = "Example: proposer propose examples/clinics.yaml -o clinics.pdf --as-of 2026-11-23"


@click.command(epilog=EPILOG)
@click.argument("needs", type=options.FILE)
@options.output_option
@edition_options
@patience_option
@options.choice_options
@options.limit_options
@options.set_option
@options.discount_option
@options.json_option
@options.catalog_option
@options.templates_option
@options.as_of_option
@options.console_options
def command(
    console: Console,
    needs: Path,
    output: Path | None,
    option: str | None,
    term: int | None,
    objective: str | None,
    seconds: float | None,
    gap: Fraction,
    changes: tuple[Change, ...],
    discounts: tuple[Change, ...],
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
    templates: Path | None,
    as_of: date,
) -> None:
    """Make the proposal for the needs in the file NEEDS, and print where it is.

    Without -o its name is made of customer and date, and a file that differs is never written over.
    """
    from proposer.cli.document import check_language, check_output, make_document, tell
    from proposer.cli.impossible import stop_at_conflict
    from proposer.cli.patience import Patience
    from proposer.cli.road import Asked, find_content, quote_needs
    from proposer.model.configuration import Conflict

    check_output(console, output)
    content = find_content(console, catalog, templates)
    check_language(console, asked_edition().language, content)
    road = quote_needs(
        console,
        needs,
        content.catalog,
        as_of,
        Asked(option, term, objective, Patience(seconds, gap)),
        (*changes, *discounts),
    )
    quote = road.quote
    if isinstance(quote, Conflict):
        stop_at_conflict(console, road, quote, as_json=as_json)
    path = make_document(console, quote, content, output, asked_edition())
    said = options.as_typed((*changes, *discounts))
    tell(console, quote, path, f"proposer quote {needs}{said} --as-of {as_of}", as_json=as_json)
