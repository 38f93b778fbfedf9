"""Runs scenarios one after the other: the answer to the needs, what differs from it, and what of the catalog it used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from proposer.model.catalog import Catalog
from proposer.model.scenario import Scenario
from proposer.pipeline import make_quote
from proposer.scenarios.coverage import Used, used_by
from proposer.scenarios.judging import Mismatch, mismatches


@dataclass(frozen=True, slots=True)
class Verdict:
    """A scenario with all that differs, and what of the catalog its answer used; it holds when nothing differs."""

    scenario: Scenario
    mismatches: tuple[Mismatch, ...]
    used: Used = field(default_factory=Used)

    @property
    def holds(self) -> bool:
        """Whether all is as expected."""
        return not self.mismatches


def run_scenarios(catalog: Catalog, scenarios: Sequence[Scenario]) -> tuple[Verdict, ...]:
    """A verdict for each scenario, in their order."""
    return tuple(run_scenario(catalog, scenario) for scenario in scenarios)


def run_scenario(catalog: Catalog, scenario: Scenario) -> Verdict:
    """The verdict on one scenario; only the option that it asks for is solved."""
    outcome = make_quote(catalog, scenario.needs, scenario.as_of, selected=scenario.option, only=True)
    used = used_by(catalog, outcome.value, scenario) if outcome.value is not None else Used()
    return Verdict(scenario, tuple(mismatches(scenario.expect, outcome)), used)
