"""The type of each part of an expression; what does not fit is gathered, and typing goes on where it can."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from proposer.diagnostics import Diagnostic, did_you_mean
from proposer.expressions.agreement import BARE, agreed_unit, common, described, unit_of_product, unit_of_quotient
from proposer.expressions.findings import ARGUMENTS, CHOICE, KIND, NAME, NOT_HERE, TABLE, UNITS_DISAGREE
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
    Unary,
)
from proposer.expressions.positions import locate
from proposer.expressions.types import COUNT, FLAG, TableType, Type
from proposer.units import BASE_UNITS


class Typist:
    """Types one expression over a vocabulary. A part whose type is None has its finding already."""

    def __init__(self, expression: Expression, vocabulary: Mapping[str, Type | TableType]) -> None:
        self._expression = expression
        self._vocabulary = vocabulary
        self.findings: list[Diagnostic] = []

    def type_of(self, node: Node) -> Type | None:
        """The type of a part, with bare numbers in unit BARE."""
        match node:
            case Literal():
                return _of_literal(node)
            case Name():
                return self._name(node)
            case Cell():
                return self._cell(node)
            case Unary():
                return self._due(node.operand, FLAG if node.operator == "not" else COUNT)
            case Binary():
                return self._binary(node)
            case Membership():
                return self._membership(node)
            case Conditional():
                return self._conditional(node)
            case Call():
                return self._call(node)

    def _find(self, node: Node, code: str, message: str, remedy: str = "") -> None:
        span = locate(self._expression.text, self._expression.span, node.start, node.end)
        self.findings.append(Diagnostic(code, message, span, help=remedy))

    def _text(self, node: Node) -> str:
        return self._expression.text[node.start : node.end]

    def _due(self, node: Node, wanted: Type) -> Type | None:
        """The type of a part that must be of a kind."""
        found = self.type_of(node)
        if found is None or found.kind == wanted.kind:
            return found
        due = "a number" if wanted.kind == "number" else described(wanted)
        self._find(node, KIND, f"`{self._text(node)}` is {described(found)}, but {due} is due here")
        return None

    def _name(self, node: Name) -> Type | None:
        known = self._vocabulary.get(node.name)
        if isinstance(known, Type) and not node.name.startswith(SITES):
            return known
        if isinstance(known, TableType):
            self._find(node, TABLE, f"`{node.name}` is a table", f"write what to look up: `{node.name}[…]`")
        else:
            self._unknown(node)
        return None

    def _unknown(self, node: Name) -> None:
        site = node.name if node.name.startswith(SITES) else SITES + node.name
        if isinstance(asked := self._vocabulary.get(site), Type):
            reader = {"number": "total", "flag": "any_site"}.get(asked.kind)
            remedy = f"write `{reader}({site.removeprefix(SITES)})`" if reader else ""
            self._find(node, NOT_HERE, f"`{node.name}` is asked at each site, and this rule is not for a site", remedy)
        else:
            self._find(node, NAME, f"there is no `{node.name}` here", _remedy(node.name, self._vocabulary))

    def _cell(self, node: Cell) -> Type | None:
        key = self._due(node.key, Type("text"))
        table = self._vocabulary.get(node.table)
        if not isinstance(table, TableType):
            tables = [name for name, kind in self._vocabulary.items() if isinstance(kind, TableType)]
            self._find(node, TABLE, f"there is no table `{node.table}`", did_you_mean(node.table, tables))
            return None
        for choice in key.choices if key else ():
            if choice not in table.key.choices:
                remedy = did_you_mean(choice, table.key.choices)
                self._find(node.key, TABLE, f"the table `{node.table}` has no value for `{choice}`", remedy)
        if key and not key.choices:
            self._find(node.key, TABLE, f"`{self._text(node.key)}` can be any text, which no table holds")
        return table.value

    def _binary(self, node: Binary) -> Type | None:
        if node.operator in {"and", "or"}:
            both = self._due(node.left, FLAG), self._due(node.right, FLAG)
            return FLAG if None not in both else None
        if node.operator in {"==", "!="}:
            return self._equality(node)
        left, right = self._due(node.left, COUNT), self._due(node.right, COUNT)
        if left is None or right is None:
            return None
        unit = _RESULTS.get(node.operator, agreed_unit)(left.unit, right.unit)
        if unit is None:
            self._disagree(node, left, right)
            return None
        return FLAG if node.operator in {"<", "<=", ">", ">="} else Type("number", unit)

    def _disagree(self, node: Binary, left: Type, right: Type) -> None:
        verb = {"+": "added to", "-": "reduced by", "*": "multiplied by", "/": "divided by"}.get(
            node.operator, "compared with"
        )
        message = f"{described(left)} cannot be {verb} {described(right)}"
        percent = node.operator == "*" and "%" in (left.unit, right.unit)
        remedy = "to take a share, multiply by a fraction: `* 0.1` is 10 %" if percent else ""
        self._find(node, UNITS_DISAGREE, message, remedy)

    def _equality(self, node: Binary) -> Type | None:
        left, right = self.type_of(node.left), self.type_of(node.right)
        return self._comparable(node.right, left, right) if left and right else None

    def _comparable(self, node: Node, left: Type, right: Type) -> Type | None:
        """A flag, unless the two can never be equal; `node` is the second, where the finding stands."""
        if common(left, right) is None:
            code = UNITS_DISAGREE if left.kind == right.kind else KIND
            self._find(node, code, f"{described(left)} cannot be compared with {described(right)}")
            return None
        if left.choices and right.choices and not set(left.choices) & set(right.choices):
            strange = ", ".join(f"`{choice}`" for choice in right.choices)
            self._find(
                node, CHOICE, f"{strange} is not {described(left)}", did_you_mean(right.choices[0], left.choices)
            )
            return None
        return FLAG

    def _membership(self, node: Membership) -> Type | None:
        item = self.type_of(node.item)
        if item is None:
            return None
        fits = [self._comparable(choice, item, _of_literal(choice)) for choice in node.choices]
        return FLAG if None not in fits else None

    def _conditional(self, node: Conditional) -> Type | None:
        self._due(node.condition, FLAG)
        then, otherwise = self.type_of(node.then), self.type_of(node.otherwise)
        if then is None or otherwise is None:
            return None
        both = common(then, otherwise)
        if both is None:
            message = f"this is {described(then)} or {described(otherwise)}; it must be of one kind"
            self._find(node, UNITS_DISAGREE if then.kind == otherwise.kind else KIND, message)
        return both

    def _call(self, node: Call) -> Type | None:
        match node.function:
            case "known":
                return FLAG if self.type_of(node.arguments[0]) else None
            case "total" | "any_site":
                return self._over_sites(node)
            case "erlang_b_lines":
                return self._erlang(node)
            case _:
                return self._numbers(node)

    def _over_sites(self, node: Call) -> Type | None:
        asked, wanted = node.arguments[0], COUNT if node.function == "total" else FLAG
        path = self._text(asked)
        sites = [name.removeprefix(SITES) for name in self._vocabulary if name.startswith(SITES)]
        if not sites:
            self._find(node, NOT_HERE, f"`{node.function}` looks over all sites, and this rule is for one site")
            return None
        found = self._vocabulary.get(SITES + path)
        if not isinstance(found, Type):
            self._find(asked, NAME, f"no site is asked for `{path}`", did_you_mean(path, sites))
            return None
        if found.kind != wanted.kind:
            due = "a number" if wanted == COUNT else described(FLAG)
            self._find(asked, KIND, f"`{path}` is {described(found)}, but {due} is due here")
            return None
        return found

    def _numbers(self, node: Call) -> Type | None:
        types = [self._due(argument, COUNT) for argument in node.arguments]
        unit: str | None = BARE
        for argument, found in zip(node.arguments, types, strict=True):
            if found is None:
                return None
            before, unit = unit, agreed_unit(unit or "", found.unit)
            if unit is None:
                message = f"{described(Type('number', before or ''))} and {described(found)} do not go together"
                self._find(argument, UNITS_DISAGREE, message)
                return None
        return Type("number", unit or "")

    def _erlang(self, node: Call) -> Type | None:
        load, blocking = (self._due(argument, COUNT) for argument in node.arguments)
        if load and load.unit in BASE_UNITS:
            self._find(node.arguments[0], UNITS_DISAGREE, f"{described(load)} is no load in erlangs")
            return None
        if blocking and blocking.unit != "%":
            self._find(node.arguments[1], ARGUMENTS, "the share of blocked calls is in %", "write `1 %`")
            return None
        return COUNT if load and blocking else None


_RESULTS = {"*": unit_of_product, "/": unit_of_quotient}


def _of_literal(node: Literal) -> Type:
    if isinstance(node.value, bool):
        return FLAG
    if isinstance(node.value, Decimal):
        return Type("number", node.unit or BARE)
    return Type("text", choices=(node.value,))


def unquoted(name: str) -> str:
    """What to type for a text that was written like a name."""
    return f"texts stand in quotes: `'{name}'`"


def _remedy(name: str, vocabulary: Mapping[str, Type | TableType]) -> str:
    """What an unknown name was meant to be: a text without quotes, a subtraction without spaces, a slip of the pen."""
    if any(isinstance(known, Type) and name in known.choices for known in vocabulary.values()):
        return unquoted(name)
    parts = name.split("-")
    if len(parts) > 1 and all(part in vocabulary for part in parts):
        return f"to subtract, write spaces: `{' - '.join(parts)}`"
    return did_you_mean(name, (known for known in vocabulary if not known.startswith(SITES)))
