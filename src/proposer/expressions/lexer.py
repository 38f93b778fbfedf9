"""Cutting an expression's text into tokens.

A hyphen between two letters without spaces belongs to a name (`call-paths`); to subtract, write spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from proposer.expressions.findings import SIGN, TOO_LONG, ReadingError

MOST_CHARACTERS = 1500
MOST_TOKENS = 250
KEYWORDS = frozenset({"and", "or", "not", "in", "if", "else", "true", "false"})

_TOKEN = re.compile(
    r"(?P<space>[ \t\r\n]+)"
    r"|(?P<number>[0-9](?:_?[0-9])*(?:\.[0-9]+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*(?:[.-][A-Za-z_][A-Za-z0-9_]*)*)"
    r"|(?P<text>'[^'\n]*'|\"[^\"\n]*\")"
    r"|(?P<sign>==|!=|<=|>=|[-+*/<>%()\[\],])"
)
_INSTEAD = {
    "=": "to compare, write `==`",
    "&": "write `and`",
    "|": "write `or`",
    "!": "write `not`, or `!=`",
    "^": "there are no powers; multiply",
    "≥": "write `>=`",
    "≤": "write `<=`",
    "≠": "write `!=`",
    "×": "write `*`",
    "÷": "write `/`",
    "−": "write `-`",
    "–": "write `-`",
    "‘": "write straight quotes: `'premium'`",
    "’": "write straight quotes: `'premium'`",
    "“": "write straight quotes: `'premium'`",
    "”": "write straight quotes: `'premium'`",
    "{": "braces belong in sentences; here write the name alone",
    "}": "braces belong in sentences; here write the name alone",
}


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is number, name, text, a keyword, a sign, or `end`."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """All tokens and a last one of kind `end`; raises ReadingError."""
    if len(text) > MOST_CHARACTERS:
        raise ReadingError(
            TOO_LONG, f"the expression is longer than {MOST_CHARACTERS} characters", 0, len(text), _SHORTER
        )
    found: list[Token] = []
    position = 0
    while position < len(text):
        token = _next(text, position)
        position = token.end
        if token.kind != "space":
            found.append(token)
    if len(found) > MOST_TOKENS:
        raise ReadingError(TOO_LONG, f"the expression has more than {MOST_TOKENS} parts", 0, len(text), _SHORTER)
    return [*found, Token("end", "", len(text), len(text))]


_SHORTER = "name parts of it under `let`"


def _next(text: str, position: int) -> Token:
    match = _TOKEN.match(text, position)
    if match is None:
        raise _strange(text, position)
    kind = str(match.lastgroup)
    word = match.group()
    if kind == "sign" or (kind == "name" and word in KEYWORDS):
        kind = word
    return Token(kind, word, position, match.end())


def _strange(text: str, position: int) -> ReadingError:
    sign = text[position]
    if sign in "'\"":
        return ReadingError(
            SIGN, f"the text {text[position:].strip()} has no closing quote", position, len(text), f"end it with {sign}"
        )
    remedy = _INSTEAD.get(sign, "")
    return ReadingError(SIGN, f"`{sign}` has no meaning in an expression", position, position + 1, remedy)
