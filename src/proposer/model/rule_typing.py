"""Typing a whole rule, when the catalog is loaded: its condition, what it names, its demands and its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proposer.diagnostics import Diagnostic
from proposer.expressions import FLAG, Expression, TableType, Template, Type, check_template, expect, infer
from proposer.expressions.findings import AMBIGUOUS, TAKEN
from proposer.model.catalog import Capability, Rule, Wanted
from proposer.model.vocabulary import Vocabulary, of_capability, of_quality


def rule_findings(rule: Rule, capabilities: Mapping[str, Capability], known: Vocabulary) -> tuple[Diagnostic, ...]:
    """Everything in a rule's expressions and sentences that cannot be meant.

    `known` is the vocabulary of the rule's scope. A capability or quality that is not declared is left to whoever checks
    references; what reads a `let` that is itself wrong is not reported again.
    """
    names, found = _with_lets(rule, known)
    broken = {name for name, _ in rule.let if name not in names}
    for expression, wanted in _expressions(rule, capabilities):
        if not expression.names & broken:
            found += expect(expression, names, wanted).diagnostics
    sentence = {**_demanded(rule, capabilities), **names}
    for template in (rule.because, rule.recommends):
        if template is not None:
            found += _sentence_findings(template, sentence, broken)
            found += _ambiguities(template, rule, names)
    return tuple(found)


def _with_lets(rule: Rule, known: Vocabulary) -> tuple[dict[str, Type | TableType], list[Diagnostic]]:
    """The vocabulary with the rule's own names, as far as they can be typed; each sees those before it."""
    names = dict(known)
    found: list[Diagnostic] = []
    broken: set[str] = set()
    for name, expression in rule.let:
        typed = None if expression.names & broken else infer(expression, names)
        found += typed.diagnostics if typed else ()
        found += [_taken(name, expression)] if name in names else []
        if typed and typed.value:
            names[name] = typed.value
        else:
            names.pop(name, None)
            broken.add(name)
    return names, found


def _taken(name: str, expression: Expression) -> Diagnostic:
    remedy = "choose another: answers, tables and built-in names keep theirs"
    return Diagnostic(TAKEN, f"`{name}` already means something else", expression.span, help=remedy)


def _expressions(rule: Rule, capabilities: Mapping[str, Capability]) -> Iterator[tuple[Expression, Type]]:
    """Each expression of a rule outside `let`, with what it must be."""
    if rule.when is not None:
        yield rule.when, FLAG
    for wanted in rule.demands:
        types = _types(wanted, capabilities)
        if wanted.amount is not None and "" in types:
            yield wanted.amount, types[""]
        for quality, expression in wanted.qualities:
            if quality in types:
                yield expression, types[quality]


def _types(wanted: Wanted, capabilities: Mapping[str, Capability]) -> dict[str, Type]:
    """The types of a capability's qualities by name, or of its amount under the empty name."""
    capability = capabilities.get(wanted.capability)
    if capability is None:
        return {}
    if capability.is_amount:
        return {"": of_capability(capability)}
    return {quality.name: of_quality(quality) for quality in capability.qualities}


def _demanded(rule: Rule, capabilities: Mapping[str, Capability]) -> dict[str, Type | TableType]:
    """What sentences may name beside the vocabulary: demanded amounts by capability, demanded qualities by their name."""
    names: dict[str, Type | TableType] = {}
    for wanted in rule.demands:
        types = _types(wanted, capabilities)
        if wanted.amount is not None and "" in types:
            names[wanted.capability] = types[""]
        names |= {quality: types[quality] for quality, _ in wanted.qualities if quality in types}
    return names


def _sentence_findings(template: Template, names: Vocabulary, broken: set[str]) -> tuple[Diagnostic, ...]:
    sound = tuple(part for part in template.parts if isinstance(part, str) or not part.names & broken)
    return check_template(Template(template.text, template.span, sound), names)


def _ambiguities(template: Template, rule: Rule, names: Vocabulary) -> Iterator[Diagnostic]:
    """Qualities in a sentence that the rule demands of several services: which value would be printed?"""
    demanded = [quality for wanted in rule.demands for quality, _ in wanted.qualities]
    for part in (part for part in template.parts if isinstance(part, Expression)):
        for name in sorted(part.names - names.keys()):
            if demanded.count(name) > 1:
                remedy = "name the value under `let`, and write that name"
                yield Diagnostic(AMBIGUOUS, f"`{name}` is demanded more than once", part.span, help=remedy)
