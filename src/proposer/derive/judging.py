"""Asking rules at places, once for all places where the same is known of what the rule reads.

Why: of 500 stores most say the same, and a verdict depends on values alone; only the facts behind it are each store's own.
"""

from __future__ import annotations

from collections.abc import Sequence

from proposer.derive.answers import Place
from proposer.derive.reading import Reading, units
from proposer.derive.verdict import Verdict, judge
from proposer.expressions import Value
from proposer.model.catalog import Catalog, Rule

_Values = tuple[Value | None, ...]


class Judge:
    """Verdicts of one catalog's rules over one customer's places."""

    def __init__(self, catalog: Catalog, sites: Sequence[Place]) -> None:
        self._catalog = catalog
        self._sites = sites
        self._units = units(catalog)
        self._names: dict[int, tuple[str, ...]] = {}
        self._verdicts: dict[tuple[int, _Values], Verdict | None] = {}

    def verdict(self, rule: Rule, place: Place) -> Verdict | None:
        """What a rule says at a place; None when it does not apply."""
        values = tuple(answer.value if (answer := place.answer(name)) else None for name in self._read_by(rule))
        key = (id(rule), values)
        if key not in self._verdicts:
            reading = Reading(self._catalog, place, self._sites, self._units)
            self._verdicts[key] = judge(rule, self._catalog.capabilities, reading)
        return self._verdicts[key]

    def _read_by(self, rule: Rule) -> tuple[str, ...]:
        if id(rule) not in self._names:
            self._names[id(rule)] = tuple(sorted(_names(rule)))
        return self._names[id(rule)]


def _names(rule: Rule) -> frozenset[str]:
    """All names in a rule, its own and those of what it demands among them; a superset of what it reads is right too."""
    templates = (rule.because,) if rule.recommends is None else (rule.because, rule.recommends)
    expressions = [expression for wanted in rule.demands for _, expression in wanted.qualities]
    expressions += [wanted.amount for wanted in rule.demands if wanted.amount is not None]
    expressions += [expression for _, expression in rule.let]
    expressions += [rule.when] if rule.when is not None else []
    return frozenset[str]().union(*(part.names for part in (*templates, *expressions)))
