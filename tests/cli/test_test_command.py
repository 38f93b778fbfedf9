"""`proposer test` as it is typed: what it prints, writes and ends with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from proposer.cli.group import proposer

ROOT = Path(__file__).parents[2]
SCENARIO = "scenarios/one-office.yaml"
TWO_ROWS = """\
each: {term: [12, 36], monthly: [400.00, 350.00]}
as_of: 2026-05-01
needs: {customer: {name: Test}, term: $term, sites: [{id: a, access: {fibre: on-net}, internet: {down: 80 Mbps}}]}
expect: {totals: {monthly: $monthly}, causes: {a: {internet: internet-as-asked}}}
"""


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(ROOT / "tests" / "fixtures" / "tiny", tmp_path / "catalog")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return tmp_path / "catalog"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(proposer, ["test", "--catalog", "catalog", *arguments])


def wrong_total(folder: Path) -> None:
    file = folder / SCENARIO
    file.write_text(file.read_text("utf-8").replace("400.00", "401.00"), "utf-8")


def test_all_hold(tiny: Path) -> None:
    result = run()
    assert (result.exit_code, result.stdout) == (0, "1 scenario: 1 holds\n")


def test_a_failure_stands_side_by_side_with_its_reason(tiny: Path) -> None:
    wrong_total(tiny)
    result = run()
    assert result.exit_code == 1
    assert result.stdout == (
        "fails: one-office\n"
        "-----------------\n"
        "at   catalog/scenarios/one-office.yaml:5\n"
        "why  internet 400.00\n"
        "\n"
        "Expected        Found\n"
        "--------------  ------\n"
        "monthly 401.00  400.00\n"
        "\n"
        "1 scenario: 0 hold, 1 fails\n"
    )


def test_an_update_changes_the_total_and_nothing_else(tiny: Path) -> None:
    before = (tiny / SCENARIO).read_bytes()
    wrong_total(tiny)
    result = run("--update")
    assert result.exit_code == 0, result.output
    assert "updated scenarios/one-office.yaml:5: monthly 401.00 → 400.00" in result.stderr
    assert (tiny / SCENARIO).read_bytes() == before


def test_an_update_reaches_into_a_table(tiny: Path) -> None:
    (tiny / "scenarios/rows.yaml").write_text(TWO_ROWS.replace("350.00", "355.00"), "utf-8")
    assert run("--update").exit_code == 0
    assert (tiny / "scenarios/rows.yaml").read_text("utf-8") == TWO_ROWS


def test_what_an_update_cannot_put_right_still_fails(tiny: Path) -> None:
    file = tiny / SCENARIO
    file.write_text(file.read_text("utf-8").replace("fibre-entrance: {}", "seat: {}"), "utf-8")
    before = file.read_bytes()
    assert run("--update").exit_code == 1
    assert file.read_bytes() == before


def test_another_cause_is_noticed(tiny: Path) -> None:
    (tiny / "scenarios/rows.yaml").write_text(TWO_ROWS.replace("internet-as-asked", "seats-as-asked"), "utf-8")
    result = run("-k", "rows")
    assert result.exit_code == 1
    assert "internet at a because of seats-as-asked  because of internet-as-asked" in result.stdout


def test_an_unknown_cause_is_a_finding(tiny: Path) -> None:
    (tiny / "scenarios/rows.yaml").write_text(TWO_ROWS.replace("internet-as-asked", "internet-as-askd"), "utf-8")
    result = run()
    assert result.exit_code == 1
    assert "error[CAT104]: unknown rule `internet-as-askd`" in result.stderr
    assert "did you mean `internet-as-asked`?" in result.stderr


def test_paths_and_words_choose(tiny: Path) -> None:
    (tiny / "scenarios/rows.yaml").write_text(TWO_ROWS, "utf-8")
    assert run().stdout == "3 scenarios: 3 hold\n"
    assert run("catalog/scenarios/rows.yaml").stdout == "2 scenarios: 2 hold\n"
    assert run("catalog/scenarios").stdout == "3 scenarios: 3 hold\n"
    assert run("-k", "not rows").stdout == "1 scenario: 1 holds\n"
    assert run("-k", "rows and 36 or office").stdout == "2 scenarios: 2 hold\n"
    assert run("-k", "nothing").exit_code == 2


def test_a_needs_file_is_no_scenario(tiny: Path) -> None:
    (tiny.parent / "needs.yaml").write_text("term: 12\n", "utf-8")
    result = run("needs.yaml")
    assert result.exit_code == 2
    assert (
        "`needs.yaml` is no scenario of `catalog`; needs are quoted with `proposer quote needs.yaml`" in result.output
    )


def test_as_json_and_as_junit(tiny: Path) -> None:
    wrong_total(tiny)
    record = json.loads(run("--format", "json", "--coverage").stdout)
    assert record["scenarios"][0]["differences"] == [
        {
            "expected": "monthly 401.00",
            "found": "400.00",
            "place": "catalog/scenarios/one-office.yaml:5",
            "reason": "internet 400.00",
        }
    ]
    assert {one["kind"]: one["used"] for one in record["coverage"]}["offerings"] == 2
    assert run("--format", "junit", "-o", "report.xml").stdout == ""
    suites = ElementTree.parse("report.xml").getroot()  # noqa: S314  # our own file
    assert suites.attrib == {"tests": "1", "failures": "1", "errors": "0"}
    assert [case.get("name") for case in suites.iter("testcase")] == ["one-office"]


def test_too_little_coverage_fails_and_says_where(tiny: Path) -> None:
    assert run("--coverage").exit_code == 0
    result = run("--coverage", "--fail-under", "90")
    assert result.exit_code == 1
    assert "offerings: 66 % is below 90 %" in result.stderr
    unused = [line.split() for line in result.stdout.splitlines() if line.startswith("seat")]
    assert ["seat", "catalog/offerings/access/seat.yaml:1"] in unused


def test_several_processes_say_the_same(tiny: Path) -> None:
    terms, prices = ", ".join(["12", "36"] * 20), ", ".join(["400.00", "350.00"] * 20)
    text = TWO_ROWS.replace("[12, 36]", f"[{terms}]").replace("[400.00, 350.00]", f"[{prices}]")
    (tiny / "scenarios/rows.yaml").write_text(text, "utf-8")
    assert run("-j", "2").stdout == run("-j", "1").stdout == "41 scenarios: 41 hold\n"
