"""`price --internal`: cost and margin by line, site and deal, the distance to the floor, and who must be asked."""

from __future__ import annotations

import json
from pathlib import Path

from price_sample import NEEDS, run, small_world
from test_discounts import STRICT

COMMENTS = "comments: [A rival offers less, Decides in May]\n"
TWO_SITES = NEEDS.replace(
    "seats: 10}]", "seats: 10}, {id: b, access: {fibre: on-net}, internet: {down: 90 Mbps}, seats: 10}]"
)
VIEW = """\
Not for customers: cost and margin of Test, quote QUOTE
===================================================================
Of 23 Nov 2026. Amounts in USD. Margins are over the term; floors are of the monthly charge.
Needs approval by Sales director, Finance.
Approvals: over 5 % off: Sales director; below 58 % margin: Finance.
Floor of what is negotiated: cost and 30 %, or 90 % of the book's price, whichever is higher.
Negotiated: internet 8 %.

The deal
--------
Option       Months  Per month  Over the term       Cost     Margin  Margin %
-----------  ------  ---------  -------------  ---------  ---------  --------
Essential *      36     887.00      32,132.00  10,080.00  13,104.00      56.5
Recommended      36   1,531.00      55,516.00  20,160.00  26,208.00      56.5

Without a cost in the price book, and in no margin: Internet on fibre (one-time), Seat (monthly).

2 sites alike
-------------
Each of 2 sites: a, b.

Line                  Count  Per month    Cost    Once  Cost     Margin  Margin %  Above floor
-----------------  --------  ---------  ------  ------  ----  ---------  --------  -----------
Fibre entrance            1       0.00    0.00    0.00  0.00       0.00         –            –
Internet on fibre         1     322.00  140.00  100.00     –   6,552.00      56.5         7.00
Seat               10 seats     121.50       –    0.00  0.00       0.00         –         0.00
-----------------  --------  ---------  ------  ------  ----  ---------  --------  -----------
One site                        443.50  140.00  100.00  0.00   6,552.00      56.5
All 2 sites                     887.00  280.00  200.00  0.00  13,104.00      56.5

For colleagues
--------------
- A rival offers less
- Decides in May
"""


def test_the_whole_view(tmp_path: Path) -> None:
    folder = small_world(tmp_path, TWO_SITES + COMMENTS, (STRICT,))
    result = run("price", folder, "--internal", "--option", "essential", "--discount", "internet=8%")
    quote = json.loads(run("quote", folder, "--option", "essential", "--discount", "internet=8%", "--json").stdout)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == VIEW.replace("QUOTE", quote["id"])


def test_as_json(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path, NEEDS + COMMENTS), "--internal", "--json")
    view = json.loads(result.stdout)

    assert {name: value for name, value in view.items() if name not in ("quote", "options")} == {
        "internal": True, "customer": "Test", "as_of": "2026-11-23", "currency": "USD", "selected": "recommended",
        "approval": "", "approvals": ["over 5 % off: Sales director"], "floor": "", "discounts": {},
        "comments": ["A rival offers less", "Decides in May"],
        "individual_cases": [],
    }  # fmt: skip
    essential = view["options"][0]
    (site,) = essential.pop("sites")
    assert essential == {
        "id": "essential", "term": 36, "monthly": "471.50", "contract_value": "17074.00", "revenue": "12600.00",
        "cost": "5040.00", "margin": "7560.00", "margin_percent": "60.0",
        "without_cost": ["Internet on fibre (one-time)", "Seat (monthly)"],
    }  # fmt: skip
    assert site.pop("lines")[1] == {
        "id": "internet", "offering": "internet", "name": "Internet on fibre", "pieces": "1", "individual_case": False,
        "monthly": "350.00", "monthly_cost": "140.00", "once": "100.00", "once_cost": None, "floor_monthly": None,
        "above_floor": None, "revenue": "12600.00", "cost": "5040.00", "margin": "7560.00", "margin_percent": "60.0",
    }  # fmt: skip
    assert site == {
        "title": "A", "sites": ["a"], "revenue": "12600.00", "cost": "5040.00", "margin": "7560.00", "margin_percent": "60.0",
    }  # fmt: skip


def test_as_csv_every_site_has_its_lines(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path, TWO_SITES, (STRICT,)), "--internal", "--format", "csv")
    header, *rows = result.stdout.splitlines()

    assert header == (
        "option,term,site,line,offering,name,pieces,monthly,monthly_cost,once,once_cost,floor_monthly,above_floor,"
        "revenue,cost,margin,margin_percent"
    )
    assert len(rows) == 2 * 2 * 3
    assert rows[1] == (
        "essential,36,a,internet,internet,Internet on fibre,1,350.00,140.00,100.00,,315.00,35.00,12600.00,5040.00,7560.00,60.0"
    )


def test_credits_and_individual_cases(tmp_path: Path) -> None:
    """Two months of internet free, and an entrance without a price."""
    promotion = ("promotions/launch.yaml", "when: {new_customers: true, terms: [36]}\nbenefit: {free_months: 2, on: [seat]}",
                 "when: {terms: [36]}\nbenefit: {free_months: 2, on: [internet]}")  # fmt: skip
    until = ("promotions/launch.yaml", "until: 2026-07-01", "until: 2027-07-01")
    folder = small_world(tmp_path, NEEDS.replace("on-net", "off-net"), (promotion, until))
    lines = run("price", folder, "--internal", "--option", "essential").stdout.splitlines()

    assert "Fibre entrance            1       case       –    case     –         –         –            –" in lines
    assert (
        "Internet on fibre         1     350.00  140.00  100.00     –  6,860.00      57.6            –" in lines
    )  # 34 × 350 − 36 × 140


def test_without_a_solution_it_says_why(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path, NEEDS.replace("down: 90 Mbps", "down: 9 Gbps")), "--internal")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.lstrip().splitlines()[0] == "There is no solution for a"


def test_three_questions_are_asked_one_at_a_time(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path), "--internal", "--terms", "12")

    assert result.exit_code == 2
    assert (
        result.stderr.splitlines()[-1]
        == "Error: --terms, --grid and --internal are three questions; ask one at a time."
    )
