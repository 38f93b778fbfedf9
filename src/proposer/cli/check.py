"""`proposer check`: everything that is wrong in a catalog and in needs files, at once, with place and remedy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from proposer.cli import options
from proposer.cli.check_options import Choices, check_options
from proposer.cli.console import Console
from proposer.cli.exits import FINDINGS
from proposer.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from proposer.cli.check_fixing import Change
    from proposer.cli.check_sources import Sources
    from proposer.cli.examination import Examination
    from proposer.findings.baseline import Baseline
    from proposer.load.memory import Memory
    from proposer.model.catalog import Catalog

EPILOG = "Example: proposer check catalog examples/clinics.yaml"


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, type=options.FILE, metavar="[CATALOG] [NEEDS]...")
@check_options
@options.catalog_option
@options.console_options
def command(console: Console, paths: tuple[Path, ...], catalog: Path | None, choices: Choices) -> None:
    """Check the catalog in the folder CATALOG, and any files of NEEDS against it.

    Exit code 0 says that nothing was found, 1 that there are errors or warnings.
    `# proposer: ignore[CAT104] reason` at the end of a line, or on the line before it, accepts a finding.
    """
    from proposer.cli.check_report import write_findings
    from proposer.cli.examination import baseline_of
    from proposer.findings.selection import weighs

    folder, needs = _asked(console, paths, catalog)
    baseline = baseline_of(None if choices.write_baseline else choices.baseline)
    if choices.watch:
        failed = _watched(console, folder, needs, choices, baseline)
        raise Exit(FINDINGS if failed and not choices.exit_zero else 0)
    loaded, examination, sources = _checked(console, folder, needs, choices, baseline)
    if choices.diff:
        _show_diff(console, examination, sources)
    if choices.fix and _fixed(console, examination, sources):
        loaded, examination, sources = _checked(console, folder, needs, choices, baseline)
    if choices.write_baseline:
        _write_baseline(console, examination, choices.write_baseline)
    write_findings(console, examination, sources, choices)
    console.message(_summary(folder, loaded, examination, len(needs)))
    failed = loaded is None or weighs(examination.diagnostics, choices.fails)
    raise Exit(FINDINGS if failed and not choices.exit_zero else 0)


def _watched(
    console: Console, folder: Path, needs: tuple[Path, ...], choices: Choices, baseline: Baseline | None
) -> bool:
    """Check again and again; whether the last check failed."""
    from proposer.cli.check_report import write_findings
    from proposer.cli.check_watch import watch
    from proposer.findings.selection import weighs
    from proposer.load.memory import Memory

    memory = Memory()

    def check() -> bool:
        loaded, examination, sources = _checked(console, folder, needs, choices, baseline, memory)
        write_findings(console, examination, sources, choices)
        console.message(_summary(folder, loaded, examination, len(needs)))
        return loaded is None or weighs(examination.diagnostics, choices.fails)

    return watch(console, folder, needs, check)


def findings_of(
    folder: Path,
    needs: tuple[Path, ...],
    progress: Callable[[str, int, int], None] | None = None,
    memory: Memory | None = None,
) -> tuple[Catalog | None, tuple[Diagnostic, ...]]:
    """All findings; needs are only read against a catalog that could be."""
    from proposer.load.needs import load_needs
    from proposer.validate import validate

    outcome = validate(folder, memory)
    if outcome.value is None:
        return None, outcome.diagnostics
    found = list(outcome.diagnostics)
    for number, path in enumerate(needs, 1):
        if progress:
            progress("Checking needs", number, len(needs))
        found += load_needs(path, outcome.value).diagnostics
    return outcome.value, tuple(found)


def _asked(console: Console, paths: tuple[Path, ...], catalog: Path | None) -> tuple[Path, tuple[Path, ...]]:
    """The one catalog's folder, and the files of needs."""
    from proposer.cli.road import find_content

    folders = [path for path in paths if path.is_dir()]
    if len(folders) + (catalog is not None) > 1:
        raise click.UsageError("one catalog at a time: name one folder")
    folder = find_content(console, folders[0] if folders else catalog).catalog
    return folder, tuple(path for path in paths if not path.is_dir())


def _checked(
    console: Console,
    folder: Path,
    needs: tuple[Path, ...],
    choices: Choices,
    baseline: Baseline | None,
    memory: Memory | None = None,
) -> tuple[Catalog | None, Examination, Sources]:
    from proposer.cli.check_sources import Sources
    from proposer.cli.examination import examine

    console.progress("Reading the catalog", 0, 1)
    loaded, found = findings_of(folder, needs, console.progress, memory)
    console.clear()
    sources = Sources(folder, needs)
    examination = examine(found, sources, choices.selection, baseline, complete=loaded is not None)
    return loaded, examination, sources


def _show_diff(console: Console, examination: Examination, sources: Sources) -> None:
    from proposer.cli.check_fixing import changes_of, diff_of
    from proposer.cli.check_report import write_document

    changes = changes_of(examination.diagnostics, sources)
    write_document(console, diff_of(changes), None)
    console.message(f"{_count(changes)} would be put right" if changes else "nothing to put right")
    raise Exit(FINDINGS if changes else 0)


def _fixed(console: Console, examination: Examination, sources: Sources) -> bool:
    """Whether any file has been changed."""
    from proposer.cli.check_fixing import apply_changes, changes_of

    changes = changes_of(examination.diagnostics, sources)
    apply_changes(console, changes)
    if changes:
        console.message(f"{_count(changes)} put right")
    return bool(changes)


def _count(changes: tuple[Change, ...]) -> str:
    from proposer.report.amounts import counted

    return counted(sum(change.count for change in changes), "finding")


def _write_baseline(console: Console, examination: Examination, path: Path) -> None:
    from proposer.cli.check_report import write_document
    from proposer.findings.baseline import baseline_text
    from proposer.report.amounts import counted

    write_document(console, baseline_text(examination.findings), path)
    console.message(f"{path}: {counted(len(examination.findings), 'finding')} written as known")
    raise Exit(0)


def _summary(folder: Path, catalog: Catalog | None, examination: Examination, needs: int) -> str:
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
    weights = [one.severity for one in examination.diagnostics]
    counts = [counted(weights.count(each), each.word) for each in sorted(Severity, reverse=True) if each in weights]
    nothing = "nothing found" if catalog is not None else "what is left out keeps the catalog from being read"
    return f"{folder}{read}{files}: {', '.join(counts) or nothing}{_known(examination)}"


def _known(examination: Examination) -> str:
    left_out = f"; {examination.known} known left out" if examination.known else ""
    are = "is" if examination.resolved == 1 else "are"
    gone = f"; {examination.resolved} of the baseline {are} resolved: write it again" if examination.resolved else ""
    return left_out + gone
