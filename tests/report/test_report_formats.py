"""Each format's whole document, with signs in it that would break it, and the document of nothing found."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree.ElementTree import fromstring

import pytest
from report_sample import BY_THE_WAY, EMPTY, FOUND, MISSPELT, REPORT

from proposer.diagnostics import Severity
from proposer.findings.finding import Finding
from proposer.report.concise import concise
from proposer.report.findings import Report
from proposer.report.github import github
from proposer.report.gitlab import gitlab
from proposer.report.junit import junit
from proposer.report.markdown import MOST, markdown
from proposer.report.records import as_json, as_json_lines
from proposer.report.signs import Signs

ODD_WORDS = "a|b `c` 100% <d> & \ufffd[31m\ufffd, e: f g"


def test_concise() -> None:
    assert concise(REPORT) == (
        "error[CAT113] there is no catalog\n"
        "cat/q.yaml: note[CAT209] nobody reads it\n"
        "cat/rules/a b.yaml:2:5: error[CAT104] unknown offering `sip-trunc` (did you mean `sip-trunk`?)\n"
        f"cat/z,y:x.yaml:3:2: warning[CAT202] {ODD_WORDS} (expected a rule)\n"
    )
    assert concise(EMPTY) == ""


def test_github_escapes_and_puts_the_worst_first() -> None:
    lines = github(REPORT).splitlines()
    assert lines[0] == "::error title=CAT113 error::there is no catalog"
    assert lines[1] == (
        "::error file=cat/rules/a b.yaml,line=2,endLine=2,col=5,endColumn=13,title=CAT104 error"
        "::unknown offering `sip-trunc`%0Adid you mean `sip-trunk`?"
    )
    assert lines[2].startswith(
        "::warning file=cat/z%2Cy%3Ax.yaml,line=3,endLine=5,title=CAT202 warning::a|b `c` 100%25 <d> & "
    )
    assert lines[2].endswith(", e: f%0D%0Ag%0Aexpected a rule")
    assert lines[3] == "::notice file=cat/q.yaml,title=CAT209 note::nobody reads it"
    assert len(lines) == 4
    assert github(EMPTY) == ""


def test_gitlab() -> None:
    issues = json.loads(gitlab(REPORT))
    assert [issue["severity"] for issue in issues] == ["critical", "info", "critical", "minor"]
    assert [issue["location"] for issue in issues] == [
        {"path": "cat", "lines": {"begin": 1, "end": 1}},
        {"path": "cat/q.yaml", "lines": {"begin": 1, "end": 1}},
        {"path": "cat/rules/a b.yaml", "lines": {"begin": 2, "end": 2}},
        {"path": "cat/z,y:x.yaml", "lines": {"begin": 3, "end": 5}},
    ]
    assert len({issue["fingerprint"] for issue in issues}) == len(FOUND)
    assert issues[3]["description"] == f"{ODD_WORDS} (expected a rule)"
    assert json.loads(gitlab(EMPTY)) == []


def test_junit() -> None:
    (suite,) = fromstring(junit(REPORT))  # noqa: S314 - our own text
    assert suite.attrib == {"name": "proposer check", "tests": "5", "failures": "3", "errors": "0", "skipped": "0"}
    assert [(case.get("classname"), [part.tag for part in case]) for case in suite] == [
        ("cat", ["failure"]),
        ("cat/q.yaml", ["system-out"]),
        ("cat/rules/a b.yaml", ["failure"]),
        ("cat/z,y:x.yaml", ["failure"]),
        ("cat/clean & tidy.yaml", []),
    ]
    assert suite[3][0].get("message") == ODD_WORDS


def test_junit_fails_from_the_level_asked_for() -> None:
    (suite,) = fromstring(junit(replace(REPORT, fails=Severity.ERROR)))  # noqa: S314 - our own text
    assert suite.get("failures") == "2"
    (empty,) = fromstring(junit(EMPTY))  # noqa: S314 - our own text
    assert [(case.get("name"), len(case)) for case in empty] == [("cat/a.yaml", 0)]


def test_markdown() -> None:
    assert markdown(REPORT) == (
        "## proposer check: 2 errors, 1 warning, 1 note\n\n"
        "| | Code | Place | Finding |\n"
        "| --- | --- | --- | --- |\n"
        "| error | CAT113 |  | there is no catalog |\n"
        "| error | CAT104 | cat/rules/a b.yaml:2:5 | unknown offering \\`sip-trunc\\`<br>did you mean \\`sip-trunk\\`? |\n"
        "| warning | CAT202 | cat/z,y:x.yaml:3:2 "
        "| a\\|b \\`c\\` 100% &lt;d&gt; &amp; \ufffd\\[31m\ufffd, e: f g<br>expected a rule |\n"
        "| note | CAT209 | cat/q.yaml | nobody reads it |\n"
    )
    assert markdown(EMPTY) == "## proposer check\n\nNothing found.\n"


def test_markdown_ends_before_a_host_cuts_it() -> None:
    many = Report(tuple(Finding(BY_THE_WAY, str(number)) for number in range(MOST + 7)))
    assert markdown(many).endswith("\n… and 7 more.\n")


def test_json_tells_everything() -> None:
    place = {"file": "cat/rules/a b.yaml", "line": 2, "column": 5, "end_line": 2, "end_column": 14}
    nowhere = {"file": "", "line": 0, "column": 0, "end_line": 0, "end_column": 0}
    declared = {"file": "cat/b.yaml", "line": 7, "column": 1, "end_line": 7, "end_column": 4}
    report = Report((Finding(MISSPELT, "ab"),))
    assert json.loads(as_json(report)) == [
        {
            "code": "CAT104",
            "severity": "error",
            "message": "unknown offering `sip-trunc`",
            "help": "did you mean `sip-trunk`?",
            "expected": "an offering",
            "nearest": "sip-trunk",
            **place,
            "notes": [{"text": "`sip-trunk` is declared here", **declared}, {"text": "elsewhere", **nowhere}],
            "fix": {"text": "sip-trunk", **place},
            "fingerprint": "ab",
        }
    ]
    assert as_json_lines(report) == json.dumps(json.loads(as_json(report))[0]) + "\n"


def test_json_lines_are_as_many_as_findings() -> None:
    text = as_json_lines(REPORT).encode("utf-8", "backslashreplace").decode()
    assert [json.loads(line)["code"] for line in text.split("\n")[:-1]] == [found.code for found in FOUND]
    assert json.loads(as_json(EMPTY)) == []
    assert as_json_lines(EMPTY) == ""


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "… − 日 é"),
        ("UTF8", "… − 日 é"),
        ("ascii", "... - ? ?"),
        ("latin-1", "... - ? é"),
    ],
)
def test_signs_degrade(encoding: str, text: str) -> None:
    assert Signs(encoding).printable("… − 日 é") == text
