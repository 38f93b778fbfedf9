"""Whatever stands in a file: comments, fixes and excerpts come to an end, and what should stay stays."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from proposer.diagnostics import Diagnostic, Fix, Span
from proposer.findings.comments import comments
from proposer.findings.fixes import fixed
from proposer.findings.lines import lines_of, lines_with_ends
from proposer.findings.selection import Selection
from proposer.findings.suppression import suppress
from proposer.report.text import render_diagnostics

YAML = st.text(alphabet="ab:-?[]{},|>'\"#\\ \t\n\r\x0c\x85\u2028\ufeff日\u0301…", max_size=60)
NUMBERS = st.integers(0, 12)
SPANS = st.builds(Span, st.just("a.yaml"), NUMBERS, NUMBERS, NUMBERS, NUMBERS)


@given(YAML)
def test_a_comment_stands_where_it_says(text: str) -> None:
    lines = lines_of(text)
    assert "".join(lines_with_ends(text)) == text
    for each in comments(text):
        assert lines[each.line - 1][each.column - 1 :].rstrip() == each.text
        assert each.text.startswith("#")


@given(YAML, st.lists(st.builds(Fix, SPANS, st.just("")), max_size=4))
def test_a_deletion_only_deletes(text: str, fixes: list[Fix]) -> None:
    after, count = fixed(text, fixes)
    letters = iter(text)
    assert all(letter in letters for letter in after)
    assert count <= len(fixes)


@given(YAML, SPANS, st.sampled_from(["utf-8", "ascii", "cp1252"]))
def test_an_excerpt_can_be_printed(text: str, span: Span, encoding: str) -> None:
    shown = render_diagnostics([Diagnostic("CAT104", "x", span)], {"a.yaml": text}, color=False, encoding=encoding)
    shown.encode(encoding)
    assert all(line.isprintable() for line in shown.split("\n"))


@given(YAML, st.integers(1, 4))
def test_without_a_comment_to_it_nothing_is_suppressed(text: str, line: int) -> None:
    found = Diagnostic("CAT104", "x", Span("a.yaml", line, 1, line, 2))
    assert suppress([found], {"a.yaml": text}, Selection(), complete=True) == (found,)
