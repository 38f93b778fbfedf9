"""The program on a terminal of its own, as a rep sees it: what is drawn, and keys that are pressed meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 60  # seconds


@dataclass(frozen=True)
class Session:
    """How a run ended, what it printed, and what the terminal showed, one line for each that was drawn over."""

    code: int
    printed: str
    shown: tuple[str, ...]

    @property
    def said(self) -> list[str]:
        """What is still to be read at the end: the lines that were not drawn over."""
        return [line for line in self.shown if line and not line.endswith(" …")]


def on_a_terminal(command: Sequence[str], folder: Path, interrupt_at: str = "") -> Session:
    """Run with standard error on a terminal; Ctrl-C is pressed once the words of `interrupt_at` are drawn."""
    import pty

    ours, theirs = pty.openpty()
    variables = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "110"}
    printed = folder / "printed"
    with printed.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, *command], cwd=folder, env=variables, stdin=theirs, stdout=output, stderr=theirs
        )
    os.close(theirs)
    drawn = _watch(ours, process, interrupt_at.encode())
    code = process.wait(PATIENCE)
    return Session(code, printed.read_text("utf-8"), tuple(_lines(drawn.decode())))


def _watch(terminal: int, process: subprocess.Popen[bytes], interrupt_at: bytes) -> bytes:
    """All that is drawn until the program leaves the terminal."""
    drawn, pressed, end = b"", not interrupt_at, time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            more = os.read(terminal, 65_536)
        except OSError:  # on Linux, the end of it
            more = b""
        if not more:
            break
        drawn += more
        if not pressed and interrupt_at in drawn:
            process.send_signal(signal.SIGINT)
            pressed = True
    os.close(terminal)
    assert pressed, f"{interrupt_at!r} was never drawn: {drawn!r}"
    return drawn


def _lines(drawn: str) -> list[str]:
    return [line.rstrip() for line in drawn.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
