"""From text to expressions: what is read, and what is said of the rest."""

from __future__ import annotations

from decimal import Decimal

import pytest
from expression_samples import WHERE, Known, expression, lines

from proposer.diagnostics import Span
from proposer.expressions import evaluate, parse, parse_template

NOTHING = Known()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20", Decimal(20)),
        ("true", True),
        ("'premium'", "premium"),
        ('"premium"', "premium"),
        ("1_000.5", Decimal("1000.5")),
        ("10 Gbps", Decimal(10000)),
        ("10Gbps", Decimal(10000)),
        ("87.2 kbps", Decimal("0.0872")),
        ("1 %", Decimal(1)),
        ("3 years", Decimal(36)),
        ("17 business days", Decimal(17)),
        ("1 + 2 * 3", Decimal(7)),
        ("(1 + 2) * 3", Decimal(9)),
        ("7 - 2 - 1", Decimal(4)),
        ("-2 * -3", Decimal(6)),
        ("not 1 == 2 and 3 > 2", True),
        ("true or false and false", True),
        ("'a' in ['a', 'b']", True),
        ("'c' not in ['a', 'b']", True),
        ("1 if false else 2 if false else 3", Decimal(3)),
    ],
)
def test_what_a_text_means(text: str, value: object) -> None:
    assert evaluate(expression(text), NOTHING) == value


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", "RUL102 0–1 expected a value, but the expression ends"),
        ("users +", "RUL102 7–8 expected a value, but the expression ends"),
        ("users users", "RUL102 6–11 expected an operator or the end, but found `users`"),
        ("(users", "RUL102 6–7 expected `)`, but the expression ends"),
        ("1 < 2 < 3", "RUL102 6–7 comparisons cannot be chained (write `a < b and b < c`)"),
        ("1 if users > 2", "RUL102 14–15 expected `else`, but the expression ends"),
        ("users in 'a'", "RUL102 9–12 expected `[`, but found `'a'`"),
        ("users = 3", "RUL101 6–7 `=` has no meaning in an expression (to compare, write `==`)"),
        ("users ≥ 3", "RUL101 6–7 `≥` has no meaning in an expression (write `>=`)"),
        ("site.state == 'OH", "RUL101 14–17 the text 'OH has no closing quote (end it with ')"),
        ("internet.down > 10 Gbp", "RUL104 19–22 there is no unit `Gbp` (did you mean `Gbps`?)"),
        ("celi(users)", "RUL105 0–4 there is no function `celi` (did you mean `ceil`?)"),
        ("round_up(users)", "RUL106 0–15 `round_up` does not take 1 argument (write `round_up(x, step)`)"),
        ("known(users + 1)", "RUL106 6–15 `known` takes a name (write `known(name)`)"),
        ("9999999999999999999", "RUL103 0–19 a number has at most 18 digits"),
        ("(" * 31 + "1" + ")" * 31, "RUL103 30–31 nested deeper than 30 levels (name parts of it under `let`)"),
        ("1" + " + 1" * 130, "RUL103 0–521 the expression has more than 250 parts (name parts of it under `let`)"),
        ("x" * 1501, "RUL103 0–1501 the expression is longer than 1500 characters (name parts of it under `let`)"),
    ],
)
def test_what_cannot_be_read_is_one_finding_at_its_column(text: str, finding: str) -> None:
    parsed = parse(text, WHERE)
    assert parsed.value is None
    assert lines(parsed.diagnostics) == [finding]


def test_a_hyphen_between_letters_belongs_to_the_name() -> None:
    assert expression("call-paths - x-1").names == {"call-paths", "x"}


def test_names_are_what_is_read_and_tables_stand_apart() -> None:
    read = expression("voice.seats * busy_hour_erlangs[voice.traffic] + total(users) if any_site(backup) else extra")
    assert read.names == {"voice.seats", "voice.traffic", "sites.users", "sites.backup", "extra"}
    assert read.tables == {"busy_hour_erlangs"}


@pytest.mark.parametrize(
    ("span", "place"),
    [
        (Span("f", 3, 5), Span("f", 3, 11, 3, 12)),
        (Span("f", 3, 5, 3, 12), Span("f", 3, 11, 3, 12)),
        (Span("f", 3, 5, 3, 14), Span("f", 3, 12, 3, 13)),  # in quotes
        (Span("f", 3, 5, 4, 2), Span("f", 3, 5, 4, 2)),  # folded: columns mean nothing
        (Span(), Span()),
    ],
)
def test_columns_are_those_of_the_file(span: Span, place: Span) -> None:
    assert [d.span for d in parse("users ?", span).diagnostics] == [place]


def test_a_sentence_tells_all_that_is_wrong_in_its_braces() -> None:
    parsed = parse_template("{users +} people, {1 Gbp} and {}", WHERE)
    assert parsed.value is None
    assert lines(parsed.diagnostics) == [
        "RUL102 8–9 expected a value, but the expression ends",
        "RUL104 21–24 there is no unit `Gbp` (did you mean `Gbps`?)",
        "RUL102 31–32 expected a value, but the expression ends",
    ]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("{users", "RUL107 0–1 a brace `{` without `}` behind it (to print a brace, write `{{`)"),
        ("users}", "RUL107 5–6 a brace `}` without `{` before it (to print a brace, write `}}`)"),
    ],
)
def test_a_brace_without_its_partner(text: str, finding: str) -> None:
    assert lines(parse_template(text, WHERE).diagnostics) == [finding]
