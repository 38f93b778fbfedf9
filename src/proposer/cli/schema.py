"""`proposer schema`: JSON Schemas for editors, with the names of this very catalog in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from proposer.cli import options
from proposer.cli.console import Console

if TYPE_CHECKING:
    from proposer.content import Content
    from proposer.model.catalog import Catalog

EPILOG = "Example: proposer schema needs > needs.schema.json"
OFFERINGS = ("offering", "bundle", "promotion", "price-book", "pricing", "contract")
WORDS = ("catalog", "capabilities", "questions", "tables", "rules", "options")


@click.command(epilog=EPILOG)
@click.argument("what", type=click.Choice(["needs", "catalog", "scenario"]), required=False)
@click.option("--kind", type=click.Choice([*OFFERINGS, *WORDS]), help="Of one kind of catalog file only.")
@click.option("--write", is_flag=True, help="Write all schemas of the workspace anew, into its folder schemas/.")
@options.catalog_option
@options.console_options
def command(console: Console, what: str | None, kind: str | None, catalog: Path | None, *, write: bool) -> None:
    """Print the JSON Schema of needs files, of catalog files, or of scenarios.

    An editor that knows YAML schemas then completes the catalog's ids, shows what a field means, and underlines what
    does not fit. `proposer init` sets all of this up; elsewhere this line on top of a file names its schema:

        # yaml-language-server: $schema=needs.schema.json
    """
    from proposer.cli.road import find_content, load_catalog

    if write == bool(what):
        raise click.UsageError("Say what: needs, catalog or scenario; or --write.")
    if kind and what != "catalog":
        raise click.UsageError("--kind goes with catalog: proposer schema catalog --kind offering.")
    content = find_content(console, catalog)
    loaded = load_catalog(console, content.catalog)
    console.clear()
    if write:
        _write(console, content, loaded)
    else:
        _print(console, loaded, kind or str(what), any_kind=what == "catalog" and not kind)


def _print(console: Console, catalog: Catalog, kind: str, *, any_kind: bool) -> None:
    from proposer.load.schemas import any_catalog_file, schema_for

    made = any_catalog_file(catalog) if any_kind else schema_for(kind, catalog)
    console.data(json.dumps(made, indent=2, ensure_ascii=False))


def _write(console: Console, content: Content, catalog: Catalog) -> None:
    from proposer.cli.exits import FAULT
    from proposer.cli.road import stop
    from proposer.edit.editor import schema_files
    from proposer.files import write_whole

    for name, text in schema_files(catalog).items():
        path = content.catalog.parent / name
        path.parent.mkdir(exist_ok=True)
        if fault := write_whole(path, text.encode()):
            stop(console, (fault,), None, FAULT)
        console.result(str(path))
