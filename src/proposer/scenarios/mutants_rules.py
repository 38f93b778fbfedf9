"""Wrong rules: dropped, a condition turned round, a demand or a prohibition that is missing, a number that is off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from proposer.expressions.nodes import Expression, Unary
from proposer.model.catalog import Catalog, Option, Rule
from proposer.scenarios.mutants_change import Change
from proposer.scenarios.mutants_numbers import number_faults


def rule_changes(catalog: Catalog) -> Iterator[Change]:
    """Each rule of the catalog and of its options: without it, the other way round, and without each of its parts."""
    for rule in catalog.rules.values():
        for words, fault in _faults(rule):
            yield Change(
                "rule", f"rule `{rule.id}` {words}", rule.span, _in_catalog(rule, fault), _only_with(rule, fault)
            )
    for option in catalog.options:
        for rule in option.adds:
            for words, fault in _faults(rule):
                said = f"rule `{rule.id}` of `{option.id}` {words}"
                yield Change("rule", said, rule.span, _in_option(option, rule, fault), _only_with(rule, fault))


def _faults(rule: Rule) -> Iterator[tuple[str, Rule | None]]:
    if not (rule.demands or rule.forbids_accesses or rule.forbids_offerings):
        return  # it only recommends, and no scenario expects that
    yield from number_faults(rule)
    yield "dropped", None
    if rule.when is not None:
        yield "when its condition does not hold", replace(rule, when=_negated(rule.when))
    if len(rule.demands) + len(rule.forbids_accesses) + len(rule.forbids_offerings) > 1:
        for wanted in rule.demands:
            rest = tuple(each for each in rule.demands if each is not wanted)
            yield f"without its demand of {wanted.capability}", replace(rule, demands=rest)
        for name in rule.forbids_offerings:
            fewer = tuple(each for each in rule.forbids_offerings if each != name)
            yield f"no longer forbids {name}", replace(rule, forbids_offerings=fewer)
    for wanted in rule.demands:
        for quality, _ in wanted.qualities if len(wanted.qualities) > 1 else ():
            less = replace(wanted, qualities=tuple(each for each in wanted.qualities if each[0] != quality))
            demands = tuple(less if each is wanted else each for each in rule.demands)
            yield f"without {quality} in its demand of {wanted.capability}", replace(rule, demands=demands)


def _only_with(rule: Rule, fault: Rule | None) -> str:
    """What a rule that is gone asked of nobody, it did not ask."""
    return rule.id if fault is None else ""


def _negated(expression: Expression) -> Expression:
    root = expression.root
    return replace(expression, text=f"not ({expression.text})", root=Unary(root.start, root.end, "not", root))


def _in_catalog(rule: Rule, fault: Rule | None) -> Callable[[Catalog], Catalog]:
    def apply(catalog: Catalog) -> Catalog:
        rules = {name: fault if name == rule.id else each for name, each in catalog.rules.items()}
        return replace(catalog, rules={name: each for name, each in rules.items() if each is not None})

    return apply


def _in_option(option: Option, rule: Rule, fault: Rule | None) -> Callable[[Catalog], Catalog]:
    def apply(catalog: Catalog) -> Catalog:
        adds = tuple(fault if each.id == rule.id else each for each in option.adds)
        wrong = replace(option, adds=tuple(each for each in adds if each is not None))
        return replace(catalog, options=tuple(wrong if each.id == option.id else each for each in catalog.options))

    return apply
