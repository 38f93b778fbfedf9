"""The same needs give the same bytes, wherever their files lie and however they are named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from samples import ROOT

NEEDS = """\
customer: {name: Test}
term: 36
discounts: {business-internet: 5 %}
icb: [{site: main, offering: diverse-entrance, monthly: 450.00, once: 9000.00, until: 2027-03-01, by: J. Ortiz}]
sites_from: sites.csv
sites:
  - {id: main, access: {fibre: on-net}, internet: {down: 500 Mbps, diverse: true}}
  - {id: mill, access: {fibre: near-net}, construction: {fibre: 7350.00}, internet: {down: 100 Mbps}}
"""
SITES = "id,access.coax,users,internet.down\nstore,on-net,6,100 Mbps\n"
RECORDED = {"needs.yaml:3", "needs.yaml:4", "needs.yaml:7", "needs.yaml:8", "sites.csv:2"}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """The same files in two folders."""
    made = tmp_path / "one", tmp_path / "two" / "deeper"
    for folder in made:
        folder.mkdir(parents=True)
        (folder / "needs.yaml").write_text(NEEDS, "utf-8")
        (folder / "sites.csv").write_text(SITES, "utf-8")
    return made


def proposer(folder: Path, *words: str) -> str:
    """What a command prints that is run in a folder."""
    command = [sys.executable, "-m", "proposer", *words, "--catalog", str(ROOT / "catalog"), "--as-of", "2026-11-23"]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_proposal(folders: tuple[Path, Path]) -> None:
    one, two = folders
    proposer(one, "propose", "needs.yaml", "-o", "made.pdf")
    proposer(one, "propose", str(two / "needs.yaml"), "-o", "from-far.pdf")
    proposer(two, "propose", "../deeper/needs.yaml", "-o", "made.pdf")
    made = {
        (folder / name).read_bytes() for folder, name in ((one, "made.pdf"), (one, "from-far.pdf"), (two, "made.pdf"))
    }
    assert len(made) == 1


def test_the_quote_names_files_without_folders(folders: tuple[Path, Path]) -> None:
    one, two = folders
    text = proposer(one, "quote", str(two / "needs.yaml"), "--json")
    assert text == proposer(two, "quote", "needs.yaml", "--json")
    assert set(_places(json.loads(text))) == RECORDED


def _places(data: object) -> list[str]:
    """Every text that ends as a place in the needs does."""
    if isinstance(data, dict):
        return [place for value in data.values() for place in _places(value)]
    if isinstance(data, list):
        return [place for value in data for place in _places(value)]
    return [data] if isinstance(data, str) and ("needs.yaml:" in data or "sites.csv:" in data) else []
