"""The internal view as tables: the deal by option, then the chosen option site by site and line by line."""

from __future__ import annotations

from collections.abc import Iterator

from proposer.model.internal import DealMargin, InternalView, LineMargin, Margin, SiteMargin
from proposer.model.quantities import plain
from proposer.report.amounts import counted, day, figure, some
from proposer.report.sheet import Block, Column, Grid, Heading, Sheet, Text

NOTHING, CASE = "–", "case"
DEALS = (
    Column("Option"),
    *(Column(title, right=True) for title in ("Months", "Per month", "Over the term", "Cost", "Margin", "Margin %")),
)
LINES = (
    Column("Line", flexible=True),
    *(
        Column(title, right=True)
        for title in ("Count", "Per month", "Cost", "Once", "Cost", "Margin", "Margin %", "Above floor")
    ),
)


def internal_sheet(view: InternalView) -> Sheet:
    """The whole view."""
    return (
        Heading(f"Not for customers: cost and margin of {view.customer}, quote {view.quote}", 1),
        Text(
            f"Of {day(view.as_of)}. Amounts in {view.currency}. Margins are over the term; floors are of the monthly charge."
        ),
        *_standing(view),
        Heading("The deal"),
        Grid(DEALS, tuple(_deal(deal, view.selected) for deal in view.deals)),
        *_unknown(view.chosen),
        *(block for site in view.chosen.sites for block in _site(site)),
        *_comments(view),
    )


def _standing(view: InternalView) -> Iterator[Text]:
    """What the policy asks for, and what comes of it."""
    yield Text(f"Needs approval by {view.approval}." if view.approval else "Nobody need approve it.")
    if view.approvals:
        yield Text(f"Approvals: {'; '.join(view.approvals)}.")
    if view.floor:
        yield Text(f"Floor of what is negotiated: {view.floor}.")
    if view.cases:
        yield Text(f"Individual cases priced: {'; '.join(view.cases)}.")
    if view.discounts:
        yield Text(f"Negotiated: {', '.join(f'{name} {plain(percent)} %' for name, percent in view.discounts)}.")


def _deal(deal: DealMargin, selected: str) -> tuple[str, ...]:
    title = f"{deal.title} *" if deal.option == selected else deal.title
    margin = deal.margin
    amounts = (deal.monthly, deal.contract_value, margin.cost, margin.amount)
    return (title, str(deal.term), *(figure(cents) for cents in amounts), _percent(margin))


def _percent(margin: Margin) -> str:
    return NOTHING if margin.percent is None else f"{margin.percent:f}".replace("-", "−")


def _unknown(deal: DealMargin) -> tuple[Block, ...]:
    if not deal.unknown:
        return ()
    return (Text(f"Without a cost in the price book, and in no margin: {some(deal.unknown, len(deal.unknown))}."),)


def _site(site: SiteMargin) -> tuple[Block, ...]:
    sites = len(site.site_ids)
    who = (Text(f"Each of {counted(sites, 'site')}: {some(site.site_ids)}."),) if sites > 1 else ()
    totals = [_total("One site" if sites > 1 else "Together", site, 1)]
    if sites > 1:
        totals.append(_total(f"All {sites:,} sites", site, sites))
    return (Heading(site.title), *who, Grid(LINES, tuple(_line(line) for line in site.lines), tuple(totals)))


def _line(line: LineMargin) -> tuple[str, ...]:
    if line.individual_case:
        return (line.name, line.pieces, CASE, NOTHING, CASE, NOTHING, NOTHING, NOTHING, NOTHING)
    amounts = (line.monthly, line.monthly_cost, line.once, line.once_cost, line.margin.amount)
    above = _amount(line.above_floor)
    return (line.name, line.pieces, *(_amount(cents) for cents in amounts), _percent(line.margin), above)


def _total(title: str, site: SiteMargin, times: int) -> tuple[str, ...]:
    sums = (
        sum(line.monthly for line in site.lines),
        sum(line.monthly_cost or 0 for line in site.lines),
        sum(line.once for line in site.lines),
        sum(line.once_cost or 0 for line in site.lines),
        site.margin.amount,
    )
    return (title, "", *(figure(cents * times) for cents in sums), _percent(site.margin), "")


def _amount(cents: int | None) -> str:
    return NOTHING if cents is None else figure(cents)


def _comments(view: InternalView) -> tuple[Block, ...]:
    comments = tuple(Text(comment, "- ") for comment in view.comments)
    return (Heading("For colleagues"), *comments) if comments else ()
