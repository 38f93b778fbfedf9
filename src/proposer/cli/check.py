"""`proposer check`: everything that is wrong in a catalog and in needs files, at once, with place and remedy."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from proposer.cli import options
from proposer.cli.console import Console
from proposer.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from proposer.model.catalog import Catalog

EPILOG = "Example: proposer check catalog examples/clinics.yaml"


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, type=options.FILE, metavar="[CATALOG] [NEEDS]...")
@options.json_option
@options.catalog_option
@options.console_options
def command(
    console: Console,
    paths: tuple[Path, ...],
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
) -> None:
    """Check the catalog in the folder CATALOG, and any files of NEEDS against it.

    Exit code 0 says that nothing was found, 1 that there are errors or warnings.
    """
    from proposer.cli.findings import findings_json, findings_text, has_findings
    from proposer.cli.road import find_content

    folders = [path for path in paths if path.is_dir()]
    if len(folders) + (catalog is not None) > 1:
        raise click.UsageError("one catalog at a time: name one folder")
    folder = find_content(console, folders[0] if folders else catalog).catalog
    needs = tuple(path for path in paths if not path.is_dir())
    loaded, found = _findings(console, folder, needs)
    console.clear()
    if as_json:
        console.data(findings_json(found, folder))
    elif found:
        console.result(findings_text(found, folder, color=console.colored(sys.stdout)))
    if not as_json:
        console.message(_summary(folder, loaded, found, len(needs)))
    raise Exit(1 if has_findings(found) else 0)


def _findings(console: Console, folder: Path, needs: tuple[Path, ...]) -> tuple[Catalog | None, tuple[Diagnostic, ...]]:
    """All findings; needs are only read against a catalog that could be."""
    from proposer.load.needs import load_needs
    from proposer.validate import validate

    console.progress("Reading the catalog", 0, 1)
    outcome = validate(folder)
    if outcome.value is None:
        return None, outcome.diagnostics
    found = list(outcome.diagnostics)
    for number, path in enumerate(needs, 1):
        console.progress("Checking needs", number, len(needs))
        found += load_needs(path, outcome.value).diagnostics
    return outcome.value, tuple(found)


def _summary(folder: Path, catalog: Catalog | None, found: tuple[Diagnostic, ...], needs: int) -> str:
    from proposer.report.amounts import counted

    read = ""
    if catalog is not None:
        parts = (
            counted(len(catalog.offerings), "offering"),
            counted(len(catalog.rules), "rule"),
            counted(len(catalog.price_books), "price book"),
        )
        read = f" ({', '.join(parts)})"
    files = f", {counted(needs, 'needs file', 'needs files')}" if needs else ""
    errors = sum(one.severity is Severity.ERROR for one in found)
    warnings = sum(one.severity is Severity.WARNING for one in found)
    counts = [counted(n, word) for n, word in ((errors, "error"), (warnings, "warning")) if n]
    return f"{folder}{read}{files}: {', '.join(counts) or 'nothing found'}"
