"""The implementation plan as a timeline."""

from __future__ import annotations

from proposer.model.phrases import PHRASES
from proposer.model.quote import PlanStep, Quote
from proposer.propose.content.figures import Figure
from proposer.propose.content.figures.timeline import Step, timeline
from proposer.propose.content.wording import Wording

MOST_STEPS = 12
PLAN = tuple(key for key in PHRASES if key.startswith("plan_"))  # the sentences that the program writes into a plan
MOST_TICKS = 8
FAR = 3  # a day asked for that is so many times farther than the plan's end would only press the plan together
INTERVALS = (1, 7, 14, 28, 56, 84, 168)


def plan_figure(quote: Quote, say: Wording) -> Figure:
    """The steps on an axis of days, and the day that the customer asked for where that fits on it."""
    last = max(1, *(step.end_day for step in quote.plan))
    asked = _asked(quote, last, say)
    most = max(last, asked[0]) if asked else last
    every = next((days for days in INTERVALS if most // days < MOST_TICKS), most // MOST_TICKS + 1)
    ticks = [
        (day, say.phrase("plan.day", day=say.number(day)) if day else say.phrase("plan.signature"))
        for day in range(0, most + 1, every)
    ]
    return timeline(say.phrase("plan.figure"), _steps(quote.plan, say), ticks, asked)


def _asked(quote: Quote, last: int, say: Wording) -> tuple[int, str] | None:
    by = quote.customer.install_by
    day = (by - quote.as_of).days if by else -1
    return (day, say.phrase("pictures.asked", date=say.short_date(by))) if by and 0 <= day <= FAR * last else None


def _steps(plan: tuple[PlanStep, ...], say: Wording) -> list[Step]:
    """The steps; those of one title become one where there are too many to draw."""
    rows = [(step.title, step.start_day, step.end_day, step) for step in plan]
    if len(plan) > MOST_STEPS:
        found: dict[str, tuple[str, int, int, PlanStep]] = {}
        for title, start, end, step in rows:
            _, first, last, latest = found.get(title, (title, start, end, step))
            found[title] = (title, min(first, start), max(last, end), step if end > latest.end_day else latest)
        rows = list(found.values())[:MOST_STEPS]
    return [
        Step(say.quoted(title, *PLAN), say.phrase("plan.by", date=say.short_date(s.end_date)), start, end)
        for title, start, end, s in rows
    ]
