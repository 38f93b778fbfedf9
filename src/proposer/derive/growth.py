"""What a site that grows demands before it has grown: the same rules, asked with the facts of then.

The demands themselves are those of the end, for which the choice is made; this only says which of their amounts are enough
until when, so that what comes later is charged from later on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from proposer.diagnostics import Outcome
from proposer.model.candidates import thousandths
from proposer.model.demands import Amounts, Demand, Demands, Growth
from proposer.model.needs import Needs, SiteNeeds

Derived = Outcome[Demands]


def with_growth(needs: Needs, derived: Derived, ask: Callable[[Needs], Derived]) -> Derived:
    """The demands with what grows of them. `ask` derives those of other needs; what is wrong with them is told as well."""
    growing = [site for site in needs.sites if site.growth]
    months = sorted({before.month for site in growing for before in site.growth})
    if derived.value is None or not months:
        return derived
    asked = {month: ask(as_before(needs, month)) for month in months}
    early = {month: answer.value.demands for month, answer in asked.items() if answer.value is not None}
    growth = {site.id: _growth(site, derived.value.demands, early) for site in growing}
    problems = [*derived.diagnostics, *(problem for answer in asked.values() for problem in answer.diagnostics)]
    return Outcome(replace(derived.value, growth=growth), tuple(dict.fromkeys(problems)))


def as_before(needs: Needs, month: int) -> Needs:
    """The needs as they are in the last month before another one."""
    return replace(needs, sites=tuple(_site_before(site, month) for site in needs.sites))


def _site_before(site: SiteNeeds, month: int) -> SiteNeeds:
    before = next((each for each in site.growth if each.month >= month), None)
    if before is None:
        return site
    facts = {path: fact for path, fact in site.facts.items() if path not in before.facts}
    return replace(site, facts=facts | {path: fact for path, fact in before.facts.items() if fact is not None})


def _growth(site: SiteNeeds, demands: Iterable[Demand], early: dict[int, tuple[Demand, ...]]) -> Growth:
    before = ((each.month, _amounts(site, early.get(each.month, ()))) for each in site.growth)
    return Growth(tuple(before), _amounts(site, demands))


def _amounts(site: SiteNeeds, demands: Iterable[Demand]) -> Amounts:
    found: dict[str, int] = {}
    for demand in demands:
        if demand.site == site.id and demand.amount is not None:
            found[demand.capability] = found.get(demand.capability, 0) + thousandths(demand.amount)
    return tuple(sorted(found.items()))
