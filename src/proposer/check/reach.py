"""Services that are asked for in a quality that no offering has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from proposer.check.capabilities import all_rules
from proposer.check.logic import world_of
from proposer.check.logic.domains import bounds
from proposer.check.logic.estimates import estimate
from proposer.check.logic.world import World
from proposer.diagnostics import Diagnostic, Span
from proposer.expressions import Expression
from proposer.model.catalog import Amount, At, Balance, Catalog, Offering, Quality
from proposer.model.quantities import Quantity
from proposer.units import with_unit


@dataclass(frozen=True, slots=True)
class _Wish:
    """The least that is asked of a service's qualities: who asks, where, and how much, grades by their position."""

    who: str
    capability: str
    least: Mapping[str, Decimal]
    span: Span


def within_reach(catalog: Catalog) -> Iterator[Diagnostic]:
    """Some offering has each quality that is asked for, at the least that can be meant."""
    best = _best(catalog)
    for wish in _wishes(catalog):
        for quality in catalog.capabilities[wish.capability].qualities:
            most, least = best.get((wish.capability, quality.name)), wish.least.get(quality.name)
            if most is not None and least is not None and least > most:
                asked, offered = _words(quality, least), _words(quality, most)
                message = f"{wish.who} `{wish.capability}` with `{quality.name}` of at least {asked}, and no offering has more than {offered}"
                remedy = (
                    "whoever needs it gets a conflict instead of a quote: ask for less, or let an offering provide it"
                )
                yield Diagnostic("CAT218", message, wish.span, help=remedy)


def _best(catalog: Catalog) -> dict[tuple[str, str], Decimal]:
    """The most that any offering provides of each quality; what it does not speak of it has not."""
    best: dict[tuple[str, str], Decimal] = {}
    for offering in catalog.offerings.values():
        for balance in offering.provides:
            capability = catalog.capabilities[balance.capability]
            for quality in capability.qualities:
                amounts = _amounts(balance, quality, offering)
                key = (capability.id, quality.name)
                best[key] = max(best.get(key, Decimal(0)), *amounts, Decimal(0))
    return best


def _amounts(balance: Balance, quality: Quality, offering: Offering) -> list[Decimal]:
    """All values of a quality in a balance, as numbers."""
    amount = balance.qualities.get(quality.name)
    if amount is None:
        return []
    parts = [part for part in offering.characteristics if part.name == amount]
    values: list[Amount | Quantity] = [v for part in parts for values in part.values.values() for v in values]
    return [number for value in values or [amount] if (number := _number(value, quality)) is not None]


def _number(value: Amount | Quantity, quality: Quality) -> Decimal | None:
    if isinstance(value, Quantity):
        return value.amount
    if isinstance(value, Decimal):
        return value
    return Decimal(quality.grades.index(value)) if value in quality.grades else None


def _wishes(catalog: Catalog) -> Iterator[_Wish]:
    for offering in catalog.offerings.values():
        for balance in offering.requires:
            asked = {q.name: _amounts(balance, q, offering) for q in catalog.capabilities[balance.capability].qualities}
            least = {name: min(amounts) for name, amounts in asked.items() if amounts}
            yield _Wish(f"`{offering.id}` requires", balance.capability, least, balance.span)
    worlds = {at: world_of(catalog, at) for at in At}
    for rule in all_rules(catalog):
        world = replace(worlds[rule.at], own=dict(rule.let))
        for wanted in rule.demands:
            if wanted.capability in catalog.capabilities:
                qualities = {q.name: q for q in catalog.capabilities[wanted.capability].qualities}
                found = {n: _least(e, qualities[n], world) for n, e in wanted.qualities if n in qualities}
                least = {name: number for name, number in found.items() if number is not None}
                yield _Wish(f"the rule `{rule.id}` demands", wanted.capability, least, wanted.span)


def _least(expression: Expression, quality: Quality, world: World) -> Decimal | None:
    """The least that a formula can come to."""
    domain = estimate(expression.root, world, {})
    if quality.grades:
        found = [v for v in domain if isinstance(v, str)] if isinstance(domain, frozenset) else []
        grades = [Decimal(quality.grades.index(value)) for value in found if value in quality.grades]
        return min(grades, default=None)
    limits = bounds(domain)
    return None if limits is None else limits.low


def _words(quality: Quality, number: Decimal) -> str:
    return f"`{quality.grades[int(number)]}`" if quality.grades else with_unit(number, quality.unit)
