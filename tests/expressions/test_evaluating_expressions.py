"""Values, formulas and sentences; and that nothing that a person can type makes them fail."""

from __future__ import annotations

from decimal import Decimal

import pytest
from expression_samples import VOCABULARY, WHERE, Known, expression, sentence
from hypothesis import given
from hypothesis import strategies as st

from proposer.expressions import Value, evaluate, fill, infer, parse, parse_template, working

OFFICE = Known(
    {
        "users": Decimal(60),
        "voice.traffic": "moderate",
        "internet.down": Decimal(1500),
        "internet.availability": Decimal("99.99"),
        "internet.backup": True,
        "rooms": Decimal(0),
        "per_call": Decimal("0.0888"),
        "huge": Decimal("1E+400"),
        "nothing": Decimal("NaN"),
    },
    totals={"users": Decimal(400)},
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("voice.seats", None),
        ("voice.seats + 1", None),
        ("voice.seats > 1 or internet.backup", None),  # left to right: `or` had to look
        ("internet.backup or voice.seats > 1", True),
        ("not internet.backup and voice.seats > 1", False),
        ("known(voice.seats)", False),
        ("known(users) and users >= 60", True),
        ("voice.seats if not internet.backup else users", Decimal(60)),
        ("users / rooms", None),
        ("users + voice.traffic", None),
        ("voice.traffic == 3", None),
        ("users if users else 1", None),
        ("huge", None),
        ("huge * 0", None),
        ("nothing > 1", None),
        ("users * 999999999999999999 * 999999999999999999", None),
        ("ceil(users / 7)", Decimal(9)),
        ("floor(-users / 7)", Decimal(-9)),
        ("round_up(150 Mbps, 100 Mbps)", Decimal(200)),
        ("round_up(150, 0)", None),
        ("min(users, 7, 9)", Decimal(7)),
        ("busy_hour_erlangs['nobody']", None),
        ("total(users)", Decimal(400)),
        ("any_site(backup)", False),
        ("erlang_b_lines(users * busy_hour_erlangs[voice.traffic], 1 %)", Decimal(9)),
        ("erlang_b_lines(users * 1000, 1 %)", None),
    ],
)
def test_values(text: str, value: Value | None) -> None:
    assert evaluate(expression(text), OFFICE) == value


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("users", "60"),
        ("internet.down", "1.5 Gbps"),
        ("users * busy_hour_erlangs[voice.traffic]", "60 × 0.056 = 3.36"),
        ("erlang_b_lines(users * busy_hour_erlangs[voice.traffic], 1 %)", "erlang_b_lines(60 × 0.056, 1 %) = 9"),
        ("(users + 2) * 3 - (4 - 1)", "(60 + 2) × 3 − (4 − 1) = 183"),
        ("internet.down * 1.25", "1.5 Gbps × 1.25 = 1,875 Mbps"),
        ("users * per_call / 7", "60 × 0.0888 / 7 = 0.7611"),
        ("users if internet.backup else 0", "60"),
        ("max(internet.down, 100 Mbps)", "max(1.5 Gbps, 100 Mbps) = 1.5 Gbps"),
        ("-users", "−60 = -60"),
        ("internet.down > 10 Gbps", "1.5 Gbps > 10 Gbps = no"),
        ("voice.seats * 2", ""),
    ],
)
def test_the_formula_with_its_numbers(text: str, shown: str) -> None:
    assert working(expression(text), OFFICE) == shown


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Nothing to fill.", "Nothing to fill."),
        ("{users} people with {voice.traffic} traffic", "60 people with moderate traffic"),
        ("{internet.down} at {internet.availability}", "1.5 Gbps at 99.99 %"),
        ("{users / 7} each, {0.0888 Mbps} a call", "8.57 each, 88.8 kbps a call"),
        ("backup: {internet.backup}", "backup: yes"),
        ("{{users}} is {users}", "{users} is 60"),
        ("{voice.seats} seats", None),
    ],
)
def test_sentences(text: str, filled: str | None) -> None:
    assert fill(sentence(text), OFFICE) == filled


_WORDS = [
    "users",
    "voice.seats",
    "voice.traffic",
    "internet.down",
    "internet.backup",
    "huge",
    "busy_hour_erlangs[",
    "]",
    "'light'",
]
_SIGNS = [
    "+",
    "-",
    "*",
    "/",
    "==",
    "<",
    ">=",
    "(",
    ")",
    ",",
    "and",
    "or",
    "not",
    "in [",
    "if",
    "else",
    "true",
    "0",
    "2",
    "9e9",
    "1 %",
]
_CALLS = ["known(", "ceil(", "min(", "round_up(", "erlang_b_lines(", "total(", "{", "}"]
_TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_WORDS + _SIGNS + _CALLS), max_size=25).map(" ".join))


@given(_TEXTS)
def test_any_text_is_an_expression_or_findings(text: str) -> None:
    parsed = parse(text, WHERE)
    assert (parsed.value is None) == bool(parsed.diagnostics)
    if parsed.value is not None:
        infer(parsed.value, VOCABULARY)
        value = evaluate(parsed.value, OFFICE)
        assert (working(parsed.value, OFFICE) == "") == (value is None or value == "")


@given(_TEXTS)
def test_any_sentence_is_a_sentence_or_findings(text: str) -> None:
    parsed = parse_template(text, WHERE)
    assert (parsed.value is None) == bool(parsed.diagnostics)
    if parsed.value is not None:
        fill(parsed.value, OFFICE)


@given(st.decimals(), st.decimals(), st.sampled_from(["+", "-", "*", "/", "<", "=="]))
def test_any_numbers_have_a_value_or_none(left: Decimal, right: Decimal, sign: str) -> None:
    scope = Known({"left": left, "right": right})
    for text in (
        f"left {sign} right",
        "ceil(left)",
        "round_up(left, right)",
        "erlang_b_lines(left, right)",
        "min(left, right)",
    ):
        value = evaluate(expression(text), scope)
        assert not isinstance(value, Decimal) or value.is_finite()
        working(expression(text), scope)


def test_the_longest_and_deepest_texts_stay_within_the_stack() -> None:
    for text in ("1" + " + 1" * 124, "not " * 28 + "true", "(" * 28 + "1" + ")" * 28, "1" + " if true else 1" * 28):
        assert working(expression(text), OFFICE)
