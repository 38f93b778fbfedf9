"""Which names a rule reads, in its expressions and in its sentences."""

from __future__ import annotations

from proposer.expressions import Expression
from proposer.model.catalog import Rule


def names_of(rule: Rule) -> frozenset[str]:
    """Every name and table that a rule reads."""
    expressions = [rule.when, *(expression for _, expression in rule.let)]
    for wanted in rule.demands:
        expressions += [wanted.amount, *(expression for _, expression in wanted.qualities)]
    for template in (rule.because, rule.recommends):
        expressions += [part for part in (template.parts if template else ()) if isinstance(part, Expression)]
    read = (expression for expression in expressions if expression is not None)
    return frozenset(name for expression in read for name in expression.names | expression.tables)
