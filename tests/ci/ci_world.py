"""A team's repository with a catalog of its own, and the shell in which its CI runs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
GIT = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false")
SHARED = ("src", "catalog", "templates", "examples")
FILES = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")


def team_repository(folder: Path) -> Path:
    """A git repository that holds a small catalog, its templates and a scenario that holds."""
    shutil.copytree(ROOT / "tests" / "fixtures" / "tiny", folder / "catalog")
    shutil.copytree(ROOT / "templates", folder / "templates")
    commit(folder)
    return folder


def project_repository(folder: Path) -> Path:
    """This project as a repository that hooks are installed from."""
    for name in SHARED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    if not (folder / ".git").exists():
        subprocess.run([*GIT, "init", "--quiet"], cwd=folder, check=True)
    subprocess.run([*GIT, "add", "--all"], cwd=folder, check=True)
    subprocess.run([*GIT, "commit", "--quiet", "--message", "Work"], cwd=folder, check=True)


def run(command: list[str] | str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command, or a line of a shell, with this environment's `proposer` on the path."""
    line = ["bash", "-e", "-c", command] if isinstance(command, str) else command
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GIT_", "CI"))}
    return subprocess.run(
        line, cwd=folder, env={**kept, "PATH": path, **environment}, capture_output=True, encoding="utf-8", check=False
    )
