"""SARIF: what the standard asks for, and what a reader needs."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from report_sample import EMPTY, MISSPELT, ODD, REPORT
from sarif_schema import LOG

from proposer.codes import CODES
from proposer.diagnostics import Diagnostic
from proposer.findings.finding import Finding
from proposer.report.findings import Report
from proposer.report.sarif import sarif, sarif_log

VALIDATOR = jsonschema.Draft202012Validator(LOG, format_checker=jsonschema.FormatChecker())


def log(*found: Diagnostic) -> dict[str, object]:
    return sarif_log(Report(tuple(Finding(each, "f" * 32) for each in found)))


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_it_is_what_the_standard_asks_for(report: Report) -> None:
    VALIDATOR.validate(json.loads(sarif(report).encode("utf-8", "backslashreplace")))


def test_every_code_makes_a_rule() -> None:
    written = log(*(Diagnostic(code, "x") for code in CODES))
    VALIDATOR.validate(written)
    (run,) = json.loads(json.dumps(written))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [r["ruleId"] for r in run["results"]]


def test_the_schema_sees_what_is_wrong() -> None:
    wrong = json.loads(sarif(REPORT).encode("utf-8", "backslashreplace"))
    wrong["runs"][0]["results"][0]["level"] = "fatal"
    assert not VALIDATOR.is_valid(wrong)


def test_a_result_in_full() -> None:
    (run,) = json.loads(json.dumps(log(MISSPELT)))["runs"]
    place = {
        "artifactLocation": {"uri": "cat/rules/a%20b.yaml"},
        "region": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 14},
    }
    declared = {
        "artifactLocation": {"uri": "cat/b.yaml"},
        "region": {"startLine": 7, "startColumn": 1, "endLine": 7, "endColumn": 4},
    }
    replacement = {"deletedRegion": place["region"], "insertedContent": {"text": "sip-trunk"}}
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"] == [
        {
            "ruleId": "CAT104",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "unknown offering `sip-trunc`\ndid you mean `sip-trunk`?"},
            "locations": [{"physicalLocation": place}],
            "partialFingerprints": {"proposer/v1": "f" * 32},
            "relatedLocations": [
                {"id": 1, "physicalLocation": declared, "message": {"text": "`sip-trunk` is declared here"}}
            ],
            "fixes": [
                {
                    "description": {"text": "did you mean `sip-trunk`?"},
                    "artifactChanges": [{"artifactLocation": place["artifactLocation"], "replacements": [replacement]}],
                }
            ],
        }
    ]


def test_an_absolute_path_is_a_file_uri() -> None:
    found = replace(ODD, span=replace(ODD.span, file="/tmp/ä b.yaml"))  # noqa: S108 - nothing is written
    assert '"file:///tmp/%C3%A4%20b.yaml"' in json.dumps(log(found))
