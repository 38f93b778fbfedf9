"""`proposer catalog graph`: offerings and capabilities as a picture."""

from __future__ import annotations

from pathlib import Path

import click

from proposer.cli import options
from proposer.cli.console import Console

EPILOG = "Example: proposer catalog graph internet --format svg -o internet.svg"


@click.command(epilog=EPILOG)
@click.argument("names", nargs=-1, metavar="[ID]...")
@click.option("--format", "form", type=click.Choice(["mermaid", "svg"]), default="mermaid", show_default=True)
@click.option("-o", "--output", type=options.FILE, metavar="FILE", help="Where it goes. Default: standard output.")
@options.catalog_option
@options.console_options
def command(console: Console, /, names: tuple[str, ...], form: str, output: Path | None, catalog: Path | None) -> None:
    """Draw what offerings provide, consume and require; with IDs of offerings or capabilities, only what is next to them."""
    from proposer.cli.exits import FAULT
    from proposer.cli.road import find_content, load_catalog, stop
    from proposer.diagnostics import did_you_mean
    from proposer.files import write_whole
    from proposer.report.graph_edges import graph_of, mermaid
    from proposer.report.graph_svg import svg

    loaded = load_catalog(console, find_content(console, catalog).catalog)
    console.clear()
    known = {*loaded.offerings, *loaded.capabilities}
    for name in names:
        if name not in known:
            raise click.UsageError(f"the catalog has no `{name}`; {did_you_mean(name, known)}")
    graph = graph_of(loaded, names)
    text = svg(graph) if form == "svg" else mermaid(graph)
    if output is None:
        console.data(text)
    elif fault := write_whole(output, f"{text}\n".encode()):
        stop(console, (fault,), None, FAULT)
    else:
        console.message(f"wrote {output}")
