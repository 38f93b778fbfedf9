"""`price --terms`: the options at each term, side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from price_sample import NEEDS, run, small_world

BOTH = """\
Test: 12 and 36 months
======================
Price book: The year 2026, on 23 Nov 2026. Amounts in USD, without taxes, fees and surcharges.
The needs do not name 12 months; priced all the same.

Essential
---------
                             12 months  36 months
---------------------------  ---------  ---------
Per month                       535.00     471.50
Once                            100.00     100.00
First year                    6,520.00   5,758.00
Average month                   543.33     474.28
Due if ended after month 12       0.00   5,658.00
Due if ended, at the most     6,420.00  11,316.00
---------------------------  ---------  ---------
Total over the term           6,520.00  17,074.00

Recommended
-----------
                             12 months  36 months
---------------------------  ---------  ---------
Per month                       935.00     821.50
Once                            200.00     200.00
First year                   11,420.00  10,058.00
Average month                   951.67     827.06
Due if ended after month 12       0.00   9,858.00
Due if ended, at the most    11,220.00  19,716.00
---------------------------  ---------  ---------
Total over the term          11,420.00  29,774.00
"""
IMPOSSIBLE_AT_12 = ("price-books/2026.yaml", "12: 1, 36: 0.9", "36: 0.9")


def test_all_terms_that_are_sold_stand_side_by_side(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path))

    assert (result.exit_code, result.stdout, result.stderr) == (0, BOTH, "")


def test_one_configuration_unchanged_at_each_term(tmp_path: Path) -> None:
    """The numbers of the first option alone, for nothing else would be chosen there."""
    result = run("price", small_world(tmp_path), "--unchanged")
    options = run("price", small_world(tmp_path / "anew"), "--option", "essential")

    assert (result.exit_code, result.stdout, result.stderr) == (0, options.stdout, "")


def test_unchanged_goes_with_terms_alone(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path), "--unchanged", "--internal")

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        "Error: --unchanged goes with --terms: the configuration of the needs' own term, at others."
    )


def test_the_same_as_csv(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path), "--terms", "36, 12", "--option", "essential", "--format", "csv")

    assert result.stdout == (
        "term,option,title,monthly,once,contract_value,first_year,average_month,due_after_year,due_most,"
        "over_budget,individual_cases,gap,approval,impossible\n"
        "12,essential,Essential,535.00,100.00,6520.00,6520.00,543.33,0.00,6420.00,0.00,0,0.00,,\n"
        "36,essential,Essential,471.50,100.00,17074.00,5758.00,474.28,5658.00,11316.00,0.00,0,0.00,,\n"
    )


def test_the_same_as_json(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path), "--term", "36", "--option", "essential", "--json")

    assert json.loads(result.stdout) == {
        "customer": "Test",
        "as_of": "2026-11-23",
        "price_book": "The year 2026",
        "currency": "USD",
        "terms": [
            {
                "term": 36,
                "named": True,
                "impossible": "",
                "approval": "",
                "options": [
                    {
                        "id": "essential",
                        "title": "Essential",
                        "monthly": "471.50",
                        "once": "100.00",
                        "contract_value": "17074.00",
                        "first_year": "5758.00",
                        "average_month": "474.28",
                        "due_after_year": "5658.00",
                        "due_most": "11316.00",
                        "over_budget": "0.00",
                        "individual_cases": 0,
                        "gap": "0.00",
                    }
                ],
            }
        ],
    }


def test_a_term_without_a_solution_says_why_in_one_line(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path, changes=(IMPOSSIBLE_AT_12,)), "--option", "essential")

    assert result.exit_code == 0
    assert result.stdout.splitlines()[5:] == [
        "Essential",
        "---------",
        "                             12 months  36 months",
        "---------------------------  ---------  ---------",
        "Per month                            –     471.50",
        "Once                                 –     100.00",
        "First year                           –   5,758.00",
        "Average month                        –     474.28",
        "Due if ended after month 12          –   5,658.00",
        "Due if ended, at the most            –  11,316.00",
        "---------------------------  ---------  ---------",
        "Total over the term                  –  17,074.00",
        "",
        "Not possible",
        "------------",
        "12 months: a: 10 people need a seat.",
    ]


def test_no_solution_at_any_term_is_a_finding(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path, changes=(IMPOSSIBLE_AT_12,)), "--terms", "12", "--format", "csv")

    assert (result.exit_code, result.stdout.splitlines()[1]) == (1, "12,,,,,,,,,,,,,,a: 10 people need a seat.")


def test_without_a_schedule_nothing_is_said_of_an_early_end(tmp_path: Path) -> None:
    schedule = "early_termination: [{to_month: 12, share: 100 %}, {share: 50 %}]"
    result = run("price", small_world(tmp_path, changes=(("contract.yaml", schedule, ""),)))

    assert (result.exit_code, "Due if ended" in result.stdout) == (0, False)


def test_a_term_that_is_not_sold_ends_the_run(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path), "--terms", "12,48")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "error[QUO103]: a term of 48 months is not sold\n  = help: terms: 12, 36 months\n\n1 error\n"
    )


@pytest.mark.parametrize("terms", ["12,x", "", "-12", "12,,36", "12345", "0x10", "1.5"])
def test_what_are_no_terms(tmp_path: Path, terms: str) -> None:
    result = run("price", small_world(tmp_path), "--terms", terms)

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == (
        f"Error: Invalid value for '--terms': {terms!r} are no terms; write months with commas between, such as 12,24,36,60"
    )


def test_a_budget_binds_the_first_option_only(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path, NEEDS + "budget: {monthly: 500.00}\n"), "--format", "csv")

    assert [line.split(",")[:4] + line.split(",")[10:11] for line in result.stdout.splitlines()[2:]] == [
        ["36", "essential", "Essential", "471.50", "0.00"],
        ["36", "recommended", "Recommended", "821.50", "321.50"],
    ]
