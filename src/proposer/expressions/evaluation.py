"""Evaluating expressions: total, without exceptions; None is "it needed an answer that nobody gave".

What cannot be calculated (a division by zero, a text times a number) is None as well. `and`, `or` and `if` look only as far as
they must.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from proposer.expressions.arithmetic import add, divide, multiply, negate, subtract
from proposer.expressions.functions import FUNCTIONS
from proposer.expressions.literals import MOST_DIGITS
from proposer.expressions.nodes import (
    Binary,
    Call,
    Cell,
    Conditional,
    Expression,
    Literal,
    Membership,
    Name,
    Node,
    Unary,
)
from proposer.expressions.scope import Scope
from proposer.expressions.types import Value

_ARITHMETIC: Mapping[str, Callable[[Decimal, Decimal], Decimal | None]] = {
    "+": add,
    "-": subtract,
    "*": multiply,
    "/": divide,
}
_ORDER: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": Decimal.__lt__,
    "<=": Decimal.__le__,
    ">": Decimal.__gt__,
    ">=": Decimal.__ge__,
}


def evaluate(expression: Expression, scope: Scope) -> Value | None:
    """The value at a place, or None when an answer that it needed is missing or it cannot be calculated."""
    return value_of(expression.root, scope)


def value_of(node: Node, scope: Scope) -> Value | None:
    """The value of a part of an expression."""
    match node:
        case Name():
            return _looked_up(node.name, scope)
        case Literal():
            return node.value
        case Binary():
            return _binary(node, scope)
        case Call():
            return _call(node, scope)
        case Cell():
            key = value_of(node.key, scope)
            return scope.cell(node.table, key) if isinstance(key, str) else None
        case Unary():
            return _unary(node, scope)
        case Membership():
            return _membership(node, scope)
        case Conditional():
            return _conditional(node, scope)


def _looked_up(name: str, scope: Scope) -> Value | None:
    return _sound(scope.lookup(name))


def _sound(value: Value | None) -> Value | None:
    """A value, unless it is a number beyond any that is calculated with."""
    if isinstance(value, Decimal) and not (value.is_finite() and value.adjusted() <= MOST_DIGITS):
        return None
    return value


def _binary(node: Binary, scope: Scope) -> Value | None:
    left = value_of(node.left, scope)
    if node.operator in {"and", "or"}:
        return _logic(node, left, scope)
    right = None if left is None else value_of(node.right, scope)
    if left is None or right is None:
        return None
    if node.operator in {"==", "!="}:
        return (left == right) is (node.operator == "==") if type(left) is type(right) else None
    if not (isinstance(left, Decimal) and isinstance(right, Decimal)):
        return None
    if node.operator in _ORDER:
        return _ORDER[node.operator](left, right)
    return _ARITHMETIC[node.operator](left, right)


def _logic(node: Binary, left: Value | None, scope: Scope) -> bool | None:
    """`and` stops at the first false, `or` at the first true."""
    if not isinstance(left, bool):
        return None
    if left is (node.operator == "or"):
        return left
    right = value_of(node.right, scope)
    return right if isinstance(right, bool) else None


def _unary(node: Unary, scope: Scope) -> Value | None:
    value = value_of(node.operand, scope)
    if node.operator == "not":
        return not value if isinstance(value, bool) else None
    return negate(value) if isinstance(value, Decimal) else None


def _membership(node: Membership, scope: Scope) -> bool | None:
    item = value_of(node.item, scope)
    if item is None:
        return None
    found = any(type(choice.value) is type(item) and choice.value == item for choice in node.choices)
    return found is not node.negated


def _conditional(node: Conditional, scope: Scope) -> Value | None:
    condition = value_of(node.condition, scope)
    if not isinstance(condition, bool):
        return None
    return value_of(node.then if condition else node.otherwise, scope)


def _call(node: Call, scope: Scope) -> Value | None:
    calculate = FUNCTIONS[node.function].calculate
    if calculate is None:
        return _read(node, scope)
    numbers: list[Decimal] = []
    for argument in node.arguments:
        value = value_of(argument, scope)
        if not isinstance(value, Decimal):
            return None
        numbers.append(value)
    return calculate(numbers)


def _read(node: Call, scope: Scope) -> Value | None:
    """`known`, `total` and `any_site` take a name, not its value."""
    asked = node.arguments[0]
    if not isinstance(asked, Name):
        return None
    if node.function == "known":
        return scope.lookup(asked.name) is not None
    return _sound(scope.total(asked.name)) if node.function == "total" else scope.any_site(asked.name)
