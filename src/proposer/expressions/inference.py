"""Typing expressions when the catalog is loaded, before any needs are known."""

from __future__ import annotations

from collections.abc import Mapping

from proposer.diagnostics import Diagnostic, Outcome, did_you_mean
from proposer.expressions.agreement import BARE, agreed_unit, described
from proposer.expressions.findings import CHOICE, KIND, NAME, UNITS_DISAGREE
from proposer.expressions.nodes import Expression, Name, Template
from proposer.expressions.positions import locate
from proposer.expressions.types import TableType, Type
from proposer.expressions.typist import Typist, unquoted


def infer(expression: Expression, vocabulary: Mapping[str, Type | TableType]) -> Outcome[Type]:
    """What an expression's value will be; unknown names, units that disagree and impossible choices are findings."""
    typist = Typist(expression, vocabulary)
    found = typist.type_of(expression.root)
    return Outcome(None if found is None else _settled(found), tuple(typist.findings))


def expect(expression: Expression, vocabulary: Mapping[str, Type | TableType], wanted: Type) -> Outcome[Type]:
    """`infer`, and a finding when the value is not what its place in the file needs: a flag in `when`, a grade, Mbps.

    A bare number fits any unit; a count fits a unit that is only a word for what is counted (`calls`).
    """
    if isinstance(root := expression.root, Name) and root.name in wanted.choices and root.name not in vocabulary:
        return Outcome(None, (_at(expression, NAME, f"there is no `{root.name}` here", unquoted(root.name)),))
    typist = Typist(expression, vocabulary)
    found = typist.type_of(root)
    if found is None:
        return Outcome(None, tuple(typist.findings))
    misfit = _misfit(expression, found, wanted)
    return Outcome(_settled(found), (*typist.findings, *misfit))


def check_template(template: Template, vocabulary: Mapping[str, Type | TableType]) -> tuple[Diagnostic, ...]:
    """What is wrong with the expressions of a sentence."""
    parts = (part for part in template.parts if isinstance(part, Expression))
    return tuple(finding for part in parts for finding in infer(part, vocabulary).diagnostics)


def _settled(found: Type) -> Type:
    return Type("number") if found.unit == BARE else found


def _misfit(expression: Expression, found: Type, wanted: Type) -> tuple[Diagnostic, ...]:
    said = f"`{expression.text.strip()}` is {described(found)}"
    if found.kind != wanted.kind:
        return (_at(expression, KIND, f"{said}, but {described(wanted)} is due here"),)
    if wanted.kind == "number" and agreed_unit(found.unit, wanted.unit) is None:
        return (_at(expression, UNITS_DISAGREE, f"{said}, but {described(wanted)} is due here"),)
    if not wanted.choices:
        return ()
    if not found.choices:
        return (_at(expression, CHOICE, f"{said}, but {described(wanted)} is due here"),)
    strange = [choice for choice in found.choices if choice not in wanted.choices]
    if not strange:
        return ()
    message = f"`{strange[0]}` is not {described(wanted)}"
    return (_at(expression, CHOICE, message, did_you_mean(strange[0], wanted.choices)),)


def _at(expression: Expression, code: str, message: str, remedy: str = "") -> Diagnostic:
    root = expression.root
    return Diagnostic(code, message, locate(expression.text, expression.span, root.start, root.end), help=remedy)
