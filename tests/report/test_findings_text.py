from __future__ import annotations

from proposer.diagnostics import Diagnostic, Note, Severity, Span
from proposer.report.text import render_diagnostics


def text_of(line: str, column: int, end: int) -> str:
    found = Diagnostic("CAT104", "unknown", Span("a.yaml", 1, column, 1, end))
    return render_diagnostics([found], {"a.yaml": line + "\n"}, color=False).split("\n\n")[0]


def excerpt_of(line: str, column: int, end: int) -> list[str]:
    return text_of(line, column, end).splitlines()[3:5]


def test_nothing_found_is_no_text() -> None:
    assert render_diagnostics([], {}, color=False) == ""


def test_message_place_excerpt_help_note_and_count() -> None:
    sources = {"rules/voice.yaml": "a:\n  demand: {sip-trunc: 2}\n", "b.yaml": "\n" * 11 + "sip-trunk: x\n"}
    found = [
        Diagnostic(
            "CAT104",
            "unknown capability `sip-trunc`",
            Span("rules/voice.yaml", 2, 12, 2, 21),
            help="did you mean `sip-trunk`?",
            notes=(Note(Span("b.yaml", 12, 1, 12, 10), "`sip-trunk` is declared here"),),
        ),
        Diagnostic("NED110", "no value", Span("gone.yaml", 3, 1, 3, 2), Severity.WARNING),
        Diagnostic("QUO101", "no price book"),
    ]
    assert (
        render_diagnostics(found, sources, color=False)
        == """\
error[CAT104]: unknown capability `sip-trunc`
  --> rules/voice.yaml:2:12
   |
 2 |   demand: {sip-trunc: 2}
   |            ^^^^^^^^^
   = help: did you mean `sip-trunk`?
   = note: `sip-trunk` is declared here
  --> b.yaml:12:1
   |
12 | sip-trunk: x
   | ---------

warning[NED110]: no value
 --> gone.yaml:3:1

error[QUO101]: no price book

2 errors, 1 warning
"""
    )


def test_sources_may_be_a_function() -> None:
    found = Diagnostic("CAT104", "unknown", Span("a.yaml", 1, 1, 1, 2))
    assert "1 | text of a.yaml" in render_diagnostics([found], lambda file: f"text of {file}", color=False)


def test_wide_and_combining_signs_take_their_columns() -> None:
    assert excerpt_of("日本: ab", 5, 7) == ["1 | 日本: ab", "  |       ^^"]
    assert excerpt_of("e\u0301: ab", 5, 7) == ["1 | e\u0301: ab", "  |    ^^"]
    assert excerpt_of("a: 日本", 4, 6) == ["1 | a: 日本", "  |    ^^^^"]


def test_tabs_are_blanks() -> None:
    assert excerpt_of("\ta: b", 5, 6) == ["1 |     a: b", "  |        ^"]


def test_control_signs_are_harmless() -> None:
    assert excerpt_of("a: \x1b[31mb\u202e", 4, 5) == ["1 | a: \ufffd[31mb\ufffd", "  |    ^"]


def test_long_lines_are_cut_around_the_marks() -> None:
    line = "x" * 300 + "HERE" + "y" * 300
    shown, marks = excerpt_of(line, 301, 305)
    assert shown == "1 | …" + "x" * 39 + "HERE" + "y" * 65 + "…"
    assert marks == "  | " + " " * 40 + "^^^^"


def test_a_place_beyond_the_line_is_marked_at_its_end() -> None:
    assert excerpt_of("abc", 9, 12) == ["1 | abc", "  |    ^"]


def test_colour_is_only_added() -> None:
    found = [Diagnostic("CAT104", "unknown", Span("a.yaml", 1, 1, 1, 2), help="try")]
    colored = render_diagnostics(found, {"a.yaml": "a"}, color=True)
    assert "\x1b[1;31merror[CAT104]\x1b[0m" in colored
    plain = colored
    for style in ("\x1b[0m", "\x1b[1m", "\x1b[1;31m", "\x1b[1;34m"):
        plain = plain.replace(style, "")
    assert plain == render_diagnostics(found, {"a.yaml": "a"}, color=False)
