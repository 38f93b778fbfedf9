"""Rules that forbid more than can be meant."""

from __future__ import annotations

from collections.abc import Iterator

from proposer.check.capabilities import all_rules, providers
from proposer.diagnostics import Diagnostic, Severity
from proposer.model.catalog import Catalog, Rule


def forbidden_altogether(catalog: Catalog) -> Iterator[Diagnostic]:
    """A rule leaves some way to sell: an access, an offering, and whatever it demands itself."""
    found = providers(catalog)
    for rule in all_rules(catalog):
        forbidden = set(rule.forbids_offerings)
        if catalog.accesses and set(rule.forbids_accesses) >= set(catalog.accesses):
            yield _finding(rule, "every access", Severity.WARNING, "where it applies, nothing wired can be sold")
        if forbidden and forbidden >= set(catalog.offerings):
            yield _finding(rule, "every offering", Severity.WARNING, "where it applies, nothing can be sold")
        for wanted in rule.demands:
            able = found.get(wanted.capability, frozenset())
            if able and able <= forbidden | _carried_only_by(rule, catalog, able):
                what = f"all that provides `{wanted.capability}`, which it demands"
                yield _finding(rule, what, Severity.ERROR, "wherever it applies there is a conflict, never a quote")


def _finding(rule: Rule, what: str, severity: Severity, remedy: str) -> Diagnostic:
    return Diagnostic("RUL206", f"the rule `{rule.id}` forbids {what}", rule.span, severity, remedy)


def _carried_only_by(rule: Rule, catalog: Catalog, names: frozenset[str]) -> set[str]:
    """The offerings that ride on nothing but what the rule forbids."""
    barred = set(rule.forbids_accesses)
    rides = {name: set(catalog.offerings[name].rides_on) for name in names} if barred else {}
    return {name for name, accesses in rides.items() if accesses and accesses <= barred}
