"""`proposer catalog set`: one value of a catalog file, checked before it is written."""

from __future__ import annotations

from pathlib import Path

import click
from click.exceptions import Exit

from proposer.cli import options
from proposer.cli.console import Console

EPILOG = """Examples:

\b
  proposer catalog set business-internet:words.in_short "Internet by cable."
  proposer catalog set us-2026-h2:prices.sd-wan.monthly.'"200 Mbps"'[12] 119.00"""


@click.command(epilog=EPILOG)
@click.argument("path")
@click.argument("value")
@click.option("--dry-run", is_flag=True, help="Show the difference and write nothing.")
@options.catalog_option
@options.console_options
def command(
    console: Console,
    path: str,
    value: str,
    dry_run: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
) -> None:
    """Set the value at PATH to VALUE; nothing else in the file changes (but blanks, where a grid must stay aligned).

    PATH is a file of the catalog (or its name, if no other has it), a colon, and keys set apart by dots. A key with a dot or
    a bracket in it goes in double quotes; an entry of a list in brackets: in a price grid by the value above its column.

    The changed catalog is checked first: what would bring a new error is refused.
    """
    from proposer.cli.exits import FAULT, FINDINGS
    from proposer.cli.findings import print_findings
    from proposer.cli.road import find_content, stop
    from proposer.diagnostics import Severity
    from proposer.edit.setting import as_stored, change
    from proposer.edit.trial import brought_by, difference
    from proposer.files import write_whole

    folder = find_content(console, catalog).catalog
    changed = change(folder, path, value)
    if changed.value is None:
        stop(console, changed.diagnostics, folder, FAULT)
    file, before, after = changed.value
    console.progress("Checking the catalog", 0, 1)
    found = brought_by(folder, {file: after})
    print_findings(console, found, folder)
    if any(each.severity is Severity.ERROR for each in found):
        console.error("refused: the change would bring what stands above; nothing was written")
        raise Exit(FINDINGS)
    console.clear()
    console.result(difference(file, before, after) or f"{file}: the value is that already")
    if not dry_run and before != after and (fault := write_whole(folder / file, as_stored(folder, file, after))):
        stop(console, (fault,), None, FAULT)
