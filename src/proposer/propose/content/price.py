"""How the price is made: the waterfall of the whole account, and every reduction by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from proposer.model.quote import Credit, PriceStep, Quote, QuoteLine, QuoteOption, UnitPrice
from proposer.propose.content.figures import Figure, Stretch, bars
from proposer.propose.content.months import MonthsRow, months_rows
from proposer.propose.content.wording import NONE, Wording

STEPS = ("term", "volume", "bundle", "promotion", "negotiated")  # their names are words of the section `price`
OTHER = "other"
REASONS = ("term", "volume_account", "volume_site", "bundle", "negotiated")


@dataclass(frozen=True, slots=True)
class Reduction:
    """One named reason, and what it takes off in sum."""

    kind: str
    because: str
    monthly: str
    once: str


@dataclass(frozen=True, slots=True)
class PriceView:
    """The waterfall as a figure, the reductions as rows, and credits that end before the term does."""

    figure: Figure
    reductions: tuple[Reduction, ...]
    credits: tuple[tuple[str, str], ...]
    bundles: tuple[tuple[str, str, str], ...]
    saved_monthly: str
    list_monthly: str
    monthly: str
    price_book: str
    months: tuple[MonthsRow, ...]
    contract_value: str


def price_view(quote: Quote, say: Wording) -> PriceView:
    """Why the account pays less than list."""
    option = quote.chosen
    return PriceView(
        figure=_waterfall(option, say),
        reductions=_reductions(option, say),
        credits=_credits(option, say),
        bundles=tuple((b.name, b.words.rstrip("."), say.money(b.saving_monthly)) for b in option.bundles),
        saved_monthly=say.money(option.list_monthly - option.monthly) if option.list_monthly > option.monthly else "",
        list_monthly=say.money(option.list_monthly),
        monthly=say.money(option.monthly),
        price_book=quote.price_book,
        months=months_rows(option, say),
        contract_value=say.money(option.contract_value),
    )


def _lines(option: QuoteOption) -> Iterator[tuple[QuoteLine, int]]:
    """Every line with how many sites have it; the account's own lines stand once."""
    for design in option.designs:
        for line in design.lines:
            yield line, max(1, len(design.site_ids))


def _changes(option: QuoteOption) -> Iterator[tuple[PriceStep, int, int]]:
    """Every step that lowered or raised a price: what it did to the month and to the one-time charges."""
    for line, times in _lines(option):
        for step in _steps(line.monthly_unit):
            yield step, step.change * line.times * times, 0
        for step in _steps(line.once_unit):
            yield step, 0, step.change * line.times * times


def _steps(unit: UnitPrice | None) -> tuple[PriceStep, ...]:
    return tuple(s for s in unit.steps if s.step != "list" and s.change) if unit else ()


def _waterfall(option: QuoteOption, say: Wording) -> Figure:
    sums = dict.fromkeys(STEPS, 0)
    for step, monthly, _ in _changes(option):
        sums[step.step] = sums.get(step.step, 0) + monthly
    rest = option.monthly - option.list_monthly - sum(sums.values())
    level, drawn = option.list_monthly, [_whole(say.phrase("price.list_price"), option.list_monthly, say)]
    for name, change in (*sums.items(), (OTHER, rest)):
        if change:
            low, high = sorted((level, level + change))
            drawn.append(
                Stretch(_kind(_place(name), say), say.change(change), low, high, "saving" if change < 0 else "more")
            )
            level += change
    drawn.append(_whole(say.phrase("price.your_price"), option.monthly, say, "chosen"))
    return bars(say.phrase("price.figure"), drawn, say)


def _kind(place: int, say: Wording) -> str:
    return say.phrase(f"price.{(*STEPS, OTHER)[place]}")


def _whole(label: str, cents: int, say: Wording, tone: str = "plain") -> Stretch:
    return Stretch(label, say.money(cents), 0, cents, tone)


def _reductions(option: QuoteOption, say: Wording) -> tuple[Reduction, ...]:
    sums: dict[tuple[int, str], tuple[int, int]] = {}
    for step, monthly, once in _changes(option):
        key = (_place(step.step), step.because)
        before = sums.get(key, (0, 0))
        sums[key] = (before[0] + monthly, before[1] + once)
    return tuple(
        Reduction(
            _kind(place, say), say.quoted(because, *REASONS).rstrip("."), _signed(monthly, say), _signed(once, say)
        )
        for (place, because), (monthly, once) in sorted(sums.items(), key=lambda found: found[0][0])
    )


def _place(step: str) -> int:
    """Where a step stands among the others: the rows are in the order of the figure above them."""
    return STEPS.index(step) if step in STEPS else len(STEPS)


def _signed(cents: int, say: Wording) -> str:
    return say.change(cents) if cents else NONE


def _credits(option: QuoteOption, say: Wording) -> tuple[tuple[str, str], ...]:
    sums: dict[tuple[str, str], int] = {}
    for line, times in _lines(option):
        for credit in line.credits:
            key = (say.quoted(credit.because, "paid_off"), months_of(credit, say))
            sums[key] = sums.get(key, 0) + credit.monthly * times
    return tuple(
        (because.rstrip("."), say.phrase("charges.credit", amount=say.change(-cents), months=months))
        for (because, months), cents in sums.items()
    )


def months_of(credit: Credit, say: Wording) -> str:
    """When a credit runs: `months 1 to 3`."""
    return say.phrase("numbers.months_between", first=say.number(credit.first), last=say.number(credit.months))
