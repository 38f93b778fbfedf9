"""An offering's orderable shapes at a place: every combination of its characteristics' values on every access."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from proposer.model.candidates import Variant, thousandths
from proposer.model.catalog import Amount, At, Balance, Capability, Characteristic, Offering, Value
from proposer.model.configuration import PLAIN, Circumstances, Item
from proposer.model.quantities import Quantity
from proposer.offer.place import Place

Chosen = tuple[tuple[str, Value], ...]


def variants_of(
    offering: Offering,
    place: Place,
    entrances: Mapping[str, str],
    capabilities: Mapping[str, Capability],
    here: Circumstances = PLAIN,
) -> Iterator[Variant]:
    """`entrances` maps an entrance offering to the access that it opens; `here` goes into every item."""
    for access, status, limits in _rides(offering, place):
        for chosen in _combinations(offering.characteristics, ()):
            if all(name not in limits or value in limits[name] for name, value in chosen):
                item = Item(offering.id, chosen, access, status, here=here)
                yield _variant(offering, item, entrances, capabilities)


def _rides(offering: Offering, place: Place) -> list[tuple[str, str, Mapping[str, tuple[Value, ...]]]]:
    if not offering.rides_on:
        return [("", "", {})]
    return [(a, s, offering.rides_on[a]) for a, s in sorted(place.accesses) if a in offering.rides_on]


def _combinations(left: tuple[Characteristic, ...], chosen: Chosen) -> Iterator[Chosen]:
    """A characteristic that depends on another stands after it, which the load stage sees to."""
    if not left:
        yield chosen
        return
    first, *rest = left
    key = str(dict(chosen)[first.by]) if first.by else ""
    for value in first.values.get(key, ()):
        yield from _combinations(tuple(rest), (*chosen, (first.name, value)))


def _variant(
    offering: Offering, item: Item, entrances: Mapping[str, str], capabilities: Mapping[str, Capability]
) -> Variant:
    values = dict(item.characteristics)
    here = [b for b in offering.provides if _is_local(b, offering, capabilities)]
    drawn = [b for b in offering.consumes if _is_local(b, offering, capabilities)]
    opens = entrances.get(offering.id, "")
    return Variant(
        item=item,
        offering=offering,
        services=tuple((b.capability, _qualities(b, values)) for b in here if not _is_amount(b, capabilities)),
        requires=tuple((b.capability, _qualities(b, values)) for b in offering.requires),
        provides=_amounts(here, values, capabilities),
        consumes=_amounts(drawn, values, capabilities),
        linked=_linked(offering, values, capabilities),
        opens=opens,
        entrance=item.access if not opens and item.access in entrances.values() else "",
    )


def _is_amount(balance: Balance, capabilities: Mapping[str, Capability]) -> bool:
    return capabilities[balance.capability].is_amount


def _is_local(balance: Balance, offering: Offering, capabilities: Mapping[str, Capability]) -> bool:
    """Whether a balance is settled at the offering's own place."""
    at = capabilities[balance.capability].at
    return not balance.at_hub and (at is At.SITE) == (offering.per in (At.SITE, At.LINK))


def _amounts(
    balances: list[Balance], values: Mapping[str, Value], capabilities: Mapping[str, Capability]
) -> dict[str, int]:
    amounts: dict[str, int] = {}
    for balance in balances:
        if _is_amount(balance, capabilities):
            more = thousandths(_number(balance.amount, values))
            amounts[balance.capability] = amounts.get(balance.capability, 0) + more
    return amounts


def _linked(offering: Offering, values: Mapping[str, Value], capabilities: Mapping[str, Capability]) -> dict[str, int]:
    """What one piece adds to, or draws from, the hub or the account."""
    far = [b for b in offering.consumes if not _is_local(b, offering, capabilities)]
    given = [b for b in offering.provides if not _is_local(b, offering, capabilities)]
    drawn = {name: -amount for name, amount in _amounts(far, values, capabilities).items()}
    return drawn | _amounts(given, values, capabilities)


def _number(amount: Amount | None, values: Mapping[str, Value]) -> Decimal:
    if isinstance(amount, str):
        value = values[amount]
        assert isinstance(value, Quantity), f"{amount} is used as a number"  # noqa: S101 - load has checked it
        return value.amount
    return amount if amount is not None else Decimal(0)


def _qualities(balance: Balance, values: Mapping[str, Value]) -> dict[str, Decimal | str]:
    return {name: _quality(amount, values) for name, amount in balance.qualities.items()}


def _quality(amount: Amount, values: Mapping[str, Value]) -> Decimal | str:
    if isinstance(amount, Decimal):
        return amount
    value = values.get(amount, amount)  # a characteristic's value, or a grade by its own name
    return value.amount if isinstance(value, Quantity) else value
