"""What the scenarios say, for machines: JSON and JUnit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from xml.etree import ElementTree

from proposer.report.excerpt import printable
from proposer.report.scenario_text import Result, Usage


def results_json(results: Sequence[Result], usages: Sequence[Usage]) -> str:
    """All results and the coverage."""
    record = {
        "scenarios": [
            {
                "name": result.name,
                "file": result.file,
                "line": result.line,
                "holds": not result.differences,
                "differences": [
                    {"expected": each.expected, "found": each.found, "place": each.place, "reason": each.reason}
                    for each in result.differences
                ],
            }
            for result in results
        ],
        "coverage": [
            {
                "kind": usage.kind,
                "total": usage.total,
                "used": usage.count,
                "percent": usage.percent,
                "unused": [{"name": name, "place": place} for name, place in usage.unused],
            }
            for usage in usages
        ],
    }
    return json.dumps(record, indent=2, ensure_ascii=False)


def results_junit(results: Sequence[Result]) -> str:
    """One test case a scenario; those that do not hold say what differs."""
    fails = sum(bool(result.differences) for result in results)
    counts = {"tests": str(len(results)), "failures": str(fails), "errors": "0"}
    root = ElementTree.Element("testsuites", counts)
    suite = ElementTree.SubElement(root, "testsuite", {"name": "proposer test", **counts, "skipped": "0"})
    for result in results:
        place = {"file": result.file, "line": str(result.line)}
        case = ElementTree.SubElement(
            suite, "testcase", {"classname": result.file, "name": printable(result.name), **place}
        )
        if result.differences:
            first = result.differences[0]
            message = printable(f"expected {first.expected}; found {first.found}")
            failure = ElementTree.SubElement(case, "failure", {"type": "mismatch", "message": message})
            failure.text = "\n".join(
                _line(each.place, each.expected, each.found, each.reason) for each in result.differences
            )
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode")


def _line(place: str, expected: str, found: str, reason: str) -> str:
    why = f"\n  {printable(reason)}" if reason else ""
    return f"{place}: expected {printable(expected)}; found {printable(found)}{why}"
