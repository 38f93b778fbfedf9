"""The hooks, run by pre-commit itself in a repository of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from ci_world import ROOT, commit, project_repository, run, team_repository

from proposer.load.files import read_yaml

HOOKS = ("proposer-fmt", "proposer-check", "proposer-test")


def packages_can_be_had(folder: Path) -> bool:
    """Whether pip reaches an index: a hook that is installed needs one."""
    command = ["-m", "pip", "download", "--retries", "0", "--timeout", "10", "--no-deps", "hatchling"]
    return subprocess.run([sys.executable, *command], cwd=folder, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project_repository(tmp_path_factory.mktemp("project"))


def configured(folder: Path, project: Path, *, language: str) -> Path:
    """A team's repository whose hooks come from the project."""
    team_repository(folder)
    head = run(["git", "rev-parse", "HEAD"], project).stdout.strip()
    hooks = "".join(f"      - {{id: {name}{language}}}\n" for name in HOOKS)
    text = f"repos:\n  - repo: {project}\n    rev: {head}\n    hooks:\n{hooks}"
    (folder / ".pre-commit-config.yaml").write_text(text, "utf-8")
    commit(folder)
    return folder


def hooks_run(folder: Path, home: Path) -> subprocess.CompletedProcess[str]:
    return run(["pre-commit", "run", "--all-files", "--color", "never"], folder, PRE_COMMIT_HOME=str(home))


def results(output: str) -> list[str]:
    return [line.rsplit(".", 1)[-1] for line in output.splitlines() if line.endswith(("Passed", "Failed"))]


def test_the_hooks_are_those_that_are_promised() -> None:
    document = read_yaml(ROOT / ".pre-commit-hooks.yaml", "hooks").value
    assert document is not None
    assert isinstance(document.data, list)
    assert sorted(str(hook["id"]) for hook in document.data if isinstance(hook, dict)) == sorted(HOOKS)


def test_a_clean_catalog_passes_and_a_faulty_one_does_not(project: Path, tmp_path: Path) -> None:
    folder = configured(tmp_path / "team", project, language=", language: system")
    clean = hooks_run(folder, tmp_path / "home")
    assert results(clean.stdout) == ["Passed"] * 3, clean.stdout + clean.stderr
    bundle = folder / "catalog" / "bundles" / "office.yaml"
    bundle.write_text(bundle.read_text("utf-8").replace("seat:", "seet:"), "utf-8")
    faulty = hooks_run(folder, tmp_path / "home")
    assert faulty.returncode == 1
    assert results(faulty.stdout)[:2] == ["Passed", "Failed"]
    assert "error[CAT104]: unknown offering `seet`" in faulty.stdout
    assert "catalog/bundles/office.yaml:" in faulty.stdout


def test_a_file_that_is_not_laid_out_is_laid_out_and_noticed(project: Path, tmp_path: Path) -> None:
    folder = configured(tmp_path / "team", project, language=", language: system")
    bundle = folder / "catalog" / "bundles" / "office.yaml"
    before = bundle.read_text("utf-8")
    bundle.write_text(before.replace("\n", "   \n"), "utf-8")
    run(["git", "add", "."], folder)
    noticed = hooks_run(folder, tmp_path / "home")
    assert noticed.returncode == 1
    assert results(noticed.stdout)[0] == "Failed"
    assert "catalog/bundles/office.yaml" in noticed.stdout
    assert bundle.read_text("utf-8") == before


def test_the_hooks_install_themselves(project: Path, tmp_path: Path) -> None:
    if not packages_can_be_had(tmp_path):
        pytest.skip("NO PACKAGE INDEX: pip cannot install the hooks here, so their installation is not tested")
    folder = configured(tmp_path / "team", project, language="")
    clean = hooks_run(folder, tmp_path / "home")
    assert results(clean.stdout) == ["Passed"] * 3, clean.stdout + clean.stderr
