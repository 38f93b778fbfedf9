"""`proposer catalog show`: everything about one thing of the catalog on one screen."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from proposer.cli import options
from proposer.cli.console import Console

EPILOG = "Example: proposer catalog show business-internet"


@click.command(epilog=EPILOG)
@click.argument("name", metavar="ID")
@options.json_option
@options.catalog_option
@options.as_of_option
@options.console_options
def command(
    console: Console,
    name: str,
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
    as_of: date,
) -> None:
    """Show the offering, bundle, promotion, rule or capability ID: where it is sold, its prices, what else names it."""
    from proposer.cli.road import find_content, load_catalog
    from proposer.cli.show import show
    from proposer.load.scenarios import load_scenarios
    from proposer.report.catalog_entry import entry_sheet, find_entry, meant

    folder = find_content(console, catalog).catalog
    loaded = load_catalog(console, folder)
    entry = find_entry(loaded, name)
    if entry is None:
        raise click.UsageError(f"the catalog has no `{name}`; {meant(loaded, name)}")
    if as_json:
        console.clear()
        console.data(_record(entry))
        return
    scenarios = load_scenarios(folder, loaded).value or ()
    show(console, entry_sheet(loaded, entry, scenarios, as_of))


def _record(entry: object) -> str:
    from pydantic import TypeAdapter

    record = TypeAdapter(type(entry)).dump_python(entry, mode="json")
    return json.dumps(record, indent=2, ensure_ascii=False)
