"""The wheel is whole: built from the sdist, it runs with its catalog, templates and examples inside."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from repository import ROOT, files

CONTENT = ("catalog", "templates", "examples")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """From the sdist and not from the checkout: what the sdist lacks would be missing for those who build from it."""
    folder = tmp_path_factory.mktemp("built")
    build("sdist", ROOT, folder)
    unpack("tarfile", next(folder.glob("*.tar.gz")), folder)
    build("wheel", next(path for path in folder.glob("proposer-*") if path.is_dir()), folder)
    return next(folder.glob("*.whl"))


def build(target: str, source: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)


def unpack(module: str, archive: Path, folder: Path) -> None:
    """By the module's own command: its defaults are right on each Python, where the function's differ."""
    command = [sys.executable, "-m", module, "--extract", str(archive), str(folder)]
    subprocess.run(command, check=True, capture_output=True)


def test_the_wheel_holds_all_content(wheel: Path) -> None:
    inside = {name.removeprefix("proposer/content/") for name in zipfile.ZipFile(wheel).namelist()}
    content = [path.relative_to(ROOT) for path in files() if path.relative_to(ROOT).parts[0] in CONTENT]
    assert [path.as_posix() for path in content if path.as_posix() not in inside] == []
    assert {path.parts[0] for path in content} == set(CONTENT)


def test_the_wheel_runs_by_itself(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    unpack("zipfile", wheel, installed)
    where = "import proposer, proposer.content as c; print(proposer.__file__); print(c.default_catalog())"
    assert run(installed, tmp_path, "-c", where).splitlines() == [
        str(installed / "proposer/__init__.py"),
        str(installed / "proposer/content/catalog"),
    ]
    assert run(installed, tmp_path, "-m", "proposer", "--help").startswith("Usage: proposer")


def run(installed: Path, folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, check=True, capture_output=True, encoding="utf-8"
    ).stdout
