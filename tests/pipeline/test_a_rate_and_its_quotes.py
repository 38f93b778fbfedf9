"""One rate of the shipped catalog is changed, as a sales engineer would; the commands say which quotes it moves, and by what.

Each change is worked out beside it. Quotes are those of `proposer quote`, for every shipped example of fewer than hundred
sites; scenarios are those of `proposer test`.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from workspaces import AS_OF, ROOT, replaced

from proposer.cli.group import proposer

EXAMPLES = ("clinics", "dentist", "law-firm", "manufacturer", "over-ten-gigabit", "school-district")
BOOK = "price-books/us-2026-h2.yaml"
OTHER_BOOK = "price-books/us-2027-h1.yaml"
Amounts = tuple[Decimal, Decimal, Decimal, Decimal, Decimal]  # monthly, once, over the term, usage, fees


@dataclass(frozen=True)
class RateChange:
    """One place of one file; `moves` are the differences of every option of the examples that it concerns."""

    file: str
    old: str
    new: str
    moves: dict[str, tuple[str, str, str, str, str]]


CHANGES = {
    # 12 hunt groups at the clinics, 1 at the dentist's, 4 at the law firm; all at 36 months. Fees are not on hunt groups.
    "a dollar on a hunt group": RateChange(
        BOOK, "hunt-group: {monthly: 5.00", "hunt-group: {monthly: 6.00",
        {"clinics": ("12", "0", "432", "0", "0"), "dentist": ("1", "0", "36", "0", "0"), "law-firm": ("4", "0", "144", "0", "0")},
    ),
    # The school's 280 numbers: 180 of them beyond the first hundred. The clinics' 60, the law firm's 66 and the dentist's 3 are none.
    "a dollar on numbers beyond the first hundred": RateChange(
        BOOK, "{price: 3.00}], minimum: 15.00}", "{price: 4.00}], minimum: 15.00}",
        {"school-district": ("0", "180", "180", "0", "0")},
    ),
    # 7,350.00 + 10 % = 8,085.00 / 36 = 224.58, so 225.00 where it was 221.00, in 36 of 60 months: 144.00.
    "two per cent more on construction": RateChange(
        "pricing.yaml", "markup: 8 %", "markup: 10 %", {"school-district": ("4", "0", "144", "0", "0")},
    ),
    # 1,300 minutes beyond the pool at 0.04 are 52.00 where they were 39.00: an estimate, in no total.
    "a cent on minutes beyond the pool": RateChange(
        BOOK, "included: 200, per: channels, each: 0.03", "included: 200, per: channels, each: 0.04",
        {"manufacturer": ("0", "0", "0", "13", "0")},
    ),
    # Broadcast TV is on the dentist's one line of television.
    "a dollar on a fee": RateChange(
        "pricing.yaml", "each: 14.50", "each: 15.50", {"dentist": ("0", "0", "0", "0", "1")},
    ),
    "a dollar in the other half-year's book": RateChange(
        OTHER_BOOK, "hunt-group: {monthly: 5.00", "hunt-group: {monthly: 6.00", {},
    ),
}  # fmt: skip


def run(*arguments: str) -> str:
    result = CliRunner().invoke(proposer, [*arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.stdout


@cache
def amounts(folder: Path, example: str) -> list[Amounts]:
    """What `proposer quote` says of each option."""
    needs = str(ROOT / "examples" / f"{example}.yaml")
    quote = json.loads(run("quote", needs, "--catalog", str(folder), "--as-of", f"{AS_OF}", "--json"))
    return [tuple(_amounts(option)) for option in quote["options"]]  # type: ignore[misc]  # five of them, as below


def _amounts(option: dict[str, object]) -> Iterator[Decimal]:
    for name in ("monthly", "once", "contract_value"):
        yield Decimal(str(option[name]))
    usage = option["usage"]
    assert isinstance(usage, list)
    yield sum((Decimal(str(each["monthly"])) for each in usage), Decimal(0))
    yield Decimal(str(option["fees_monthly"]))


def changed(change: RateChange, folder: Path) -> Path:
    shutil.copytree(ROOT / "catalog", folder / "catalog")
    replaced(folder / "catalog" / change.file, change.old, change.new)
    return folder / "catalog"


@pytest.mark.parametrize("name", CHANGES)
def test_a_rate_moves_the_quotes_that_it_should_by_what_it_should(name: str, tmp_path: Path) -> None:
    change = CHANGES[name]
    catalog = changed(change, tmp_path)

    moved = {
        example: {
            tuple(new - old for old, new in zip(before, after, strict=True))
            for before, after in zip(amounts(ROOT / "catalog", example), amounts(catalog, example), strict=True)
        }
        for example in EXAMPLES
    }

    assert {example: rows for example, rows in moved.items() if rows != {(Decimal(0),) * 5}} == {
        example: {tuple(Decimal(each) for each in row)} for example, row in change.moves.items()
    }


def test_the_scenario_of_a_rate_fails_and_its_neighbours_hold(tmp_path: Path) -> None:
    """The price of one state in one half-year: of the scenarios with television its row alone fails, and says what it found."""
    words = ("test", "-k", "television", "--jobs", "1", "--catalog")
    assert run(*words, str(ROOT / "catalog")) == "24 scenarios: 24 hold\n"

    catalog = changed(RateChange(BOOK, "      NJ: 76.00\n", "      NJ: 77.00\n", {}), tmp_path)
    shown = run(*words, str(catalog)).splitlines()

    assert [line for line in shown if line.startswith("fails")] == [
        "fails: prices/television-by-state[NJ, 2026-11-23, 76.00]"
    ]
    assert "monthly 76.00  77.00" in shown
    assert shown[-1] == "24 scenarios: 23 hold, 1 fails"
