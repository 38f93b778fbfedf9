"""Prints findings with the places as the user can open them from where they stand, and the text around them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from proposer.cli.console import Console
from proposer.diagnostics import Diagnostic, Span
from proposer.files import read_bounded


def print_findings(console: Console, diagnostics: tuple[Diagnostic, ...], folder: Path | None) -> None:
    """To stderr, with excerpts; `folder` is the catalog's, whose files are named relative to it."""
    if diagnostics:
        color = console.colored(sys.stderr)
        console.error(findings_text(diagnostics, folder, color=color, encoding=sys.stderr.encoding or "utf-8"))


def findings_text(
    diagnostics: Iterable[Diagnostic], folder: Path | None, *, color: bool, encoding: str = "utf-8"
) -> str:
    """The findings as text for a stream of this encoding, each file read again for its lines."""
    from proposer.report.text import render_diagnostics

    placed = tuple(placed_from_here(diagnostic, folder) for diagnostic in diagnostics)
    return render_diagnostics(placed, sources_of(placed), color=color, encoding=encoding)


def placed_from_here(diagnostic: Diagnostic, folder: Path | None) -> Diagnostic:
    """With catalog files named by a path that can be opened from the current folder."""
    if folder is None:
        return diagnostic
    notes = tuple(replace(note, span=_from_here(note.span, folder)) for note in diagnostic.notes)
    fix = diagnostic.fix and replace(diagnostic.fix, span=_from_here(diagnostic.fix.span, folder))
    return replace(diagnostic, span=_from_here(diagnostic.span, folder), notes=notes, fix=fix)


def _from_here(span: Span, folder: Path) -> Span:
    if not span.file or not (folder / span.file).is_file():
        return span
    return replace(span, file=from_here(folder / span.file))


def from_here(path: Path) -> str:
    """A path below the current folder without the way to it; any other as it is."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_absolute() and path.is_relative_to(here) else str(path)


def sources_of(diagnostics: Iterable[Diagnostic]) -> Mapping[str, str]:
    """The text of each file that a finding points into; a file that cannot be read has none."""
    spans = [span for found in diagnostics for span in (found.span, *(note.span for note in found.notes))]
    names = {span.file for span in spans if span.file and span.line}
    return {name: text for name in sorted(names) if (text := _text(Path(name))) is not None}


def _text(path: Path) -> str | None:
    try:
        return read_bounded(path).decode("utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return None
