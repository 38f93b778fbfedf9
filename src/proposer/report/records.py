"""Findings as JSON: one list, or one record on each line."""

from __future__ import annotations

import json
from collections.abc import Mapping

from proposer.diagnostics import Fix, Span
from proposer.findings.finding import Finding
from proposer.report.findings import Report


def as_json(report: Report) -> str:
    """A list of all."""
    return json.dumps([record(finding) for finding in report.findings], indent=2, ensure_ascii=False) + "\n"


def as_json_lines(report: Report) -> str:
    """A record on each line, for programs that read as they go."""
    return "".join(json.dumps(record(finding), ensure_ascii=False) + "\n" for finding in report.findings)


def record(finding: Finding) -> Mapping[str, object]:
    """One finding with all that is known of it."""
    found = finding.diagnostic
    return {
        "code": found.code,
        "severity": found.severity.word,
        "message": found.message,
        "help": found.help,
        "expected": found.expected,
        "nearest": found.nearest,
        **_place(found.span),
        "notes": [{"text": note.text, **_place(note.span)} for note in found.notes],
        "fix": _fix(found.fix),
        "fingerprint": finding.fingerprint,
    }


def _fix(fix: Fix | None) -> object:
    return {"text": fix.text, **_place(fix.span)} if fix else None


def _place(span: Span) -> dict[str, object]:
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
