"""`proposer catalog search`: what of the catalog has some words in it."""

from __future__ import annotations

from pathlib import Path

import click
from click.exceptions import Exit

from proposer.cli import options
from proposer.cli.console import Console

EPILOG = "Example: proposer catalog search wifi guest"


@click.command(epilog=EPILOG)
@click.argument("words", nargs=-1, required=True)
@options.json_option
@options.catalog_option
@options.console_options
def command(
    console: Console,
    /,
    words: tuple[str, ...],
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
) -> None:
    """Find offerings, rules, bundles, promotions, capabilities and questions that have all WORDS in them."""
    import json
    from dataclasses import asdict

    from proposer.cli.exits import FINDINGS
    from proposer.cli.road import find_content, load_catalog
    from proposer.cli.show import show
    from proposer.report.catalog_search import hits_sheet, search

    hits = search(load_catalog(console, find_content(console, catalog).catalog), words)
    console.clear()
    if as_json:
        console.data(json.dumps([asdict(hit) for hit in hits], indent=2, ensure_ascii=False))
    elif hits:
        show(console, hits_sheet(hits))
    if not hits:
        console.error(f"nothing in the catalog has {' and '.join(f'`{word}`' for word in words)} in it")
        raise Exit(FINDINGS)
