"""The codes of what can be wrong in an expression, and the one exception that carries a finding out of the parser."""

from __future__ import annotations

from collections.abc import Mapping

SIGN = "RUL101"
SYNTAX = "RUL102"
TOO_LONG = "RUL103"
UNIT = "RUL104"
FUNCTION = "RUL105"
ARGUMENTS = "RUL106"
BRACES = "RUL107"
NAME = "RUL110"
UNITS_DISAGREE = "RUL111"
CHOICE = "RUL112"
KIND = "RUL113"
TABLE = "RUL114"
NOT_HERE = "RUL115"
TAKEN = "RUL116"
AMBIGUOUS = "RUL117"

CODES: Mapping[str, str] = {
    SIGN: "An expression holds a sign that is not part of the language, or a text without its closing quote.",
    SYNTAX: "An expression breaks off or continues in a way that cannot be read.",
    TOO_LONG: "An expression is too long or too deeply nested; name parts of it under `let`.",
    UNIT: "A number has a unit that is not known.",
    FUNCTION: "A function is not known.",
    ARGUMENTS: "A function has too few, too many or unfit arguments.",
    BRACES: "A sentence has a brace without its partner.",
    NAME: "A name is neither a question, a built-in name, a table nor a `let`.",
    UNITS_DISAGREE: "Two numbers in different units are compared or calculated with.",
    CHOICE: "A choice is compared with something that it can never be.",
    KIND: "A number, a flag or a text stands where another of the three is due.",
    TABLE: "A table is used without a key, or with one that it does not hold.",
    NOT_HERE: "A name or function is used in a rule of a scope where it has no meaning.",
    TAKEN: "A `let` takes a name that already means something else.",
    AMBIGUOUS: "A sentence names a quality that the rule demands of several services.",
}


class ReadingError(Exception):
    """A fault at offsets of an expression's text; raised and caught inside this package only."""

    def __init__(self, code: str, message: str, start: int, end: int, remedy: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.start = start
        self.end = end
        self.remedy = remedy
