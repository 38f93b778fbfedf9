"""What one place must fulfil: its demands merged, qualities to the highest of each, amounts to their sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from proposer.model.candidates import Thousandths, thousandths
from proposer.model.catalog import Capability
from proposer.model.demands import Demand

Qualities = Mapping[str, Decimal | str]


@dataclass(frozen=True, slots=True)
class Requirements:
    """Services with the qualities that one provider must meet together, and amounts in thousandths."""

    services: Mapping[str, Qualities] = field(default_factory=dict)
    amounts: Mapping[str, Thousandths] = field(default_factory=dict)

    @property
    def key(self) -> tuple[object, ...]:
        """The same for equal requirements, whatever order they came in."""
        services = tuple(sorted((name, tuple(sorted(each.items()))) for name, each in self.services.items()))
        return services, tuple(sorted(self.amounts.items()))

    @property
    def names(self) -> frozenset[str]:
        """The capabilities that are demanded."""
        return frozenset(self.services) | frozenset(self.amounts)

    def with_amount(self, capability: str, amount: Thousandths) -> Requirements:
        """The same with one amount replaced."""
        return Requirements(self.services, {**self.amounts, capability: amount})


def merge(demands: Iterable[Demand], capabilities: Mapping[str, Capability]) -> Requirements:
    """One place's demands as requirements."""
    services: dict[str, dict[str, Decimal | str]] = {}
    amounts: dict[str, int] = {}
    for demand in demands:
        capability = capabilities[demand.capability]
        if demand.amount is not None:
            amounts[capability.id] = amounts.get(capability.id, 0) + thousandths(demand.amount)
            continue
        merged = services.setdefault(capability.id, {})
        for name, wanted in demand.qualities.items():
            now = merged.get(name)
            if now is None or rank(capability, name, wanted) > rank(capability, name, now):
                merged[name] = wanted
    return Requirements(services, amounts)


def rank(capability: Capability, quality: str, value: Decimal | str) -> Decimal:
    """A quality's value as a number that grows with it: the amount, or the grade's place in the list."""
    if isinstance(value, Decimal):
        return value
    grades = next(q.grades for q in capability.qualities if q.name == quality)
    return Decimal(grades.index(value))


def meets(capability: Capability, offered: Qualities, wanted: Qualities) -> bool:
    """Whether one provider's qualities are all at least those wanted; a quality it does not speak of it has not."""
    return all(
        name in offered and rank(capability, name, offered[name]) >= rank(capability, name, value)
        for name, value in wanted.items()
    )
