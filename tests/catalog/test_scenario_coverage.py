"""The shipped scenarios hold, use nearly all that the shipped catalog has, and notice most faults put into it."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposer.load.scenarios import load_scenarios
from proposer.model.catalog import Catalog
from proposer.scenarios import Verdict, run_scenarios
from proposer.scenarios.coverage import coverage
from proposer.scenarios.mutants import mutants
from proposer.scenarios.mutants_hunt import hunt, noticed_percent

FOLDER = Path(__file__).parents[2] / "catalog"


@pytest.fixture(scope="module")
def verdicts(catalog: Catalog) -> tuple[Verdict, ...]:
    scenarios = load_scenarios(FOLDER, catalog).value
    assert scenarios is not None
    return run_scenarios(catalog, scenarios)


def test_all_scenarios_hold(verdicts: tuple[Verdict, ...]) -> None:
    assert [str(found) for verdict in verdicts for found in verdict.mismatches] == []


@pytest.mark.parametrize(
    ("kind", "least"), [("rules", 95), ("offerings", 95), ("price_rows", 90), ("promotions", 100), ("bundles", 100)]
)
def test_nearly_all_is_used(catalog: Catalog, verdicts: tuple[Verdict, ...], kind: str, least: int) -> None:
    covered = {each.kind: each for each in coverage(catalog, (verdict.used for verdict in verdicts))}
    assert covered[kind].percent >= least, covered[kind].uncovered


def test_most_faults_are_noticed(catalog: Catalog, verdicts: tuple[Verdict, ...]) -> None:
    """A small sample; `proposer test --mutate` draws larger ones."""
    quick = sorted(verdicts, key=lambda each: len(each.scenario.needs.sites))
    trials = tuple(hunt(quick, mutants(catalog, seed=1, sample=24)))
    assert len(trials) == 24
    assert noticed_percent(trials) >= 85, [trial.mutant.words for trial in trials if not trial.noticed]
