"""Prints findings with the places as the user can open them from where they stand, and the text around them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from proposer.cli.console import Console
from proposer.diagnostics import Diagnostic, Severity, Span


def print_findings(console: Console, diagnostics: tuple[Diagnostic, ...], folder: Path | None) -> None:
    """To stderr, with excerpts; `folder` is the catalog's, whose files are named relative to it."""
    if diagnostics:
        console.error(findings_text(diagnostics, folder, color=_colored(console)))


def findings_text(diagnostics: tuple[Diagnostic, ...], folder: Path | None, *, color: bool) -> str:
    """The findings as text, each file read again for its lines."""
    from proposer.report.text import render_diagnostics

    placed = tuple(placed_from_here(diagnostic, folder) for diagnostic in diagnostics)
    return render_diagnostics(placed, sources_of(placed), color=color)


def findings_json(diagnostics: Iterable[Diagnostic], folder: Path | None) -> str:
    """The findings as a JSON list."""
    return json.dumps([_record(placed_from_here(found, folder)) for found in diagnostics], indent=2, ensure_ascii=False)


def has_findings(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is more than a note."""
    return any(found.severity > Severity.NOTE for found in diagnostics)


def placed_from_here(diagnostic: Diagnostic, folder: Path | None) -> Diagnostic:
    """With catalog files named by a path that can be opened from the current folder."""
    if folder is None:
        return diagnostic
    notes = tuple(replace(note, span=_from_here(note.span, folder)) for note in diagnostic.notes)
    return replace(diagnostic, span=_from_here(diagnostic.span, folder), notes=notes)


def _from_here(span: Span, folder: Path) -> Span:
    if not span.file or Path(span.file).is_file() or not (folder / span.file).is_file():
        return span
    return replace(span, file=str(folder / span.file))


def sources_of(diagnostics: Iterable[Diagnostic]) -> Mapping[str, str]:
    """The text of each file that a finding points into; a file that cannot be read has none."""
    spans = [span for found in diagnostics for span in (found.span, *(note.span for note in found.notes))]
    names = {span.file for span in spans if span.file and span.line}
    return {name: text for name in sorted(names) if (text := _text(Path(name))) is not None}


def _text(path: Path) -> str | None:
    try:
        return path.read_text("utf-8-sig", errors="replace")
    except OSError:
        return None


def _colored(console: Console) -> bool:
    import sys

    return console.colored(sys.stderr)


def _record(found: Diagnostic) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": found.severity.word,
        "message": found.message,
        "help": found.help,
        **_place(found.span),
        "notes": [{"text": note.text, **_place(note.span)} for note in found.notes],
    }


def _place(span: Span) -> dict[str, object]:
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
