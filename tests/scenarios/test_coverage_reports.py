"""Coverage as a page, and faults as a table and as data."""

from __future__ import annotations

from proposer.report.coverage_page import coverage_page
from proposer.report.mutants import Survivor, Tried, mutants_json, mutants_sheet, percent
from proposer.report.plain import plain_text
from proposer.report.scenario_text import Usage

TRIED = (Tried("price", 9, 10), Tried("rule", 3, 3))
SURVIVORS = (Survivor("price", "the price of `<seat>` 20.00 → 22.00", "price-books/2026.yaml:18"),)


def test_the_page_names_what_is_not_used_and_escapes_it() -> None:
    page = coverage_page([Usage("price_rows", 4, 3, 75, (("<seat> monthly", "price-books/2026.yaml:18"),))])
    assert "<td>Price rows</td>" in page
    assert 'style="width: 75%"' in page
    assert "<td>&lt;seat&gt; monthly</td><td><code>price-books/2026.yaml:18</code></td>" in page
    assert "src=" not in page


def test_shares_are_rounded_down() -> None:
    assert percent(TRIED) == 92
    assert percent(()) == 100


def test_survivors_stand_with_their_places() -> None:
    assert plain_text(mutants_sheet(TRIED, SURVIVORS, 7), 100) == (
        "Faults put into the catalog, one at a time\n"
        "------------------------------------------\n"
        "Faults  noticed  of\n"
        "------  -------  --  -----\n"
        "price         9  10   90 %\n"
        "rule          3   3  100 %\n"
        "------  -------  --  -----\n"
        "all          12  13   92 %\n"
        "\n"
        "Drawn with --seed 7 --sample 13; another seed draws others.\n"
        "\n"
        "No scenario notices\n"
        "-------------------\n"
        "Fault                                Where\n"
        "-----------------------------------  ------------------------\n"
        "the price of `<seat>` 20.00 → 22.00  price-books/2026.yaml:18\n"
        "\n"
        "A scenario that expects the total or the item concerned would notice each of them."
    )


def test_as_data() -> None:
    assert mutants_json(TRIED, SURVIVORS, 7)["percent"] == 92
