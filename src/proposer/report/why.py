"""One line of a quote, explained on one screen: needs → rule → demand → offering → each step of its price."""

from __future__ import annotations

from proposer.model.quote import Quote, QuotedDemand, QuoteLine, QuoteOption, UnitPrice
from proposer.report.amounts import counted, figure, money
from proposer.report.grounds import Grounds
from proposer.report.lines import Place, places
from proposer.report.sheet import Block, Column, Grid, Heading, Sheet, Text

STEP_COLUMNS = (
    Column("Step"),
    Column("Change", right=True),
    Column("Amount", right=True),
    Column("Because", flexible=True),
    Column("Where"),
)
MOST_DEMANDS = 5


def why_sheet(quote: Quote, option: QuoteOption, place: Place, grounds: Grounds) -> Sheet:
    """The whole explanation of a line at a site."""
    return (
        Heading(f"{place.name}: {place.line.name}", 1),
        Text(_what(quote, option, place)),
        Heading("Why it is there"),
        *_reasons(grounds),
        Text(f"{_words(quote, place.line)}{_at(grounds.offering_place)}", "offering  "),
        *_price(quote, option, place.line),
    )


def listing_sheet(option: QuoteOption, site: str) -> Sheet:
    """The names of the lines at one site, or of the lines of each design when no site is named."""
    found = [place for place in places(option) if (place.site or "account") == site or not site]
    firsts = [place for place in found if site or place.site in (place.design.site_ids[:1] or ("",))]
    rows = tuple((place.name, place.line.name, place.line.description) for place in firsts)
    return (Grid((Column("Line"), Column("Name"), Column("What", flexible=True)), rows),)


def _what(quote: Quote, option: QuoteOption, place: Place) -> str:
    line = place.line
    site = next((s.name for s in quote.sites if s.id == place.site), "the whole account")
    access = f", on {line.access} ({line.access_status})" if line.access else ""
    count = f"{counted(line.count, line.unit)}, " if line.unit else ""
    link = f", to {line.far_end}" if line.far_end else ""
    description = f"{line.description}, " if line.description else ""
    return f"{count}{description}at {site}{link}{access}. Option {option.title}, {counted(option.term, 'month')}."


def _reasons(grounds: Grounds) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for demand in grounds.demands[:MOST_DEMANDS]:
        blocks += _demand(demand)
    if more := len(grounds.demands) - MOST_DEMANDS:
        blocks += [Text(f"and {counted(more, 'further demand')}", "demand    ")] if more > 0 else []
    blocks += [Text(text, "needed    ") for text in grounds.needed]
    return tuple(blocks) or (Text("It comes with what stands beside it.", "needed    "),)


def _demand(demand: QuotedDemand) -> list[Block]:
    blocks: list[Block] = [Text(f"{path}: {words}{_at(where)}", "needs     ") for path, words, where in demand.needs]
    added = f" (added by option {demand.option})" if demand.option else ""
    blocks.append(Text(f"{demand.rule}{added}: {demand.because}{_at(demand.rule_place)}", "rule      "))
    if demand.working:
        blocks.append(Text(demand.working, "formula   "))
    blocks.append(Text(demand.label, "demand    "))
    return blocks


def _at(where: str) -> str:
    return f"  [{where}]" if where else ""


def _words(quote: Quote, line: QuoteLine) -> str:
    words = next((w.in_short for w in quote.offerings if w.id == line.offering), "")
    return f"{line.name}. {words}".strip()


def _price(quote: Quote, option: QuoteOption, line: QuoteLine) -> tuple[Block, ...]:
    if line.individual_case:
        return (Heading("Price: individual case"), Text(line.individual_case))
    monthly = _steps("Price a month", line, line.monthly_unit, line.monthly)
    once = _steps("Price once", line, line.once_unit, line.once)
    credits_ = tuple(
        Text(f"{c.because}: {figure(c.monthly)} less in months 1 to {c.months}{_at(c.source)}", "credit    ")
        for c in line.credits
    )
    off = f" − {figure(line.credit_total)} of credits" if line.credit_total else ""
    sums = f"{figure(line.monthly)} × {option.term} + {figure(line.once)}{off}"
    total = Text(f"{sums} = {money(line.contract_value, quote.currency)} over the term", "total     ")
    return (*monthly, *once, *credits_, total)


def _steps(title: str, line: QuoteLine, price: UnitPrice | None, whole: int) -> tuple[Block, ...]:
    if price is None:
        return ()
    each = f", for one {line.unit}" if line.unit else ""
    rows = tuple(
        (s.step, "" if s.step == "list" else _signed(s.change), figure(s.after), _because(s.rate, s.because), s.source)
        for s in price.steps
    )
    total = (f"× {line.count}", "", figure(whole), "the whole line", "")
    return (Heading(f"{title}{each}"), Grid(STEP_COLUMNS, rows, (total,) if line.count > 1 else ()))


def _because(rate: str, because: str) -> str:
    return ": ".join(part for part in (rate, because) if part)


def _signed(cents: int) -> str:
    return f"+{figure(cents)}" if cents > 0 else figure(cents)
