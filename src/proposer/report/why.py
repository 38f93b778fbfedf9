"""One line of a quote, explained on one screen: needs → rule → demand → offering → each step of its price."""

from __future__ import annotations

from proposer.model.configuration import Conflict
from proposer.model.explanation import Comparison
from proposer.model.quote import Quote, QuotedDemand, QuoteLine, QuoteOption, UnitPrice
from proposer.report.amounts import counted, figure, money
from proposer.report.comparison import in_a_sentence, short_lines
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
MOST_RULES = 3


def why_sheet(
    quote: Quote, option: QuoteOption, place: Place, grounds: Grounds, runner_up: Comparison | Conflict
) -> Sheet:
    """The whole explanation of a line at a site, and what would stand there instead."""
    return (
        Heading(f"{place.name}: {place.line.name}", 1),
        Text(_what(quote, option, place)),
        Heading("Why it is there"),
        *_reasons(grounds),
        Text(f"{_words(quote, place.line)}{_at(grounds.offering_place)}", "offering  "),
        *_price(quote, option, place.line),
        *(
            (Text(f"{grounds.priced_by}, who is not named to the customer", "priced by  "),)
            if grounds.priced_by
            else ()
        ),
        Heading("Without it"),
        *_without_it(quote, place.line, runner_up),
    )


def price_sheet(quote: Quote, option: QuoteOption, place: Place) -> Sheet:
    """Only how a line's price is made."""
    head = Heading(f"{place.name}: {place.line.name}", 1)
    return (head, Text(_what(quote, option, place)), *_price(quote, option, place.line))


def _without_it(quote: Quote, line: QuoteLine, runner_up: Comparison | Conflict) -> tuple[Block, ...]:
    """The runner-up with what it costs, or why there is none."""
    if isinstance(runner_up, Conflict):
        blames = tuple(Text(blame.words, "- ") for blame in runner_up.blames if blame.name)
        return (Text(f"Nothing else serves: without {line.name} there is no solution."), *blames)
    sentence = in_a_sentence(runner_up, quote.currency)
    return (Text(f"The next best is {sentence}."), *short_lines(runner_up))


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
    count = f"{line.pieces}, " if line.unit else ""
    link = f", to {line.far_end}" if line.far_end else ""
    description = f"{line.description}, " if line.description else ""
    where = f"{count}{description}at {site}{link}{access}"
    return f"{where[0].upper()}{where[1:]}. Option {option.title}, {counted(option.term, 'month')}."


def _reasons(grounds: Grounds) -> tuple[Block, ...]:
    """Demands of one rule stand together; beyond the first few they are only counted."""
    by_rule: dict[tuple[str, str], list[QuotedDemand]] = {}
    for demand in grounds.demands:
        by_rule.setdefault((demand.rule, demand.because), []).append(demand)
    groups = list(by_rule.values())
    blocks = [block for group in groups[:MOST_RULES] for block in _group(group)]
    if more := groups[MOST_RULES:]:
        blocks.append(Text(", ".join(group[0].rule for group in more), "and rules "))
    blocks += [Text(text, "needed    ") for text in grounds.needed]
    return tuple(blocks) or (Text("It comes with what stands beside it.", "needed    "),)


def _group(demands: list[QuotedDemand]) -> list[Block]:
    first = demands[0]
    added = f" (added by option {first.option})" if first.option else ""
    rule = f"{first.rule}{added}: " if first.rule else ""
    workings = tuple(dict.fromkeys(demand.working for demand in demands if demand.working))
    return [
        *(Text(text, "needs     ") for text in _needs(first)),
        Text(f"{rule}{first.because}{_at(first.rule_place)}", "rule      " if first.rule else "because   "),
        *((Text("; ".join(workings), "formula   "),) if workings else ()),
        Text("; ".join(dict.fromkeys(demand.label for demand in demands)), "demand    "),
    ]


def _needs(demand: QuotedDemand) -> list[str]:
    """What the rule read, a line of the needs file at a time."""
    by_place: dict[str, list[str]] = {}
    for path, words, where in demand.needs:
        by_place.setdefault(where, []).append(f"{path}: {words}")
    return [f"{'; '.join(_without_repeated_site(facts))}{_at(where)}" for where, facts in by_place.items()]


def _without_repeated_site(facts: list[str]) -> list[str]:
    """`sites.main.users: 8; voice.traffic: heavy`: the site is named once."""
    head = ".".join(facts[0].split(".", 2)[:2]) + "."
    return [facts[0], *(fact.removeprefix(head) if head.startswith("sites.") else fact for fact in facts[1:])]


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
        Text(f"{c.because.rstrip('.')}: {figure(c.monthly)} less in {c.when}{_at(c.source)}", "credit    ")
        for c in line.credits
    )
    off = f" − {figure(line.credit_total)} of credits" if line.credit_total else ""
    sums = f"{figure(line.monthly)} × {line.months(option.term)} + {figure(line.once)}{off}"
    total = Text(f"{sums} = {money(line.contract_value, quote.currency)} over the term", "total     ")
    return (*monthly, *once, *credits_, total)


def _steps(title: str, line: QuoteLine, price: UnitPrice | None, whole: int) -> tuple[Block, ...]:
    if price is None:
        return ()
    each = ", each" if line.times > 1 else ""
    rows = tuple(
        (s.step, "" if s.step == "list" else _signed(s.change), figure(s.after), _because(s.rate, s.because), s.source)
        for s in price.steps
    )
    total = (f"× {line.times}", "", figure(whole), "the whole line", "")
    return (Heading(f"{title}{each}"), Grid(STEP_COLUMNS, rows, (total,) if line.times > 1 else ()))


def _because(rate: str, because: str) -> str:
    return ": ".join(part for part in (rate, because) if part)


def _signed(cents: int) -> str:
    return f"+{figure(cents)}" if cents > 0 else figure(cents)
