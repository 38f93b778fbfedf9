"""Rules and their expressions: what the codes RUL stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "RUL101": Code("A sign that no expression has", "Or a text without its closing quote."),
    "RUL102": Code("An expression that cannot be read", "It breaks off, or goes on where it should have ended."),
    "RUL103": Code("An expression is too long or too deep", "Name its parts under `let`."),
    "RUL104": Code("An unknown unit in an expression", "Amounts are compared in known units."),
    "RUL105": Code("An unknown function", "Only the functions of the catalog's format are there."),
    "RUL106": Code("Arguments that do not fit", "Too few, too many, or of the wrong kind."),
    "RUL107": Code("A brace without its partner", "Braces in sentences hold expressions."),
    "RUL110": Code(
        "An unknown name in an expression", "It is neither a question, a built-in name, a table nor a `let`."
    ),
    "RUL111": Code("Units that disagree", "Two numbers in different units are compared or calculated with."),
    "RUL112": Code("A choice that can never be", "The question has no such answer."),
    "RUL113": Code("A number, flag or text in the wrong place", "Conditions are flags, demands are numbers or grades."),
    "RUL114": Code("A table that cannot be looked up", "It has no such key, or is used without one."),
    "RUL115": Code("A name that has no meaning in this scope", "Site answers are read in `for: site` rules only."),
    "RUL116": Code("A name that is taken", "A `let` of that name would hide an answer, a table or what is demanded."),
    "RUL117": Code(
        "A name that is ambiguous", "Two demands of the rule have it, and a sentence cannot tell which is meant."
    ),
    "RUL201": Code(
        "A rule's sentence lacks an answer", "The rule applies, but its sentence names an answer that nobody gave."
    ),
    "RUL202": Code("A demand that cannot be calculated", "A division by zero, or numbers beyond all measure."),
}
