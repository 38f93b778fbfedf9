"""What the path of `proposer --help` imports, and what it may not: nothing that costs a rep's patience."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

HEAVY = {"pydantic", "yaml", "jinja2", "weasyprint", "highspy", "numpy", "rich", "babel"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["no-such-command"]], ids=lambda value: value[0])
def test_nothing_heavy_is_imported(arguments: list[str]) -> None:
    assert imported(["-m", "proposer", *arguments]) & HEAVY == set()


def test_click_is_imported() -> None:
    """Why: a guard that reads the report wrongly would find nothing at all."""
    assert "click" in imported(["-m", "proposer", "--help"])


def test_a_heavy_import_is_noticed() -> None:
    assert imported(["-c", "import yaml"]) & HEAVY == {"yaml"}


def test_completion_imports_nothing_heavy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_PROPOSER_COMPLETE", "bash_source")
    assert imported(["-m", "proposer"]) & HEAVY == set()


def imported(arguments: list[str]) -> set[str]:
    """The top-level packages that a run of Python imports."""
    command = [sys.executable, "-X", "importtime", *arguments]
    report = subprocess.run(command, check=False, capture_output=True, encoding="utf-8").stderr
    names = re.findall(r"^import time:.*\|\s+(\S+)$", report, re.MULTILINE)
    return {name.split(".")[0] for name in names}
