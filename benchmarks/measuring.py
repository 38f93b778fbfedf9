"""Runs commands in processes of their own, and tells what they cost."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one process with its children: seconds of the wall's clock, seconds of the processor, most megabytes at once."""

    wall: float
    cpu: float
    memory: float


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Cost:
    """One run; a command that fails is an error of the benchmark."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env={**os.environ, **(environment or {})}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{said.decode(errors='replace')}")
    unit = 1 if sys.platform == "darwin" else 1024  # what the systems count `ru_maxrss` in
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / MEGABYTE)


def median(costs: Sequence[Cost]) -> Cost:
    """Each figure's own median."""
    return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "memory")))


def side_by_side(
    one: Sequence[str], other: Sequence[str], runs: int, environment: Mapping[str, str] | None = None
) -> tuple[Cost, Cost]:
    """The medians of two commands, run in turns so that a busy moment of the machine meets both; the first is discarded."""
    pairs = [(run(one, environment), run(other, environment)) for _ in range(runs + 1)][1:]
    return median([first for first, _ in pairs]), median([second for _, second in pairs])
