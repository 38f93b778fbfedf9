"""Asking rules at places, once for all places where the same is known of what the rule reads.

Why: of 500 stores most say the same, and a verdict depends on values alone; only the facts behind it are each store's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proposer.derive.answers import Place
from proposer.derive.reading import Reading, units
from proposer.derive.verdict import Verdict, judge
from proposer.expressions import Expression, Value
from proposer.model.catalog import Catalog, Rule


class Judge:
    """Verdicts of one catalog's rules over one customer's places."""

    def __init__(self, catalog: Catalog, sites: Sequence[Place]) -> None:
        self._catalog = catalog
        self._sites = sites
        self._units = units(catalog)

    def verdicts(self, rule: Rule, places: Sequence[Place]) -> Iterator[tuple[Place, Verdict]]:
        """Where a rule applies, and what it says there."""
        names = sorted(frozenset[str]().union(*(part.names for part in _expressions(rule))))
        known: dict[tuple[Value | None, ...], Verdict | None] = {}
        for place in places:
            values = tuple(map(place.values.get, names))
            if values not in known:
                reading = Reading(self._catalog, place, self._sites, self._units)
                known[values] = judge(rule, self._catalog.capabilities, reading)
            if verdict := known[values]:
                yield place, verdict


def _expressions(rule: Rule) -> Iterator[Expression]:
    """All expressions of a rule; their names are at least what it reads."""
    if rule.when is not None:
        yield rule.when
    for _, expression in rule.let:
        yield expression
    for wanted in rule.demands:
        yield from (expression for _, expression in wanted.qualities)
        if wanted.amount is not None:
            yield wanted.amount
    for template in (rule.because, rule.recommends):
        if template is not None:
            yield from (part for part in template.parts if not isinstance(part, str))
