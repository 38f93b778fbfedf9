"""Findings as GitLab's Code Quality report."""

from __future__ import annotations

import json

from proposer.diagnostics import Severity
from proposer.findings.finding import Finding
from proposer.report.findings import Report, one_line, remedy_of

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def gitlab(report: Report) -> str:
    """A list of issues, each with a fingerprint of its own."""
    issues = [_issue(finding, report.root) for finding in report.findings]
    return json.dumps(issues, indent=2, ensure_ascii=False) + "\n"


def _issue(finding: Finding, root: str) -> dict[str, object]:
    found = finding.diagnostic
    remedy = remedy_of(found)
    begin = max(found.span.line, 1)
    return {
        "type": "issue",
        "check_name": found.code,
        "description": one_line(f"{found.message} ({remedy})" if remedy else found.message),
        "categories": ["Bug Risk"],
        "severity": _SEVERITIES[found.severity],
        "fingerprint": finding.fingerprint,
        "location": {
            "path": (found.span.file or root).removeprefix("./"),
            "lines": {"begin": begin, "end": max(found.span.end_line, begin)},
        },
    }
