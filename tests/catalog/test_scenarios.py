"""Every shipped scenario holds, and a scenario that is wrong in any one way is noticed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from proposer.diagnostics import Span
from proposer.load.catalog import load_catalog
from proposer.load.scenarios import load_scenarios
from proposer.model.catalog import Catalog
from proposer.model.scenario import Expectation, ExpectedAt, ExpectedItem, ExpectedTotal, Named, Scenario
from proposer.scenarios import run_scenarios

ROOT = Path(__file__).parents[2]
NAMES = sorted(
    file.relative_to(ROOT / "catalog/scenarios").with_suffix("").as_posix()
    for file in (ROOT / "catalog/scenarios").rglob("*.yaml")
)
COAX = "internet/coax-when-coax-will-do"
TOO_MANY = "voice/sixty-calls-on-coax-alone"
HERE = Span("scenarios/wrong.yaml", 7, 3, 7, 9)


@cache
def shipped() -> Catalog:
    loaded = load_catalog(ROOT / "catalog")
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


@cache
def scenarios() -> dict[str, Scenario]:
    loaded = load_scenarios(ROOT / "catalog", shipped())
    assert loaded.value is not None, [f"{d.span.place}: {d.message}" for d in loaded.diagnostics]
    return {scenario.name: scenario for scenario in loaded.value}


def mismatches(scenario: Scenario) -> list[str]:
    (verdict,) = run_scenarios(shipped(), [scenario])
    assert verdict.holds is (not verdict.mismatches)
    return [str(each) for each in verdict.mismatches]


def expecting(name: str, expect: Expectation) -> list[str]:
    """What is found wrong when a shipped scenario expects something else."""
    return mismatches(replace(scenarios()[name], expect=expect))


def test_every_file_is_a_scenario() -> None:
    assert sorted({name.partition("[")[0] for name in scenarios()}) == NAMES
    assert len(NAMES) >= 40


@pytest.mark.parametrize("name", NAMES)
def test_the_scenario_holds(name: str) -> None:
    rows = [scenario for scenario in scenarios().values() if scenario.name.partition("[")[0] == name]
    found = [line for scenario in rows for line in mismatches(scenario)]
    assert not found, "\n".join(found)


def test_a_wrong_total_is_noticed() -> None:
    wrong = tuple(ExpectedTotal(name, 100, HERE) for name in ("monthly", "once", "contract_value"))
    assert expecting(COAX, Expectation(totals=wrong)) == [
        "scenarios/wrong.yaml:7: expected monthly 1.00; found 149.00",
        "scenarios/wrong.yaml:7: expected once 1.00; found 99.00",
        "scenarios/wrong.yaml:7: expected contract_value 1.00; found 1,887.00",
    ]


def test_wrong_credits_usage_and_invoices_are_noticed() -> None:
    pooled = "usage/each-site-has-a-pool-of-its-own"
    wrong = tuple(ExpectedTotal(name, 100, HERE) for name in ("credits", "usage at a", "invoice of month 2"))
    assert expecting(pooled, Expectation(totals=wrong)) == [
        "scenarios/wrong.yaml:7: expected credits 1.00; found 0.00",
        "scenarios/wrong.yaml:7: expected usage at a 1.00; found 18.00",
        "scenarios/wrong.yaml:7: expected invoice of month 2 1.00; found 654.00",
    ]


def test_an_item_that_is_not_there_is_noticed() -> None:
    items = (ExpectedItem("a", "dedicated-internet", {"port": "1 Gbps"}, None, HERE),)
    assert expecting(COAX, Expectation(items=items)) == [
        (
            "scenarios/wrong.yaml:7: expected dedicated-internet (port 1 Gbps) at a; "
            "found none of it among business-internet (tier 300 Mbps, up 20 Mbps), coax-entrance"
        )
    ]


def test_a_wrong_value_and_a_wrong_count_are_noticed() -> None:
    tier = ExpectedItem("a", "business-internet", {"tier": "500 Mbps"}, None, HERE)
    two = ExpectedItem("a", "coax-entrance", {}, 2, HERE)
    assert expecting(COAX, Expectation(items=(tier, two))) == [
        (
            "scenarios/wrong.yaml:7: expected business-internet (tier 500 Mbps) at a; "
            "found business-internet (tier 300 Mbps, up 20 Mbps)"
        ),
        "scenarios/wrong.yaml:7: expected coax-entrance (count 2) at a; found coax-entrance",
    ]


def test_an_item_of_a_site_does_not_stand_at_the_account() -> None:
    items = (ExpectedItem("", "coax-entrance", {}, None, HERE),)
    assert expecting(COAX, Expectation(items=items)) == [
        "scenarios/wrong.yaml:7: expected coax-entrance at account; found none of it among nothing"
    ]


def test_what_should_be_absent_is_noticed() -> None:
    absent = (ExpectedAt("a", "coax-entrance", HERE),)
    assert expecting(COAX, Expectation(absent=absent)) == [
        "scenarios/wrong.yaml:7: expected no coax-entrance at a; found coax-entrance"
    ]


def test_a_price_where_an_individual_case_is_due_is_noticed() -> None:
    cases = (ExpectedAt("a", "coax-entrance", HERE), ExpectedAt("a", "diverse-entrance", HERE))
    assert expecting(COAX, Expectation(individual_case=cases)) == [
        "scenarios/wrong.yaml:7: expected coax-entrance as an individual case at a; found coax-entrance at a price",
        "scenarios/wrong.yaml:7: expected diverse-entrance as an individual case at a; found none of it",
    ]


def test_another_term_and_a_missing_open_point_are_noticed() -> None:
    expect = Expectation(term=60, open_points=(Named("a yellow door", HERE),), span=HERE)
    found = expecting(COAX, expect)
    assert found[0] == "scenarios/wrong.yaml:7: expected a term of 60 months; found 12 months"
    assert found[1].startswith("scenarios/wrong.yaml:7: expected an open point with `a yellow door`; found ")


def test_a_solution_where_a_conflict_is_due_is_noticed() -> None:
    expect = Expectation(conflict=(Named("term", HERE),), span=HERE)
    assert expecting(COAX, expect) == [
        (
            "scenarios/wrong.yaml:7: expected a conflict of term; "
            "found a solution: business-internet (tier 300 Mbps, up 20 Mbps), coax-entrance"
        )
    ]


def test_a_conflict_where_a_solution_is_due_is_noticed() -> None:
    (found,) = expecting(TOO_MANY, Expectation(term=36, span=HERE))
    assert found.startswith("scenarios/wrong.yaml:7: expected a solution; found a conflict of sites.")


def test_a_conflict_of_other_names_is_noticed() -> None:
    (found,) = expecting(TOO_MANY, Expectation(conflict=(Named("budget.monthly", HERE),)))
    assert found.startswith(
        "scenarios/wrong.yaml:7: expected a conflict that names budget.monthly; found a conflict of"
    )


def test_no_price_book_is_no_answer() -> None:
    old = replace(scenarios()[COAX], as_of=scenarios()[COAX].as_of.replace(year=2001))
    (found,) = mismatches(replace(old, expect=Expectation(term=12, span=HERE)))
    assert found == "scenarios/wrong.yaml:7: expected an answer; found no price book is valid on 2001-11-23"
