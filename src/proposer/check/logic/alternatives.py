"""A condition as a list of alternatives, each of parts that must all hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from proposer.check.logic.world import World
from proposer.expressions import Expression
from proposer.expressions.nodes import Binary, Conditional, Literal, Name, Node, Unary

MOST = 128  # alternatives; beyond them parts are left out, which makes more possible, never less


@dataclass(frozen=True, slots=True)
class Atom:
    """A part without `and`, `or`, `not`, that must be true or must be false; `source` is where it is written."""

    node: Node
    wanted: bool
    source: Expression

    @property
    def text(self) -> str:
        """As it must hold."""
        written = self.source.text[self.node.start : self.node.end].strip()
        return written if self.wanted else f"not {written}"


Alternative: TypeAlias = tuple[Atom, ...]


def alternatives(node: Node, source: Expression, world: World, *, wanted: bool = True) -> list[Alternative]:
    """All ways in which a condition comes out as wanted."""
    match node:
        case Unary(operator="not"):
            return alternatives(node.operand, source, world, wanted=not wanted)
        case Binary(operator="and" | "or"):
            left = alternatives(node.left, source, world, wanted=wanted)
            right = alternatives(node.right, source, world, wanted=wanted)
            return both(left, right) if (node.operator == "and") is wanted else either(left, right)
        case Literal():
            return [()] if node.value is wanted else []
        case Name() if node.name in world.own:
            own = world.own[node.name]
            return alternatives(own.root, own, world, wanted=wanted)
        case Conditional():
            chosen = alternatives(node.condition, source, world)
            passed = alternatives(node.condition, source, world, wanted=False)
            then = alternatives(node.then, source, world, wanted=wanted)
            otherwise = alternatives(node.otherwise, source, world, wanted=wanted)
            return either(both(chosen, then), both(passed, otherwise))
        case _:
            return [(Atom(node, wanted, source),)]


def both(left: list[Alternative], right: list[Alternative]) -> list[Alternative]:
    """What holds when one of each holds."""
    if len(left) * len(right) > MOST:
        return left if right else []
    return [(*one, *other) for one in left for other in right]


def either(left: list[Alternative], right: list[Alternative]) -> list[Alternative]:
    """What holds when one of either holds."""
    return [*left, *right] if len(left) + len(right) <= MOST else [()]
