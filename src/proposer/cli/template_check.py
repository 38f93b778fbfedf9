"""`proposer template check`: names, words, styles and colours of a folder of templates, all findings at once."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.exceptions import Exit

from proposer.cli import options
from proposer.cli.console import Console
from proposer.cli.exits import FINDINGS
from proposer.diagnostics import Diagnostic, Severity

EPILOG = "Example: proposer template check templates --format json"
STYLES = ("text", "concise", "json", "sarif", "github")


@click.command(epilog=EPILOG)
@click.argument("templates", type=click.Path(path_type=Path), required=False)
@click.option("--format", "style", type=click.Choice(STYLES), default="text", help="How the findings are written.")
@options.console_options
def command(console: Console, templates: Path | None, style: str) -> None:
    """Check the folder TEMPLATES; without one, that of the workspace.

    Exit code 0 says that there are no errors and no warnings, 1 that there are. Notes do not count.
    """
    from proposer.cli.road import find_content
    from proposer.propose.template.check import check_templates
    from proposer.report.amounts import counted

    folder = find_content(console, None, templates).templates
    console.progress("Reading the templates", 0, 1)
    found = check_templates(folder)
    console.clear()
    _write(console, found, folder, style)
    console.message(f"{folder}: {counted(len(found), 'finding') if found else 'nothing found'}")
    if any(each.severity >= Severity.WARNING for each in found):
        raise Exit(FINDINGS)


def _write(console: Console, found: tuple[Diagnostic, ...], folder: Path, style: str) -> None:
    from proposer.cli.check_report import format_named, write_document
    from proposer.cli.findings import findings_text, from_here, sources_of
    from proposer.findings.finding import with_fingerprints
    from proposer.report.findings import Report

    if style == "text":
        color, encoding = console.colored(sys.stdout), sys.stdout.encoding or "utf-8"
        console.result(findings_text(found, None, color=color, encoding=encoding)) if found else None
        return
    sources = sources_of(found)
    findings = with_fingerprints(found, lambda file: sources.get(file, ""), from_here_of)
    write_document(console, format_named(style)(Report(findings, (), from_here(folder))), None)


def from_here_of(file: str) -> str:
    """A file's name as the findings have it."""
    from proposer.cli.findings import from_here

    return from_here(Path(file)) if file else file
