"""Values and formulas as people read them: sentences filled in, and a formula with its numbers."""

from __future__ import annotations

from decimal import Decimal

from proposer.expressions.arithmetic import rounded
from proposer.expressions.evaluation import value_of
from proposer.expressions.nodes import (
    SITES,
    Binary,
    Call,
    Cell,
    Conditional,
    Expression,
    Literal,
    Membership,
    Name,
    Node,
    Template,
    Unary,
)
from proposer.expressions.scope import Scope
from proposer.expressions.types import Value
from proposer.units import BASE_UNITS, handy, plain

_SIGNS = {"*": "×", "-": "−"}
_STRENGTH = {"or": 1, "and": 2, "+": 4, "-": 4, "*": 5, "/": 5}
_COMPARISON = 3
_KEEPS_UNIT = frozenset({"ceil", "floor", "min", "max", "round_up"})


def fill(template: Template, scope: Scope) -> str | None:
    """The sentence with its values; None when one of them is not known."""
    texts: list[str] = []
    for part in template.parts:
        text = part if isinstance(part, str) else _filled(part.root, scope)
        if text is None:
            return None
        texts.append(text)
    return "".join(texts)


def working(expression: Expression, scope: Scope) -> str:
    """The formula with its numbers and its result, `60 × 0.056 = 3.36`; a plain value alone; empty when not known."""
    result = value_of(expression.root, scope)
    if result is None:
        return ""
    shown = printed(result, unit_of(expression.root, scope), 4)
    formula = _formula(expression.root, scope)
    return shown if formula == shown else f"{formula} = {shown}"


def printed(value: Value, unit: str, places: int = 2) -> str:
    """A value for print: numbers in thousands with their unit and at most so many decimals, choices by name, flags as yes or no."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        amount, word = handy(value, unit if unit in BASE_UNITS else "")
        shown = Decimal(plain(rounded(amount, max(places, 4 if unit == "%" else 0))))
        return f"{shown:,f} {word}".rstrip()
    return value


def unit_of(node: Node, scope: Scope) -> str:
    """The base unit of a number's value; empty for plain counts and whatever is no number."""
    match node:
        case Literal():
            return node.unit
        case Name():
            return scope.unit(node.name)
        case Cell():
            return scope.unit(node.table)
        case Unary():
            return unit_of(node.operand, scope)
        case Binary():
            return _unit_of_result(node.operator, unit_of(node.left, scope), unit_of(node.right, scope))
        case Conditional():
            return unit_of(node.then, scope) or unit_of(node.otherwise, scope)
        case Call():
            return _unit_of_call(node, scope)
        case Membership():
            return ""


def _unit_of_result(operator: str, left: str, right: str) -> str:
    if operator == "/":
        return "" if left == right else left
    return left or right if operator in {"+", "-", "*"} else ""


def _unit_of_call(node: Call, scope: Scope) -> str:
    if node.function == "total" and isinstance(asked := node.arguments[0], Name):
        return scope.unit(SITES + asked.name)
    if node.function not in _KEEPS_UNIT:
        return ""
    return next((unit for argument in node.arguments if (unit := unit_of(argument, scope))), "")


def _filled(node: Node, scope: Scope) -> str | None:
    value = value_of(node, scope)
    return None if value is None else printed(value, unit_of(node, scope))


def _formula(node: Node, scope: Scope) -> str:
    """A node with the values of its names in place of the names."""
    match node:
        case Binary():
            own = _STRENGTH.get(node.operator, _COMPARISON)
            sign = _SIGNS.get(node.operator, node.operator)
            return f"{_operand(node.left, own, scope)} {sign} {_operand(node.right, own + 1, scope)}"
        case Unary():
            return f"{'−' if node.operator == '-' else 'not '}{_operand(node.operand, 6, scope)}"
        case Conditional():
            return _formula(node.then if value_of(node.condition, scope) else node.otherwise, scope)
        case Call() if node.function not in {"known", "total", "any_site"}:
            return f"{node.function}({', '.join(_formula(argument, scope) for argument in node.arguments)})"
        case _:
            value = value_of(node, scope)
            return "unknown" if value is None else printed(value, unit_of(node, scope), 4)


def _operand(node: Node, least: int, scope: Scope) -> str:
    text = _formula(node, scope)
    strength = _STRENGTH.get(node.operator, _COMPARISON) if isinstance(node, Binary) else least
    return text if strength >= least else f"({text})"
