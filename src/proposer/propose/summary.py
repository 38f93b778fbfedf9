"""The proposal in a few sentences, made of the quote's facts: what the customer has, what changes, what it costs and saves.

Why sentences for each case and not parts glued together: a reader notices the seams.
"""

from __future__ import annotations

from collections.abc import Iterator

from proposer.model.quote import Quote
from proposer.propose.wording import Wording, counted


def summary(quote: Quote, say: Wording) -> tuple[str, ...]:
    """Sentences that stand one after the other; a fact that nobody stated leaves its sentence out."""
    return (*_today(quote, say), _change(quote, say), *_difference(quote, say))


def _today(quote: Quote, say: Wording) -> Iterator[str]:
    who, ends = quote.customer, quote.customer.today_contract_ends
    until = f", under a contract that ends on {say.day(ends)}" if ends else ""
    if who.today_monthly:
        whom = f"pay {who.today_provider}" if who.today_provider else "pay"
        yield f"Today you {whom} {say.money(who.today_monthly)} a month{until}."
    elif who.today_provider and ends:
        yield f"Today {who.today_provider} serves you{until}."


def _change(quote: Quote, say: Wording) -> str:
    """Who serves what, for how long, and what that costs."""
    option, count, cases = quote.chosen, len(quote.sites), len(quote.chosen.individual_cases)
    where = quote.sites[0].name if count == 1 else f"all {say.number(count)} sites"
    once = f"{say.money(option.once)} once" if option.once else "nothing to get started"
    apart = f"; {counted(say.number(cases), 'item is', 'items are')} priced after survey" if cases else ""
    return (
        f"{quote.provider.name} serves {where} under one agreement of {option.term} months, "
        f"for {say.money(option.monthly)} a month and {once}{apart}."
    )


def _difference(quote: Quote, say: Wording) -> Iterator[str]:
    """The month and the whole term against today, installation included; not where a part has no price yet."""
    option, today = quote.chosen, quote.customer.today_monthly
    if not today or option.individual_cases:
        return
    month, term = today - option.monthly, today * option.term - option.contract_value
    if month > 0 and term > 0:
        yield f"That saves you {say.money(month)} every month, and {say.money(term)} over the term with installation paid for."
    elif month > 0:
        yield f"That saves you {say.money(month)} every month; with installation, the term costs {say.money(-term)} more."
    elif month < 0:
        for_what = ", for what is listed below" if option.added else ""
        yield f"That is {say.money(-month)} a month more than today{for_what}."
    else:
        yield "The month costs what it costs you today."
