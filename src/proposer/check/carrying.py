"""Offerings that can never be ordered: no access carries them, or no day sees them sold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proposer.check.orderable import is_ever_sold
from proposer.diagnostics import Diagnostic, Severity
from proposer.model.catalog import Access, Catalog, Characteristic, Offering, Value

Limits = Mapping[str, tuple[Value, ...]]


def carried(catalog: Catalog) -> Iterator[Diagnostic]:
    """Some access can carry each offering: values are left on it, and its entrance is sold where the offering is."""
    for offering in catalog.offerings.values():
        reasons = {name: _hindrance(catalog, offering, name) for name in offering.rides_on}
        bad = {name: reason for name, reason in reasons.items() if reason}
        if bad and len(bad) == len(reasons):
            message = f"no access can carry `{offering.id}`: {'; '.join(bad.values())}"
            remedy = "it can never be ordered: mend `rides_on`"
            yield Diagnostic("CAT212", message, offering.rides_on_span, help=remedy)
        else:
            for reason in bad.values():
                message = f"`{offering.id}` can never ride on an access that it names: {reason}"
                yield Diagnostic("CAT212", message, offering.rides_on_span, Severity.WARNING, "mend `rides_on`")


def sold_some_day(catalog: Catalog) -> Iterator[Diagnostic]:
    """Each offering is sold on some day of some price book."""
    for offering in catalog.offerings.values():
        if not is_ever_sold(catalog, offering):
            message = f"`{offering.id}` is never sold: no price book is valid while it is"
            remedy = "mend its `sold:`, or remove the offering"
            yield Diagnostic("CAT213", message, offering.sold_span, Severity.WARNING, remedy)


def _hindrance(catalog: Catalog, offering: Offering, name: str) -> str:
    """Why an access cannot carry an offering; empty when it can."""
    if not _has_values(offering.characteristics, offering.rides_on[name]):
        return f"its limits on `{name}` leave no value"
    access = catalog.accesses.get(name)
    entrance = catalog.offerings.get(access.entrance or "") if access else None
    if access is None or entrance is None or entrance.id == offering.id:
        return ""
    return _entrance_hindrance(access, entrance, offering)


def _entrance_hindrance(access: Access, entrance: Offering, offering: Offering) -> str:
    who = f"`{entrance.id}`, the entrance of `{access.id}`,"
    if offering.states and entrance.states and not set(offering.states) & set(entrance.states):
        return f"{who} is sold in none of its states"
    if not offering.sold.overlaps(entrance.sold):
        return f"{who} is not sold while it is"
    if entrance.id in offering.excludes or offering.id in entrance.excludes:
        return f"{who} and it exclude each other"
    return ""


def _has_values(characteristics: tuple[Characteristic, ...], limits: Limits) -> bool:
    """Whether some combination of values lies within the limits."""
    if not limits:
        return True
    left = {part.name: _allowed(part, limits) for part in characteristics}
    for part in characteristics:
        if part.by is None:
            fitting = [value for values in left[part.name].values() for value in values]
        else:
            parents = {str(value) for values in left.get(part.by, {}).values() for value in values}
            fitting = [value for key in parents for value in left[part.name].get(key, ())]
        if not fitting:
            return False
    return True


def _allowed(part: Characteristic, limits: Limits) -> dict[str, tuple[Value, ...]]:
    if part.name not in limits:
        return dict(part.values)
    allowed = set(limits[part.name])
    return {key: tuple(value for value in values if value in allowed) for key, values in part.values.items()}
