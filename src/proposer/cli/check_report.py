"""Writes the findings of a check in the format wanted, to stdout or to a file; in a GitHub workflow as it likes them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from click.exceptions import Exit

from proposer.cli.check_options import Choices
from proposer.cli.check_sources import Sources
from proposer.cli.console import Console
from proposer.cli.examination import Examination
from proposer.cli.exits import FAULT
from proposer.cli.findings import findings_text, from_here, placed_from_here, print_findings

if TYPE_CHECKING:
    from proposer.report.findings import Report


def write_findings(console: Console, examination: Examination, sources: Sources, choices: Choices) -> None:
    """Write them once, where and how they are wanted."""
    in_workflow = choices.style is None and os.environ.get("GITHUB_ACTIONS") == "true"
    style = choices.style or "text"
    if style == "text":
        _write_text(console, examination, sources.folder, choices.output)
    if style == "text" and not in_workflow:
        return
    report = _report(examination, sources, choices)
    if style != "text":
        write_document(console, format_named(style)(report), choices.output)
    if in_workflow:
        write_document(console, format_named("github")(report), None)
        _append_summary(console, format_named("markdown")(report))


def write_document(console: Console, text: str, output: Path | None) -> None:
    """A whole document; a file that cannot be written ends the run."""
    from proposer.files import write_whole

    content = text.encode("utf-8", "backslashreplace")
    if output is None:
        if content:
            console.data(content.decode())
    elif fault := write_whole(output, content):
        print_findings(console, (fault,), None)
        raise Exit(FAULT)


def format_named(style: str) -> Callable[[Report], str]:
    """The function that writes a format; only its module is loaded."""
    from importlib import import_module

    module, name = {
        "json": ("records", "as_json"),
        "jsonl": ("records", "as_json_lines"),
    }.get(style, (style, style))
    written: Callable[[Report], str] = getattr(import_module(f"proposer.report.{module}"), name)
    return written


def _write_text(console: Console, examination: Examination, folder: Path, output: Path | None) -> None:
    found = examination.diagnostics
    if output is not None:
        write_document(console, findings_text(found, folder, color=False), output)
    elif found:
        encoding = sys.stdout.encoding or "utf-8"
        console.result(findings_text(found, folder, color=console.colored(sys.stdout), encoding=encoding))


def _report(examination: Examination, sources: Sources, choices: Choices) -> Report:
    from proposer import __version__
    from proposer.report.findings import Report

    placed = (replace(one, diagnostic=placed_from_here(one.diagnostic, sources.folder)) for one in examination.findings)
    files = tuple(from_here(sources.path(label)) for label in sources.labels())
    return Report(tuple(placed), files, from_here(sources.folder), choices.fails, __version__)


def _append_summary(console: Console, text: str) -> None:
    """To the file that the workflow shows as the job's summary; without it the annotations must do."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    try:
        with Path(name).open("ab") as file:
            file.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        console.message(f"the job's summary {name} cannot be written: {error.strerror or error}")
