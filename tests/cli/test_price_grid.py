"""`price --grid`: the prices of one offering in other sizes, and what is said of a grid that cannot be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from price_sample import NEEDS, run, small_world

TABLE = """\
Internet on fibre by rate, for Test
===================================
Price book: The year 2026, on 23 Nov 2026. Amounts in USD for one piece, without bundles, taxes,
fees and surcharges. List prices are those at 12 months.

Per month, net
--------------
    Rate  Port        List  12 months  36 months  Not orderable
--------  --------  ------  ---------  ---------  --------------
 50 Mbps  100 Mbps  300.00     300.00     250.00
100 Mbps  100 Mbps  400.00     400.00     350.00
150 Mbps                 –          –          –  next: 500 Mbps
  2 Gbps                 –          –          –  none larger

Once
----
    Rate  Port      12 months  36 months
--------  --------  ---------  ---------
 50 Mbps  100 Mbps     100.00     100.00
100 Mbps  100 Mbps     100.00     100.00

Each Mbps, a month
------------------
    Rate  Port      12 months  36 months
--------  --------  ---------  ---------
 50 Mbps  100 Mbps     6.0000     5.0000
100 Mbps  100 Mbps     4.0000     3.5000
"""
SHAPE = "write it like `dedicated-internet.bandwidth=500..2000/100 Mbps` or `…=100,500,1000 Mbps`"


def test_a_range_and_single_values(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path), "--grid", "internet.rate=50..150/50 Mbps,2 Gbps")

    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        TABLE,
        "",
    )


def test_a_negotiated_discount_is_in_the_net_price(tmp_path: Path) -> None:
    folder = small_world(tmp_path, NEEDS + "discounts: {internet: 10 %}\n")
    result = run("price", folder, "--grid", "internet.rate=0.5,1 Gbps", "--format", "csv")

    assert result.stdout == (
        "offering,value,amount,unit,port,term,list_monthly,monthly,once,contract_value,per_unit,orderable,next,individual_case,pieces\n"
        "internet,500 Mbps,500,Mbps,1 Gbps,12,800.00,720.00,200.00,8840.00,1.4400,true,,,each\n"
        "internet,500 Mbps,500,Mbps,1 Gbps,36,800.00,630.00,200.00,22880.00,1.2600,true,,,each\n"
        "internet,1 Gbps,1000,Mbps,1 Gbps,12,900.00,810.00,200.00,9920.00,0.8100,true,,,each\n"
        "internet,1 Gbps,1000,Mbps,1 Gbps,36,900.00,720.00,200.00,26120.00,0.7200,true,,,each\n"
    )


def test_the_grid_as_json(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path), "--grid", "internet.rate=50,600", "--json")

    assert json.loads(result.stdout) == {
        "customer": "Test",
        "as_of": "2026-11-23",
        "price_book": "The year 2026",
        "currency": "USD",
        "offering": "internet",
        "characteristic": "rate",
        "unit": "Mbps",
        "terms": [12, 36],
        "list_term": 12,
        "rows": [
            {
                "value": "50 Mbps",
                "orderable": True,
                "next": "",
                "others": {"port": "100 Mbps"},
                "prices": [
                    {
                        "term": 12, "list_monthly": "300.00", "monthly": "300.00", "once": "100.00",
                        "contract_value": "3700.00", "per_unit": "6.0000", "individual_case": "",
                    },
                    {
                        "term": 36, "list_monthly": "300.00", "monthly": "250.00", "once": "100.00",
                        "contract_value": "9100.00", "per_unit": "5.0000", "individual_case": "",
                    },
                ],
            },
            {"value": "600 Mbps", "orderable": False, "next": "1 Gbps", "others": {}, "prices": []},
        ],
        "notes": [],
        "by_number": [],
    }  # fmt: skip


def test_all_that_can_be_ordered(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path), "--grid", "internet.rate", "--format", "csv")

    values = [line.split(",")[1] for line in result.stdout.splitlines()[1:]]
    assert values == [text for text in ("50 Mbps", "100 Mbps", "500 Mbps", "1 Gbps") for _ in range(2)]


def test_along_the_other_characteristic(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path), "--grid", "internet.port=100 Mbps", "--format", "csv")

    assert [line.split(",")[1:8:2] for line in result.stdout.splitlines()[1:]] == [
        ["100 Mbps", "Mbps", "12", "300.00"],
        ["100 Mbps", "Mbps", "36", "250.00"],
        ["100 Mbps", "Mbps", "12", "400.00"],
        ["100 Mbps", "Mbps", "36", "350.00"],
    ]


def test_prices_that_go_by_access_have_a_row_for_each_status_and_case(tmp_path: Path) -> None:
    once = ("price-books/2026.yaml", "once: {by: [port], 100 Mbps: 100.00, 1 Gbps: 200.00}",
            "once: {by: [access], on-net: 0, near-net: 700.00, off-net: individual case}")  # fmt: skip
    result = run("price", small_world(tmp_path, changes=(once,)), "--grid", "internet.rate=50 Mbps")

    assert result.stdout.splitlines()[5:] == [
        "Per month, net",
        "--------------",
        "   Rate  Port      Access      List  12 months  36 months",
        "-------  --------  --------  ------  ---------  ---------",
        "50 Mbps  100 Mbps  on-net    300.00     300.00     250.00",
        "50 Mbps  100 Mbps  near-net  300.00     300.00     250.00",
        "50 Mbps  100 Mbps  off-net     case       case       case",
        "",
        "Once",
        "----",
        "   Rate  Port      Access    12 months  36 months",
        "-------  --------  --------  ---------  ---------",
        "50 Mbps  100 Mbps  on-net         0.00       0.00",
        "50 Mbps  100 Mbps  near-net     700.00     700.00",
        "50 Mbps  100 Mbps  off-net        case       case",
        "",
        "Each Mbps, a month",
        "------------------",
        "   Rate  Port      Access    12 months  36 months",
        "-------  --------  --------  ---------  ---------",
        "50 Mbps  100 Mbps  on-net       6.0000     5.0000",
        "50 Mbps  100 Mbps  near-net     6.0000     5.0000",
        "50 Mbps  100 Mbps  off-net        case       case",
        "",
        "Notes",
        "-----",
        "case: Designed and priced case by case (off-net fibre).",
    ]


BY_RATE = """\
monthly:
      by: [rate, term]
      term:     [    12,     36]
      50 Mbps:  [300.00, 250.00]
      100 Mbps: [400.00, 350.00]
      500 Mbps: [800.00, 700.00]
      1 Gbps:   [900.00, 800.00]
"""
TERMS = "\n    terms: [12, 36]\n"
GRADUATED = "monthly: {graduated: [{to: 10, price: 100.00}, {to: 20, price: 90.00}, {price: 80.00}]TAIL}"
LINE = "Further pieces. A month at list price, each piece by its number in the line: "


@pytest.mark.parametrize(
    ("monthly", "said"),
    [
        (GRADUATED.replace("TAIL", ""), f"{LINE}to 10 at 100.00, to 20 at 90.00, beyond at 80.00."),
        (GRADUATED.replace("TAIL", ", included: 2, minimum: 50.00"), f"{LINE}2 included, to 10 at 100.00, to 20 at 90.00, beyond at 80.00, at least 50.00."),
        (GRADUATED.replace("TAIL", ", counted_over: site"), f"{LINE.replace('in the line', 'over the site')}to 10 at 100.00, to 20 at 90.00, beyond at 80.00."),
        ("monthly: {volume: [{to: 22, price: 100.00}, {price: 90.00}]}", f"{LINE.replace('each piece by its number in the line', 'by the number of all pieces over the account')}to 22 at 100.00, beyond at 90.00."),
    ],
)  # fmt: skip
def test_prices_that_go_by_number_say_whose_they_are(tmp_path: Path, monthly: str, said: str) -> None:
    folder = small_world(tmp_path, changes=(("price-books/2026.yaml", BY_RATE, monthly + TERMS),))
    result = run("price", folder, "--grid", "internet.rate=50 Mbps")
    words = " ".join(result.stdout.split())
    assert "Amounts in USD for the first piece alone, without" in words
    assert said in words
    assert (
        run("price", folder, "--grid", "internet.rate=50 Mbps", "--format", "csv")
        .stdout.splitlines()[1]
        .endswith(",first")
    )
    assert json.loads(run("price", folder, "--grid", "internet.rate=50 Mbps", "--json").stdout)["by_number"] == [
        said.removeprefix("Further pieces. ")
    ]


def test_an_offering_that_is_not_sold_on_the_day(tmp_path: Path) -> None:
    gone = ("offerings/access/internet.yaml", "per: site", "per: site\nsold: {until: 2026-10-01}")
    result = run("price", small_world(tmp_path, changes=(gone,)), "--grid", "internet.rate")

    assert result.exit_code == 1
    assert result.stderr.splitlines()[0] == "error[QUO112]: `internet` has no prices on 2026-11-23"


@pytest.mark.parametrize(
    ("grid", "code", "message", "remedy"),
    [
        ("intrenet.rate=1", "QUO104", "unknown offering `intrenet`", "did you mean `internet`?"),
        ("internet.rat=1", "QUO104", "unknown characteristic `rat`", "did you mean `rate`?"),
        ("internet=1", "QUO111", "`internet=1` names no characteristic", "known here: `port`, `rate`"),
        ("=1", "QUO111", "`=1` names no offering", "known here: `fibre-entrance`, `internet`, `seat`"),
        ("seat.x=1", "QUO111", "`seat` has no characteristics", "its price is one: see `catalog show`"),
        ("internet.rate=", "QUO111", "a value is missing", SHAPE),
        ("internet.rate=50,,100", "QUO111", "a value is missing", SHAPE),
        ("internet.rate=fast", "QUO111", "`fast` is no amount", SHAPE),
        ("internet.rate=-5", "QUO111", "`-5` is no amount", SHAPE),
        ("internet.rate=5 Mbsp", "QUO111", "unknown unit `Mbsp`", "did you mean `Mbps`?"),
        ("internet.rate=5 ms", "QUO111", "`5 ms` does not fit: `rate` is in Mbps", "units that fit: `kbps`, `Mbps`, `Gbps`"),
        ("internet.rate=50..100 Mbps", "QUO111", "`50..100 Mbps` has no step", SHAPE),
        ("internet.rate=50..100/0 Mbps", "QUO111", "`50..100/0 Mbps` is no range", "the lower end stands first, and the step is more than 0"),
        ("internet.rate=100..50/10 Mbps", "QUO111", "`100..50/10 Mbps` is no range", "the lower end stands first, and the step is more than 0"),
        ("internet.rate=50..120/50 Mbps", "QUO111", "`50..120/50 Mbps` does not end at 120 Mbps", "with this step the last value is 100 Mbps"),
        ("internet.rate=1..99999/1 Mbps", "QUO111", "`1..99999/1 Mbps` are more than 1,000 values", "take a larger step"),
        ("internet.rate=1..9e9/1", "QUO111", "`9e9` is no amount", SHAPE),
        ("internet.rate=1234567890123456", "QUO111", "`1234567890123456` is no amount", SHAPE),
    ],
)  # fmt: skip
def test_a_grid_that_cannot_be_read(tmp_path: Path, grid: str, code: str, message: str, remedy: str) -> None:
    result = run("price", small_world(tmp_path), "--grid", grid)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"error[{code}]: {message}\n --> --grid {grid}\n  = help: {remedy}\n\n1 error\n"


def test_a_grid_goes_over_all_terms(tmp_path: Path) -> None:
    result = run("price", small_world(tmp_path), "--grid", "internet.rate", "--terms", "12")

    assert result.exit_code == 2
    assert (
        result.stderr.splitlines()[-1]
        == "Error: --terms, --grid and --internal are three questions; ask one at a time."
    )
