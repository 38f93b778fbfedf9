"""Explanations as a rep reads them, and as data: whole texts."""

from __future__ import annotations

import json

from explanation_sample import IMPOSSIBLE, RUNNER_UP

from proposer.report.comparison import comparison_sheet, in_a_sentence
from proposer.report.conflict import impossible_record, impossible_sheet
from proposer.report.explanation_data import comparison_record
from proposer.report.plain import plain_text

COMPARISON_TEXT = """\
What if term were 36
====================
Option Recommended would be dearer.

What changes
------------
Where       Line                   Was      Is        Month    Once
----------  ---------------------  -------  -------  ------  ------
main, west  Hosted Seat, Standard  8 seats  –        −40.00  −99.00
main, west  Hosted Seat, Unified   –        8 seats  +60.00    0.00
account     Toll-free number       yes      yes       −4.00    0.00

Why
---
- Hosted Seat, Standard: In its place: Hosted Seat, Unified.
- Hosted Seat, Unified: You asked for chat.

In total
--------
                      Was         Is  Difference
--------------  ---------  ---------  ----------
Monthly            590.00     606.00      +16.00
One-time           198.00      99.00      −99.00
First year       7,278.00   7,371.00      +93.00
Over 36 months  20,958.00  21,435.00     +477.00"""

IMPOSSIBLE_TEXT = """\
There is no solution for west
=============================
60 calls at the same time do not fit the coax at west.

These cannot hold together:
---------------------------
1. 60 calls at the same time are asked for
   sites.west.voice.concurrent_calls  (needs.yaml:12)
2. fibre is refused
   sites.west.access.fibre  (needs.yaml:10)

The same at other sites:
------------------------
east, north.

Nor can these hold together
---------------------------
1. You asked for 99.99 %.
   sites.west.internet.availability  (needs.yaml:14)
2. fibre is refused
   sites.west.access.fibre  (needs.yaml:10)

What would make it possible, cheapest first
-------------------------------------------
    Change                                                       Months   A month    Once     In all
--  -----------------------------------------------------------  ------  --------  ------  ---------
1.  46 instead of 60 calls at West                                   36    758.00  709.00  27,997.00
2.  accept fibre at West, if it is in the building; and raise        36  1,005.00  959.00  37,139.00
    the budget to $1,005.00 a month

1. --set sites.west.voice.concurrent_calls=46
2. --set sites.west.access.fibre=on-net --set budget.monthly=1005.00
There may be more: the search ended at its bound on work."""


def test_a_comparison_reads_line_by_line_and_in_total() -> None:
    sheet = comparison_sheet(RUNNER_UP, "What if term were 36", "Option Recommended would be dearer.")
    assert plain_text(sheet, 100) == COMPARISON_TEXT


def test_the_difference_is_one_sentence() -> None:
    assert in_a_sentence(RUNNER_UP, "USD") == "$16.00 more a month, $99.00 less once, $477.00 more over 36 months"


def test_a_comparison_is_data_with_every_difference() -> None:
    record = json.loads(json.dumps(comparison_record(RUNNER_UP)))
    assert record["before"] == {
        "term": 36,
        "monthly": "590.00",
        "once": "198.00",
        "first_year": "7278.00",
        "contract_value": "20958.00",
    }
    assert record["changes"][0] == {
        "sites": ["main", "west"],
        "offering": "hosted-seat-standard",
        "name": "Hosted Seat, Standard",
        "before": {
            "description": "",
            "pieces": "8 seats",
            "monthly": "20.00",
            "once": "49.50",
            "contract_value": "769.50",
            "individual_case": False,
        },
        "after": None,
        "monthly": "-40.00",
        "once": "-99.00",
        "contract_value": "-1539.00",
        "why": ["In its place: Hosted Seat, Unified."],
    }


def test_what_is_impossible_reads_as_conflicts_and_priced_changes() -> None:
    assert plain_text(impossible_sheet(IMPOSSIBLE), 100) == IMPOSSIBLE_TEXT


def test_what_is_impossible_is_data() -> None:
    record = json.loads(json.dumps(impossible_record(IMPOSSIBLE)))
    assert record["relaxations"][0] == {
        "words": ["46 instead of 60 calls at West"],
        "set": ["sites.west.voice.concurrent_calls=46"],
        "changes": [{"path": "sites.west.voice.concurrent_calls", "value": "46"}],
        "totals": {
            "term": 36,
            "monthly": "758.00",
            "once": "709.00",
            "first_year": "9805.00",
            "contract_value": "27997.00",
        },
    }
    assert [conflict["summary"] for conflict in record["conflicts"]] == [
        "60 calls at the same time do not fit the coax at west.",
        "At West, these cannot hold together.",
    ]
    assert record["conflict"] == record["conflicts"][0]
    assert record["complete"] is False
