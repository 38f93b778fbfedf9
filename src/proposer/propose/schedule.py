"""The price schedule as rows of text: what each kind of site gets, and what each site costs."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.quote import Quote, QuoteDesign, QuotedSite, QuoteLine, UnitPrice
from proposer.propose.wording import INCLUDED, NONE, Wording, counted, listed


@dataclass(frozen=True, slots=True)
class LineRow:
    """One quoted item. `case` is the reason why it has no price; `notes` are credits and dates in small print."""

    name: str
    description: str
    count: str
    each: str
    each_list: str
    monthly: str
    once: str
    case: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DesignView:
    """The lines of one kind of site, with the sum of one site and, when there are more, of all of them."""

    title: str
    sites: str
    rows: tuple[LineRow, ...]
    sum_title: str
    monthly: str
    once: str
    contract_value: str
    all_title: str
    all_monthly: str
    all_once: str
    all_contract_value: str


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One site of the list."""

    name: str
    address: str
    design: str
    access: tuple[str, ...]
    monthly: str
    once: str


def design_views(quote: Quote, say: Wording) -> tuple[DesignView, ...]:
    """Every design of the option that the document details."""
    names = {site.id: site.name for site in quote.sites}
    return tuple(_design(design, names, say) for design in quote.chosen.designs)


def _design(design: QuoteDesign, names: dict[str, str], say: Wording) -> DesignView:
    sites = [names.get(id_, id_) for id_ in design.site_ids]
    times = len(sites)
    count = counted(say.number(times), "site", "sites")
    title = design.title if times != 1 or not sites else sites[0]
    return DesignView(
        title=title,
        sites=listed(sites) if times > 1 else "",
        rows=tuple(_row(line, names, say) for line in design.lines),
        sum_title="Each site" if times > 1 else "Total",
        monthly=say.money(design.monthly),
        once=say.money(design.once),
        contract_value=say.money(design.contract_value),
        all_title=f"All {count}" if times > 1 else "",
        all_monthly=say.money(design.monthly * times),
        all_once=say.money(design.once * times),
        all_contract_value=say.money(design.contract_value * times),
    )


def _row(line: QuoteLine, names: dict[str, str], say: Wording) -> LineRow:
    far = f"to {names.get(line.far_end, line.far_end)}" if line.far_end else ""
    open_case = line.individual_case is not None
    return LineRow(
        name=line.name,
        description=", ".join(part for part in (line.description, far) if part),
        count=say.number(line.count),
        each=_each(line, say) if not open_case else "",
        each_list=_list_price(line.monthly_unit, say),
        monthly=_amount(line.monthly, line.monthly_unit, say),
        once=_amount(line.once, line.once_unit, say),
        case=line.individual_case or "",
        notes=_notes(line, say),
    )


def _each(line: QuoteLine, say: Wording) -> str:
    if line.monthly_unit is None:
        return NONE
    price = say.money(line.monthly_unit.net) if line.monthly_unit.net else INCLUDED
    return f"{price} a {line.unit}" if line.unit and line.monthly_unit.net else price


def _list_price(unit: UnitPrice | None, say: Wording) -> str:
    """The price before every discount, where there was one."""
    first = unit.steps[0].after if unit is not None and unit.steps else 0
    return f"list {say.money(first)}" if unit is not None and first > unit.net else ""


def _amount(cents: int, unit: UnitPrice | None, say: Wording) -> str:
    if unit is None:
        return NONE
    return say.money(cents) if cents else INCLUDED


def _notes(line: QuoteLine, say: Wording) -> tuple[str, ...]:
    notes = [f"{c.because}: {say.change(-c.monthly)} a month in months 1 to {c.months}" for c in line.credits]
    if off := _list_price(line.once_unit, say):
        notes.append(f"Installation: {off}{' each' if line.count > 1 else ''}")
    return tuple(notes)


def site_rows(quote: Quote, say: Wording) -> tuple[SiteRow, ...]:
    """The sites in the order of the quote, each with what it costs by itself."""
    sums: dict[str, tuple[list[str], int, int]] = {}
    for design in quote.chosen.designs:
        for id_ in design.site_ids:
            letters, monthly, once = sums.get(id_, ([], 0, 0))
            sums[id_] = ([*letters, design.id], monthly + design.monthly, once + design.once)
    return tuple(_site(site, *sums.get(site.id, ([], 0, 0)), say) for site in quote.sites)


def _site(site: QuotedSite, letters: list[str], monthly: int, once: int, say: Wording) -> SiteRow:
    place = " ".join(part for part in (site.state, site.zip) if part)
    return SiteRow(
        name=site.name,
        address=", ".join(part for part in (site.street, site.city, place) if part) or "Address to be confirmed",
        design=", ".join(letters) or NONE,
        access=tuple(f"{label} {status}" for label, status in site.access.items()),
        monthly=say.money(monthly),
        once=say.money(once),
    )
