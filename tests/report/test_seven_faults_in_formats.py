"""Seven faults at once, for machines: SARIF and annotations name the same places as the text does."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1] / "load"))
from load_fixtures import changed, tiny_catalog
from test_seven_faults import FAULTS

from proposer.cli.group import proposer

PLACES = [
    ("CAT104", "bundles/office.yaml", 3), ("CAT107", "offerings/access/internet.yaml", 5), ("YML106", "options.yaml", 4),
    ("PRC204", "price-books/2026.yaml", 5), ("PRC206", "price-books/2026.yaml", 18), ("CAT103", "promotions/launch.yaml", 3),
    ("YML105", "rules/demands.yaml", 6),
]  # fmt: skip


def checked(folder: Path, style: str) -> str:
    catalog = tiny_catalog(folder)
    for fault in FAULTS:
        changed(catalog, *FAULTS[fault])
    result = CliRunner().invoke(proposer, ["check", str(catalog), "--format", style])
    assert result.exit_code == 1
    return result.stdout


def test_sarif_names_each_fault_at_its_place(tmp_path: Path) -> None:
    (run,) = json.loads(checked(tmp_path, "sarif"))["runs"]
    found = [
        (
            result["ruleId"],
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].partition("catalog/")[2],
            result["locations"][0]["physicalLocation"]["region"]["startLine"],
        )
        for result in run["results"]
    ]
    assert sorted(found) == sorted(PLACES)
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} >= {code for code, _, _ in PLACES}


def test_annotations_name_each_fault_at_its_place(tmp_path: Path) -> None:
    lines = checked(tmp_path, "github").splitlines()
    for code, file, line in PLACES:
        (annotation,) = [each for each in lines if code in each and f"{file},line={line}," in each]
        assert annotation.startswith(("::error ", "::warning "))
    assert len(lines) == len(PLACES)
