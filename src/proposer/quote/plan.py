"""The implementation plan: steps with target days counted from signature.

Calendar days; business days are five a week. Days are targets, as the trade's intervals are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from proposer.dates import calendar_days
from proposer.model.needs import Needs
from proposer.model.phrases import said
from proposer.model.quote import PlanStep, QuoteDesign, QuoteOption

SURVEY_DAYS = 10
ACCEPTANCE_DAYS = 7


def implementation_plan(option: QuoteOption, needs: Needs, day: date) -> tuple[PlanStep, ...]:
    """Survey, then construction where it is needed, then installation in waves of equal length, then acceptance."""
    names = {site.id: site.name for site in needs.sites}
    sites = [design for design in option.designs if design.site_ids]
    steps = [_step("survey", sites, (0, SURVEY_DAYS), names, day)]
    waves = _waves(sites)
    for key, built in (("building", True), ("installing", False)):
        ends = sorted(end for is_built, end in waves if is_built is built)
        steps += [_step(key, waves[built, end], (SURVEY_DAYS, end), names, day) for end in ends]
    last = max(step.end_day for step in steps)
    whole = (last, last + ACCEPTANCE_DAYS)
    return (*steps, _step("acceptance", sites, whole, names, day))


def _waves(designs: Sequence[QuoteDesign]) -> dict[tuple[bool, int], list[QuoteDesign]]:
    """Designs by whether anything is built for them, and by the days until they are in service."""
    waves: dict[tuple[bool, int], list[QuoteDesign]] = {}
    intervals: dict[str, int] = {}
    for design in designs:
        waves.setdefault((_needs_construction(design), _days(design, intervals)), []).append(design)
    return waves


def _step(
    key: str,
    designs: Sequence[QuoteDesign],
    days: tuple[int, int],
    names: Mapping[str, str],
    day: date,
) -> PlanStep:
    sites = tuple(names[site] for design in designs for site in design.site_ids)
    title, words = said(f"plan_{key}"), said(f"plan_{key}_words")
    return PlanStep(title, sites, days[0], days[1], day + timedelta(days=days[1]), words)


def _needs_construction(design: QuoteDesign) -> bool:
    return "near-net" in [line.access_status for line in design.lines]


def _days(design: QuoteDesign, intervals: dict[str, int]) -> int:
    """Calendar days until the slowest line of a site is in service, at least one more than the survey takes."""
    days = SURVEY_DAYS + 1
    for interval in {line.install_days for line in design.lines}:
        if interval not in intervals:
            intervals[interval] = _calendar_days(interval)
        days = max(days, intervals[interval])
    return days


def _calendar_days(interval: str) -> int:
    number, _, unit = interval.partition(" ")
    if not number.isdigit():
        return 0
    return calendar_days(int(number), unit)
