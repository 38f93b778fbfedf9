"""An entry priced: its item becomes a line with its unit prices and their steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from proposer.model.catalog import Bundle, Catalog
from proposer.model.configuration import Item
from proposer.model.phrases import said
from proposer.model.quote import Credit, QuoteLine, UnitPrice
from proposer.pricing import Built, ItemPrice, PriceList, credits_from, months_of
from proposer.quote.arrangement import Entry


@dataclass(frozen=True, slots=True)
class Pricing:
    """What lines are priced with: the catalog, the deal's prices, the bundles that hold on the day."""

    catalog: Catalog
    prices: PriceList
    bundles: Sequence[Bundle]

    def bundle(self, name: str) -> Bundle | None:
        """The bundle of an id; none for an empty one."""
        return next((bundle for bundle in self.bundles if bundle.id == name), None) if name else None


@dataclass(frozen=True, slots=True)
class PricedEntry:
    """The lines of an entry, and the cents a month that its bundle takes off at one site; None without a bundle."""

    lines: tuple[QuoteLine, ...]
    saved: int | None


def lines_of(pricing: Pricing, entry: Entry) -> PricedEntry:
    """The line of an entry, that of its construction if it has any, and what its bundle saves a month where it stands."""
    price = pricing.prices.price(entry.piece, entry.tier, pricing.bundle(entry.bundle))
    line = _line(pricing, entry, price)
    lines = [line]
    if price.construction is not None:
        lines.append(_construction(pricing, entry.item, price.construction, line, entry.stated))
    return PricedEntry(tuple(lines), _saved(entry, price))


def _saved(entry: Entry, price: ItemPrice) -> int | None:
    if not entry.bundle or price.monthly is None:
        return None
    off = sum(-step.change for step in price.monthly.steps if step.step == "bundle")
    return off * price.times(entry.item.count)


def _line(pricing: Pricing, entry: Entry, price: ItemPrice) -> QuoteLine:
    item, says = entry.item, entry.says
    times = price.times(item.count)
    credits_ = price.credits if times == 1 else tuple([_times(credit, times) for credit in price.credits])
    own = _own_value(pricing, item, price, credits_, times)
    return QuoteLine(
        id=f"{item.offering}-{entry.number + 1}" if entry.number else item.offering,
        offering=item.offering,
        name=says.name,
        description=says.description,
        characteristics=says.characteristics,
        count=item.count,
        unit=says.unit,
        units=says.units,
        access=says.access,
        access_status=item.access_status,
        far_end=says.far_end,
        meets=entry.meets,
        individual_case=price.individual_case,
        monthly_unit=price.monthly,
        once_unit=price.once,
        credits=credits_,
        monthly=_net(price.monthly) * times,
        once=_net(price.once) * times,
        credit_total=sum([credit.total for credit in credits_]),
        contract_value=own,
        list_monthly=(price.monthly.steps[0].after * times if price.monthly else 0),
        install_days=says.install_days,
        whole=price.whole,
        from_month=item.here.from_month,
        billed=BILLED.get(pricing.prices.deal.book.prices[item.offering].billed, ""),
    )


def _times(credit: Credit, times: int) -> Credit:
    return Credit(credit.months, credit.monthly * times, credit.because, credit.source, credit.first)


def _own_value(pricing: Pricing, item: Item, price: ItemPrice, credits_: Sequence[Credit], times: int) -> int:
    """The line's part of the contract value: all but what construction adds to it."""
    months = months_of(item, pricing.prices.deal.term)
    return (_net(price.monthly) * months + _net(price.once)) * times - sum(credit.total for credit in credits_)


def _placed(price: UnitPrice | None, place: str) -> UnitPrice | None:
    """A policy that nobody declared has no place; then that of the stated cost stands for it."""
    if price is None:
        return None
    return replace(price, steps=tuple(step if step.source else replace(step, source=place) for step in price.steps))


def _construction(pricing: Pricing, item: Item, built: Built, line: QuoteLine, stated: str) -> QuoteLine:
    """Construction as a line of its own, beside that of the entrance."""
    credits_ = credits_from(built.credits, item.here.from_month - 1)
    label = pricing.catalog.accesses[item.access].label if item.access else line.name
    paid = sum(credit.total for credit in credits_)
    months = months_of(item, pricing.prices.deal.term)
    return replace(
        line,
        id=f"{line.id}-construction",
        name=said("construction", access=label),
        description="",
        count=1,
        unit="",
        units="",
        monthly_unit=_placed(built.monthly, stated),
        once_unit=_placed(built.once, stated),
        credits=credits_,
        monthly=_net(built.monthly),
        once=_net(built.once),
        credit_total=paid,
        contract_value=_net(built.monthly) * months + _net(built.once) - paid,
        list_monthly=_net(built.monthly),
        whole=False,
        billed="",
        construction=True,
    )


BILLED = {3: "quarterly", 12: "annually"}


def _net(price: UnitPrice | None) -> int:
    return price.net if price else 0
