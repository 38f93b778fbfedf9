"""Findings as the commands that a GitHub workflow turns into annotations, the most severe first.

Why the order: of each kind the host shows ten of a step and drops the rest.
"""

from __future__ import annotations

from proposer.diagnostics import Diagnostic, Severity, Span
from proposer.findings.finding import by_severity
from proposer.report.excerpt import printable
from proposer.report.findings import Report, remedy_of

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(report: Report) -> str:
    """A command on each line."""
    return "".join(f"{_command(found)}\n" for found in sorted(report.diagnostics, key=by_severity))


def _command(found: Diagnostic) -> str:
    properties = {**_place(found.span), "title": f"{found.code} {found.severity.word}"}
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = "\n".join(part for part in (found.message, remedy_of(found)) if part)
    return f"::{_COMMANDS[found.severity]} {listed}::{_data(text)}"


def _place(span: Span) -> dict[str, str]:
    """Columns only of a place on one line: the host refuses them otherwise."""
    if not span.file:
        return {}
    if not span.line:
        return {"file": span.file}
    end = max(span.end_line, span.line)
    lines = {"file": span.file, "line": str(span.line), "endLine": str(end)}
    if end > span.line or not span.column:
        return lines
    return {**lines, "col": str(span.column), "endColumn": str(max(span.end_column - 1, span.column))}


def _data(text: str) -> str:
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
