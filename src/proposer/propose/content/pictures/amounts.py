"""What is paid a month in each part of the term, and what that adds up to beside today."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from itertools import accumulate, cycle, pairwise

from proposer.model.quote import Quote, QuoteOption
from proposer.propose.content.figures import Figure
from proposer.propose.content.figures.balance import Balance, balance
from proposer.propose.content.figures.months import Mark, Series, by_period
from proposer.propose.content.figures.shapes import round_steps
from proposer.propose.content.today import begins_later
from proposer.propose.content.wording import Wording

TONES = ("primary_soft", "muted", "line", "ink")  # of the options that are not detailed
CENTS = 100
YEAR = 12


def by_months(quote: Quote, say: Wording) -> Figure | None:
    """The monthly charge of every option by part of the term; None where no option's changes."""
    if not any(_changes(option) for option in quote.options):
        return None
    starts = sorted({month for option in quote.options for month in (1, *_changes(option))})
    term = max(option.term for option in quote.options)
    spans = list(zip(starts, [*(start - 1 for start in starts[1:]), term], strict=True))
    series = _all_series(quote, starts, say)
    least = max(0, -min(value for each in series for value in each.values))
    ticks = _ticks(max(value for each in series for value in each.values), least, say)
    marks = _marks(quote, starts, say)
    return by_period(
        say.phrase("pictures.months_title"),
        "; ".join([*(_told(each, spans, say) for each in series), *(mark.text for mark in marks)]),
        [_span(*span, say) for span in spans],
        series,
        marks,
        ticks,
    )


def _changes(option: QuoteOption) -> list[int]:
    """The months in which the charge becomes another one."""
    return [after.first for before, after in pairwise(option.schedule) if after.monthly != before.monthly]


def _span(first: int, last: int, say: Wording) -> str:
    return (
        say.phrase("pictures.one_month", first=str(first))
        if first == last
        else say.phrase("pictures.several_months", first=str(first), last=str(last))
    )


def _told(series: Series, spans: Sequence[tuple[int, int]], say: Wording) -> str:
    """An option's charges one after the other, as one says them: what is read aloud must be language, not a table."""
    charges = [_charged(*span, amount, say) for span, amount in zip(spans, series.amounts, strict=True)]
    then = reduce(lambda first, second: say.phrase("figures.then", first=first, second=second), charges)
    return f"{series.name}: {then}"


def _charged(first: int, last: int, amount: str, say: Wording) -> str:
    return (
        say.phrase("figures.month", amount=amount, month=str(first))
        if first == last
        else say.phrase("figures.months", amount=amount, first=str(first), last=str(last))
    )


def _all_series(quote: Quote, starts: Sequence[int], say: Wording) -> list[Series]:
    tones, series = cycle(TONES), []
    for option in quote.options:
        chosen = option.id == quote.selected
        values = tuple(_charge(option, month) for month in starts)
        amounts = tuple(map(say.money, values))
        series.append(Series(option.title, "primary" if chosen else next(tones), values, amounts, chosen))
    return series


def _charge(option: QuoteOption, month: int) -> int:
    """What a month costs; after a shorter term, nothing that we know of."""
    return next((s.monthly for s in option.schedule if s.first <= month <= s.last), 0)


def _marks(quote: Quote, starts: Sequence[int], say: Wording) -> list[Mark]:
    """What changes the charge of the detailed option: a promotion that ends, a service that begins, construction that is paid off."""
    option = quote.chosen
    taken_off = [credit for line, _ in option.charged for credit in line.credits]
    why = {
        "pictures.credit_ends": {credit.months + 1 for credit in taken_off},
        "pictures.service_begins": {line.from_month for line, _ in option.charged},
        "pictures.paid_off": {credit.first for credit in taken_off if credit.first > 1},
    }
    found = {month: [key for key, months in why.items() if month in months] for month in _changes(option)}
    return [
        Mark(starts.index(month), say.phrase(keys[0] if len(keys) == 1 else "pictures.changes", last=str(month - 1)))
        for month, keys in found.items()
        if keys
    ]


def _ticks(most: int, least: int, say: Wording) -> list[tuple[int, str]]:
    """Round amounts in whole units, also below nothing where amounts are."""
    step = round_steps(-(-max(1, most + least) // CENTS), 3)[1] * CENTS
    above = range(0, most + step, step)
    below = (-step * number for number in range(-(-least // step), 0, -1))
    return [(amount, say.round_money(amount)) for amount in (*below, *above)]


def against_today(quote: Quote, say: Wording) -> Figure | None:
    """The sums of today's charge and of the proposal; None where today is unknown, or something has no price or begins later."""
    option, today = quote.chosen, quote.customer.today_monthly
    if not today or option.individual_cases or option.term < 2 or not option.schedule or begins_later(quote):
        return None
    ours = accumulate(_paid(option))
    saved = tuple(today * month - paid for month, paid in enumerate(ours, 1))
    key = "pictures.saved_in_all" if saved[-1] >= 0 else "pictures.paid_in_all"
    ticks = _ticks(max(*saved, 0), max(0, -min(saved)), say)
    told = Balance(saved, say.money(abs(saved[-1])), say.counted(key, option.term))
    title = say.phrase("pictures.balance_title" if saved[-1] >= 0 else "pictures.balance_title_more")
    return balance(title, told, _months(option.term, say), ticks, _even(saved, say))


def _paid(option: QuoteOption) -> list[int]:
    """What each month of the term costs; one-time charges in the first month of their stretch."""
    return [
        stretch.monthly + (stretch.once if month == stretch.first else 0)
        for stretch in option.schedule
        for month in range(stretch.first, stretch.last + 1)
    ]


def _even(saved: Sequence[int], say: Wording) -> tuple[int, str] | None:
    """The first month from which on the proposal has cost less, if it began by costing more."""
    below = [month for month, amount in enumerate(saved, 1) if amount < 0]
    if not below or below[0] != 1 or below[-1] == len(saved):
        return None
    return below[-1] + 1, say.phrase("pictures.even", month=str(below[-1] + 1))


def _months(term: int, say: Wording) -> list[tuple[int, str]]:
    """The first month, each year's last, and the last; parts of long terms."""
    every = YEAR if term > YEAR else 3
    every *= -(-term // (every * 6))
    months = sorted({1, term, *range(every, term + 1, every)})
    return [
        (month, say.phrase("pictures.month", month=str(month)) if month in (1, term) else str(month))
        for month in months
    ]
