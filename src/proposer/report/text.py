"""Findings as text: code and message, place, the line with carets below it, what to type instead.

Pure: diagnostics and sources in, one text out. What users wrote is shown without control signs, so that a file cannot
move the terminal's cursor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from proposer.diagnostics import Diagnostic, Note, Severity, Span
from proposer.findings.lines import lines_of
from proposer.report.excerpt import excerpt, printable
from proposer.report.findings import remedy_of, shortened
from proposer.report.signs import Signs

Sources: TypeAlias = Mapping[str, str] | Callable[[str], str | None]

_ENDS = re.compile("[\n\r\x85\u2028\u2029]")
_RESET = "\x1b[0m"
_BOLD = "\x1b[1m"
_BLUE = "\x1b[1;34m"
_COLORS = {Severity.ERROR: "\x1b[1;31m", Severity.WARNING: "\x1b[1;33m", Severity.NOTE: "\x1b[1;36m"}


def render_diagnostics(
    diagnostics: Iterable[Diagnostic], sources: Sources, *, color: bool, encoding: str = "utf-8"
) -> str:
    """All findings in the order given, and a last line that counts them; empty without findings.

    `sources` gives a file's text by its label; a place whose text is not known is shown without an excerpt.
    `encoding` is the stream's: signs that it has not are replaced by plain ones.
    """
    found = tuple(diagnostics)
    if not found:
        return ""
    lines = _Lines(sources, Signs(encoding))
    paint = _Paint(color)
    parts = [_finding(diagnostic, lines, paint) for diagnostic in found]
    return "\n\n".join([*parts, paint(_BOLD, count_of(found))]) + "\n"


def count_of(diagnostics: Iterable[Diagnostic]) -> str:
    """`2 errors, 1 warning`."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    counts = [(severities.count(severity), severity.word) for severity in sorted(Severity, reverse=True)]
    return ", ".join(f"{count} {word}{'s' * (count != 1)}" for count, word in counts if count)


class _Paint:
    """Colours a text, or leaves it."""

    def __init__(self, color: bool) -> None:  # noqa: FBT001 - private, called in one place
        self.color = color

    def __call__(self, style: str, text: str) -> str:
        return f"{style}{text}{_RESET}" if self.color and text else text


class _Lines:
    """Lines of the sources, each file split once, and the signs to show them in."""

    def __init__(self, sources: Sources, signs: Signs) -> None:
        self.sources, self.signs = sources, signs
        self.files: dict[str, list[str]] = {}

    def line(self, span: Span) -> str | None:
        if not span.line:
            return None
        if span.file not in self.files:
            text = self.sources(span.file) if callable(self.sources) else self.sources.get(span.file)
            self.files[span.file] = [] if text is None else lines_of(text)
        lines = self.files[span.file]
        return lines[span.line - 1] if span.line <= len(lines) else None

    def plain(self, text: str) -> str:
        """On one line, harmless, and in signs that can be shown."""
        short = shortened(text)
        return self.signs.printable(printable(" ".join(short.split()) if _ENDS.search(short) else short))


def _finding(diagnostic: Diagnostic, lines: _Lines, paint: _Paint) -> str:
    tint = _COLORS[diagnostic.severity]
    head = paint(tint, f"{diagnostic.severity.word}[{diagnostic.code}]") + paint(
        _BOLD, f": {lines.plain(diagnostic.message)}"
    )
    spans = [diagnostic.span, *(note.span for note in diagnostic.notes)]
    gutter = max((len(str(span.line)) for span in spans if lines.line(span) is not None), default=1)
    rows = [head, *_place(diagnostic.span, lines, gutter, "^", tint, paint)]
    if remedy := remedy_of(diagnostic):
        rows.append(f"{' ' * gutter} {paint(_BLUE, '=')} {paint(_BOLD, 'help')}: {lines.plain(remedy)}")
    for note in diagnostic.notes:
        rows += _note(note, lines, gutter, paint)
    return "\n".join(rows)


def _note(note: Note, lines: _Lines, gutter: int, paint: _Paint) -> list[str]:
    head = f"{' ' * gutter} {paint(_BLUE, '=')} {paint(_BOLD, 'note')}: {lines.plain(note.text)}"
    return [head, *_place(note.span, lines, gutter, "-", _BLUE, paint)]


def _place(span: Span, lines: _Lines, gutter: int, sign: str, tint: str, paint: _Paint) -> list[str]:
    """The arrow with file, line and column, and the excerpt if the text is known."""
    if not span.file:
        return []
    where = f"{span.file}:{span.line}:{span.column}" if span.line else span.file
    arrow = f"{' ' * gutter}{paint(_BLUE, '-->')} {lines.plain(where)}"
    text = lines.line(span)
    if text is None or not text.strip():
        return [arrow]
    shown, blank, marks = excerpt(text, span, sign, lines.signs)
    bar = paint(_BLUE, "|")
    number = paint(_BLUE, str(span.line).rjust(gutter))
    return [
        arrow,
        f"{' ' * gutter} {bar}",
        f"{number} {bar} {shown}",
        f"{' ' * gutter} {bar} {blank}{paint(tint, marks)}",
    ]
