"""The internal view as data: a record for JSON, a row for each line and site for CSV."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proposer.model.internal import DealMargin, InternalView, LineMargin, Margin, SiteMargin
from proposer.model.quantities import plain
from proposer.money import cents_to_text
from proposer.report.csv_text import csv_text

AMOUNTS = ("monthly", "monthly_cost", "once", "once_cost", "floor_monthly", "above_floor")
HEADER = (
    "option",
    "term",
    "site",
    "line",
    "offering",
    "name",
    "pieces",
    *AMOUNTS,
    "revenue",
    "cost",
    "margin",
    "margin_percent",
)


def internal_record(view: InternalView) -> Mapping[str, object]:
    """Everything, all options."""
    return {
        "internal": True,
        "quote": view.quote,
        "customer": view.customer,
        "as_of": view.as_of.isoformat(),
        "currency": view.currency,
        "selected": view.selected,
        "approval": view.approval,
        "approvals": list(view.approvals),
        "floor": view.floor,
        "discounts": {name: plain(percent) for name, percent in view.discounts},
        "comments": list(view.comments),
        "individual_cases": list(view.cases),
        "options": [_deal(deal) for deal in view.deals],
    }


def _deal(deal: DealMargin) -> Mapping[str, object]:
    return {
        "id": deal.option,
        "term": deal.term,
        "monthly": cents_to_text(deal.monthly),
        "contract_value": cents_to_text(deal.contract_value),
        **_margin(deal.margin),
        "without_cost": list(deal.unknown),
        "sites": [_site(site) for site in deal.sites],
    }


def _margin(margin: Margin) -> Mapping[str, str | None]:
    amounts = {"revenue": margin.revenue, "cost": margin.cost, "margin": margin.amount}
    return {**{name: cents_to_text(cents) for name, cents in amounts.items()}, "margin_percent": _percent(margin)}


def _percent(margin: Margin) -> str | None:
    return None if margin.percent is None else format(margin.percent, "f")


def _site(site: SiteMargin) -> Mapping[str, object]:
    lines = [_line(line) for line in site.lines]
    return {"title": site.title, "sites": list(site.site_ids), **_margin(site.margin), "lines": lines}


def _line(line: LineMargin) -> Mapping[str, object]:
    words = {"id": line.id, "offering": line.offering, "name": line.name, "pieces": line.pieces}
    amounts = {name: _text(getattr(line, name)) for name in AMOUNTS}
    return {**words, "individual_case": line.individual_case, **amounts, **_margin(line.margin)}


def _text(cents: int | None) -> str | None:
    return None if cents is None else cents_to_text(cents)


def internal_csv(view: InternalView) -> str:
    """The lines of every option at each site; the account's have no site."""
    return csv_text(HEADER, (row for deal in view.deals for row in _rows(deal)))


def _rows(deal: DealMargin) -> Iterator[tuple[str, ...]]:
    for site in deal.sites:
        for id_ in site.site_ids or ("",):
            for line in site.lines:
                amounts = (_text(getattr(line, name)) or "" for name in AMOUNTS)
                margin = (value or "" for value in _margin(line.margin).values())
                yield (
                    deal.option,
                    str(deal.term),
                    id_,
                    line.id,
                    line.offering,
                    line.name,
                    line.pieces,
                    *amounts,
                    *margin,
                )
