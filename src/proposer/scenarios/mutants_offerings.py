"""Wrong offerings: a value that cannot be ordered, another limit, a balance or an exclusion that is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from proposer.model.catalog import Balance, Catalog, Characteristic, Offering
from proposer.scenarios.mutants_change import Change


def offering_changes(catalog: Catalog) -> Iterator[Change]:
    """Each value, limit and balance of each offering once."""
    for offering in catalog.offerings.values():
        name = f"`{offering.id}`"
        for index, part in enumerate(offering.characteristics):
            for words, fewer in _fewer_values(part):
                parts = (*offering.characteristics[:index], fewer, *offering.characteristics[index + 1 :])
                yield _change(f"{name} without {words}", replace(offering, characteristics=parts))
        for fault, words in (*_limits(offering), *_balances(offering)):
            yield _change(f"{name} {words}", fault)


def _fewer_values(part: Characteristic) -> Iterator[tuple[str, Characteristic]]:
    for key, values in part.values.items():
        for value in values if len(values) > 1 else ():
            fewer = {**part.values, key: tuple(other for other in values if other != value)}
            yield f"{part.name} {value}{f' at {key}' if key else ''}", replace(part, values=fewer)


def _limits(offering: Offering) -> Iterator[tuple[Offering, str]]:
    for access, limits in offering.rides_on.items():
        fewer = {name: each for name, each in offering.rides_on.items() if name != access}
        if fewer:
            yield replace(offering, rides_on=fewer), f"no longer on {access}"
        if limits:
            yield replace(offering, rides_on={**offering.rides_on, access: {}}), f"without its limits on {access}"
    for other in offering.excludes:
        rest = tuple(each for each in offering.excludes if each != other)
        yield replace(offering, excludes=rest), f"no longer excludes {other}"


def _balances(offering: Offering) -> Iterator[tuple[Offering, str]]:
    for index, each in enumerate(offering.requires):
        yield replace(offering, requires=_without(offering.requires, index)), f"no longer requires {each.capability}"
    for index, each in enumerate(offering.consumes):
        yield replace(offering, consumes=_without(offering.consumes, index)), f"no longer takes {each.capability}"
    for index, each in enumerate(offering.provides):
        rest = _without(offering.provides, index)
        yield replace(offering, provides=rest), f"no longer provides {each.capability}"
        if isinstance(each.amount, Decimal) and each.amount > 1:
            less = replace(each, amount=each.amount - 1)
            provides = (*offering.provides[:index], less, *offering.provides[index + 1 :])
            yield (
                replace(offering, provides=provides),
                f"provides {less.amount} of {each.capability}, not {each.amount}",
            )


def _without(balances: tuple[Balance, ...], index: int) -> tuple[Balance, ...]:
    return (*balances[:index], *balances[index + 1 :])


def _change(words: str, fault: Offering) -> Change:
    def apply(catalog: Catalog) -> Catalog:
        return replace(catalog, offerings={**catalog.offerings, fault.id: fault})

    return Change("limit", words, fault.span, apply)
