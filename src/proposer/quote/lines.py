"""Designs priced: each item becomes a line with its unit prices and their steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from proposer.model.catalog import At, Bundle, Catalog, Offering
from proposer.model.configuration import Configuration, Design, Item
from proposer.model.needs import Needs
from proposer.model.quote import Credit, QuoteDesign, QuoteLine, UnitPrice
from proposer.pricing import Built, ItemPrice, PriceList, credits_from, is_expedited, months_of, standard_interval
from proposer.pricing.bundles import count_pieces, held_bundles, price_in_place


@dataclass(frozen=True, slots=True)
class Pricing:
    """What lines are priced with: the catalog, the deal's prices, the bundles that hold on the day."""

    catalog: Catalog
    prices: PriceList
    bundles: Sequence[Bundle]


@dataclass(frozen=True, slots=True)
class PricedDesigns:
    """The designs, and what every bundle that was used saves a month over the account."""

    designs: tuple[QuoteDesign, ...]
    bundle_savings: Mapping[str, int]


def price_designs(pricing: Pricing, needs: Needs, configuration: Configuration) -> PricedDesigns:
    """All designs of a configuration; "A", "B", … in the order of their first sites in the needs file."""
    account = count_pieces((i, i.count * len(d.sites)) for d in configuration.designs for i in d.items)
    order = {site.id: place for place, site in enumerate(needs.sites)}
    designs = [_in_order(design, order) for design in configuration.designs]
    designs.sort(key=lambda design: order.get(design.sites[0], -1))
    letters, names = iter(_letters(len(designs))), {site.id: site.name for site in needs.sites}
    savings: dict[str, int] = {}
    quoted = []
    for design in designs:
        lines = _lines(pricing, needs, design, account, savings)
        id_ = "account" if design.sites == ("",) else next(letters)
        quoted.append(_design(id_, _title(design, names), design, lines))
    return PricedDesigns(tuple(quoted), savings)


def _in_order(design: Design, order: Mapping[str, int]) -> Design:
    return replace(design, sites=tuple(sorted(design.sites, key=lambda site: order.get(site, -1))))


def _letters(number: int) -> list[str]:
    """A … Z, then AA, AB, …"""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    names = list(alphabet)
    while len(names) < number:
        names += [first + second for first in names[-26:] for second in alphabet]
    return names[: number + 1]


def _title(design: Design, names: Mapping[str, str]) -> str:
    if design.sites == ("",):
        return "The whole account"
    if len(design.sites) == 1:
        return names[design.sites[0]]
    return f"{len(design.sites)} sites alike"


def _design(id_: str, title: str, design: Design, lines: tuple[QuoteLine, ...]) -> QuoteDesign:
    return QuoteDesign(
        id=id_,
        title=title,
        site_ids=() if design.sites == ("",) else design.sites,
        lines=lines,
        monthly=sum(line.monthly for line in lines),
        once=sum(line.once for line in lines),
        contract_value=sum(line.contract_value for line in lines),
    )


def _lines(
    pricing: Pricing, needs: Needs, design: Design, account: Mapping[str, int], savings: dict[str, int]
) -> tuple[QuoteLine, ...]:
    here = count_pieces((item, item.count) for item in design.items)
    held = held_bundles(pricing.bundles, here, account)
    families = list(pricing.catalog.families)
    lines: list[QuoteLine] = []
    for item in sorted(design.items, key=lambda i: _place(families, pricing, i)):
        price, bundle = price_in_place(pricing.prices, item, here, account, held)
        line = _line(pricing, needs, item, price, design.meets[item])
        line = _with_own_id(line, lines)
        lines.append(line)
        if price.construction is not None:
            stated = _stated_cost(needs, design, item)
            lines.append(_construction(pricing, item, price.construction, line, stated))
        if bundle is not None and price.monthly is not None:
            saved = sum(-step.change for step in price.monthly.steps if step.step == "bundle")
            savings[bundle.id] = savings.get(bundle.id, 0) + saved * price.times(item.count) * len(design.sites)
    return tuple(lines)


def _place(families: Sequence[str], pricing: Pricing, item: Item) -> tuple[int, Item, Item]:
    """The order of lines; of pieces that begin in several months the first ones first."""
    family = families.index(pricing.catalog.offerings[item.offering].family)
    return family, replace(item, count=1), item


def _with_own_id(line: QuoteLine, before: Sequence[QuoteLine]) -> QuoteLine:
    same = sum(other.offering == line.offering and not other.construction for other in before)
    return replace(line, id=f"{line.offering}-{same + 1}") if same else line


def _line(pricing: Pricing, needs: Needs, item: Item, price: ItemPrice, meets: tuple[str, ...]) -> QuoteLine:
    offering = pricing.catalog.offerings[item.offering]
    count, times = item.count, price.times(item.count)
    credits_ = tuple(replace(credit, monthly=credit.monthly * times) for credit in price.credits)
    own = _own_value(pricing, item, price, credits_, times)
    return QuoteLine(
        id=item.offering,
        offering=item.offering,
        name=offering.name,
        description=_description(offering, item),
        characteristics={name: str(value) for name, value in item.characteristics},
        count=count,
        unit=offering.count.unit if offering.count else "",
        units=offering.count.units if offering.count else "",
        access=pricing.catalog.accesses[item.access].label if item.access else "",
        access_status=item.access_status,
        far_end=needs.hub or "" if offering.per is At.LINK else "",
        meets=meets,
        individual_case=price.individual_case,
        monthly_unit=price.monthly,
        once_unit=price.once,
        credits=credits_,
        monthly=_net(price.monthly) * times,
        once=_net(price.once) * times,
        credit_total=sum(credit.total for credit in credits_),
        contract_value=own,
        list_monthly=(price.monthly.steps[0].after * times if price.monthly else 0),
        install_days=_install(pricing, offering, item),
        whole=price.whole,
        from_month=item.here.from_month,
        billed=BILLED.get(pricing.prices.deal.book.prices[item.offering].billed, ""),
    )


def _own_value(pricing: Pricing, item: Item, price: ItemPrice, credits_: Sequence[Credit], times: int) -> int:
    """The line's part of the contract value: all but what construction adds to it."""
    months = months_of(item, pricing.prices.deal.term)
    return (_net(price.monthly) * months + _net(price.once)) * times - sum(credit.total for credit in credits_)


def _stated_cost(needs: Needs, design: Design, item: Item) -> str:
    """Where the needs state what an access costs to build, at the first of the sites."""
    site = next((each for each in needs.sites if each.id == design.sites[0]), None)
    cost = site.construction.get(item.access) if site else None
    return cost.span.place if cost else ""


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
        name=f"Construction: {label}",
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


def _description(offering: Offering, item: Item) -> str:
    labels = {c.name: c.label for c in offering.characteristics}
    return ", ".join(f"{labels[name]} {value}" for name, value in item.characteristics)


def _install(pricing: Pricing, offering: Offering, item: Item) -> str:
    expedite = pricing.prices.expedite(item.offering) if is_expedited(item) else None
    interval = expedite.within if expedite else standard_interval(offering, item)
    return str(interval) if interval else ""
