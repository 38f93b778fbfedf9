"""Wrong balances of an offering: what it requires, takes or provides is missing, or is another amount or a worse service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from proposer.model.catalog import Balance, Catalog, Offering
from proposer.units import plain


@dataclass(frozen=True, slots=True)
class Fault:
    """An offering with a fault, in words; `tighter` when it can do nothing that the sound one could not."""

    words: str
    offering: Offering
    tighter: bool = False


def balance_faults(catalog: Catalog, offering: Offering) -> Iterator[Fault]:
    """Each balance once without it, and once with each of its figures off where that can matter."""
    asked = _asked(catalog)
    for index, each in enumerate(offering.requires):
        yield Fault(
            f"no longer requires {each.capability}", replace(offering, requires=_with(offering.requires, index))
        )
    for index, each in enumerate(offering.consumes):
        yield Fault(f"no longer takes {each.capability}", replace(offering, consumes=_with(offering.consumes, index)))
        if isinstance(each.amount, Decimal):
            taken = replace(each, amount=each.amount * 2)
            words = f"takes {plain(each.amount * 2)} of {each.capability}, not {plain(each.amount)}"
            consumes = _with(offering.consumes, index, taken)
            yield Fault(words, replace(offering, consumes=consumes), tighter=True)
    for index, each in enumerate(offering.provides):
        rest = _with(offering.provides, index)
        yield Fault(f"no longer provides {each.capability}", replace(offering, provides=rest), tighter=True)
        for words, less in (*_less(each), *_worse(each, asked)):
            yield Fault(words, replace(offering, provides=_with(offering.provides, index, less)), tighter=True)


def _less(balance: Balance) -> Iterator[tuple[str, Balance]]:
    if isinstance(balance.amount, Decimal) and balance.amount > 1:
        less = balance.amount - 1
        yield (
            f"provides {plain(less)} of {balance.capability}, not {plain(balance.amount)}",
            replace(balance, amount=less),
        )


def _worse(balance: Balance, asked: frozenset[tuple[str, str]]) -> Iterator[tuple[str, Balance]]:
    """Without a quality of a service that something asks for; what nothing asks for cannot matter."""
    for quality in balance.qualities:
        if (balance.capability, quality) in asked:
            rest = {name: each for name, each in balance.qualities.items() if name != quality}
            yield f"provides {balance.capability} without {quality}", replace(balance, qualities=rest)


def _asked(catalog: Catalog) -> frozenset[tuple[str, str]]:
    """The qualities of services that any rule demands or any offering requires: (capability, quality)."""
    rules = (*catalog.rules.values(), *(rule for option in catalog.options for rule in option.adds))
    demanded = {(each.capability, name) for rule in rules for each in rule.demands for name, _ in each.qualities}
    required = {
        (each.capability, name)
        for offering in catalog.offerings.values()
        for each in offering.requires
        for name in each.qualities
    }
    return frozenset(demanded | required)


def _with(balances: tuple[Balance, ...], index: int, *instead: Balance) -> tuple[Balance, ...]:
    return (*balances[:index], *instead, *balances[index + 1 :])
