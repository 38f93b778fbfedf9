"""What a formula can come to, given what its names can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from proposer.check.logic.domains import CONTEXT, INFINITE, Domain, Range, bounds
from proposer.check.logic.world import World
from proposer.expressions.nodes import Binary, Call, Cell, Conditional, Literal, Name, Node, Unary

_ANY_NUMBER = Range()
_CALCULATE: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": CONTEXT.add,
    "-": CONTEXT.subtract,
    "*": CONTEXT.multiply,
    "/": CONTEXT.divide,
}
_WHOLE_RESULTS = {"+", "-", "*"}


def variable(node: Node, world: World) -> str:
    """The name of a node that is nothing but a name with a domain; empty for formulas."""
    if isinstance(node, Name):
        return "" if node.name in world.own else world.canonical(node.name)
    if isinstance(node, Call) and node.function in {"total", "any_site"} and isinstance(node.arguments[0], Name):
        return f"{node.function}({node.arguments[0].name})"
    return ""


def estimate(node: Node, world: World, domains: Mapping[str, Domain]) -> Domain:
    """Everything that a node can be; perhaps more, never less."""
    if name := variable(node, world):
        return domains.get(name, world.domains.get(name))
    match node:
        case Literal():
            return frozenset({node.value})
        case Name():
            return estimate(world.own[node.name].root, world, domains)
        case Cell():
            return _cell(node, world, domains)
        case Unary(operator="-"):
            return _combined("-", Range(Decimal(0), Decimal(0), whole=True), _number(node.operand, world, domains))
        case Binary(operator="+" | "-" | "*" | "/"):
            left, right = _number(node.left, world, domains), _number(node.right, world, domains)
            return _combined(node.operator, left, right)
        case Conditional():
            return _either(estimate(node.then, world, domains), estimate(node.otherwise, world, domains))
        case Call(function="min" | "max" | "ceil" | "floor"):
            return _called(node.function, [_number(part, world, domains) for part in node.arguments])
        case _:
            return None


def _number(node: Node, world: World, domains: Mapping[str, Domain]) -> Range:
    domain = estimate(node, world, domains)
    found = bounds(domain)
    if found is None or not isinstance(domain, frozenset):
        return found or _ANY_NUMBER
    return replace(found, whole=all(isinstance(v, Decimal) and v == v.to_integral_value() for v in domain))


def _cell(node: Cell, world: World, domains: Mapping[str, Domain]) -> Domain:
    table = world.tables.get(node.table)
    keys = estimate(node.key, world, domains)
    if table is None:
        return None
    wanted = keys if isinstance(keys, frozenset) else frozenset(table.values)
    return frozenset(value for key, value in table.values.items() if key in wanted)


def _combined(operator: str, left: Range, right: Range) -> Range:
    """The hull of the results at the ends; anything where one of them is undefined."""
    if operator == "/" and right.low <= 0 <= right.high:
        return _ANY_NUMBER
    ends = [_CALCULATE[operator](a, b) for a in (left.low, left.high) for b in (right.low, right.high)]
    if any(end.is_nan() for end in ends):
        return _ANY_NUMBER
    whole = left.whole and right.whole and operator in _WHOLE_RESULTS
    # ends stay closed: a range a little too wide is never wrong
    return Range(min(ends), max(ends), whole=whole)


def _either(one: Domain, other: Domain) -> Domain:
    if one is None or other is None:
        return None
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one | other
    return _hull(limits for limits in (bounds(one), bounds(other)) if limits is not None)


def _hull(ranges: Iterable[Range]) -> Range:
    found = list(ranges)
    return Range(min(each.low for each in found), max(each.high for each in found)) if found else _ANY_NUMBER


def _called(function: str, arguments: list[Range]) -> Range:
    choose = max if function == "max" else min
    low, high = choose(each.low for each in arguments), choose(each.high for each in arguments)
    if function in {"ceil", "floor"}:
        rounding = ROUND_CEILING if function == "ceil" else ROUND_FLOOR
        low, high = (end if abs(end) == INFINITE else end.to_integral_value(rounding=rounding) for end in (low, high))
        return Range(low, high, whole=True)
    return Range(low, high, whole=all(each.whole for each in arguments))
