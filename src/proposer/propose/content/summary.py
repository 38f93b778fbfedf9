"""The proposal in a few sentences, made of the quote's facts: what the customer has, what changes, what it costs and saves.

Why sentences for each case and not parts glued together: a reader notices the seams.
"""

from __future__ import annotations

from collections.abc import Iterator

from proposer.model.quote import Quote
from proposer.propose.content.today import begins_later
from proposer.propose.content.wording import Wording

PAYS = (("summary.pays", "summary.pays_until"), ("summary.pays_at", "summary.pays_at_until"))  # to whom, until when
CHANGE = (("summary.change_free", "summary.change_free_cases"), ("summary.change", "summary.change_cases"))


def summary(quote: Quote, say: Wording) -> tuple[str, ...]:
    """Sentences that stand one after the other; a fact that nobody stated leaves its sentence out."""
    return (*_today(quote, say), _change(quote, say), *_difference(quote, say))


def _today(quote: Quote, say: Wording) -> Iterator[str]:
    who, ends = quote.customer, quote.customer.today_contract_ends
    values = {"provider": who.today_provider, "date": say.day(ends) if ends else ""}
    if who.today_monthly:
        yield say.phrase(PAYS[bool(who.today_provider)][bool(ends)], **values, amount=say.money(who.today_monthly))
    elif who.today_provider and ends:
        yield say.phrase("summary.served_until", **values)


def _change(quote: Quote, say: Wording) -> str:
    """Who serves what, for how long, and what that costs."""
    option, count, cases = quote.chosen, len(quote.sites), len(quote.chosen.individual_cases)
    values = {
        "where": quote.sites[0].name if count == 1 else say.counted("summary.all_sites", count),
        "term": say.counted("numbers.months", option.term),
        "amount": say.money(option.monthly),
        "once": say.money(option.once),
    }
    plain, with_cases = CHANGE[bool(option.once)]
    return say.counted(with_cases, cases, **values) if cases else say.phrase(plain, **values)


def _difference(quote: Quote, say: Wording) -> Iterator[str]:
    """The month and the whole term against today, installation included; not where a part has no price yet."""
    option, today = quote.chosen, quote.customer.today_monthly
    if not today or option.individual_cases:
        return
    month, term = today - option.monthly, today * option.term - option.contract_value
    values = {"month": say.money(abs(month)), "term": say.money(abs(term))}
    if begins_later(quote):
        if month:
            yield say.phrase("summary.saves_later" if month > 0 else "summary.costs_later", **values)
        yield say.phrase("today.begins_later")
    elif month > 0:
        yield say.phrase("summary.saves" if term > 0 else "summary.saves_month", **values)
    elif month < 0:
        yield say.phrase("summary.costs_for" if option.added else "summary.costs", **values)
    else:
        yield say.phrase("summary.costs_the_same")
