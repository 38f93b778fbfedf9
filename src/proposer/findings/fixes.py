"""Mechanical remedies: texts in, texts out. Of two that overlap the first is done; the other waits for the next run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import accumulate

from proposer.diagnostics import Diagnostic, Fix, Span
from proposer.findings.lines import lines_with_ends

_BOM = "\ufeff"


def fixes_by_file(found: Iterable[Diagnostic]) -> Mapping[str, tuple[Fix, ...]]:
    """The remedies that findings carry, for each file; the same one counts once."""
    files: dict[str, dict[Fix, None]] = {}
    for diagnostic in found:
        if diagnostic.fix and diagnostic.fix.span.file:
            files.setdefault(diagnostic.fix.span.file, {})[diagnostic.fix] = None
    return {file: tuple(fixes) for file, fixes in files.items()}


def fixed(text: str, fixes: Iterable[Fix]) -> tuple[str, int]:
    """The text with its remedies, and how many were done; line ends and a byte order mark stay as they are."""
    body = text.removeprefix(_BOM)
    lines = lines_with_ends(body)
    starts = [0, *accumulate(len(line) for line in lines)]
    line_end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    edits = _apart(_edits(fixes, lines, starts))
    for start, end, new in reversed(edits):
        body = body[:start] + new.replace("\r\n", "\n").replace("\n", line_end) + body[end:]
    return text[: len(text) - len(text.removeprefix(_BOM))] + body, len(edits)


def _edits(fixes: Iterable[Fix], lines: list[str], starts: list[int]) -> list[tuple[int, int, str]]:
    places = ((_offsets(fix.span, lines, starts), fix.text) for fix in fixes)
    return sorted((start, end, text) for (start, end), text in places if 0 <= start <= end)


def _apart(edits: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Those that do not overlap one before them; two insertions at one place could stand in either order."""
    kept: list[tuple[int, int, str]] = []
    for edit in edits:
        if not kept or (edit[0] >= kept[-1][1] and edit[0] > kept[-1][0]):
            kept.append(edit)
    return kept


def _offsets(span: Span, lines: list[str], starts: list[int]) -> tuple[int, int]:
    return _offset(span.line, span.column, lines, starts), _offset(span.end_line, span.end_column, lines, starts)


def _offset(line: int, column: int, lines: list[str], starts: list[int]) -> int:
    """The place in the text, or -1 when it has none such; the line after the last is the text's end."""
    if line == len(lines) + 1 and column == 1:
        return starts[-1]
    if not 0 < line <= len(lines) or not 0 < column <= len(lines[line - 1]) + 1:
        return -1
    return starts[line - 1] + column - 1
