"""Runs the program as a user would, in a process of its own that may not take more than so much memory and time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

TINY = Path(__file__).parents[1] / "fixtures" / "tiny"
MEMORY = 1_250_000_000  # bytes of addresses
CPU = 20  # seconds
WALL = 90
NO_LIMITS = "this system cannot limit what a process takes"
NEEDS = """customer: {name: A}
term: 36
sites:
  - id: main
    access: {fibre: on-net}
    internet: {down: 10}
"""


@dataclass(frozen=True)
class Ended:
    """How a run ended, and what it said."""

    code: int
    out: str
    err: str


def run_limited(folder: Path, *words: str) -> Ended:
    """`proposer WORDS` in a folder; a run that takes too much dies, one that waits is ended."""
    done = subprocess.run(
        [sys.executable, "-m", "proposer", *words],
        cwd=folder, env={**os.environ, "PYTHONIOENCODING": "utf-8"}, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, encoding="utf-8", timeout=WALL, check=False, preexec_fn=_limit,
    )  # fmt: skip
    return Ended(done.returncode, done.stdout, done.stderr)


def checked(folder: Path, *needs: str) -> Ended:
    """`proposer check` of the catalog in a folder, a line for each finding."""
    return run_limited(folder, "check", "catalog", *needs, "--format", "concise", "--quiet")


def quoted(folder: Path) -> Ended:
    """`proposer quote` of the needs in a folder."""
    return run_limited(folder, "quote", "needs.yaml", "--catalog", "catalog", "--as-of", "2026-11-23", "--no-color")


def workspace(folder: Path) -> Path:
    """A small good catalog with good needs beside it."""
    shutil.copytree(TINY, folder / "catalog")
    (folder / "needs.yaml").write_text(NEEDS, "utf-8")
    return folder


def _limit() -> None:
    import resource

    if sys.platform != "darwin":  # where no process can be started below a limit of addresses
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU, CPU))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
