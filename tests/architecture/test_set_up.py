"""The set-up's scripts: the Python they choose, and what they say when there is none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from repository import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand in for programs here")


def test_an_old_python3_is_passed_over_for_a_newer_one(tmp_path: Path) -> None:
    program(tmp_path / "python3", "exit 1")
    program(tmp_path / "python3.12", "exit 0")
    assert choose(tmp_path).stdout == "python3.12\n"


def test_without_a_fitting_python_it_says_what_to_do(tmp_path: Path) -> None:
    program(tmp_path / "python3", 'if [ "$1" = --version ]; then echo Python 3.9.2; else exit 1; fi')
    result = choose(tmp_path)
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == (
        "proposer needs Python 3.11 or newer; found: Python 3.9.2.\n"
        "Install one (Debian 12: apt-get install python3 python3-venv; macOS: brew install python), "
        "or name it: make PYTHON=/path/to/python3.11\n"
    )


def test_a_named_python_is_the_only_one_asked(tmp_path: Path) -> None:
    program(tmp_path / "python3", "exit 0")
    program(tmp_path / "other", "exit 0")
    assert choose(tmp_path, PYTHON=str(tmp_path / "other")).stdout == f"{tmp_path}/other\n"


def test_where_nothing_can_be_installed_the_one_command_is_printed(tmp_path: Path) -> None:
    program(tmp_path / "python", "exit 1")
    program(tmp_path / "apt-get", "exit 1")
    program(tmp_path / "id", "echo 1000")
    program(tmp_path / "sudo", "exit 1")
    result = shell("pango.sh", tmp_path, str(tmp_path / "python"))
    assert result.returncode == 1
    assert result.stderr == (
        "The PDF engine needs Pango and HarfBuzz, which could not be installed from here. Type:\n"
        "    sudo apt-get install --yes libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n"
    )


def test_nothing_is_installed_where_the_libraries_are_found(tmp_path: Path) -> None:
    program(tmp_path / "python", "exit 0")
    result = shell("pango.sh", tmp_path, str(tmp_path / "python"))
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def program(path: Path, body: str) -> None:
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def choose(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return shell("python.sh", folder, **environment)


def shell(script: str, folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A script of the set-up that sees no programs but those of `folder`."""
    command = ["/bin/sh", str(ROOT / "scripts" / script), *arguments]
    seen = {"PATH": str(folder), "LANG": os.environ.get("LANG", "C"), **environment}
    return subprocess.run(command, env=seen, check=False, capture_output=True, encoding="utf-8")
