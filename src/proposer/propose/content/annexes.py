"""The annexes apart from prices: network, plan, services, service levels, contract, acceptance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from proposer.model.quote import LevelWords, PlanStep, Quote
from proposer.propose.content.figures import Figure
from proposer.propose.content.markdown import Marked
from proposer.propose.content.pictures.plan import PLAN, plan_figure
from proposer.propose.content.wording import Wording, shorten


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One step of the plan; `days` count from signature."""

    title: str
    sites: str
    days: str
    date: str
    words: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan as a figure and as rows, and what its last day means for the day that the customer named and for today's contract."""

    figure: Figure
    rows: tuple[PlanRow, ...]
    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServiceView:
    """One quoted service in words."""

    name: str
    family: str
    in_short: str
    you_get: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LevelView:
    """A service level; `services` are the quoted services that it holds for."""

    words: LevelWords
    services: str
    example: str


def plan_view(quote: Quote, say: Wording) -> PlanView | None:
    """The implementation plan, or None when there is none."""
    if not quote.plan:
        return None
    names = {site.id: site.name for site in quote.sites}
    rows = tuple(_plan_row(step, names, say) for step in quote.plan)
    return PlanView(plan_figure(quote, say), rows, tuple(_days(quote, say)))


def _days(quote: Quote, say: Wording) -> Iterator[str]:
    ready = max(step.end_date for step in quote.plan)
    by, ends = quote.customer.install_by, quote.customer.today_contract_ends
    if by:
        yield say.phrase("plan.in_time" if ready <= by else "plan.too_late", date=say.day(by), ready=say.day(ready))
    if ends and ends < ready:
        yield say.phrase("plan.gap", date=say.day(ends))


def _plan_row(step: PlanStep, names: dict[str, str], say: Wording) -> PlanRow:
    sites = [names.get(id_, id_) for id_ in step.sites]
    every = len(sites) == len(names) and len(sites) > 1
    where = say.phrase("plan.all_sites") if every else say.listed([shorten(s, 40) for s in sites], 4)
    first, last = str(step.start_day), str(step.end_day)
    days = say.phrase("plan.days_between", first=first, last=last) if step.end_day > step.start_day else first
    title, words = say.quoted(step.title, *PLAN), say.quoted(step.words, *PLAN)
    return PlanRow(title, where, days, say.short_date(step.end_date), words)


def service_views(quote: Quote, marked: Marked) -> tuple[ServiceView, ...]:
    """What each quoted service is, in words; only those that the detailed option quotes."""
    quoted = {line.offering for design in quote.chosen.designs for line in design.lines}
    families = quote.provider.families
    return tuple(
        ServiceView(
            words.name, families.get(words.family, words.family), marked.line(words.in_short), marked.lines(words.you_get),
            tuple((name, marked.line(fact)) for name, fact in words.facts),
        )
        for words in quote.offerings
        if words.id in quoted
    )  # fmt: skip


def level_views(quote: Quote, say: Wording, marked: Marked) -> tuple[LevelView, ...]:
    """The service levels of what the detailed option quotes."""
    quoted = {line.offering for design in quote.chosen.designs for line in design.lines}
    found = []
    for level in quote.service_levels:
        names = [w.name for w in quote.offerings if w.service_level == level.id and w.id in quoted]
        if names:
            example = say.quoted(level.example, "outage_example")
            found.append(LevelView(_capitals(marked.level(level)), say.listed(names, 12, "; "), example))
    return tuple(found)


def _capitals(level: LevelWords) -> LevelWords:
    """What stands in cells beside each other begins alike, however the catalog writes it."""
    return replace(level, objectives=_begun(level.objectives), credits=_begun(level.credits))


def _begun(pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((one[:1].upper() + one[1:], two[:1].upper() + two[1:]) for one, two in pairs)
