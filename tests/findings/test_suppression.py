"""`# proposer: ignore[CODE] reason`: what it suppresses, and what is said of one that is wrong or idle."""

from __future__ import annotations

import pytest

from proposer.diagnostics import Diagnostic, Fix, Severity, Span
from proposer.findings.fixes import fixed
from proposer.findings.selection import Selection
from proposer.findings.suppression import suppress


def found_on(line: int, code: str = "CAT104", file: str = "a.yaml") -> Diagnostic:
    return Diagnostic(code, "unknown", Span(file, line, 4, line, 5))


def kept(
    text: str, *found: Diagnostic, selection: Selection | None = None, complete: bool = True
) -> tuple[Diagnostic, ...]:
    return suppress(found, {"a.yaml": text}, selection or Selection(), complete=complete)


def said(text: str, *found: Diagnostic) -> list[tuple[str, str, str]]:
    return [(each.code, each.message, each.help) for each in kept(text, *found)]


@pytest.mark.parametrize(
    "text",
    [
        "a: b # proposer: ignore[CAT104] next year\n",
        "a: b # Proposer: Ignore [ cat104 , PRC201 ]: next year\n",
        "a: 'b # c' # proposer: ignore[CAT104] next year\n",
    ],
)
def test_at_the_end_of_a_line_it_speaks_of_that_line(text: str) -> None:
    assert found_on(1) not in kept(text, found_on(1))
    assert found_on(2) in kept(text, found_on(2))


def test_on_its_own_line_it_speaks_of_the_next() -> None:
    text = "# proposer: ignore[CAT104] next year\n# and a word more\na: b\n"
    assert kept(text, found_on(3)) == ()


def test_two_of_them_may_stand_above_one_line() -> None:
    text = "# proposer: ignore[CAT104] one\n# proposer: ignore[CAT107] two\na: b\n"
    assert kept(text, found_on(3), found_on(3, "CAT107")) == ()


def test_another_code_or_file_is_not_suppressed() -> None:
    text = "a: b # proposer: ignore[CAT104] next year\n"
    assert kept(text, found_on(1), found_on(1, "CAT107"), found_on(1, file="b.yaml")) == (
        found_on(1, "CAT107"),
        found_on(1, file="b.yaml"),
    )


@pytest.mark.parametrize("text", ["a: '# proposer: ignore[CAT104] x'\n", "a: |\n  # proposer: ignore[CAT104] x\n"])
def test_in_a_text_it_is_text(text: str) -> None:
    assert kept(text, found_on(1)) == (found_on(1),)


def test_one_without_use_is_found_and_its_removal_offered() -> None:
    text = "x: y\na: b # proposer: ignore[CAT104] next year\n"
    (unused,) = kept(text)
    assert unused == Diagnostic(
        "CAT120",
        "no finding CAT104 is suppressed here",
        Span("a.yaml", 2, 6, 2, 42),
        Severity.WARNING,
        help="remove the comment",
        fix=Fix(Span("a.yaml", 2, 5, 2, 42), ""),
    )
    assert unused.fix is not None
    assert fixed(text, [unused.fix]) == ("x: y\na: b\n", 1)


def test_one_on_its_own_line_goes_with_its_line() -> None:
    text = "x: y\n  # proposer: ignore[CAT104] next year\na: b\n"
    (unused,) = kept(text)
    assert unused.fix is not None
    assert fixed(text, [unused.fix]) == ("x: y\na: b\n", 1)


def test_of_two_codes_the_idle_one_is_named() -> None:
    text = "a: b # proposer: ignore[CAT104, PRC201] next year\n"
    assert said(text, found_on(1)) == [
        ("CAT120", "no finding PRC201 is suppressed here", "remove PRC201 from the brackets")
    ]


def test_nothing_is_said_of_codes_that_nobody_looked_for() -> None:
    text = "a: b # proposer: ignore[PRC201] next year\n"
    assert kept(text, complete=False) == ()
    assert kept(text, selection=Selection(("CAT",))) == ()
    assert kept(text, selection=Selection((), ("PRC2",))) == ()


@pytest.mark.parametrize(
    ("comment", "message", "remedy"),
    [
        ("ignore[CAT104]", "a suppression without a reason", "write `# proposer: ignore[CAT104] the reason`"),
        ("ignore[] why", "a suppression without a code", "write `# proposer: ignore[CAT104] the reason`"),
        ("ignore CAT104", "this comment to proposer cannot be read", "write `# proposer: ignore[CAT104] the reason`"),
        ("ignore[CAT104, CTA104] why", "there is no code `CTA104`", "did you mean `CAT104`?"),
    ],
)
def test_one_that_cannot_be_read_is_one_finding(comment: str, message: str, remedy: str) -> None:
    found = (found_on(1),) if "[CAT104" in comment else ()
    assert said(f"a: b # proposer: {comment}\n", *found) == [("CAT121", message, remedy)]


def test_other_comments_about_the_program_are_none() -> None:
    assert kept("# checked by proposer: every night\na: b # see proposer\n") == ()
