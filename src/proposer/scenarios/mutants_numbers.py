"""Wrong numbers in a rule's formulas: each one about a quarter more, where it decides what is demanded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from proposer.expressions.nodes import Binary, Call, Cell, Conditional, Expression, Literal, Membership, Node, Unary
from proposer.expressions.nodes import parts_of as parts_below
from proposer.model.catalog import Rule
from proposer.units import with_unit

MORE = Decimal("1.25")


def number_faults(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Each number of the rule's condition, of its names and of its demands, once."""
    if rule.when is not None:
        for words, wrong in _wrong(rule.when):
            yield f"{words} in its condition", replace(rule, when=wrong)
    for index, (name, said) in enumerate(rule.let):
        for words, wrong in _wrong(said):
            yield f"{words} in {name}", replace(rule, let=(*rule.let[:index], (name, wrong), *rule.let[index + 1 :]))
    for index, wanted in enumerate(rule.demands):
        before, after = rule.demands[:index], rule.demands[index + 1 :]
        for words, wrong in _wrong(wanted.amount) if wanted.amount else ():
            demands = (*before, replace(wanted, amount=wrong), *after)
            yield f"{words} in its demand of {wanted.capability}", replace(rule, demands=demands)
        for name, said in wanted.qualities:
            for words, wrong in _wrong(said):
                qualities = tuple((each, wrong if each == name else value) for each, value in wanted.qualities)
                demands = (*before, replace(wanted, qualities=qualities), *after)
                yield f"{words} in {name} of {wanted.capability}", replace(rule, demands=demands)


def _wrong(expression: Expression) -> Iterator[tuple[str, Expression]]:
    for literal in _numbers(expression.root):
        assert isinstance(literal.value, Decimal)  # noqa: S101 - only such are taken
        wrong = replace(literal, value=more(literal.value, literal.unit))
        words = f"with {_said(wrong)} instead of {_said(literal)}"
        yield words, replace(expression, root=_with(expression.root, literal, wrong))


def more(value: Decimal, unit: str) -> Decimal:
    """A quarter more, of a whole number the next whole one; of per cents half of what is missing."""
    if unit == "%":
        return (value + 100) / 2
    wrong = value * MORE if value else Decimal(1)
    return wrong.to_integral_value(ROUND_CEILING) if value == value.to_integral_value() else wrong


def _said(literal: Literal) -> str:
    return with_unit(literal.value, literal.unit) if isinstance(literal.value, Decimal) else str(literal.value)


def _numbers(node: Node) -> Iterator[Literal]:
    if isinstance(node, Literal) and isinstance(node.value, Decimal) and (node.value or not node.unit):
        yield node  # `> 0 Mbps` says that something is stated at all: nobody states less than what is sold
    for part in parts_below(node):
        yield from _numbers(part)


def _with(node: Node, old: Literal, new: Literal) -> Node:
    """The node with another literal in one place."""
    match node:
        case Literal():
            return new if node is old else node
        case Cell():
            return replace(node, key=_with(node.key, old, new))
        case Unary():
            return replace(node, operand=_with(node.operand, old, new))
        case Binary():
            return replace(node, left=_with(node.left, old, new), right=_with(node.right, old, new))
        case Membership():
            return replace(node, item=_with(node.item, old, new))
        case Conditional():
            then, condition, otherwise = (_with(part, old, new) for part in parts_below(node))
            return replace(node, then=then, condition=condition, otherwise=otherwise)
        case Call():
            return replace(node, arguments=tuple(_with(part, old, new) for part in node.arguments))
        case _:
            return node
