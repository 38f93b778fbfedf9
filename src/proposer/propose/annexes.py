"""The annexes apart from prices: network, plan, services, service levels, contract, acceptance."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.quote import LevelWords, PlanStep, Quote, QuoteDesign, QuotedSite
from proposer.propose.figures import BarFigure, Box, NetworkFigure, Stretch, bars, network, site_box
from proposer.propose.markdown import Marked
from proposer.propose.wording import Wording, counted, listed, shorten

MOST_BOXES = 15
MOST_STEPS = 12
CONNECTION = "wan"  # the capability of a private network connection; under another id, the figure only says less
COMMITTED = (
    "cir"  # the characteristic that says how much of a connection is promised; without it, its description stands
)
NETWORKS = {
    "hub-and-spoke": "Every site has a private line to the hub.",
    "any-to-any": "Every site reaches every other site directly.",
}


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


def network_view(quote: Quote) -> NetworkFigure | None:
    """The topology, or None when the sites stand alone or there is only one."""
    if quote.customer.network not in NETWORKS or len(quote.sites) < 2:
        return None
    hub = (
        next((site for site in quote.sites if site.is_hub), None) if quote.customer.network == "hub-and-spoke" else None
    )
    others = [site for site in quote.sites if site is not hub]
    boxes = _site_boxes(quote, others) if len(others) <= MOST_BOXES else _group_boxes(quote, hub)
    title = f"Your network: {quote.customer.network.replace('-', ' ')}"
    words = f"{quote.provider.name} private network"
    return network(title, words, _site_boxes(quote, [hub])[0] if hub else None, boxes)


def _site_boxes(quote: Quote, sites: list[QuotedSite]) -> list[Box]:
    homes = {id_: design for design in quote.chosen.designs for id_ in design.site_ids}
    return [
        site_box(site.name, ", ".join(p for p in (site.city, site.state) if p), _link(homes.get(site.id)))
        for site in sites
    ]


def _group_boxes(quote: Quote, hub: QuotedSite | None) -> list[Box]:
    """One box for each design: hundreds of boxes would say nothing."""
    boxes = []
    for design in quote.chosen.designs:
        count = len(design.site_ids) - (hub is not None and hub.id in design.site_ids)
        if count > 0:
            boxes.append(site_box(design.title, counted(str(count), "site", "sites"), _link(design)))
    return boxes[: MOST_BOXES * 2]


def _link(design: QuoteDesign | None) -> str:
    """The line that connects a site to the network, or nothing: another service must not pass for it."""
    lines = design.lines if design else ()
    ends = [line for line in lines if line.far_end]
    linked = ends or [line for line in lines if CONNECTION in line.meets and line.characteristics]
    if not linked:
        return ""
    rate = linked[0].characteristics.get(COMMITTED)
    return f"{rate} committed" if rate else linked[0].description or linked[0].name


def plan_view(quote: Quote, say: Wording) -> PlanView | None:
    """The implementation plan, or None when there is none."""
    if not quote.plan:
        return None
    last = max(step.end_day for step in quote.plan)
    every = next(days for days in (7, 14, 28, 56, 84, 168, last + 1) if last // days <= 10)
    ticks = [(day, f"Day {day}" if day else "Signature") for day in range(0, last + 1, every)]
    figure = bars("From signature to handover", [_stretch(s, say) for s in _merged(quote.plan)], ticks)
    names = {site.id: site.name for site in quote.sites}
    rows = tuple(_plan_row(step, names, say) for step in quote.plan)
    by = quote.customer.install_by
    return PlanView(figure, rows, say.day(by) if by else "")


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
    return Stretch(title, f"by {say.short_date(step.end_date)}", start, end)


def _plan_row(step: PlanStep, names: dict[str, str], say: Wording) -> PlanRow:
    sites = [names.get(id_, id_) for id_ in step.sites]
    where = "All sites" if len(sites) == len(names) and len(sites) > 1 else listed([shorten(s, 40) for s in sites], 4)
    days = f"{step.start_day} to {step.end_day}" if step.end_day > step.start_day else str(step.start_day)
    return PlanRow(step.title, where, days, say.short_date(step.end_date), step.words)


def service_views(quote: Quote, say: Marked) -> tuple[ServiceView, ...]:
    """What each quoted service is, in words; only those that the detailed option quotes."""
    quoted = {line.offering for design in quote.chosen.designs for line in design.lines}
    families = quote.provider.families
    return tuple(
        ServiceView(
            words.name, families.get(words.family, words.family), say.line(words.in_short), say.lines(words.you_get),
            tuple((name, say.line(fact)) for name, fact in words.facts),
        )
        for words in quote.offerings
        if words.id in quoted
    )  # fmt: skip


def level_views(quote: Quote, say: Marked) -> tuple[LevelView, ...]:
    """The service levels of what the detailed option quotes."""
    quoted = {line.offering for design in quote.chosen.designs for line in design.lines}
    found = []
    for level in quote.service_levels:
        names = [w.name for w in quote.offerings if w.service_level == level.id and w.id in quoted]
        if names:
            found.append(LevelView(say.level(level), listed(names, 12)))
    return tuple(found)
