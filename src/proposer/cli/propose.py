"""`proposer propose`: from needs to the proposal that the customer signs, all at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from proposer.cli import options
from proposer.cli.console import Console

EPILOG = "Example: proposer propose examples/clinics.yaml -o clinics.pdf --as-of 2026-11-23"


@click.command(epilog=EPILOG)
@click.argument("needs", type=options.FILE)
@options.output_option
@options.choice_options
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
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
    templates: Path | None,
    as_of: date,
) -> None:
    """Make the proposal for the needs in the file NEEDS, and print where it is.

    Without -o its name is made of customer and date, and a file that differs is never written over.
    """
    from proposer.cli.document import check_output, make_document, tell
    from proposer.cli.road import find_content, quote_needs, stop_at_conflict
    from proposer.model.configuration import Conflict

    check_output(console, output)
    content = find_content(console, catalog, templates)
    _, quote = quote_needs(console, needs, content.catalog, as_of, option, term)
    if isinstance(quote, Conflict):
        stop_at_conflict(console, quote)
    path = make_document(console, quote, content, output)
    tell(console, quote, path, f"proposer quote {needs} --as-of {as_of}", as_json=as_json)
