"""The parts of a parsed expression. `start` and `end` are offsets into its text, for findings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from proposer.diagnostics import Span
from proposer.expressions.types import Value


@dataclass(frozen=True, slots=True)
class Literal:
    """A number in its base unit (`unit` empty: none was written), a text, `true` or `false`."""

    start: int
    end: int
    value: Value
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """An answer, a built-in name or a `let`: `voice.seats`."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's value: `busy_hour_erlangs[voice.traffic]`."""

    start: int
    end: int
    table: str
    key: Node


@dataclass(frozen=True, slots=True)
class Unary:
    """`-x` or `not x`."""

    start: int
    end: int
    operator: str
    operand: Node


@dataclass(frozen=True, slots=True)
class Binary:
    """Arithmetic `+ - * /`, comparison `== != < <= > >=`, or `and`, `or`."""

    start: int
    end: int
    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Membership:
    """`item in ['a', 'b']`, or `not in`."""

    start: int
    end: int
    item: Node
    choices: tuple[Literal, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class Conditional:
    """`then if condition else otherwise`."""

    start: int
    end: int
    then: Node
    condition: Node
    otherwise: Node


@dataclass(frozen=True, slots=True)
class Call:
    """`function(arguments)`."""

    start: int
    end: int
    function: str
    arguments: tuple[Node, ...]


SITES = "sites."  # before the path of a site question, in `names` and in vocabularies: what total() and any_site() read

Node: TypeAlias = Literal | Name | Cell | Unary | Binary | Membership | Conditional | Call


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed expression; `span` is where its text stands in the file.

    `names` are the answers, built-in names and `let` names that it reads; a site question read by `total` or `any_site`
    is `sites.<path>`. `tables` are the tables it looks up.
    """

    text: str
    span: Span
    root: Node
    names: frozenset[str] = field(default_factory=frozenset)
    tables: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence with expressions in braces: its parts in order, texts and expressions."""

    text: str
    span: Span
    parts: tuple[str | Expression, ...]

    @property
    def names(self) -> frozenset[str]:
        """All names that the sentence reads."""
        return frozenset(name for part in self.parts if isinstance(part, Expression) for name in part.names)


def names_of(node: Node) -> frozenset[str]:
    """The names that a node reads, as `Expression.names` has them."""
    match node:
        case Name():
            return frozenset({node.name})
        case Call(function="total" | "any_site", arguments=(Name() as asked,)):
            return frozenset({SITES + asked.name})
        case _:
            return frozenset(name for part in parts_of(node) for name in names_of(part))


def tables_of(node: Node) -> frozenset[str]:
    """The tables that a node looks up."""
    own = frozenset({node.table}) if isinstance(node, Cell) else frozenset[str]()
    return own.union(*(tables_of(part) for part in parts_of(node)))


def parts_of(node: Node) -> tuple[Node, ...]:
    """The nodes right below a node, in the order of the text."""
    match node:
        case Cell():
            return (node.key,)
        case Unary():
            return (node.operand,)
        case Binary():
            return (node.left, node.right)
        case Membership():
            return (node.item,)
        case Conditional():
            return (node.then, node.condition, node.otherwise)
        case Call():
            return node.arguments
        case _:
            return ()
