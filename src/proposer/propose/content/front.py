"""The front that an executive reads in a minute: recommendation, key figures, reasons, options, today, next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proposer.model.quote import Quote, QuoteOption
from proposer.propose.content.figures import Figure
from proposer.propose.content.markdown import marked_of
from proposer.propose.content.options import (
    OptionView,
    added_of,
    budget_of,
    open_cases,
    option_view,
    small_print,
    term_of,
)
from proposer.propose.content.quoted import recognised
from proposer.propose.content.summary import summary
from proposer.propose.content.today import ComparisonRow, comparison, today_figure, today_words
from proposer.propose.content.touches import GoalView, goal_views, goals_size
from proposer.propose.content.wording import Wording, sentence

REASONS, FEWER = 8, 5  # fewer beside a note of half a page, so that both are one page
LONG_NOTE = 600  # letters
FEW, LONG = 3, 13  # so many key figures of so many letters stand beside each other in large type
OURS = ("hub_circuits",)  # reasons that no rule of the catalog gives
ASKED = "You asked for"  # reasons that only repeat the wish come after those that explain


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number that a reader remembers."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class Reason:
    """What was sized and why; `is_ours` where the program says why, and not a rule of the catalog. `place` is the site, of several."""

    label: str
    because: str
    is_ours: bool
    place: str


@dataclass(frozen=True, slots=True)
class FrontView:
    """`comparison` is empty when nobody said what the customer pays today."""

    recommendation: str
    offer: str
    key_figures: tuple[KeyFigure, ...]
    figures_size: str  # how large they can be set beside each other: usual, tight, small
    summary: tuple[str, ...]
    goals: tuple[GoalView, ...]
    goals_size: str  # how large they can be set above the foot of the cover: usual, tight
    reasons: tuple[Reason, ...]
    shown_for: str  # the one site that all reasons are of, where there are several
    added: tuple[str, ...]
    proof: str
    cases: tuple[str, ...]
    options: tuple[OptionView, ...]
    small_print: tuple[str, ...]  # of the options
    figure: Figure
    today: str
    comparison: tuple[ComparisonRow, ...]
    next_steps: tuple[str, ...]
    decide_by: str


def front_view(quote: Quote, say: Wording, most: int = 0) -> FrontView:
    """All that stands before the annexes; `most` points in each list, the rest counted, or all of them when it is 0."""
    option = quote.chosen
    key_figures, goals = _key_figures(quote, say), goal_views(quote, say, most)
    reasons = _reasons(quote, say)[: most or (FEWER if len(quote.touches.cover_note) > LONG_NOTE else REASONS)]
    places = {reason.place for reason in reasons} - {""}
    shown_for = places.pop() if len(places) == 1 else ""
    return FrontView(
        recommendation=sentence(option.in_short),
        offer=_offer(quote, say),
        key_figures=key_figures,
        figures_size=_size(key_figures),
        summary=summary(quote, say)[: most or None],
        goals=goals,
        goals_size=goals_size(goals),
        reasons=reasons,
        shown_for=say.phrase("recommendation.shown_for", site=shown_for) if shown_for else "",
        added=say.first(added_of(option, say), most),
        proof=_proof(option, say),
        cases=say.first(open_cases(option, say), most),
        options=tuple(option_view(quote, each, say, most) for each in quote.options),
        small_print=small_print(quote, say),
        figure=today_figure(quote, say),
        today=today_words(quote, say),
        comparison=comparison(quote, say),
        next_steps=marked_of(quote, say).lines(quote.contract.next_steps),
        decide_by=say.day(quote.valid_until),
    )


def _size(figures: Sequence[KeyFigure]) -> str:
    if max(len(figure.value) for figure in figures) > LONG:
        return "small"
    return "tight" if len(figures) > FEW else "usual"


def _offer(quote: Quote, say: Wording) -> str:
    option = quote.chosen
    values = {
        "option": option.title,
        "amount": say.money(option.monthly),
        "sites": say.counted("numbers.sites", len(quote.sites)),
        "term": term_of(option, say),
    }
    today = quote.customer.today_monthly
    if option.individual_cases:
        return say.phrase("cover.offer_without_cases", **values)
    if not today or today == option.monthly:
        return say.phrase("cover.offer", **values)
    change = option.monthly - today
    return say.phrase(f"cover.offer_{_against(change)}", **values, change=say.money(abs(change)))


def _against(change: int) -> str:
    return "less" if change < 0 else "more"


def _key_figures(quote: Quote, say: Wording) -> tuple[KeyFigure, ...]:
    option, today = quote.chosen, quote.customer.today_monthly
    cases = say.phrase("figures.without_cases") if option.individual_cases else ""
    in_all = say.phrase("figures.in_all", amount=say.money(option.contract_value))
    figures = [
        KeyFigure(say.phrase("charges.a_month"), say.money(option.monthly), cases or say.phrase("figures.before_fees")),
        KeyFigure(say.phrase("charges.one_time"), say.money(option.once), cases or say.phrase("figures.installation")),
        KeyFigure(say.phrase("charges.term"), term_of(option, say), in_all),
    ]
    if option.individual_cases:
        count, label = say.number(len(option.individual_cases)), say.phrase("charges.individual_cases")
        figures.append(KeyFigure(label, count, say.phrase("figures.after_survey")))
    elif today:
        change = option.monthly - today
        word = _share(change, today, say) if change else say.phrase("figures.the_same")
        figures.append(KeyFigure(say.phrase("figures.against_today"), say.change(change), word))
    elif budget := quote.customer.budget_monthly:
        figures.append(KeyFigure(say.phrase("options.budget"), say.money(budget), budget_of(quote, option, say)))
    return tuple(figures)


def _share(change: int, today: int, say: Wording) -> str:
    return say.phrase(f"figures.{_against(change)}", share=say.percent(change, today))


def _reasons(quote: Quote, say: Wording) -> tuple[Reason, ...]:
    """The demands that differ in kind: what was sized, where that is one site of several, and the sentence of the rule that did it."""
    found: dict[str, Reason] = {}
    places = {site.id: site.name for site in quote.sites} if len(quote.sites) > 1 else {}
    for demand in quote.chosen.demands:
        name, _, amount = demand.label.partition(": ")
        told = demand.label if amount[:1].isdigit() else name  # how good it must be, the sentence says in words
        because, is_ours = say.quoted(demand.because, *OURS), recognised(demand.because, OURS) is not None
        place = places.get(demand.site, "")
        found.setdefault(name, Reason(told, sentence(because), is_ours, place))
    return tuple(sorted(found.values(), key=lambda reason: reason.because.startswith(ASKED)))


def _proof(option: QuoteOption, say: Wording) -> str:
    if option.proof.proven:
        key = "recommendation.proven_without_cases" if option.individual_cases else "recommendation.proven"
        return say.phrase(key, term=term_of(option, say))
    gap, share = say.money(option.proof.gap), say.share(option.proof.gap_percent)
    return say.phrase("recommendation.gap", amount=gap, share=share)
