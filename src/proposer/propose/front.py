"""The front that an executive reads in a minute: recommendation, key figures, reasons, options, today, next step."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.quote import Quote, QuoteOption
from proposer.propose.figures import BarFigure, Stretch, bars
from proposer.propose.markdown import marked_of
from proposer.propose.summary import summary
from proposer.propose.touches import GoalView, goal_views
from proposer.propose.wording import NONE, Wording, counted, sentence

REASONS = 8
ASKED = "You asked for"  # reasons that only repeat the wish come after those that explain


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number that a reader remembers."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class OptionView:
    """A column of the comparison."""

    title: str
    in_short: str
    is_chosen: bool
    adds: tuple[str, ...]
    not_added: tuple[str, ...]
    term: str
    monthly: str
    once: str
    first_year: str
    contract_value: str
    budget: str
    is_over_budget: bool
    cases: str
    proof: str


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """Today beside the proposal."""

    label: str
    today: str
    proposed: str
    difference: str


@dataclass(frozen=True, slots=True)
class FrontView:
    """`comparison` is empty when nobody said what the customer pays today."""

    recommendation: str
    offer: str
    key_figures: tuple[KeyFigure, ...]
    summary: tuple[str, ...]
    goals: tuple[GoalView, ...]
    reasons: tuple[tuple[str, str], ...]
    added: tuple[str, ...]
    proof: str
    cases: tuple[str, ...]
    options: tuple[OptionView, ...]
    figure: BarFigure
    today: str
    comparison: tuple[ComparisonRow, ...]
    next_steps: tuple[str, ...]
    decide_by: str


def front_view(quote: Quote, say: Wording) -> FrontView:
    """All that stands before the annexes."""
    option = quote.chosen
    return FrontView(
        recommendation=sentence(option.in_short),
        offer=_offer(quote, say),
        key_figures=_key_figures(quote, say),
        summary=summary(quote, say),
        goals=goal_views(quote),
        reasons=_reasons(option),
        added=tuple(map(sentence, option.added)),
        proof=_proof(option, say),
        cases=option.individual_cases,
        options=tuple(_option(quote, each, say) for each in quote.options),
        figure=_figure(quote, say),
        today=_today(quote, say),
        comparison=_comparison(quote, say),
        next_steps=marked_of(quote, say).lines(quote.contract.next_steps),
        decide_by=say.day(quote.valid_until),
    )


def _offer(quote: Quote, say: Wording) -> str:
    option = quote.chosen
    sites = counted(say.number(len(quote.sites)), "site", "sites")
    cases = ", without individual cases," if option.individual_cases else ""
    text = f"{option.title}: {say.money(option.monthly)} a month{cases} for {sites} over {option.term} months"
    today = quote.customer.today_monthly
    return (
        f"{text}, {_against(option.monthly - today, say)} than today."
        if today and today != option.monthly and not option.individual_cases
        else f"{text}."
    )


def _against(change: int, say: Wording) -> str:
    return f"{say.money(abs(change))} {'less' if change < 0 else 'more'}"


def _key_figures(quote: Quote, say: Wording) -> tuple[KeyFigure, ...]:
    option, today = quote.chosen, quote.customer.today_monthly
    case = "without individual cases" if option.individual_cases else "before taxes and fees"
    figures = [
        KeyFigure("A month", say.money(option.monthly), case),
        KeyFigure(
            "One-time",
            say.money(option.once),
            "without individual cases" if option.individual_cases else "installation and activation",
        ),
        KeyFigure("Term", f"{option.term} months", f"{say.money(option.contract_value)} in all"),
    ]
    if option.individual_cases:
        count = len(option.individual_cases)
        figures.append(KeyFigure("Individual cases", say.number(count), "priced after survey"))
    elif today:
        change = option.monthly - today
        word = (
            f"{say.percent(change, today)} {'less' if change < 0 else 'more'} a month" if change else "the same a month"
        )
        figures.append(KeyFigure("Against today", say.change(change), word))
    elif quote.customer.budget_monthly:
        figures.append(KeyFigure("Your budget", say.money(quote.customer.budget_monthly), _budget(quote, option, say)))
    return tuple(figures)


def _reasons(option: QuoteOption) -> tuple[tuple[str, str], ...]:
    """The first few demands that differ in kind: what was sized, and the sentence of the rule that did it."""
    found: dict[str, tuple[str, str]] = {}
    for demand in option.demands:
        found.setdefault(demand.label.partition(":")[0], (demand.label, sentence(demand.because)))
    told = sorted(found.values(), key=lambda reason: reason[1].startswith(ASKED))
    return tuple(told[:REASONS])


def _proof(option: QuoteOption, say: Wording) -> str:
    if option.proof.proven:
        return f"Proven: nothing else that we sell meets these needs for less over {option.term} months."
    percent = f"{option.proof.gap_percent.normalize():f} %"
    return f"A better combination could save at most {say.money(option.proof.gap)} ({percent}) over the term."


def _budget(quote: Quote, option: QuoteOption, say: Wording) -> str:
    if quote.customer.budget_monthly is None:
        return NONE
    words = f"{say.money(option.over_budget)} above it" if option.over_budget else "within it"
    return f"{words}, without individual cases" if option.individual_cases else words


def _option(quote: Quote, option: QuoteOption, say: Wording) -> OptionView:
    cases = len(option.individual_cases)
    return OptionView(
        title=option.title,
        in_short=sentence(option.in_short),
        is_chosen=option.id == quote.selected,
        adds=tuple(map(sentence, option.added)),
        not_added=tuple(map(sentence, option.not_added)),
        term=f"{option.term} months",
        monthly=say.money(option.monthly),
        once=say.money(option.once),
        first_year=say.money(option.first_year),
        contract_value=say.money(option.contract_value),
        budget=_budget(quote, option, say),
        is_over_budget=option.over_budget > 0,
        cases=f"{counted(say.number(cases), 'item', 'items')}, in no sum above" if cases else "",
        proof="Proven to be the lowest total for these needs."
        if option.proof.proven
        else f"At most {option.proof.gap_percent.normalize():f} % above the lowest total.",
    )


def _figure(quote: Quote, say: Wording) -> BarFigure:
    """A month of today and of each option on one scale."""
    rows = []
    if (today := quote.customer.today_monthly) and not quote.chosen.individual_cases:
        rows.append(Stretch(_today_label(quote), say.money(today), 0, today, "today"))
    for option in quote.options:
        tone = "chosen" if option.id == quote.selected else "plain"
        rows.append(Stretch(option.title, say.money(option.monthly), 0, option.monthly, tone))
    if budget := quote.customer.budget_monthly:
        rows.append(Stretch("Your budget", say.money(budget), 0, budget, "budget"))
    return bars("What you pay a month", rows)


def _today_label(quote: Quote) -> str:
    return f"Today, {quote.customer.today_provider}" if quote.customer.today_provider else "Today"


def _today(quote: Quote, say: Wording) -> str:
    """The sentence beside the figure."""
    customer = quote.customer
    if quote.chosen.individual_cases:
        return "Individual cases are in none of these sums, so a comparison with today waits for their prices."
    if not customer.today_monthly:
        return "We do not know what you pay today; tell us, and we set it beside this proposal."
    text = f"You told us that {customer.today_provider or 'your services'} cost you {say.money(customer.today_monthly)} a month."
    if customer.today_contract_ends:
        text += f" That contract ends on {say.day(customer.today_contract_ends)}."
    return text


def _comparison(quote: Quote, say: Wording) -> tuple[ComparisonRow, ...]:
    """Today's charge held for the same time: the only comparison that the quote's figures allow."""
    option, today = quote.chosen, quote.customer.today_monthly
    if not today or option.individual_cases:
        return ()
    rows = (
        ("A month", today, option.monthly),
        ("First year, with one-time charges", today * 12, option.first_year),
        (f"{option.term} months, all charges", today * option.term, option.contract_value),
    )
    return tuple(ComparisonRow(name, say.money(old), say.money(new), say.change(new - old)) for name, old, new in rows)
