"""Work in other processes: what comes back, what is told when it breaks its limits, and what is left behind."""

from __future__ import annotations

import ctypes
import faulthandler
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from proposer.diagnostics import Diagnostic, Outcome
from proposer.propose.bounded.limits import Limits, limits_for
from proposer.propose.bounded.worker import Tell, WorkerError, run_all, run_bounded

pytest.importorskip("resource", reason="this system cannot limit what a process takes")

WIDE = Limits(memory=300_000_000, cpu=20, wall=20)
TIGHT = Limits(memory=300_000_000, cpu=1, wall=1)


@pytest.fixture(autouse=True)
def nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    yield
    assert list(aside.iterdir()) == []
    assert multiprocessing.active_children() == []


def doubled(number: int, tell: Tell) -> Outcome[int]:
    tell(f"doubling {number}")
    return Outcome(2 * number, (Diagnostic("TPL304", "said"),))


def of_another_process(_tell: Tell) -> Outcome[int]:
    return Outcome(os.getpid())


def hanging(_tell: Tell) -> Outcome[int]:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        time.sleep(1)


def busy(_tell: Tell) -> Outcome[int]:
    while True:
        pass


def hungry(_tell: Tell) -> Outcome[int]:
    return Outcome(len(bytearray(400_000_000)))


def hungry_in_c(_tell: Tell) -> Outcome[int]:
    faulthandler.disable()
    os.write(2, b"GLib-ERROR: failed to allocate 400000000 bytes\n")
    os.abort()


def crashing(_tell: Tell) -> Outcome[int]:
    faulthandler.disable()
    return Outcome(ctypes.string_at(0)[0])


def leaving(_tell: Tell) -> Outcome[int]:
    os._exit(3)


def deep(_tell: Tell) -> Outcome[int]:
    return deep(_tell)


def wrong(_tell: Tell) -> Outcome[int]:
    raise KeyError("a bug")


def littering(_tell: Tell) -> Outcome[int]:
    Path(tempfile.mkdtemp(), "left").write_text("behind")
    os.write(1, b"said aloud")
    return Outcome(1)


def large(_tell: Tell) -> Outcome[bytes]:
    return Outcome(b"x" * 20_000_000)


def told(outcome: Outcome[int]) -> str:
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert found.help
    return f"{found.code} {found.message}"


def quietly(_stage: str) -> None:
    pass


def test_value_findings_and_progress_come_back() -> None:
    heard: list[str] = []
    outcome = run_bounded(partial(doubled, 21), WIDE, heard.append)
    assert outcome == Outcome(42, (Diagnostic("TPL304", "said"),))
    assert heard == ["doubling 21"]
    assert run_bounded(of_another_process, WIDE, quietly).value != os.getpid()
    assert len(run_bounded(large, WIDE, quietly).value or b"") == 20_000_000


@pytest.mark.parametrize(
    ("task", "limits", "words"),
    [
        (hanging, TIGHT, "TPL503 the proposal was given up: it was not ready within 1 second"),
        (
            busy,
            Limits(memory=300_000_000, cpu=1, wall=20),
            "TPL502 the proposal was given up: it took more than 1 second of the processor",
        ),
        (hungry, WIDE, "TPL501 the proposal was given up: it took more than 300 MB of memory"),
        (hungry_in_c, WIDE, "TPL501 the proposal was given up: it took more than 300 MB of memory"),
        (crashing, WIDE, "TPL504 the PDF engine died: SIGSEGV"),
        (leaving, WIDE, "TPL504 the PDF engine died: it left with 3"),
        (deep, WIDE, "TPL505 the proposal was given up: its parts stand in each other too deeply"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_breaks_is_told(task: partial[Outcome[int]], limits: Limits, words: str) -> None:
    started = time.monotonic()
    assert told(run_bounded(task, limits, quietly)) == words
    assert time.monotonic() - started < limits.wall + 1


def test_a_bug_is_raised_with_its_place() -> None:
    with pytest.raises(WorkerError, match="KeyError: 'a bug'") as raised:
        run_bounded(wrong, WIDE, quietly)
    assert "in wrong" in "".join(raised.value.__notes__)


def test_files_aside_go_with_the_worker(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_bounded(littering, WIDE, quietly) == Outcome(1)
    assert capfd.readouterr() == ("", "")


def test_several_at_once_keep_their_order_and_their_limits() -> None:
    heard: list[tuple[int, str]] = []
    tasks = (partial(doubled, 1), hanging, partial(doubled, 3), hungry, partial(doubled, 5))
    limits = Limits(memory=300_000_000, cpu=20, wall=2)
    outcomes = run_all(tasks, limits, 3, lambda number, stage: heard.append((number, stage)))
    assert [outcome.value for outcome in outcomes] == [2, None, 6, None, 10]
    assert [told(outcomes[number])[:6] for number in (1, 3)] == ["TPL503", "TPL501"]
    assert sorted(heard) == [(0, "doubling 1"), (2, "doubling 3"), (4, "doubling 5")]
    assert run_all([], WIDE, 2, lambda _number, _stage: None) == ()


def test_beside_other_threads_a_worker_starts_afresh() -> None:
    """Why: a copy of this process would have their locks, and nobody who opens them."""
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert run_bounded(partial(doubled, 21), WIDE, quietly).value == 42
        assert told(run_bounded(hungry, WIDE, quietly))[:6] == "TPL501"
    finally:
        ended.set()
        thread.join()


ORPHAN = """
import os, sys, test_worker
from proposer.propose.bounded.limits import Limits
from proposer.propose.bounded.worker import run_bounded
def task(tell):
    print(os.getpid(), file=sys.__stdout__)
    tell(str(os.getpid()))
    test_worker.hanging(tell)
run_bounded(task, Limits(memory=300_000_000, cpu=20, wall=1), lambda pid: print(pid, flush=True))
"""


def test_a_worker_whose_parent_was_killed_ends_by_itself() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    with subprocess.Popen([sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, text=True, env=environment) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
    until = time.monotonic() + 5
    while Path(f"/proc/{worker}").exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert not Path(f"/proc/{worker}/exe").exists()


def test_limits_grow_with_the_sites() -> None:
    assert limits_for(1) == Limits(memory=1_006_000_000, cpu=61, wall=122)
    assert limits_for(500) == Limits(memory=4_000_000_000, cpu=560, wall=1120)
