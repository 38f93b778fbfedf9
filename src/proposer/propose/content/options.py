"""The options side by side: what each adds and costs, and whether it is proven the cheapest."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.alike import groups
from proposer.model.quote import Quote, QuoteOption
from proposer.propose.content.wording import NONE, Wording, sentence


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


def option_view(quote: Quote, option: QuoteOption, say: Wording, most: int) -> OptionView:
    """One column; `most` of what it adds, the rest counted, or all when it is 0."""
    cases = len(option.individual_cases)
    return OptionView(
        title=option.title,
        in_short=sentence(option.in_short),
        is_chosen=option.id == quote.selected,
        adds=say.first(added_of(option, say), most),
        not_added=say.first(tuple(sentence(say.quoted(text, "not_added")) for text in option.not_added), most),
        term=term_of(option, say),
        monthly=say.money(option.monthly),
        once=say.money(option.once),
        first_year=say.money(option.first_year),
        contract_value=say.money(option.contract_value),
        budget=budget_of(quote, option, say),
        is_over_budget=option.over_budget > 0,
        cases=say.counted("options.cases", cases) if cases else "",
        proof=say.phrase("options.proven")
        if option.proof.proven
        else say.phrase("options.gap", share=say.share(option.proof.gap_percent)),
    )


def small_print(quote: Quote, say: Wording) -> tuple[str, ...]:
    """What the amounts hold, and what the options have in common."""
    meets = "options.each_meets" if len(quote.options) > 1 else "options.meets"
    return say.phrase("options.small_print"), say.phrase(meets)


def told_once(quote: Quote, say: Wording) -> tuple[str, ...]:
    """Which options are not shown, since they buy the same as one that is."""
    return tuple(
        say.phrase("options.the_same", others=say.both([other.title for other in others]), option=shown.title)
        for shown, *others in groups(quote)
        if others
    )


def term_of(option: QuoteOption, say: Wording) -> str:
    """`36 months`."""
    return say.counted("numbers.months", option.term)


def added_of(option: QuoteOption, say: Wording) -> tuple[str, ...]:
    """What an option adds, a sentence each."""
    return tuple(sentence(say.quoted(text, "likewise_one", "likewise")) for text in option.added)


def open_cases(option: QuoteOption, say: Wording) -> tuple[str, ...]:
    """What has no price, where and why."""
    keys = ("case_of_account", "case_of_sites", "case_of_site")
    return tuple(say.quoted(text, *keys) for text in option.individual_cases)


def budget_of(quote: Quote, option: QuoteOption, say: Wording) -> str:
    """Whether an option keeps to the budget, or how far it is above; a dash when there is none."""
    if quote.customer.budget_monthly is None:
        return NONE
    above = say.phrase("options.above_budget", amount=say.money(option.over_budget)) if option.over_budget else ""
    words = above or say.phrase("options.within_budget")
    return say.phrase("charges.without_cases", what=words) if option.individual_cases else words
