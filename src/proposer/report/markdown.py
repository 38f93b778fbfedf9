"""Findings as a table in Markdown, for the summary of a job or a comment on a change."""

from __future__ import annotations

import re

from proposer.diagnostics import Diagnostic
from proposer.findings.finding import by_severity
from proposer.report.findings import Report, one_line, place_of, remedy_of
from proposer.report.text import count_of

MOST = 500  # rows: a host cuts a summary of more than a megabyte
_SPECIAL = re.compile(r"[\\`*_{}\[\]#|~]")
_HEAD = ("| | Code | Place | Finding |", "| --- | --- | --- | --- |")


def markdown(report: Report) -> str:
    """A heading that counts, and a row for each finding, the most severe first."""
    found = sorted(report.diagnostics, key=by_severity)
    if not found:
        return "## proposer check\n\nNothing found.\n"
    more = len(found) - MOST
    rest = [f"\n… and {more:,} more."] if more > 0 else []
    rows = [*_HEAD, *(_row(one) for one in found[:MOST]), *rest]
    return "\n".join([f"## proposer check: {count_of(found)}\n", *rows]) + "\n"


def _row(found: Diagnostic) -> str:
    remedy = remedy_of(found)
    words = _escaped(found.message) + (f"<br>{_escaped(remedy)}" if remedy else "")
    return f"| {found.severity.word} | {found.code} | {_escaped(place_of(found.span))} | {words} |"


def _escaped(text: str) -> str:
    plain = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\g<0>", plain)
