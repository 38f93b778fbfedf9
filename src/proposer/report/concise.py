"""A line for each finding, as compilers print them and editors read them."""

from __future__ import annotations

from proposer.diagnostics import Diagnostic
from proposer.report.findings import Report, one_line, place_of, remedy_of


def concise(report: Report) -> str:
    """`file:line:column: severity[CODE] message; remedy`."""
    return "".join(f"{concise_line(found)}\n" for found in report.diagnostics)


def concise_line(found: Diagnostic) -> str:
    """One finding on one line."""
    place = place_of(found.span)
    remedy = remedy_of(found)
    head = f"{place}: " if place else ""
    tail = f" ({remedy})" if remedy else ""
    return one_line(f"{head}{found.severity.word}[{found.code}] {found.message}{tail}")
