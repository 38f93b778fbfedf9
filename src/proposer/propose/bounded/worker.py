"""Work in processes of their own, within limits: what breaks or never ends there is a diagnostic here.

A task is a function of one argument, by which it tells how far it has come; it returns an outcome. On Linux a worker is
a copy of this process, so that a task may hold anything; elsewhere, and where other threads run, it starts afresh, and
task and value must be such that pickle takes them. Nothing here knows what a task does.

Why processes: a library that hangs, aborts or eats all memory cannot be stopped in any other way.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import tempfile
import threading
import time
import traceback
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from proposer.diagnostics import Outcome
from proposer.propose.bounded.breaches import died, failed, not_started, out_of_memory, out_of_time
from proposer.propose.bounded.limits import Limits, confine, relieve

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

T = TypeVar("T")
Said: TypeAlias = "Connection[object, object]"
Tell: TypeAlias = Callable[[str], None]
Task: TypeAlias = Callable[[Tell], Outcome[T]]
INTERRUPTS = (signal.SIGINT, signal.SIGTERM)
RARELY = (1_000_000, 50, 100)  # collections of memory, in a process that ends with its task
LAST_WORDS = 4_000  # bytes that are read of what a worker wrote before it died


class WorkerError(Exception):
    """A fault of the program that came up in a worker."""


@dataclass(frozen=True, slots=True)
class _Stage:
    """How far a task has come."""

    name: str


@dataclass(frozen=True, slots=True)
class _Done(Generic[T]):
    """What came of a task: its outcome, or the bug that it met and where, or neither when memory ran out."""

    outcome: Outcome[T] | None = None
    bug: tuple[str, str] | None = None


def run_bounded(task: Task[T], limits: Limits, progress: Tell) -> Outcome[T]:
    """The outcome of one task."""
    return run_all((task,), limits, 1, lambda _number, stage: progress(stage))[0]


def run_all(
    tasks: Sequence[Task[T]],
    limits: Limits,
    workers: int,
    progress: Callable[[int, str], None],
    *,
    whole: bool = False,
) -> tuple[Outcome[T], ...]:
    """The outcomes in the order of the tasks, so many at a time, the limits for each; `progress` is told its number.

    With `whole`, nothing is worth having without all of it: the first task that fails ends the others, and is all that comes.
    """
    waiting, running = deque(enumerate(tasks)), dict[int, _Worker[T]]()
    outcomes: dict[int, Outcome[T]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < max(1, workers):
                number, task = waiting.popleft()
                try:
                    with _uninterrupted():
                        running[number] = _Worker(task, limits)
                except OSError as error:
                    outcomes[number] = Outcome(None, (not_started(error),))
            for number in _ready(running):
                outcome = running[number].look(partial(progress, number))
                if outcome is not None:
                    outcomes[number] = outcome
                    running.pop(number).end()
                    if whole and outcome.value is None:
                        return (outcome,)
    finally:
        for worker in running.values():
            worker.end()
    return tuple(outcomes[number] for number in range(len(tasks)))


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt waits until this is over: one that came while a process begins would leave it behind."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Worker(Generic[T]):
    """One process, its folder, and the pipe by which it tells."""

    def __init__(self, task: Task[T], limits: Limits) -> None:
        self.limits = limits
        self.folder = tempfile.TemporaryDirectory(prefix="proposer-", ignore_cleanup_errors=True)
        try:
            self.connection, self.process = _start(task, limits, Path(self.folder.name))
        except BaseException:
            self.folder.cleanup()
            raise
        self.deadline = time.monotonic() + limits.wall

    def look(self, progress: Tell) -> Outcome[T] | None:
        """What has come of it by now; None while it works."""
        try:
            while self.connection.poll():
                said = self.connection.recv()
                if isinstance(said, _Stage):
                    progress(said.name)
                if isinstance(said, _Done):
                    return self._judged(said)
        except (EOFError, OSError):
            return self._dead()
        return Outcome(None, (out_of_time(self.limits),)) if time.monotonic() >= self.deadline else None

    def end(self) -> None:
        """Stop it, whatever it does, and take away what it left."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.connection.close()
        self.folder.cleanup()

    def _judged(self, said: _Done[T]) -> Outcome[T]:
        if said.bug:
            error = WorkerError(said.bug[0])
            error.add_note(said.bug[1])
            raise error
        return said.outcome or Outcome(None, (out_of_memory(self.limits),))

    def _dead(self) -> Outcome[T]:
        self.process.join(1)
        return Outcome(None, (died(self.process.exitcode or 0, _last_words(Path(self.folder.name)), self.limits),))


def _start(task: Task[T], limits: Limits, folder: Path) -> tuple[Said, BaseProcess]:
    alone = threading.active_count() == 1  # a copy of a process has none of its other threads, only their locks
    copied = sys.platform == "linux" and alone
    context: ForkContext | SpawnContext = get_context("fork") if copied else get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(task, limits, theirs, folder), daemon=True)
    with theirs, warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the solver's idle threads hold no lock that we need
        try:
            process.start()
        except BaseException:
            ours.close()
            raise
    return ours, process


def _ready(running: dict[int, _Worker[T]]) -> list[int]:
    """Those who have something to say, or whose time is over; waits until there is one."""
    nearest = min((worker.deadline for worker in running.values()), default=0.0)
    said = wait([worker.connection for worker in running.values()], max(0.0, nearest - time.monotonic()))
    now = time.monotonic()
    return [number for number, worker in running.items() if worker.connection in said or now >= worker.deadline]


def _last_words(folder: Path) -> str:
    try:
        return (folder / "said").read_bytes()[-LAST_WORDS:].decode("utf-8", "replace")
    except OSError:
        return ""


def _serve(task: Task[T], limits: Limits, connection: Said, folder: Path) -> None:
    """In the worker: the task within its limits. What it says of itself goes to its folder, as do its temporary files."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's, who ends this process
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, INTERRUPTS)
    gc.freeze()  # what came with the copy is never looked at, and so never copied
    gc.set_threshold(*RARELY)
    tempfile.tempdir = str(folder)
    own = os.open(folder / "said", os.O_WRONLY | os.O_CREAT)
    os.dup2(own, 1)
    os.dup2(own, 2)
    confine(limits)
    done: _Done[T]
    try:
        done = _Done(task(lambda name: connection.send(_Stage(name))))
    except MemoryError:
        done = _Done()
    except RecursionError as error:  # what others wrote stands in itself too deeply
        done = _Done(Outcome(None, (failed(error),)))
    except Exception as error:  # noqa: BLE001  # it is raised again by the parent
        done = _Done(bug=(f"{type(error).__name__}: {error}", traceback.format_exc()))
    relieve()
    connection.send(done)
