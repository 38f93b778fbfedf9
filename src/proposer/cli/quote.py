"""`proposer quote`: the quote as a table to read aloud, or as JSON to keep and render again."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click
from click.exceptions import Exit

from proposer.cli import options
from proposer.cli.console import Console

EPILOG = "Example: proposer quote examples/clinics.yaml --option premier --as-of 2026-11-23"


@click.command(epilog=EPILOG)
@click.argument("needs", type=options.FILE)
@options.choice_options
@options.json_option
@options.catalog_option
@options.as_of_option
@options.console_options
def command(
    console: Console,
    needs: Path,
    option: str | None,
    term: int | None,
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
    as_of: date,
) -> None:
    """Quote the needs in the file NEEDS: options side by side, then the chosen one line by line."""
    from proposer.cli.road import find_content, quote_needs, stop_at_conflict
    from proposer.model.configuration import Conflict

    folder = find_content(console, catalog).catalog
    _, quote = quote_needs(console, needs, folder, as_of, option, term)
    console.clear()
    if isinstance(quote, Conflict):
        if as_json:
            from proposer.report.conflict import conflict_record

            console.data(json.dumps(conflict_record(quote), indent=2, ensure_ascii=False))
            raise Exit(1)
        stop_at_conflict(console, quote)
    if as_json:
        from proposer.model.quote_json import quote_to_json

        console.data(quote_to_json(quote))
        return
    from proposer.cli.show import show
    from proposer.report.quote_table import quote_sheet

    show(console, quote_sheet(quote))
    console.message(f"Next: proposer propose {needs} --as-of {as_of}, or for one line: proposer why {needs} SITE/LINE")
