"""From text to expressions and sentences; what cannot be read becomes a finding at its column.

An operator-precedence parser over the lexer's tokens. The grammar is in docs/catalog-format.md.
"""

from __future__ import annotations

from proposer.diagnostics import Diagnostic, Outcome, Span, did_you_mean
from proposer.expressions.findings import ARGUMENTS, FUNCTION, SYNTAX, TOO_LONG, ReadingError
from proposer.expressions.functions import FUNCTIONS, READERS
from proposer.expressions.lexer import Token, tokens
from proposer.expressions.literals import number_with_unit, plain_literal
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
    names_of,
    tables_of,
)
from proposer.expressions.positions import locate

MOST_NESTED = 30
_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})
_CONDITIONAL, _OR, _AND, _NOT, _COMPARE, _SUM, _PRODUCT, _SIGN = range(1, 9)
_BINDS = {
    **dict.fromkeys(_COMPARISONS, _COMPARE),
    "if": _CONDITIONAL,
    "or": _OR,
    "and": _AND,
    "in": _COMPARE,
    "not": _COMPARE,
    "+": _SUM,
    "-": _SUM,
    "*": _PRODUCT,
    "/": _PRODUCT,
}


def parse(text: str, span: Span) -> Outcome[Expression]:
    """The expression that a text holds, or the one finding that stopped the reading."""
    try:
        root = _Reader(text).whole()
    except ReadingError as fault:
        return Outcome(None, (finding(text, span, fault),))
    return Outcome(Expression(text, span, root, names_of(root), tables_of(root)))


def finding(text: str, span: Span, fault: ReadingError) -> Diagnostic:
    """A fault as users see it."""
    return Diagnostic(fault.code, fault.message, locate(text, span, fault.start, fault.end), help=fault.remedy)


class _Reader:
    """Reads one expression from left to right."""

    def __init__(self, text: str) -> None:
        self._tokens = tokens(text)
        self._at = 0
        self._nested = 0

    def whole(self) -> Node:
        node = self._expression(_CONDITIONAL)
        if self._next.kind != "end":
            raise self._surprise("an operator or the end")
        return node

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._next
        self._at += 1
        return token

    def _expect(self, kind: str) -> Token:
        if self._next.kind != kind:
            raise self._surprise(f"`{kind}`")
        return self._take()

    def _surprise(self, expected: str) -> ReadingError:
        token = self._next
        found = "the expression ends" if token.kind == "end" else f"found `{token.text}`"
        return ReadingError(SYNTAX, f"expected {expected}, but {found}", token.start, token.end)

    def _expression(self, least: int) -> Node:
        self._nested += 1
        if self._nested > MOST_NESTED:
            raise ReadingError(
                TOO_LONG,
                f"nested deeper than {MOST_NESTED} levels",
                self._next.start,
                self._next.end,
                "name parts of it under `let`",
            )
        node = self._prefix()
        while _BINDS.get(self._next.kind, 0) >= least:
            node = self._continue(node, _BINDS[self._next.kind])
        self._nested -= 1
        return node

    def _prefix(self) -> Node:
        token = self._next
        match token.kind:
            case "-" | "not":
                self._take()
                operand = self._expression(_SIGN if token.kind == "-" else _NOT)
                return Unary(token.start, operand.end, token.kind, operand)
            case "(":
                self._take()
                inner = self._expression(_CONDITIONAL)
                self._expect(")")
                return inner
            case "name":
                return self._named()
            case _:
                return self._literal()

    def _literal(self) -> Literal:
        token = self._next
        if token.kind == "number":
            literal, taken = number_with_unit(self._tokens, self._at)
            self._at += taken
            return literal
        if token.kind in {"text", "true", "false"}:
            return plain_literal(self._take())
        raise self._surprise("a value")

    def _named(self) -> Node:
        token = self._take()
        if self._next.kind == "(":
            return self._call(token)
        if self._next.kind != "[":
            return Name(token.start, token.end, token.text)
        self._take()
        key = self._expression(_CONDITIONAL)
        return Cell(token.start, self._expect("]").end, token.text, key)

    def _call(self, token: Token) -> Call:
        if token.text not in FUNCTIONS:
            remedy = did_you_mean(token.text, FUNCTIONS)
            raise ReadingError(FUNCTION, f"there is no function `{token.text}`", token.start, token.end, remedy)
        self._expect("(")
        arguments: list[Node] = []
        while self._next.kind != ")":
            arguments.append(self._expression(_CONDITIONAL))
            if self._next.kind != ")":
                self._expect(",")
        return _checked(Call(token.start, self._expect(")").end, token.text, tuple(arguments)))

    def _continue(self, left: Node, binding: int) -> Node:
        token = self._take()
        if token.kind == "if":
            return self._conditional(left)
        if token.kind in {"in", "not"}:
            return self._unchained(self._membership(left, token))
        right = self._expression(binding + 1)
        node = Binary(left.start, right.end, token.kind, left, right)
        return self._unchained(node) if binding == _COMPARE else node

    def _conditional(self, then: Node) -> Conditional:
        condition = self._expression(_OR)
        self._expect("else")
        otherwise = self._expression(_CONDITIONAL)
        return Conditional(then.start, otherwise.end, then, condition, otherwise)

    def _membership(self, item: Node, token: Token) -> Membership:
        if token.kind == "not":
            self._expect("in")
        self._expect("[")
        choices = [self._literal()]
        while self._next.kind == ",":
            self._take()
            choices.append(self._literal())
        return Membership(item.start, self._expect("]").end, item, tuple(choices), token.kind == "not")

    def _unchained(self, node: Node) -> Node:
        if _BINDS.get(self._next.kind) == _COMPARE:
            remedy = "write `a < b and b < c`"
            raise ReadingError(SYNTAX, "comparisons cannot be chained", self._next.start, self._next.end, remedy)
        return node


def _checked(call: Call) -> Call:
    function = FUNCTIONS[call.function]
    given = len(call.arguments)
    if given < function.least or (function.most is not None and given > function.most):
        message = f"`{call.function}` does not take {given} argument{'' if given == 1 else 's'}"
        raise ReadingError(ARGUMENTS, message, call.start, call.end, f"write `{function.usage}`")
    if call.function in READERS and not isinstance(call.arguments[0], Name):
        asked = call.arguments[0]
        raise ReadingError(
            ARGUMENTS, f"`{call.function}` takes a name", asked.start, asked.end, f"write `{function.usage}`"
        )
    return call
