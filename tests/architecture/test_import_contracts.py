"""The import contracts hold, and each can fail: a copy of the package is given one violation at a time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from repository import ROOT

LINT = Path(sys.executable).with_name("lint-imports")

ROAD = "Imports run one way, and stages never import each other"

# (contract, file, what is added to it)
VIOLATIONS = [
    (ROAD, "derive/__init__.py", "import proposer.load"),
    (ROAD, "check/__init__.py", "import proposer.load"),
    (ROAD, "quote/__init__.py", "import proposer.configure"),
    (ROAD, "report/__init__.py", "import proposer.quote"),
    (ROAD, "pricing/__init__.py", "import proposer.offer"),
    (ROAD, "model/quantities.py", "import proposer.pricing"),
    (ROAD, "expressions/nodes.py", "import proposer.model.needs"),
    (ROAD, "diagnostics.py", "import proposer.dates"),
    (ROAD, "pipeline.py", "import proposer.cli"),
    (ROAD, "helpers.py", ""),
    ("Only load.yaml reads YAML", "load/decode.py", "import yaml"),
    ("Only configure.linear sees the solver", "configure/master.py", "import highspy"),
    ("Only configure counts in columns", "pricing/charges.py", "import numpy"),
    ("Only propose.template sees the template engine", "propose/content/view.py", "import jinja2"),
    ("Only propose.pdf.engine sees the PDF engine", "cli/doctor.py", "def look():\n    import weasyprint"),
    (
        "Only the merge, and what reads a quote out of a PDF, see a PDF's objects",
        "propose/pdf/finisher.py",
        "import pikepdf",
    ),
    (
        "Only markdown.parsing sees the Markdown parser, and only markdown.printing makes markup",
        "propose/content/markdown.py",
        "import markupsafe",
    ),
    ("Only pictures sees the image library", "load/touches.py", "import PIL.Image"),
    ("Only gallery.pictures draws pages", "propose/pdf/engine.py", "def draw():\n    import pypdfium2"),
    ("Only cli sees click", "report/__init__.py", "import click"),
    ("Only report.terminal draws with rich", "cli/console.py", "import rich.table"),
]


def test_the_contracts_hold(tmp_path: Path) -> None:
    result = lint(copied(tmp_path))
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("contract", "file", "addition"), VIOLATIONS, ids=lambda value: str(value).split("\n")[-1][:40]
)
def test_a_violation_breaks_its_contract(tmp_path: Path, contract: str, file: str, addition: str) -> None:
    root = copied(tmp_path)
    with (root / "src/proposer" / file).open("a", encoding="utf-8") as module:
        module.write(f"\n\n{addition}\n")
    result = lint(root)
    assert result.returncode == 1, result.stdout
    assert f"{contract} BROKEN" in result.stdout


def test_each_contract_is_shown_a_violation() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    assert {contract["name"] for contract in contracts} == {contract for contract, _, _ in VIOLATIONS}


def copied(folder: Path) -> Path:
    """The package and its settings alone, in a folder where they may be broken."""
    skipped = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src", folder / "src", ignore=skipped)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "PYTHONUTF8": "1", "COLUMNS": "200"}
    command = [str(LINT), "--no-cache"]
    return subprocess.run(command, cwd=root, env=environment, check=False, capture_output=True, encoding="utf-8")
