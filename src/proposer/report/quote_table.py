"""A quote as tables that a rep can read aloud: the options side by side, then the chosen one, design by design."""

from __future__ import annotations

from proposer.model.alike import groups
from proposer.model.objective import OBJECTIVE_WORDS, Objective
from proposer.model.quote import Quote, QuoteDesign, QuoteLine, QuoteOption
from proposer.report.amounts import counted, day, figure, money, some
from proposer.report.many_designs import many_designs_blocks
from proposer.report.quote_notes import closing_notes
from proposer.report.sheet import Block, Column, Grid, Heading, Sheet, Text

LINE_COLUMNS = (
    Column("Line"),
    Column("What", flexible=True),
    Column("Count", right=True),
    Column("Each/month", right=True),
    Column("Per month", right=True),
    Column("Once", right=True),
)
CASE = "case"
MOST_DESIGNS = 8  # more are summed up instead of read out


def quote_sheet(quote: Quote) -> Sheet:
    """The whole quote; its selected option in detail."""
    return (*_opening(quote), *_side_by_side(quote), *option_blocks(quote, quote.chosen), *closing_notes(quote))


def _opening(quote: Quote) -> tuple[Block, ...]:
    terms = f"Quote {quote.id}, revision {quote.revision}, of {day(quote.as_of)}; holds until {day(quote.valid_until)}."
    prices = f"Price book: {quote.price_book}. Amounts in {quote.currency}, without taxes, fees and surcharges."
    draft = (Text(f"DRAFT: needs approval by {quote.approval}."),) if quote.approval else ()
    return (Heading(quote.customer.name, 1), Text(terms), Text(prices), *draft)


def _side_by_side(quote: Quote) -> tuple[Block, ...]:
    options = quote.options
    titles = (f"{option.title} *" if option.id == quote.selected else option.title for option in options)
    columns = (Column(""), *(Column(title, right=True) for title in titles))
    rows = [
        ("Per month", *(figure(option.monthly) for option in options)),
        ("Once", *(figure(option.once) for option in options)),
        ("Term", *(counted(option.term, "month") for option in options)),
        ("Total over the term", *(figure(option.contract_value) for option in options)),
        ("First year", *(figure(option.first_year) for option in options)),
        *_against_today(quote),
        *_against_budget(quote),
        *_cases(quote),
        (_best_words(options[0]), *(proof_words(option) for option in options)),
    ]
    return (Heading("Options side by side"), Grid(columns, tuple(rows)), *map(Text, alike_words(quote)))


def alike_words(quote: Quote) -> tuple[str, ...]:
    """Which options buy the same, a sentence for each group of them; a proposal shows one of each."""
    return tuple(
        f"Of the same content and price as {shown.title} here: {' and '.join(other.title for other in others)}."
        for shown, *others in groups(quote)
        if others
    )


def _against_today(quote: Quote) -> list[tuple[str, ...]]:
    today = quote.customer.today_monthly
    if today is None:
        return []
    return [(f"Against today's {figure(today)}", *(_signed(option.monthly - today) for option in quote.options))]


def _against_budget(quote: Quote) -> list[tuple[str, ...]]:
    budget = quote.customer.budget_monthly
    if budget is None:
        return []
    over = (f"{figure(option.over_budget)} over" if option.over_budget else "within" for option in quote.options)
    return [(f"Budget of {figure(budget)}", *over)]


def _cases(quote: Quote) -> list[tuple[str, ...]]:
    if not any(option.individual_cases for option in quote.options):
        return []
    return [("Individual cases, unpriced", *(str(len(option.individual_cases)) for option in quote.options))]


def _signed(cents: int) -> str:
    return f"+{figure(cents)}" if cents > 0 else figure(cents)


def proof_words(option: QuoteOption) -> str:
    """`proven`, or how much a better answer could save at the most."""
    proof = option.proof
    return "proven" if proof.proven else f"within {figure(proof.gap)} ({proof.gap_percent:f} %)"


def _best_words(option: QuoteOption) -> str:
    least = option.proof.least
    return "Best there is" if least is Objective.TCV else f"Least {OBJECTIVE_WORDS[least]}"


def option_blocks(quote: Quote, option: QuoteOption) -> tuple[Block, ...]:
    """One option in detail."""
    title = f"{option.title}: {money(option.monthly, quote.currency)} a month for {counted(option.term, 'month')}"
    blocks: list[Block] = [Heading(title, 1), Text(option.in_short)]
    blocks += [Text(added, "+ ") for added in option.added]
    blocks += [Text(f"not added: {missing}", "- ") for missing in option.not_added]
    if len(option.designs) > MOST_DESIGNS:
        return (*blocks, *many_designs_blocks(option))
    for design in option.designs:
        blocks += _design_blocks(design)
    return tuple(blocks)


def _design_blocks(design: QuoteDesign) -> tuple[Block, ...]:
    sites = len(design.site_ids)
    who = (Text(f"Each of {counted(sites, 'site')}: {some(design.site_ids)}."),) if sites > 1 else ()
    totals = [("One site" if sites > 1 else "Together", "", "", "", figure(design.monthly), figure(design.once))]
    if sites > 1:
        totals.append((f"All {sites:,} sites", "", "", "", figure(design.monthly * sites), figure(design.once * sites)))
    rows = tuple(_line_row(line) for line in design.lines)
    if not rows:
        return (Heading(design.title), *who, Text("Nothing is quoted here."))
    return (Heading(design.title), *who, Grid(LINE_COLUMNS, rows, tuple(totals)))


def _line_row(line: QuoteLine) -> tuple[str, ...]:
    count = line.pieces
    if line.individual_case:
        return (line.name, f"{_what(line)}: individual case, {line.individual_case}", count, CASE, CASE, CASE)
    each = figure(line.monthly_unit.net) if line.monthly_unit else "–"
    return (line.name, _what(line), count, each, figure(line.monthly), figure(line.once))


def _what(line: QuoteLine) -> str:
    parts = (line.description, f"to {line.far_end}" if line.far_end else "", line.remarks)
    return ", ".join(part for part in parts if part)
