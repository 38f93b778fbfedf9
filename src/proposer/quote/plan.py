"""The implementation plan: steps with target days counted from signature.

Calendar days; business days are five a week. Days are targets, as the trade's intervals are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from proposer.dates import calendar_days
from proposer.model.needs import Needs
from proposer.model.quote import PlanStep, QuoteDesign, QuoteOption

SURVEY_DAYS = 10
ACCEPTANCE_DAYS = 7


def implementation_plan(option: QuoteOption, needs: Needs, day: date) -> tuple[PlanStep, ...]:
    """Survey, then construction where it is needed, then installation in waves of equal length, then acceptance."""
    names = {site.id: site.name for site in needs.sites}
    sites = [design for design in option.designs if design.site_ids]
    steps = [_step("Order, site survey and design", sites, (0, SURVEY_DAYS), names, day, SURVEY_WORDS)]
    for title, words, built in (BUILDING, INSTALLING):
        for end in sorted({_days(design) for design in sites if _needs_construction(design) is built}):
            wave = [d for d in sites if _needs_construction(d) is built and _days(d) == end]
            steps.append(_step(title, wave, (SURVEY_DAYS, end), names, day, words))
    last = max(step.end_day for step in steps)
    whole = (last, last + ACCEPTANCE_DAYS)
    return (*steps, _step("Acceptance and start of billing", sites, whole, names, day, ACCEPTANCE_WORDS))


SURVEY_WORDS = "We confirm entrances, power and demarcation, and agree on dates with each site's contact."
ACCEPTANCE_WORDS = "You test and accept each service; billing for it starts then."
BUILDING = (
    "Construction and installation",
    "Fibre or coax is built into the building first; permits and landlords may move this date.",
    True,
)
INSTALLING = (
    "Installation and activation",
    "Access is installed and tested, then services are turned up one by one beside what you have today.",
    False,
)


def _step(
    title: str,
    designs: Sequence[QuoteDesign],
    days: tuple[int, int],
    names: Mapping[str, str],
    day: date,
    words: str,
) -> PlanStep:
    sites = tuple(names[site] for design in designs for site in design.site_ids)
    return PlanStep(title, sites, days[0], days[1], day + timedelta(days=days[1]), words)


def _needs_construction(design: QuoteDesign) -> bool:
    return any(line.access_status == "near-net" for line in design.lines)


def _days(design: QuoteDesign) -> int:
    """Calendar days until the slowest line of a site is in service, at least one more than the survey takes."""
    return max([SURVEY_DAYS + 1, *(_calendar_days(line.install_days) for line in design.lines)])


def _calendar_days(interval: str) -> int:
    number, _, unit = interval.partition(" ")
    if not number.isdigit():
        return 0
    return calendar_days(int(number), unit)
