"""Numbers with their units, texts and flags, as an expression holds them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from proposer.diagnostics import did_you_mean
from proposer.expressions.findings import TOO_LONG, UNIT, ReadingError
from proposer.expressions.lexer import Token
from proposer.expressions.nodes import Literal
from proposer.units import UNITS

MOST_DIGITS = 18


def plain_literal(token: Token) -> Literal:
    """A text without its quotes, or a flag."""
    value = token.text[1:-1] if token.kind == "text" else token.kind == "true"
    return Literal(token.start, token.end, value)


def number_with_unit(tokens: Sequence[Token], at: int) -> tuple[Literal, int]:
    """The number at a token with the unit behind it, in base units, and how many tokens that took; raises ReadingError."""
    number = tokens[at]
    if len(number.text) > MOST_DIGITS:
        raise ReadingError(TOO_LONG, f"a number has at most {MOST_DIGITS} digits", number.start, number.end)
    amount = Decimal(number.text.replace("_", ""))
    unit, taken = _unit(tokens, at + 1)
    if not taken:
        return Literal(number.start, number.end, amount), 1
    last = tokens[at + taken]
    if unit not in UNITS:
        raise ReadingError(
            UNIT, f"there is no unit `{unit}`", tokens[at + 1].start, last.end, did_you_mean(unit, UNITS)
        )
    base, factor = UNITS[unit]
    return Literal(number.start, last.end, amount * factor, base), taken + 1


def _unit(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    if tokens[at].kind not in {"name", "%"}:
        return "", 0
    if tokens[at].text == "business" and tokens[at + 1].text == "days":
        return "business days", 2
    return tokens[at].text, 1
