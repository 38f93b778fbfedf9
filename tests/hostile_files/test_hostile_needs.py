"""Needs and their CSV with numbers, rows and cells beyond measure: a finding, in bounds, and no traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from limited import NEEDS, NO_LIMITS, checked, quoted, workspace

pytest.importorskip("resource", reason=NO_LIMITS)

LONG = f"`{'9' * 100}…`"
NO_FILE = "error[YML102] `{0}` is a pipe or a device, and a file was expected (copy it to a file)"

ENDLESS = (
    "s.csv:2:1: error[NED122] a cell without an end"
    " (a double quote inside a quoted cell is written twice, and each is closed)"
)

ANSWERS = {
    "a number of 100,000 digits": (
        "10}",
        f"{'9' * 100_000}}}",
        f"6:22: error[NED103] expected an amount such as `10 Mbps`, got {LONG} (at most 15 digits)",
    ),
    "a number with an exponent": (
        "10}",
        "1e999999999}",
        "6:22: error[NED103] expected an amount such as `10 Mbps`, got `1e999999999` (expected a number with a unit such as `10 Mbps`)",
    ),
    "100,000 decimals": (
        "10}",
        f"0.{'1' * 100_000}}}",
        f"6:22: error[NED103] `0.{'1' * 98}…` is too little: `internet.down` is at least 1 Mbps",
    ),
    "an amount of 100,000 digits": (
        "10}",
        f'"{"9" * 100_000} Gbps"}}',
        f"6:22: error[NED103] expected an amount such as `10 Mbps`, got {LONG} (did you mean {LONG}?)",
    ),
    "30 digits": (
        "10}",
        f"{'9' * 30}}}",
        f"6:22: error[NED103] expected an amount such as `10 Mbps`, got `{'9' * 30}` (at most 15 digits)",
    ),
    "a term of 5,000 digits": (
        "36",
        "9" * 5_000,
        f"2:7: error[NED103] expected a number of months such as `36`, got {LONG} (at most 15 digits)",
    ),
    "a budget of 30 digits": (
        "sites:",
        f"budget: {{monthly: {'9' * 30}}}\nsites:",
        f"3:19: error[NED103] `{'9' * 30}` is absurdly much",
    ),
    "a budget with an exponent": (
        "sites:",
        "budget: {monthly: 1e999999}\nsites:",
        "3:19: error[NED103] expected an amount of money, got `1e999999` (write the digits out, such as `49.00`)",
    ),
    "a year of 11 digits": (
        "sites:",
        "install_by: 99999999999-01-01\nsites:",
        "3:13: error[NED103] expected a date, got `99999999999-01-01` (write year-month-day: `2026-07-01`)",
    ),
    "an id of 5 MB": (
        "id: main",
        f"id: {'x' * 5_000_000}",
        f"4:9: error[NED105] `{'x' * 100}…` cannot be a site's id (letters, digits, `-` and `_`, at most 64 of them)",
    ),
    "a name of 5 MB": (
        "down: 10",
        f"? {'x' * 5_000_000}\n : 10",
        f"6:18: error[NED101] unknown question `internet.{'x' * 91}…` (known here: `down`)",
    ),
}
TABLES: dict[str, tuple[Callable[[], str], str]] = {
    "a million rows": (
        lambda: "id,seats\n" + "".join(f"s{n},1\n" for n in range(1_000_000)),
        "s.csv: error[YML107] more than 1,000,000 cells (split it)",
    ),
    "100 MB": (
        lambda: "id,seats\n" + "a,1\n" * 25_000_000,
        "needs.yaml:3:13: error[YML107] larger than 20 MB (split it)",
    ),
    "3 million columns": (
        lambda: "id," + "a," * 3_000_000,
        "s.csv: error[YML107] more than 1,000,000 cells (split it)",
    ),
    "300,000 columns": (
        lambda: "id," + ",".join(f"c{n}" for n in range(300_000)),
        "s.csv:1:1: error[NED120] the header has 300,001 columns (at most 1,000)",
    ),
    "a cell of 10 MB": (lambda: f"id,seats\n{'a' * 10_000_000},1\n", ENDLESS),
    "a quote that never closes": (lambda: 'id,seats\n"a' + "\n" * 900_000, ENDLESS),
    "a number of 100,000 digits": (
        lambda: f"id,seats\na,{'9' * 100_000}\n",
        f"s.csv:2:3: error[NED103] expected a whole number, got {LONG} (at most 15 digits)",
    ),
    "a number with an exponent": (
        lambda: "id,seats\na,1e999999999\n",
        "s.csv:2:3: error[NED103] expected a whole number, got `1e999999999` (expected a number such as `10`)",
    ),
    "a zero byte": (
        lambda: "id,seats\na\0b,1\n",
        "s.csv:2:1: error[NED105] `a\N{REPLACEMENT CHARACTER}b` cannot be a site's id (letters, digits, `-` and `_`, at most 64 of them)",
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_beyond_measure_is_a_finding(name: str, tmp_path: Path) -> None:
    old, new, expected = ANSWERS[name]
    assert old in NEEDS
    (workspace(tmp_path) / "needs.yaml").write_text(NEEDS.replace(old, new, 1), "utf-8")
    ended = checked(tmp_path, "needs.yaml")
    assert (ended.code, ended.out, ended.err) == (1, f"needs.yaml:{expected}\n", "")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_sites_beyond_measure_is_a_finding(name: str, tmp_path: Path) -> None:
    make, expected = TABLES[name]
    (workspace(tmp_path) / "needs.yaml").write_text("customer: {name: A}\nterm: 36\nsites_from: s.csv\n", "utf-8")
    (tmp_path / "s.csv").write_text(make(), "utf-8")
    ended = checked(tmp_path, "needs.yaml")
    assert (ended.code, ended.out, ended.err) == (1, f"{expected}\n", "")


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
def test_needs_that_are_no_file(make: Callable[[Path], object], tmp_path: Path) -> None:
    needs = workspace(tmp_path) / "needs.yaml"
    needs.unlink()
    make(needs)
    ended = checked(tmp_path, "needs.yaml")
    assert (ended.code, ended.out, ended.err) == (1, f"needs.yaml: {NO_FILE.format('needs.yaml')}\n", "")
    assert quoted(tmp_path).err.startswith(
        "error[YML102]: `needs.yaml` is a pipe or a device, and a file was expected\n --> needs.yaml\n"
    )


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
def test_sites_that_are_no_file(make: Callable[[Path], object], tmp_path: Path) -> None:
    (workspace(tmp_path) / "needs.yaml").write_text("customer: {name: A}\nterm: 36\nsites_from: s.csv\n", "utf-8")
    make(tmp_path / "s.csv")
    ended = checked(tmp_path, "needs.yaml")
    assert (ended.code, ended.out, ended.err) == (1, f"needs.yaml:3:13: {NO_FILE.format('s.csv')}\n", "")


def test_a_hundred_thousand_sites_are_no_fault(tmp_path: Path) -> None:
    sites = "".join(f"  - id: s{n}\n" for n in range(100_000))
    (workspace(tmp_path) / "needs.yaml").write_text(NEEDS.replace("sites:\n", f"sites:\n{sites}"), "utf-8")
    ended = checked(tmp_path, "needs.yaml")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
