"""Findings with everything that a format may stumble over."""

from __future__ import annotations

from proposer.diagnostics import Diagnostic, Fix, Note, Severity, Span
from proposer.findings.finding import Finding
from proposer.report.findings import Report

NASTY = "a|b `c` 100% <d> & \x1b[31m\ud800, e: f\r\ng"
MISSPELT = Diagnostic(
    "CAT104",
    "unknown offering `sip-trunc`",
    Span("cat/rules/a b.yaml", 2, 5, 2, 14),
    help="did you mean `sip-trunk`?",
    notes=(Note(Span("cat/b.yaml", 7, 1, 7, 4), "`sip-trunk` is declared here"), Note(Span(), "elsewhere")),
    nearest="sip-trunk",
    expected="an offering",
    fix=Fix(Span("cat/rules/a b.yaml", 2, 5, 2, 14), "sip-trunk"),
)
ODD = Diagnostic("CAT202", NASTY, Span("cat/z,y:x.yaml", 3, 2, 5, 1), Severity.WARNING, expected="a rule")
BARE = Diagnostic("CAT113", "there is no catalog", severity=Severity.ERROR)
BY_THE_WAY = Diagnostic("CAT209", "nobody reads it", Span("cat/q.yaml"), Severity.NOTE)
FOUND = (BARE, BY_THE_WAY, MISSPELT, ODD)
REPORT = Report(
    tuple(Finding(each, f"{number:032x}") for number, each in enumerate(FOUND)),
    ("cat/rules/a b.yaml", "cat/clean & tidy.yaml", "cat/q.yaml"),
    "cat",
    version="1.2.3",
)
EMPTY = Report((), ("cat/a.yaml",), "cat")
