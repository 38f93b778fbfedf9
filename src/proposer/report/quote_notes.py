"""What stands below a quote's tables: savings, credits, individual cases, fees, open points."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from proposer.model.quote import FeeChange, Quote, QuoteOption
from proposer.report.amounts import counted, figure, money
from proposer.report.sheet import Block, Column, Grid, Heading, Text

FEE_COLUMNS = (
    Column("Fee"), Column("Set by"), Column("Basis", flexible=True),
    Column("Per month", right=True), Column("Between", right=True),
)  # fmt: skip
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
        *_listed("Dates", _days(quote)),
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
    for line, sites in option.charged:
        for credit in line.credits:
            key = (credit.because, credit.first, credit.months)
            sums[key] = sums.get(key, 0) + credit.monthly * sites
    for (because, first, last), monthly in sums.items():
        when = f"for the first {counted(last, 'month')}" if first == 1 else f"in months {first} to {last}"
        yield f"{because.rstrip('.')}: {money(monthly, quote.currency)} a month less {when}."


def _months(option: QuoteOption) -> tuple[Block, ...]:
    """The months, where they are not all alike because a site begins later or an invoice is for more than one."""
    lines = [line for line, _ in option.charged]
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
    rows = tuple(
        (fee.name, SET_BY.get(fee.kind, fee.kind), fee.basis, figure(fee.monthly), _between(fee.least, fee.most))
        for fee in option.fees
    )
    total = ("Estimate", "", "", figure(option.fees_monthly), _between(option.fees_least, option.fees_most))
    notes = [quote.contract.fees_note] if quote.contract.fees_note else []
    if quote.contract.fees_exclude:
        notes.append(f"Not in it: {'; '.join(quote.contract.fees_exclude)}.")
    notes += [_change(change) for change in option.fee_changes]
    heading = Heading(f"Fees: an estimate as of {quote.as_of}, in none of the totals above")
    return (heading, Grid(FEE_COLUMNS, rows, (total,)), *map(Text, notes))


def _between(least: int, most: int) -> str:
    return "" if least == most else f"{figure(least)} and {figure(most)}"


def _change(change: FeeChange) -> str:
    """A rate that ends while the quote holds."""
    after = f"{change.after} from then on" if change.after else "what follows is not known yet"
    return f"{change.name}: {change.now} until {change.day - timedelta(days=1)}, {after}."


def _days(quote: Quote) -> Iterable[str]:
    """What ends while the quote holds, another price book at installation, the first invoice."""
    for ending in quote.endings:
        last = ending.day - timedelta(days=1)
        if ending.kind == "price-book":
            yield f"The prices of {ending.name} end on {last}; this quote keeps them until {quote.valid_until}."
        else:
            yield f"{ending.name} ends on {last}, before this quote does ({quote.valid_until}): order by then."
    if quote.other_book:
        yield f"On {quote.customer.install_by}, when installation is wanted, other list prices hold: {quote.other_book}."
    invoice = quote.first_invoice
    if invoice is not None:
        yield (
            f"The first invoice, if service starts on {invoice.start}: about {money(invoice.total, quote.currency)}, "
            f"{invoice.share} and all that is due once."
        )
