"""A fingerprint stays when lines move, and is another for another finding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from proposer.diagnostics import Diagnostic, Severity, Span
from proposer.findings.baseline import Baseline, baseline_text, read_baseline
from proposer.findings.finding import Finding, by_severity, with_fingerprints, without_line_numbers

TEXT = "a: 1\nmembers: {x: 1}\n"
FOUND = Diagnostic("CAT104", "unknown offering `x`, as in b.yaml:7", Span("a.yaml", 2, 11, 2, 12))


def prints(found: list[Diagnostic], text: str = TEXT) -> list[str]:
    return [finding.fingerprint for finding in with_fingerprints(found, {"a.yaml": text}.get)]


def test_lines_above_and_blanks_around_do_not_matter() -> None:
    moved = replace(FOUND, message="unknown offering `x`, as in b.yaml:9", span=Span("a.yaml", 4, 13, 4, 14))
    assert prints([FOUND]) == prints([moved], "\n# new\na: 1\n  members:  {x: 1}\n")


@pytest.mark.parametrize(
    "other",
    [
        replace(FOUND, code="CAT103"),
        replace(FOUND, message="unknown offering `y`"),
        replace(FOUND, span=Span("b.yaml", 2, 11, 2, 12)),
        replace(FOUND, span=Span("a.yaml", 1, 11, 1, 12)),
    ],
)
def test_another_finding_has_another(other: Diagnostic) -> None:
    assert prints([FOUND]) != prints([other])


def test_equal_findings_are_told_apart_by_their_order() -> None:
    first, second = prints([FOUND, FOUND])
    assert first != second
    assert prints([FOUND]) == [first]


def test_severity_and_help_do_not_matter() -> None:
    assert prints([FOUND]) == prints([replace(FOUND, severity=Severity.NOTE, help="try")])


def test_findings_are_read_by_file_and_line_or_by_weight() -> None:
    early = Diagnostic("CAT202", "never sold", Span("a.yaml", 1, 1, 1, 2), Severity.WARNING)
    late = Diagnostic("CAT104", "unknown", Span("b.yaml", 1, 1, 1, 2))
    assert [one.diagnostic for one in with_fingerprints([late, early], lambda _: None)] == [early, late]
    assert sorted([early, late], key=by_severity) == [late, early]


def test_numbers_of_lines_are_left_out_of_words() -> None:
    assert without_line_numbers("see a.yaml:12:3, line 7 and 100 Mbps") == "see a.yaml, line and 100 Mbps"


def test_a_baseline_knows_what_was_written_and_what_is_gone() -> None:
    known = Finding(FOUND, "aa")
    baseline = read_baseline(baseline_text([known, Finding(FOUND, "bb")]))
    assert baseline == Baseline({"aa": "CAT104", "bb": "CAT104"})
    new = Finding(FOUND, "cc")
    assert baseline.without_known([known, new]) == (new,)
    assert baseline.resolved([known, new]) == ("bb",)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}', "[" * 100_000,
     '{"version": 1, "findings": [{"fingerprint": 1}]}'],
)  # fmt: skip
def test_what_is_no_baseline_is_none(text: str) -> None:
    assert read_baseline(text) is None
