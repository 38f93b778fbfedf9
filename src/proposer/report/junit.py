"""Findings as JUnit's XML: a test case for each finding, and one that passes for each file without any."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from proposer.diagnostics import Diagnostic
from proposer.report.concise import concise_line
from proposer.report.findings import Report, one_line, place_of


def junit(report: Report) -> str:
    """One suite; findings that do not fail the check pass, with their text beside them."""
    found = report.diagnostics
    clean = sorted(set(report.files) - {one.span.file for one in found})
    failures = sum(one.severity >= report.fails for one in found)
    counts = {"tests": str(len(found) + len(clean)), "failures": str(failures), "errors": "0"}
    top = Element("testsuites", counts)
    suite = SubElement(top, "testsuite", {"name": "proposer check", **counts, "skipped": "0"})
    for diagnostic in found:
        _case(suite, diagnostic, report)
    for file in clean:
        SubElement(suite, "testcase", {"classname": one_line(file), "name": one_line(file), "file": one_line(file)})
    indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(top, encoding="unicode") + "\n"


def _case(suite: Element, found: Diagnostic, report: Report) -> None:
    file = one_line(found.span.file or report.root)
    name = one_line(f"{found.code} {place_of(found.span) or report.root}")
    about = {"classname": file, "name": name, "file": file}
    case = SubElement(suite, "testcase", {**about, "line": str(found.span.line)} if found.span.line else about)
    if found.severity >= report.fails:
        fault = SubElement(case, "failure", {"type": found.code, "message": one_line(found.message)})
    else:
        fault = SubElement(case, "system-out")
    fault.text = concise_line(found)
