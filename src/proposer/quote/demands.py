"""Demands in words, and the one that no rule made: what the other sites draw from the hub."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from proposer.model.catalog import At, Capability, Catalog
from proposer.model.configuration import Configuration, Item
from proposer.model.demands import Cause, Demand
from proposer.model.needs import Needs
from proposer.model.phrases import said
from proposer.model.quantities import Quantity, plain
from proposer.model.quote import QuotedDemand

if TYPE_CHECKING:
    from proposer.quote.options import PricedOption


Wanted = tuple[str, Decimal | None, tuple[tuple[str, Decimal | str], ...]]  # capability, amount, qualities


def quoted_demands(priced: PricedOption, catalog: Catalog, needs: Needs) -> tuple[QuotedDemand, ...]:
    """All demands of an option, in the order in which rules and sites stand."""
    labels = _Labels(catalog)
    told = [_quoted(demand, labels.of(demand), demand.cause) for demand in priced.demands.demands]
    return (*told, *_drawn_from_hub(priced.configuration, catalog, needs))


def _quoted(demand: Demand, label: str, cause: Cause) -> QuotedDemand:
    return QuotedDemand(
        demand.site, demand.capability, label, cause.because, cause.working, cause.rule, cause.place, cause.facts,
        cause.option,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Labels:
    """What is demanded in words, made once for all sites that want the same."""

    catalog: Catalog
    _known: dict[Wanted, str] = field(default_factory=dict)

    def of(self, demand: Demand) -> str:
        """The words of a demand."""
        wanted = demand.capability, demand.amount, tuple(demand.qualities.items())
        label = self._known.get(wanted)
        if label is None:
            label = self._known[wanted] = _label(demand, self.catalog.capabilities[demand.capability])
        return label


def _label(demand: Demand, capability: Capability) -> str:
    if demand.amount is not None:
        return f"{capability.label}: {_amount(demand.amount, capability.unit or '')}"
    units = {quality.name: quality.unit for quality in capability.qualities}
    parts = [
        f"{name.replace('_', ' ')} {value if isinstance(value, str) else _amount(value, units[name])}"
        for name, value in demand.qualities.items()
    ]
    return f"{capability.label}: {', '.join(parts)}" if parts else capability.label


def _amount(amount: Decimal, unit: str) -> str:
    """In words; capabilities name their units in the plural, so that of one thing loses its s."""
    if unit in ("Mbps", "%"):
        return str(Quantity(amount, unit))
    return f"{plain(amount)} {unit.removesuffix('s') if amount == 1 else unit}".rstrip()


def _drawn_from_hub(configuration: Configuration, catalog: Catalog, needs: Needs) -> list[QuotedDemand]:
    """What EVCs of other sites take of the hub's ports: the sum, with its arithmetic."""
    draws: dict[str, list[tuple[Decimal, int]]] = {}
    drawing = {name for name, offering in catalog.offerings.items() if any(b.at_hub for b in offering.consumes)}
    for design in configuration.designs:
        for item in [item for item in design.items if item.offering in drawing]:
            for capability, amount in _draws(item, catalog):
                draws.setdefault(capability, []).append((amount, item.count * len(design.sites)))
    return [
        _hub_demand(needs.hub, catalog.capabilities[name], parts)
        for name, parts in sorted(draws.items())
        if needs.hub is not None
    ]


def _draws(item: Item, catalog: Catalog) -> list[tuple[str, Decimal]]:
    values = dict(item.characteristics)
    found = []
    for balance in catalog.offerings[item.offering].consumes:
        if balance.at_hub and catalog.capabilities[balance.capability].at is At.SITE:
            value = values.get(balance.amount) if isinstance(balance.amount, str) else balance.amount
            found.append((balance.capability, value.amount if isinstance(value, Quantity) else Decimal(str(value))))
    return found


def _hub_demand(hub: str, capability: Capability, parts: list[tuple[Decimal, int]]) -> QuotedDemand:
    unit = capability.unit or ""
    total = sum((amount * number for amount, number in parts), Decimal(0))
    circuits = sum(number for _, number in parts)
    working = " + ".join(f"{number} × {_amount(amount, unit)}" for amount, number in parts)
    return QuotedDemand(
        site=hub,
        capability=capability.id,
        label=f"{capability.label}: {_amount(total, unit)}",
        because=said("hub_circuits", n=circuits),
        working=f"{working} = {_amount(total, unit)}",
        rule="",
        rule_place="",
        needs=(),
        option="",
    )
