"""Remedies are done from the last to the first, those that overlap wait, and nothing else in a file changes."""

from __future__ import annotations

from proposer.diagnostics import Diagnostic, Fix, Span
from proposer.findings.fixes import fixed, fixes_by_file


def fix(line: int, column: int, end: int, text: str, end_line: int = 0) -> Fix:
    return Fix(Span("a.yaml", line, column, end_line or line, end), text)


def test_several_in_one_line() -> None:
    assert fixed("a: yes, b: no\n", [fix(1, 12, 14, "false"), fix(1, 4, 7, "true")]) == ("a: true, b: false\n", 2)


def test_of_two_that_overlap_the_first_is_done() -> None:
    assert fixed("abcdef", [fix(1, 3, 6, "X"), fix(1, 1, 4, "Y")]) == ("Ydef", 1)
    assert fixed("ab", [fix(1, 2, 2, "X"), fix(1, 2, 2, "Y")]) == ("aXb", 1)


def test_neighbours_do_not_overlap() -> None:
    assert fixed("abcd", [fix(1, 1, 3, "X"), fix(1, 3, 5, "Y")]) == ("XY", 2)


def test_line_ends_and_byte_order_mark_stay() -> None:
    assert fixed("\ufeffa: 1\r\nb: 2\r\n", [fix(1, 1, 2, "c\nd")]) == ("\ufeffc\r\nd: 1\r\nb: 2\r\n", 1)
    assert fixed("a\rb\u2028c", [fix(3, 1, 2, "x")]) == ("a\rb\u2028x", 1)


def test_over_several_lines_and_at_the_end() -> None:
    assert fixed("a\nb\nc\n", [fix(2, 1, 1, "", end_line=3)]) == ("a\nc\n", 1)
    assert fixed("a\n", [fix(2, 1, 1, "b\n")]) == ("a\nb\n", 1)


def test_a_place_that_is_not_there_is_left_alone() -> None:
    text = "a\n"
    for wrong in (fix(0, 0, 0, "x"), fix(9, 1, 2, "x"), fix(1, 9, 9, "x"), fix(1, 2, 1, "x"), fix(1, 0, 1, "x")):
        assert fixed(text, [wrong]) == (text, 0)


def test_the_same_remedy_of_two_findings_counts_once() -> None:
    one = fix(1, 1, 2, "x")
    found = [Diagnostic("CAT103", word, fix=one) for word in ("a", "b")] + [Diagnostic("CAT103", "c")]
    assert fixes_by_file(found) == {"a.yaml": (one,)}
