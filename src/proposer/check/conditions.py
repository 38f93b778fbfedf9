"""Conditions of rules that can never hold, or always do; branches that are never taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from proposer.check.capabilities import all_rules
from proposer.check.logic import World, alternatives, blamed, possible, world_of
from proposer.check.logic.alternatives import Alternative, both
from proposer.check.logic.solving import read
from proposer.diagnostics import Diagnostic, Severity, Span
from proposer.expressions import Expression
from proposer.expressions.nodes import Binary, Call, Conditional, Name, Node, parts_of
from proposer.expressions.positions import locate
from proposer.model.catalog import At, Catalog, Rule

_PARTIAL = {"round_up", "erlang_b_lines"}  # functions that have no result for some numbers


def never_true(catalog: Catalog) -> Iterator[Diagnostic]:
    """Some answers make each condition true; otherwise what the rule demands is never sold."""
    for rule, world in _rules(catalog):
        if rule.when is None:
            continue
        ways = alternatives(rule.when.root, rule.when, world)
        if not possible(ways, world):
            message = f"the rule `{rule.id}` never applies: {_reason(ways, world)}"
            remedy = "what it demands would be missing from every quote: mend the condition, or remove the rule"
            yield Diagnostic("RUL203", message, _blamed_span(rule.when, ways, world), help=remedy)


def always_true(catalog: Catalog) -> Iterator[Diagnostic]:
    """Some answers, or their absence, make each condition false."""
    for rule, world in _rules(catalog):
        if rule.when is None or not _has_result(rule.when.root, world):
            continue
        if not possible(alternatives(rule.when.root, rule.when, world, wanted=False), world):
            message = f"the rule `{rule.id}` always applies, whatever is answered"
            remedy = "leave `when` out if that is meant"
            yield Diagnostic("RUL204", message, rule.when.span, Severity.WARNING, remedy)


def dead_branches(catalog: Catalog) -> Iterator[Diagnostic]:
    """Both branches of every `… if … else …` can be taken when its rule applies."""
    for rule, world in _rules(catalog):
        found = [expression for expression in _formulas(rule) if " if " in expression.text]
        ways: list[Alternative] = [()]
        if rule.when and found:
            ways = alternatives(rule.when.root, rule.when, world)
        if possible(ways, world):
            for expression in found:
                yield from _Branches(rule, expression, world).dead(expression.root, ways)


@dataclass(frozen=True, slots=True)
class _Branches:
    """The conditionals of one formula."""

    rule: Rule
    expression: Expression
    world: World

    def dead(self, node: Node, ways: list[Alternative]) -> Iterator[Diagnostic]:
        """The branches below a node that are never taken; `ways` are those in which the node is reached."""
        if not isinstance(node, Conditional):
            for part in parts_of(node):
                yield from self.dead(part, ways)
            return
        for branch, wanted in ((node.then, True), (node.otherwise, False)):
            here = both(ways, alternatives(node.condition, self.expression, self.world, wanted=wanted))
            if possible(here, self.world):
                yield from self.dead(branch, here)
            else:
                yield self._finding(node, branch, always=not wanted)

    def _finding(self, node: Conditional, branch: Node, *, always: bool) -> Diagnostic:
        text = self.expression.text
        condition = text[node.condition.start : node.condition.end]
        how = "always" if always else "never"
        message = f"`{text[branch.start : branch.end]}` is never taken: `{condition}` {how} holds here"
        span = locate(text, self.expression.span, branch.start, branch.end)
        return Diagnostic("RUL205", message, span, Severity.WARNING, "leave it out, or mend the condition")


def _rules(catalog: Catalog) -> Iterator[tuple[Rule, World]]:
    """Every rule with what its names can be, `let` included."""
    worlds = {at: world_of(catalog, at) for at in At}
    for rule in all_rules(catalog):
        yield rule, replace(worlds[rule.at], own=dict(rule.let))


def _formulas(rule: Rule) -> Iterator[Expression]:
    yield from (expression for _, expression in rule.let)
    for wanted in rule.demands:
        yield from (expression for _, expression in wanted.qualities)
        if wanted.amount is not None:
            yield wanted.amount


def _has_result(node: Node, world: World) -> bool:
    """Whether a condition comes out true or false in any case, never open."""
    return all(name in world.always for name in read(node, world)) and not _is_partial(node, world)


def _is_partial(node: Node, world: World) -> bool:
    if isinstance(node, Name) and node.name in world.own:
        return _is_partial(world.own[node.name].root, world)
    divided = isinstance(node, Binary) and node.operator == "/"
    called = isinstance(node, Call) and node.function in _PARTIAL
    return divided or called or any(_is_partial(part, world) for part in parts_of(node))


def _reason(ways: list[Alternative], world: World) -> str:
    """The parts that cannot hold together, where there is only one way to read the condition."""
    if len(ways) != 1:
        return "its condition cannot hold"
    parts = [f"`{atom.text}`" for atom in blamed(ways[0], world)]
    if len(parts) == 1:
        return f"{parts[0]} can never hold"
    return f"{', '.join(parts[:-1])} and {parts[-1]} cannot hold together"


def _blamed_span(when: Expression, ways: list[Alternative], world: World) -> Span:
    """The last of the parts that cannot hold together, else the whole condition."""
    parts = blamed(ways[0], world) if len(ways) == 1 else ()
    own = [atom.node for atom in parts if atom.source is when]
    return locate(when.text, when.span, own[-1].start, own[-1].end) if own else when.span
