"""`proposer doctor`: what the program needs of this machine, what is missing, and the one command that brings it."""

from __future__ import annotations

import json
from pathlib import Path

import click
from click.exceptions import Exit

from proposer.cli import options
from proposer.cli.console import Console

EPILOG = "Example: proposer doctor"


@click.command(epilog=EPILOG)
@options.json_option
@options.catalog_option
@options.templates_option
@options.console_options
def command(
    console: Console,
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
    templates: Path | None,
) -> None:
    """Look at Python, the libraries, Pango, the fonts, catalog and templates. Exit code 1 when something is missing."""
    from proposer.cli.machine import examine

    results = examine(catalog, templates)
    console.clear()
    if as_json:
        records = [{"name": r.name, "good": r.good, "found": r.found, "remedy": r.remedy} for r in results]
        console.data(json.dumps(records, indent=2, ensure_ascii=False))
    else:
        width = max(len(result.name) for result in results)
        for result in results:
            console.result(f"{'ok     ' if result.good else 'MISSING'}  {result.name.ljust(width)}  {result.found}")
            if not result.good:
                console.result(f"{' ' * (width + 11)}type: {result.remedy}")
        console.message("Everything is there." if all(r.good for r in results) else "Something is missing; see above.")
    raise Exit(0 if all(result.good for result in results) else 1)
