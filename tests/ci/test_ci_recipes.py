"""The action's and GitLab's steps, run as far as they run without their hosts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest
from ci_world import ROOT, run, team_repository

from proposer.load.document import Data
from proposer.load.files import read_yaml
from proposer.load.yaml import parse_yaml


def mapping(data: Data, *path: str) -> Mapping[str, Data]:
    for step in path:
        assert isinstance(data, dict), path
        data = data[step]
    assert isinstance(data, dict), path
    return data


def texts(data: Data) -> list[str]:
    assert isinstance(data, list)
    return [str(part) for part in data]


def action() -> Mapping[str, Data]:
    document = read_yaml(ROOT / "action.yml", "action.yml").value
    assert document is not None
    return mapping(document.data)


def steps() -> dict[str, Mapping[str, Data]]:
    listed = mapping(action()["runs"])["steps"]
    assert isinstance(listed, list)
    return {str(mapping(step).get("name", "")): mapping(step) for step in listed}


def filled(text: str, inputs: Mapping[str, str]) -> str:
    return re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda found: inputs[found[1]], text)


def in_step(name: str, folder: Path, summary: Path) -> tuple[int, str]:
    """A step of the action with its default inputs: exit code and output."""
    step = steps()[name]
    inputs = {key: str(mapping(part).get("default", "")) for key, part in mapping(action()["inputs"]).items()}
    environment = {key: filled(str(value), inputs) for key, value in mapping(step["env"]).items()}
    done = run(str(step["run"]), folder, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary), **environment)
    return done.returncode, done.stdout


@pytest.fixture
def team(tmp_path: Path) -> Path:
    return team_repository(tmp_path / "team")


def misspelt(team: Path) -> Path:
    bundle = team / "catalog" / "bundles" / "office.yaml"
    bundle.write_text(bundle.read_text("utf-8").replace("seat:", "seet:"), "utf-8")
    return team


def test_the_action_passes_a_clean_catalog(team: Path, tmp_path: Path) -> None:
    assert in_step("Check", team, tmp_path / "summary.md")[0] == 0
    assert in_step("Scenarios", team, tmp_path / "summary.md")[0] == 0


def test_the_action_annotates_a_faulty_one(team: Path, tmp_path: Path) -> None:
    code, output = in_step("Check", misspelt(team), tmp_path / "summary.md")
    assert code == 1
    assert "::error file=catalog/bundles/office.yaml,line=" in output
    assert "error[CAT104]" in output
    assert "CAT104" in (tmp_path / "summary.md").read_text("utf-8")


def test_gitlabs_job_writes_its_reports(team: Path) -> None:
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    (snippet,) = [part for part in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL) if "codequality" in part]
    document = parse_yaml(snippet, "docs/ci.md").value
    assert document is not None
    script = texts(mapping(document.data, "catalog")["script"])
    reports = mapping(document.data, "catalog", "artifacts", "reports")
    assert [run(line, team).returncode for line in script] == [0, 0]
    assert json.loads((team / str(reports["codequality"])).read_text("utf-8")) == []
    assert ElementTree.parse(team / str(reports["junit"])).getroot().tag == "testsuites"  # noqa: S314  # our own file
    assert run(script[0], misspelt(team)).returncode == 1
    (finding,) = json.loads((team / str(reports["codequality"])).read_text("utf-8"))
    assert finding["location"]["path"] == "catalog/bundles/office.yaml"
