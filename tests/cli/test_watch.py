"""`check --watch`, for real: a process that goes on, a file that changes, an interrupt that ends it."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

TINY = Path(__file__).parents[1] / "fixtures" / "tiny"
PATIENCE = 30  # seconds
SUMMARY = "catalog (3 offerings, 7 rules, 1 price book): "


class Watcher:
    """The process, and what it says line by line."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: Queue[str] = Queue()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, wanted: str) -> list[str]:
        """The lines up to one that holds the words wanted."""
        seen: list[str] = []
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                seen.append(self._lines.get(timeout=1))
            except Empty:
                continue
            if wanted in seen[-1]:
                return seen
        raise AssertionError(f"`{wanted}` was not said: {seen}")

    def interrupted(self) -> int:
        """Its exit code after Ctrl-C, which leaves no words behind."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        assert self._lines.empty()
        return code


@contextmanager
def watching(folder: Path, *more: str) -> Iterator[Watcher]:
    command = [sys.executable, "-m", "proposer", "check", "--watch", "--catalog", "catalog", *more]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield Watcher(process)
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt reaches a process otherwise there")
def test_a_change_is_checked_and_an_interrupt_ends_it(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "catalog")
    seat = tmp_path / "catalog" / "offerings" / "access" / "seat.yaml"
    good = seat.read_text("utf-8")
    with watching(tmp_path) as watcher:
        assert watcher.until("watching")[-2].endswith("nothing found")
        seat.write_text(good.replace("per: site", "per: sites"), "utf-8")
        said = watcher.until("watching")
        assert said[0] == "changed: catalog/offerings/access/seat.yaml"
        assert any("expected one of `site`" in line for line in said)
        seat.write_text(good, "utf-8")
        assert watcher.until("watching")[-2].endswith("nothing found")
        seat.rename(seat.with_name("chair.yaml"))
        assert any("CAT104" in line for line in watcher.until("watching"))
        assert watcher.interrupted() == 1


@pytest.mark.skipif(sys.platform == "win32", reason="an interrupt reaches a process otherwise there")
def test_needs_are_watched_too_and_a_clean_end_is_zero(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "catalog")
    needs = tmp_path / "needs.yaml"
    needs.write_text("customer: {name: A}\nterm: 12\nsites: [{id: a}]\n", "utf-8")
    with watching(tmp_path, "needs.yaml") as watcher:
        watcher.until("watching")
        needs.write_text("customer: {name: A}\nterm: 13\nsites: [{id: a}]\n", "utf-8")
        assert any("NED108" in line for line in watcher.until("watching"))
        needs.write_text("customer: {name: A}\nterm: 12\nsites: [{id: a}]\n", "utf-8")
        assert watcher.until("watching")[-2].endswith("nothing found")
        assert watcher.interrupted() == 0


@pytest.mark.parametrize("other", ["--fix", "--diff", "--output=x.txt"])
def test_what_ends_and_what_goes_on_do_not_go_together(other: str) -> None:
    command = [sys.executable, "-m", "proposer", "check", "--watch", other]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 2
    assert "--watch goes on" in run.stderr
