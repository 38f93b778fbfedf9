"""Demand and supply: what is asked for can be had, and what is sold is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from proposer.diagnostics import Diagnostic, Severity, Span
from proposer.model.catalog import Catalog, Rule


def all_rules(catalog: Catalog) -> tuple[Rule, ...]:
    """The rules, and those that the options add."""
    return (*catalog.rules.values(), *(rule for option in catalog.options for rule in option.adds))


def providers(catalog: Catalog) -> dict[str, frozenset[str]]:
    """Who provides each capability."""
    found: dict[str, set[str]] = {}
    for offering in catalog.offerings.values():
        for balance in offering.provides:
            found.setdefault(balance.capability, set()).add(offering.id)
    return {name: frozenset(ids) for name, ids in found.items()}


def nobody_provides(catalog: Catalog) -> Iterator[Diagnostic]:
    """A capability that is demanded, consumed or required has a provider."""
    provided = providers(catalog)
    for name, what, span in _wanted(catalog):
        if name in catalog.capabilities and name not in provided:
            remedy = f"let an offering provide it: `provides: {{{name}: …}}`"
            yield Diagnostic("CAT201", f"{what} `{name}`, which no offering provides", span, help=remedy)


def _wanted(catalog: Catalog) -> Iterator[tuple[str, str, Span]]:
    """Each capability that something wants: its id, who wants it, where."""
    for rule in all_rules(catalog):
        for wanted in rule.demands:
            yield wanted.capability, f"the rule `{rule.id}` demands", wanted.span
    for offering in catalog.offerings.values():
        for word, balances in (("consumes", offering.consumes), ("requires", offering.requires)):
            for balance in balances:
                yield balance.capability, f"`{offering.id}` {word}", balance.span


def unwanted_offerings(catalog: Catalog) -> Iterator[Diagnostic]:
    """What meets no demand and no requirement is never sold."""
    wanted = {name for name, _, _ in _wanted(catalog)}
    doors = {access.entrance for access in catalog.accesses.values()}
    for offering in catalog.offerings.values():
        if offering.id not in doors and not wanted & {balance.capability for balance in offering.provides}:
            message = f"`{offering.id}` meets no demand and no requirement, and is never sold"
            remedy = "let a rule demand what it provides"
            yield Diagnostic("CAT202", message, offering.span, Severity.WARNING, remedy)


def unwanted_capabilities(catalog: Catalog) -> Iterator[Diagnostic]:
    """What is provided is demanded, consumed or required by something; one whose offering is never sold is left to that."""
    wanted = {name for name, _, _ in _wanted(catalog)}
    doors = {access.entrance for access in catalog.accesses.values()}
    seen: set[str] = set()
    for offering in catalog.offerings.values():
        given = {balance.capability: balance.span for balance in offering.provides}
        if offering.id in doors or wanted & given.keys():
            for name in sorted(given.keys() - wanted - seen):
                seen.add(name)
                message = f"`{offering.id}` provides `{name}`, which no rule demands and no offering needs"
                remedy = "remove it, or let a rule demand it"
                yield Diagnostic("CAT211", message, given[name], Severity.WARNING, remedy)


def unused_capabilities(catalog: Catalog) -> Iterator[Diagnostic]:
    """A capability that nothing names is a left-over."""
    named = {name for name, _, _ in _wanted(catalog)}
    named |= providers(catalog).keys()
    for capability in catalog.capabilities.values():
        if capability.id not in named:
            message = f"the capability `{capability.id}` is named nowhere"
            yield Diagnostic("CAT203", message, capability.span, Severity.WARNING, "remove it, or let something use it")


def entrances(catalog: Catalog) -> Iterator[Diagnostic]:
    """What brings an access into a building rides on that access, at a site."""
    for access in catalog.accesses.values():
        offering = catalog.offerings.get(access.entrance or "")
        if offering is not None and access.id not in offering.rides_on:
            message = f"`{offering.id}` is the entrance of `{access.id}`, and does not ride on it"
            yield Diagnostic("CAT204", message, offering.rides_on_span, help=f"add `rides_on: [{access.id}]`")
