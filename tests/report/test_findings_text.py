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


def test_a_stream_without_a_sign_gets_another_of_its_own_width() -> None:
    found = Diagnostic("CAT104", "a − b …", Span("ä.yaml", 1, 5, 1, 7))
    text = render_diagnostics([found], {"ä.yaml": "日本: ab\n"}, color=False, encoding="ascii")
    assert text.splitlines()[:5] == [
        "error[CAT104]: a - b ...",
        " --> ?.yaml:1:5",
        "  |",
        "1 | ??: ab",
        "  |     ^^",
    ]


def test_a_long_line_is_cut_with_dots_where_there_is_no_ellipsis() -> None:
    found = Diagnostic("CAT104", "unknown", Span("a.yaml", 1, 301, 1, 305))
    source = "x" * 300 + "HERE" + "y" * 300
    shown, marks = render_diagnostics([found], {"a.yaml": source}, color=False, encoding="ascii").splitlines()[3:5]
    assert shown == "1 | ..." + "x" * 37 + "HERE" + "y" * 63 + "..."
    assert marks == "  | " + " " * 40 + "^^^^"


def test_lines_are_counted_as_the_parser_counts_them() -> None:
    found = Diagnostic("CAT104", "unknown", Span("a.yaml", 5, 1, 5, 2))
    source = "\ufeffa\x0cb: 1\r\nc: 2\rd\u2028e\nHERE\n"
    assert "5 | HERE" in render_diagnostics([found], {"a.yaml": source}, color=False)


def test_a_form_feed_inside_a_line_is_harmless() -> None:
    assert excerpt_of("a\x0cb: HERE", 6, 10) == ["1 | a\ufffdb: HERE", "  |      ^^^^"]


def test_of_a_span_over_several_lines_the_first_is_marked_to_its_end() -> None:
    found = Diagnostic("CAT104", "unknown", Span("a.yaml", 1, 4, 3, 2))
    text = render_diagnostics([found], {"a.yaml": "a: bcd\r\n  e\n  f\n"}, color=False)
    assert text.splitlines()[3:5] == ["1 | a: bcd", "  |    ^^^"]


def test_what_was_expected_is_said_where_nothing_else_helps() -> None:
    found = Diagnostic("CAT104", "unknown", expected="an offering", nearest="sip-trunk")
    assert render_diagnostics([found], {}, color=False).splitlines()[1] == (
        "  = help: expected an offering; did you mean `sip-trunk`?"
    )
