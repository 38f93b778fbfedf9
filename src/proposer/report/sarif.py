"""Findings as SARIF 2.1.0, the format of code scanning: rules, results, places, fingerprints and remedies."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePath
from typing import TypeAlias
from urllib.parse import quote

from proposer.codes import CODES, Code
from proposer.diagnostics import Diagnostic, Fix, Severity, Span
from proposer.findings.finding import Finding
from proposer.report.findings import Report, remedy_of

Object: TypeAlias = dict[str, object]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "proposer/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif(report: Report) -> str:
    """The log as JSON."""
    return json.dumps(sarif_log(report), indent=2, ensure_ascii=False) + "\n"


def sarif_log(report: Report) -> Object:
    """One run with the rules that its results name."""
    codes = sorted({found.code for found in report.diagnostics})
    ranks = {code: rank for rank, code in enumerate(codes)}
    driver: Object = {"name": "proposer", "rules": [_rule(code) for code in codes]}
    if report.version:
        driver["version"] = report.version
    run: Object = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, ranks) for finding in report.findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str) -> Object:
    code = CODES.get(name, Code(name, name))
    examples = [(word, text) for word, text in (("Wrong", code.bad), ("Right", code.good)) if text]
    plain = "\n\n".join([code.why, *(f"{word}:\n{text}" for word, text in examples)])
    marked = "\n\n".join([code.why, *(f"{word}:\n\n```text\n{text}\n```" for word, text in examples)])
    return {
        "id": name,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.why},
        "help": {"text": plain, "markdown": marked},
    }


def _result(finding: Finding, ranks: Mapping[str, int]) -> Object:
    found = finding.diagnostic
    remedy = remedy_of(found)
    result: Object = {
        "ruleId": found.code,
        "ruleIndex": ranks[found.code],
        "level": _LEVELS[found.severity],
        "message": {"text": f"{found.message}\n{remedy}" if remedy else found.message},
        "locations": [_location(found.span)] if found.span.file else [],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    }
    if related := _related(found):
        result["relatedLocations"] = related
    if found.fix and found.fix.span.file:
        result["fixes"] = [_fix(found.fix, remedy)]
    return result


def _related(found: Diagnostic) -> list[Object]:
    notes = [note for note in found.notes if note.span.file]
    return [{"id": n, **_location(note.span), "message": {"text": note.text}} for n, note in enumerate(notes, 1)]


def _fix(fix: Fix, remedy: str) -> Object:
    replacement = {"deletedRegion": _region(fix.span), "insertedContent": {"text": fix.text}}
    change = {"artifactLocation": _artifact(fix.span.file), "replacements": [replacement]}
    return {"description": {"text": remedy or "replace it"}, "artifactChanges": [change]}


def _location(span: Span) -> Object:
    physical: Object = {"artifactLocation": _artifact(span.file)}
    if span.line:
        physical["region"] = _region(span)
    return {"physicalLocation": physical}


def _artifact(file: str) -> Object:
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": "file://" + quote("/" + path.as_posix().lstrip("/"), errors="replace")}
    return {"uri": quote(path.as_posix(), errors="replace")}


def _region(span: Span) -> Object:
    """Lines and columns from 1, the end column exclusive, as here."""
    start = max(span.column, 1)
    end_line = max(span.end_line, span.line)
    end = max(span.end_column, 1)
    return {
        "startLine": span.line,
        "startColumn": start,
        "endLine": end_line,
        "endColumn": max(end, start) if end_line == span.line else end,
    }
