"""A scenario with a table is one scenario for each row, and failures stand at the table's cells."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from proposer.load.catalog import load_catalog
from proposer.load.scenarios import load_scenarios
from proposer.scenarios import run_scenarios
from proposer.scenarios.coverage import coverage

TINY = Path(__file__).parents[1] / "fixtures" / "tiny"
SWEEP = """\
as_of: 2026-05-01
each: {rate: [50 Mbps, 100 Mbps], monthly: [1.00, 400.00]}
needs: {customer: {name: Test}, term: 12, sites: [{id: a, access: {fibre: on-net}, internet: {down: $rate}}]}
expect: {items: {a: {internet: {rate: $rate}}}, totals: {monthly: $monthly}}
"""


def written(folder: Path, text: str) -> Path:
    shutil.copytree(TINY, folder / "cat")
    (folder / "cat" / "scenarios" / "sweep.yaml").write_text(text, "utf-8")
    return folder / "cat"


def found(folder: Path, text: str) -> list[tuple[int, str]]:
    catalog = load_catalog(TINY).value
    assert catalog is not None
    return [(one.span.line, one.message) for one in load_scenarios(written(folder, text), catalog).diagnostics]


def test_a_row_is_a_scenario_and_fails_at_its_cell(tmp_path: Path) -> None:
    catalog = load_catalog(TINY).value
    assert catalog is not None
    outcome = load_scenarios(written(tmp_path, SWEEP), catalog)
    assert outcome.value is not None, outcome.diagnostics
    rows = [one for one in outcome.value if one.file.endswith("sweep.yaml")]
    assert [row.name for row in rows] == ["sweep[50 Mbps, 1.00]", "sweep[100 Mbps, 400.00]"]
    cheap, dear = run_scenarios(catalog, rows)
    assert dear.holds, dear.mismatches
    (wrong,) = [one for one in cheap.mismatches if one.expected.startswith("monthly")]
    assert (wrong.expected, wrong.span.line) == ("monthly 1.00", 2)
    assert SWEEP.splitlines()[1][wrong.span.column - 1 : wrong.span.end_column - 1] == "1.00"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[50 Mbps, 100 Mbps]", "[50 Mbps]", "`monthly` has 2 values, the first column has 1"),
        ("monthly: $monthly", "monthly: $montly", "there is no column `montly`"),
        ("monthly: $monthly", "monthly: 400.00", "no `$monthly` uses this column"),
        ("[50 Mbps, 100 Mbps]", "50 Mbps", "expected a list of values, got `50 Mbps`"),
    ],
)
def test_a_faulty_table_is_a_finding_with_its_place(tmp_path: Path, old: str, new: str, message: str) -> None:
    messages = found(tmp_path, SWEEP.replace(old, new))
    assert message in [text for _, text in messages]
    assert all(line for line, _ in messages)


def test_needs_of_a_file_beside_it(tmp_path: Path) -> None:
    needs = "customer: {name: Test}\nterm: 12\nsites: [{id: a, access: {fibre: on-net}, internet: {down: 50 Mbps}}]\n"
    (tmp_path / "needs.yaml").write_text(needs, "utf-8")
    text = "as_of: 2026-05-01\nneeds: ../../needs.yaml\nexpect: {items: {a: [internet]}}\n"
    assert found(tmp_path, text) == []


def test_what_is_used_is_counted() -> None:
    catalog = load_catalog(TINY).value
    assert catalog is not None
    scenarios = load_scenarios(TINY, catalog).value
    assert scenarios is not None
    (verdict,) = run_scenarios(catalog, scenarios)
    assert {"internet", "fibre-entrance"} <= verdict.used.offerings
    assert all(row.startswith("price-books/") for row in verdict.used.price_rows)
    covered = {part.kind: part for part in coverage(catalog, [verdict.used])}
    assert covered["offerings"].count == len(verdict.used.offerings)
    assert covered["rules"].percent <= 100
