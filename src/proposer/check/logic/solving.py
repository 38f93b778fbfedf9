"""Whether parts can hold together: each narrows what its names can be, until nothing is left or nothing changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proposer.check.logic.alternatives import Alternative, Atom
from proposer.check.logic.domains import FLIPPED, NEGATED, Domain, is_empty, narrowed
from proposer.check.logic.estimates import estimate, variable
from proposer.check.logic.world import World
from proposer.expressions.nodes import Binary, Call, Conditional, Membership, Name, Node, parts_of

_ROUNDS = 3


def possible(found: Iterable[Alternative], world: World) -> bool:
    """Whether one of some alternatives can hold."""
    return any(_holds(atoms, world) for atoms in found)


def blamed(atoms: Alternative, world: World) -> Alternative:
    """The fewest parts of an impossible alternative that cannot hold together."""
    left = list(atoms)
    for atom in atoms:
        fewer = [each for each in left if each is not atom]
        if not _holds(tuple(fewer), world):
            left = fewer
    return tuple(left)


def needed(node: Node, world: World) -> frozenset[str]:
    """The names without which a part has no value in any case."""
    match node:
        case Call(function="known"):
            return frozenset()
        case Conditional():
            return needed(node.condition, world)
        case Name() if node.name in world.own:
            return needed(world.own[node.name].root, world)
        case Name() | Call(function="total" | "any_site"):
            return frozenset({variable(node, world)})
        case Binary(operator="and" | "or"):
            return needed(node.left, world)
        case _:
            return frozenset(name for part in parts_of(node) for name in needed(part, world))


def read(node: Node, world: World) -> frozenset[str]:
    """Every name whose value a part may ask for."""
    match node:
        case Call(function="known"):
            return frozenset()
        case Name() if node.name in world.own:
            return read(world.own[node.name].root, world)
        case Name() | Call(function="total" | "any_site"):
            return frozenset({variable(node, world)})
        case _:
            return frozenset(name for part in parts_of(node) for name in read(part, world))


def _holds(atoms: Alternative, world: World) -> bool:
    known = frozenset(name for atom in atoms for name in needed(atom.node, world))
    asked = [(name, atom.wanted) for atom in atoms for name in _asked(atom.node, world)]
    known |= {name for name, wanted in asked if wanted}
    if any(not wanted and name in known | world.always for name, wanted in asked):
        return False
    domains: dict[str, Domain] = {}
    for _ in range(_ROUNDS):
        before = dict(domains)
        if not all(_narrow(atom, world, domains) for atom in atoms):
            return False
        if domains == before:
            break
    return True


def _asked(node: Node, world: World) -> tuple[str, ...]:
    """The name in `known(name)`; a rule's own names are left out."""
    if isinstance(node, Call) and node.function == "known":
        name = variable(node.arguments[0], world)
        return (name,) if name else ()
    return ()


def _narrow(atom: Atom, world: World, domains: dict[str, Domain]) -> bool:
    """Narrow the names of a part by it; whether something is left."""
    match atom.node:
        case Binary(operator="<" | "<=" | ">" | ">=" | "==" | "!="):
            operator = atom.node.operator if atom.wanted else NEGATED[atom.node.operator]
            return _compare(atom.node, operator, world, domains)
        case Membership():
            return _member(atom.node, world, domains, wanted=atom.node.negated is not atom.wanted)
        case Name() | Call(function="any_site"):
            return _set(atom.node, world, domains, narrowed(_of(atom.node, world, domains), "==", _only(atom.wanted)))
        case _:
            return True


def _compare(node: Binary, operator: str, world: World, domains: dict[str, Domain]) -> bool:
    left, right = _of(node.left, world, domains), _of(node.right, world, domains)
    fits = _set(node.left, world, domains, narrowed(left, operator, right))
    return _set(node.right, world, domains, narrowed(right, FLIPPED[operator], left)) and fits


def _member(node: Membership, world: World, domains: dict[str, Domain], *, wanted: bool) -> bool:
    item = _of(node.item, world, domains)
    choices = frozenset(choice.value for choice in node.choices)
    if wanted:
        return _set(node.item, world, domains, narrowed(item, "==", choices))
    return _set(node.item, world, domains, item - choices if isinstance(item, frozenset) else item)


def _of(node: Node, world: World, domains: Mapping[str, Domain]) -> Domain:
    return estimate(node, world, domains)


def _only(flag: bool) -> Domain:  # noqa: FBT001 - a value, not a switch
    return frozenset({flag})


def _set(node: Node, world: World, domains: dict[str, Domain], domain: Domain) -> bool:
    if name := variable(node, world):
        domains[name] = domain
    return not is_empty(domain)
