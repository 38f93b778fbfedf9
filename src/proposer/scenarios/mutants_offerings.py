"""Wrong offerings: a value that cannot be ordered, another limit, a balance or an exclusion that is missing or off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from proposer.model.catalog import Catalog, Characteristic, Offering
from proposer.scenarios.mutants_balances import Fault, balance_faults
from proposer.scenarios.mutants_change import Change


def offering_changes(catalog: Catalog) -> Iterator[Change]:
    """Each value, limit, count and balance of each offering once."""
    for offering in catalog.offerings.values():
        name = f"`{offering.id}`"
        faults = (*_values(offering), *_limits(offering), *_counts(offering), *balance_faults(catalog, offering))
        for fault in faults:
            yield _change(f"{name} {fault.words}", fault)


def _values(offering: Offering) -> Iterator[Fault]:
    for index, part in enumerate(offering.characteristics):
        for words, fewer in _fewer_values(part):
            parts = (*offering.characteristics[:index], fewer, *offering.characteristics[index + 1 :])
            yield Fault(f"without {words}", replace(offering, characteristics=parts), tighter=True)


def _fewer_values(part: Characteristic) -> Iterator[tuple[str, Characteristic]]:
    for key, values in part.values.items():
        for value in values if len(values) > 1 else ():
            fewer = {**part.values, key: tuple(other for other in values if other != value)}
            yield f"{part.name} {value}{f' at {key}' if key else ''}", replace(part, values=fewer)


def _limits(offering: Offering) -> Iterator[Fault]:
    for access, limits in offering.rides_on.items():
        fewer = {name: each for name, each in offering.rides_on.items() if name != access}
        if fewer:
            yield Fault(f"no longer on {access}", replace(offering, rides_on=fewer), tighter=True)
        if limits:
            without = replace(offering, rides_on={**offering.rides_on, access: {}})
            yield Fault(f"without its limits on {access}", without)
    for other in offering.excludes:
        rest = tuple(each for each in offering.excludes if each != other)
        yield Fault(f"no longer excludes {other}", replace(offering, excludes=rest))


def _counts(offering: Offering) -> Iterator[Fault]:
    """How few and how many can be ordered at one place."""
    count = offering.count
    if count is None:
        return
    more = replace(offering, count=replace(count, least=count.least + 1))
    yield Fault(f"from {count.least + 1} {count.units} on", more, tighter=True)
    if count.most is not None and count.most > count.least:
        fewer = replace(offering, count=replace(count, most=count.most - 1))
        yield Fault(f"up to {count.most - 1} {count.units}, not {count.most}", fewer, tighter=True)


def _change(words: str, fault: Fault) -> Change:
    wrong = fault.offering

    def apply(catalog: Catalog) -> Catalog:
        return replace(catalog, offerings={**catalog.offerings, wrong.id: wrong})

    return Change("limit", words, wrong.span, apply, wrong.id if fault.tighter else "")
