"""The annexes apart from prices: network, plan, services, service levels, contract, acceptance."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.phrases import PHRASES
from proposer.model.quote import LevelWords, PlanStep, Quote, QuoteDesign, QuotedSite
from proposer.propose.figures import BarFigure, Box, NetworkFigure, Stretch, bars, network, site_box
from proposer.propose.wording import Wording, shorten

MOST_BOXES = 15
MOST_STEPS = 12
PLAN = tuple(key for key in PHRASES if key.startswith("plan_"))
CONNECTION = "wan"  # the capability of a private network connection; under another id, the figure only says less
COMMITTED = (
    "cir"  # the characteristic that says how much of a connection is promised; without it, its description stands
)
NETWORKS = {"hub-and-spoke": "network.hub_and_spoke", "any-to-any": "network.any_to_any"}  # with the key of its words


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
    """The plan as a figure and as rows; `install_by` is the day the customer named, or empty."""

    figure: BarFigure
    rows: tuple[PlanRow, ...]
    install_by: str


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


def network_view(quote: Quote, say: Wording) -> NetworkFigure | None:
    """The topology, or None when the sites stand alone or there is only one."""
    if quote.customer.network not in NETWORKS or len(quote.sites) < 2:
        return None
    hub = (
        next((site for site in quote.sites if site.is_hub), None) if quote.customer.network == "hub-and-spoke" else None
    )
    others = [site for site in quote.sites if site is not hub]
    boxes = _site_boxes(quote, others, say) if len(others) <= MOST_BOXES else _group_boxes(quote, hub, say)
    title = say.phrase(NETWORKS[quote.customer.network])
    words = say.phrase("network.private", provider=quote.provider.name)
    return network(title, words, _site_boxes(quote, [hub], say)[0] if hub else None, boxes)


def network_words(quote: Quote, say: Wording) -> str:
    """What the network's topology means, or nothing."""
    key = NETWORKS.get(quote.customer.network)
    return say.phrase(f"{key}_words") if key else ""


def _site_boxes(quote: Quote, sites: list[QuotedSite], say: Wording) -> list[Box]:
    homes = {id_: design for design in quote.chosen.designs for id_ in design.site_ids}
    return [
        site_box(site.name, ", ".join(p for p in (site.city, site.state) if p), _link(homes.get(site.id), say))
        for site in sites
    ]


def _group_boxes(quote: Quote, hub: QuotedSite | None, say: Wording) -> list[Box]:
    """One box for each design: hundreds of boxes would say nothing."""
    boxes = []
    for design in quote.chosen.designs:
        count = len(design.site_ids) - (hub is not None and hub.id in design.site_ids)
        if count > 0:
            boxes.append(site_box(_group(design, say), say.counted("numbers.sites", count), _link(design, say)))
    return boxes[: MOST_BOXES * 2]


def _group(design: QuoteDesign, say: Wording) -> str:
    """What a design's sites are called together; a single one goes by its name."""
    return design.title if len(design.site_ids) == 1 else say.quoted(design.title, "sites_alike", "whole_account")


def _link(design: QuoteDesign | None, say: Wording) -> str:
    """The line that connects a site to the network, or nothing: another service must not pass for it."""
    lines = design.lines if design else ()
    ends = [line for line in lines if line.far_end]
    linked = ends or [line for line in lines if CONNECTION in line.meets and line.characteristics]
    if not linked:
        return ""
    rate = linked[0].characteristics.get(COMMITTED)
    return say.phrase("network.committed", rate=rate) if rate else linked[0].description or linked[0].name


def plan_view(quote: Quote, say: Wording) -> PlanView | None:
    """The implementation plan, or None when there is none."""
    if not quote.plan:
        return None
    last = max(step.end_day for step in quote.plan)
    every = next(days for days in (7, 14, 28, 56, 84, 168, last + 1) if last // days <= 10)
    ticks = [(day, _tick(day, say)) for day in range(0, last + 1, every)]
    figure = bars(say.phrase("plan.figure"), [_stretch(s, say) for s in _merged(quote.plan)], say, ticks)
    names = {site.id: site.name for site in quote.sites}
    rows = tuple(_plan_row(step, names, say) for step in quote.plan)
    by = quote.customer.install_by
    return PlanView(figure, rows, say.day(by) if by else "")


def _tick(day: int, say: Wording) -> str:
    return say.phrase("plan.day", day=say.number(day)) if day else say.phrase("plan.signature")


def _merged(steps: tuple[PlanStep, ...]) -> list[tuple[str, int, int, PlanStep]]:
    """The steps as title, first and last day; steps of one title become one when there are too many to draw."""
    if len(steps) <= MOST_STEPS:
        return [(step.title, step.start_day, step.end_day, step) for step in steps]
    found: dict[str, tuple[str, int, int, PlanStep]] = {}
    for step in steps:
        _, start, end, latest = found.get(step.title, (step.title, step.start_day, step.end_day, step))
        latest = step if step.end_day > latest.end_day else latest
        found[step.title] = (step.title, min(start, step.start_day), max(end, step.end_day), latest)
    return list(found.values())[:MOST_STEPS]


def _stretch(row: tuple[str, int, int, PlanStep], say: Wording) -> Stretch:
    title, start, end, step = row
    return Stretch(say.quoted(title, *PLAN), say.phrase("plan.by", date=say.short_date(step.end_date)), start, end)


def _plan_row(step: PlanStep, names: dict[str, str], say: Wording) -> PlanRow:
    sites = [names.get(id_, id_) for id_ in step.sites]
    every = len(sites) == len(names) and len(sites) > 1
    where = say.phrase("plan.all_sites") if every else say.listed([shorten(s, 40) for s in sites], 4)
    first, last = str(step.start_day), str(step.end_day)
    days = say.phrase("plan.days_between", first=first, last=last) if step.end_day > step.start_day else first
    title, words = say.quoted(step.title, *PLAN), say.quoted(step.words, *PLAN)
    return PlanRow(title, where, days, say.short_date(step.end_date), words)


def service_views(quote: Quote) -> tuple[ServiceView, ...]:
    """What each quoted service is, in words; only those that the detailed option quotes."""
    quoted = {line.offering for design in quote.chosen.designs for line in design.lines}
    families = quote.provider.families
    return tuple(
        ServiceView(words.name, families.get(words.family, words.family), words.in_short, words.you_get, words.facts)
        for words in quote.offerings
        if words.id in quoted
    )


def level_views(quote: Quote, say: Wording) -> tuple[LevelView, ...]:
    """The service levels of what the detailed option quotes."""
    quoted = {line.offering for design in quote.chosen.designs for line in design.lines}
    found = []
    for level in quote.service_levels:
        names = [w.name for w in quote.offerings if w.service_level == level.id and w.id in quoted]
        if names:
            found.append(LevelView(level, say.listed(names, 12)))
    return tuple(found)
