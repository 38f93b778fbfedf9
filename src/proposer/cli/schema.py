"""`proposer schema`: JSON Schemas for editors, with the names of this very catalog in them."""

from __future__ import annotations

import json
from pathlib import Path

import click

from proposer.cli import options
from proposer.cli.console import Console

EPILOG = "Example: proposer schema needs > needs.schema.json"


@click.command(epilog=EPILOG)
@click.argument("what", type=click.Choice(["needs", "catalog"]))
@options.catalog_option
@options.console_options
def command(console: Console, what: str, catalog: Path | None) -> None:
    """Print the JSON Schema of needs files, or of catalog files.

    An editor that knows YAML schemas then completes and checks while you type. Put this line on top of a needs file:

        # yaml-language-server: $schema=needs.schema.json
    """
    from proposer.cli.road import find_content, load_catalog
    from proposer.load import schema

    folder = find_content(console, catalog).catalog
    loaded = load_catalog(console, folder)
    console.clear()
    made = schema.needs_schema(loaded) if what == "needs" else schema.catalog_schema(loaded)
    console.data(json.dumps(made, indent=2, ensure_ascii=False))
