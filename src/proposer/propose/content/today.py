"""Today beside the proposal: a figure, a sentence, and the charges held for the same time."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.quote import Quote
from proposer.propose.content.figures import Figure, Stretch, bars
from proposer.propose.content.options import term_of
from proposer.propose.content.wording import Wording


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """Today beside the proposal."""

    label: str
    today: str
    proposed: str
    difference: str


def today_figure(quote: Quote, say: Wording) -> Figure:
    """A month of today and of each option on one scale."""
    rows = []
    if (today := quote.customer.today_monthly) and not quote.chosen.individual_cases:
        rows.append(Stretch(_today_label(quote, say), say.money(today), 0, today, "today"))
    for option in quote.options:
        tone = "chosen" if option.id == quote.selected else "plain"
        rows.append(Stretch(option.title, say.money(option.monthly), 0, option.monthly, tone))
    if budget := quote.customer.budget_monthly:
        rows.append(Stretch(say.phrase("options.budget"), say.money(budget), 0, budget, "budget"))
    return bars(say.phrase("today.what_you_pay"), rows, say)


def _today_label(quote: Quote, say: Wording) -> str:
    provider = quote.customer.today_provider
    return say.phrase("today.today_at", provider=provider) if provider else say.phrase("today.today")


def today_words(quote: Quote, say: Wording) -> str:
    """The sentence beside the figure."""
    customer = quote.customer
    if quote.chosen.individual_cases:
        return say.phrase("today.cases")
    if not customer.today_monthly:
        return say.phrase("today.unknown")
    provider = customer.today_provider or say.phrase("today.your_services")
    text = say.phrase("today.told", provider=provider, amount=say.money(customer.today_monthly))
    if customer.today_contract_ends:
        text += " " + say.phrase("today.contract_ends", date=say.day(customer.today_contract_ends))
    if begins_later(quote):
        text += " " + say.phrase("today.begins_later")
    return text


def begins_later(quote: Quote) -> bool:
    """Whether services begin after the first month. Until then the customer pays for them elsewhere, and nobody told us how much."""
    return any(line.from_month > 1 for line, _ in quote.chosen.charged)


def comparison(quote: Quote, say: Wording) -> tuple[ComparisonRow, ...]:
    """Today's charge held for the same time: nothing where services begin later, for no figure tells what they cost until then."""
    option, today = quote.chosen, quote.customer.today_monthly
    if not today or option.individual_cases or begins_later(quote):
        return ()
    rows = (
        (say.phrase("charges.a_month"), today, option.monthly),
        (say.phrase("today.first_year"), today * 12, option.first_year),
        (say.phrase("today.all_charges", term=term_of(option, say)), today * option.term, option.contract_value),
    )
    return tuple(ComparisonRow(name, say.money(old), say.money(new), say.change(new - old)) for name, old, new in rows)
