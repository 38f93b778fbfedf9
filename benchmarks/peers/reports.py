"""What a peer says of itself, as one line of JSON; and how it is asked, in a process of its own."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.documents import ROOT

PEERS = {"CP-SAT": "benchmarks.peers.cpsat", "HiGHS": "benchmarks.peers.highs"}
SOLVING = 30.0  # seconds
BUILDING = 120  # seconds
ENDING = 120.0  # seconds more for making the question, and for a solver to notice that its time is over


@dataclass(frozen=True, slots=True)
class Report:
    """`status`: optimal, feasible, nothing found, infeasible, not built in 120 s, out of memory, or how the process ended.

    Objective and bound are cents; build and solve are seconds of the wall's clock, building from the question on.
    """

    solver: str
    status: str
    objective: int | None = None
    bound: int | None = None
    build: float = 0.0
    solve: float = 0.0
    variables: int = 0
    rows: int = 0

    @property
    def seconds(self) -> float:
        """Of building and solving."""
        return self.build + self.solve


def reported(peer: str, arguments: Sequence[str], seconds: float = SOLVING) -> Report:
    """What a peer reaches; a process that dies, or does not end, is told as such."""
    command = [sys.executable, "-m", PEERS[peer], *arguments, str(seconds)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=BUILDING + seconds + ENDING
        )
    except subprocess.TimeoutExpired:
        return Report(peer, "did not end")
    if done.returncode == 0:
        return Report(**json.loads(done.stdout))
    if done.returncode > 0:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    full = "bad_alloc" in done.stderr
    return Report(peer, "out of memory" if full else f"ended by {signal.Signals(-done.returncode).name}")
