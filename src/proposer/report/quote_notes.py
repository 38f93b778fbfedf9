"""What stands below a quote's tables: savings, credits, individual cases, fees, open points."""

from __future__ import annotations

from collections.abc import Iterable

from proposer.model.quote import Quote, QuoteLine, QuoteOption
from proposer.report.amounts import counted, figure, money
from proposer.report.sheet import Block, Column, Grid, Heading, Text

FEE_COLUMNS = (Column("Fee"), Column("Set by"), Column("Basis", flexible=True), Column("Per month", right=True))
USAGE_COLUMNS = (
    Column("Site"),
    Column("Of"),
    Column("Basis", flexible=True),
    Column("Per month", right=True),
)
MONTH_COLUMNS = (
    Column("Months"),
    Column("Each month", right=True),
    Column("One-time", right=True),
    Column("Invoiced", right=True),
)
SET_BY = {"authority": "an authority", "provider": "us", "recovery": "us, recovering costs"}


def closing_notes(quote: Quote) -> tuple[Block, ...]:
    """The notes on the selected option."""
    option = quote.chosen
    return (
        *_listed("Savings", (*_savings(quote, option), *_credits(quote, option))),
        *_listed("Individual cases: in no total until they are designed", option.individual_cases),
        *_months(option),
        *_usage(quote, option),
        *_fees(quote, option),
        *_listed("Still missing", quote.contract.open_points),
        *_listed("We suggest", quote.contract.recommendations),
    )


def _listed(title: str, texts: Iterable[str]) -> tuple[Block, ...]:
    found = tuple(Text(text, "- ") for text in texts)
    return (Heading(title), *found) if found else ()


def _savings(quote: Quote, option: QuoteOption) -> Iterable[str]:
    off = option.list_monthly - option.monthly
    if off > 0:
        yield f"{money(off, quote.currency)} a month less than list prices."
    for bundle in option.bundles:
        yield f"{bundle.name}: {money(bundle.saving_monthly, quote.currency)} a month. {bundle.words}".strip()


def _credits(quote: Quote, option: QuoteOption) -> Iterable[str]:
    """Each promotion of limited months once, summed over all lines and sites."""
    sums: dict[tuple[str, int, int], int] = {}
    for line, sites in _lines(option):
        for credit in line.credits:
            key = (credit.because, credit.first, credit.months)
            sums[key] = sums.get(key, 0) + credit.monthly * sites
    for (because, first, last), monthly in sums.items():
        when = f"for the first {counted(last, 'month')}" if first == 1 else f"in months {first} to {last}"
        yield f"{because.rstrip('.')}: {money(monthly, quote.currency)} a month less {when}."


def _lines(option: QuoteOption) -> Iterable[tuple[QuoteLine, int]]:
    return ((line, max(1, len(design.site_ids))) for design in option.designs for line in design.lines)


def _months(option: QuoteOption) -> tuple[Block, ...]:
    """The months, where they are not all alike because a site begins later or an invoice is for more than one."""
    lines = [line for line, _ in _lines(option)]
    if not any(line.remarks or line.construction for line in lines):
        return ()
    rows = tuple(
        (_range(s.first, s.last), figure(s.monthly), figure(s.once), figure(s.invoiced)) for s in option.schedule
    )
    total = ("Together", "", "", figure(sum(s.invoiced * s.months for s in option.schedule)))
    return (Heading("Month by month"), Grid(MONTH_COLUMNS, rows, (total,)))


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} to {last}"


def _usage(quote: Quote, option: QuoteOption) -> tuple[Block, ...]:
    """Usage beyond what is included, by site."""
    names = {site.id: site.name for site in quote.sites}
    rows = tuple((names[each.site], each.names, each.basis, figure(each.monthly)) for each in option.usage)
    if not rows:
        return ()
    total = ("Estimate", "", "", figure(sum(each.monthly for each in option.usage)))
    return (Heading("Usage: an estimate, in none of the totals above"), Grid(USAGE_COLUMNS, rows, (total,)))


def _fees(quote: Quote, option: QuoteOption) -> tuple[Block, ...]:
    if not option.fees:
        return ()
    rows = tuple((fee.name, SET_BY.get(fee.kind, fee.kind), fee.basis, figure(fee.monthly)) for fee in option.fees)
    grid = Grid(FEE_COLUMNS, rows, (("Estimate", "", "", figure(option.fees_monthly)),))
    note = (Text(quote.contract.fees_note),) if quote.contract.fees_note else ()
    return (Heading("Fees: an estimate, in none of the totals above"), grid, *note)
