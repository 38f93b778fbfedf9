"""What both peers are: a program with limits on time and memory that prints its report as one line of JSON.

{"solver": …, "status": …, "objective": …, "bound": …, "build": …, "solve": …, "variables": …, "rows": …}
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from types import FrameType

from benchmarks.peers.program import Program
from benchmarks.peers.reports import BUILDING, SOLVING, Report
from benchmarks.peers.whole import whole
from benchmarks.questions import question_of
from proposer.cli.run import prepare_process
from proposer.configure import Question

MEMORY = 8 * 10**9  # bytes of address space


class NotBuiltError(Exception):
    """Building has taken too long."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a solver says of a program."""

    status: str
    objective: int | None = None
    bound: int | None = None


Solver = Callable[[float], Outcome]  # solves within so many seconds


def main(name: str, load: Callable[[Program], Solver]) -> None:
    """Write the question as a program, load that into the solver, both of which is building, and solve it."""
    parser = argparse.ArgumentParser()
    for argument in ("offerings", "sites", "profiles"):
        parser.add_argument(argument, type=int)
    parser.add_argument("seconds", type=float, nargs="?", default=SOLVING)
    given = parser.parse_args()
    prepare_process()
    gc.disable()  # a program is millions of small things, none of which goes
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        question = question_of(given.offerings, given.sites, given.profiles)
        report = _report(name, question, load, given.seconds)
    except MemoryError:
        report = Report(name, "out of memory")
    print(json.dumps(asdict(report)))


def _report(name: str, question: Question, load: Callable[[Program], Solver], seconds: float) -> Report:
    started = time.monotonic()
    try:
        with _within(BUILDING):
            program = whole(question)
            solver = load(program)
    except NotBuiltError:
        return Report(name, f"not built in {BUILDING} s", build=time.monotonic() - started)
    built = time.monotonic()
    outcome = solver(seconds)
    return Report(
        name, outcome.status, outcome.objective, outcome.bound, built - started, time.monotonic() - built,
        len(program.most), len(program.lowest),
    )  # fmt: skip


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Ends what takes longer, between two steps of Python."""

    def end(_signal: int, _frame: FrameType | None) -> None:
        raise NotBuiltError

    signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
