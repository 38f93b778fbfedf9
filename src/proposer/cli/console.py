"""What a command says and where: results to stdout, messages to stderr, progress on a terminal only."""

from __future__ import annotations

import os
import shutil
import sys
import time
from dataclasses import dataclass, field
from typing import TextIO

import click

PATIENCE = 0.5  # seconds before progress is worth a line
EYE = 0.1  # seconds that a line stands at least
PLAIN_WIDTH = 100
STAGES = {
    "choosing": "Choosing",
    "pricing": "Pricing it",
    "template": "Writing the proposal",
    "pdf": "Laying out its pages",
}


@dataclass
class Console:
    """The two streams of one run; `quiet` leaves only results and errors, `plain` no colours."""

    quiet: bool = False
    plain: bool = False
    started: float = field(default_factory=time.monotonic)
    drawn: int = 0
    stage_line: str = ""
    drawn_at: float = 0.0

    def result(self, text: str) -> None:
        """Part of what was asked for."""
        click.echo(text.rstrip("\n"), color=self.colored(sys.stdout))

    def data(self, text: str) -> None:
        """A machine's result: UTF-8 everywhere, whatever the terminal speaks."""
        click.echo(text.rstrip("\n").encode(), color=True)

    def message(self, text: str) -> None:
        """News by the way; left out when quiet."""
        if not self.quiet:
            self.error(text)

    def error(self, text: str) -> None:
        """What went wrong."""
        self.clear()
        if text:
            click.echo(text.rstrip("\n"), err=True, color=self.colored(sys.stderr))

    def progress(self, stage: str, done: int, total: int) -> None:
        """One line that is drawn over, from half a second on; nothing when nobody watches."""
        count = f", {min(done + 1, total)} of {total}" if total > 1 else ""
        self.stage_line = f"{STAGES.get(stage, stage)}{count}"
        self._draw(f"{self.stage_line} …")

    def detail(self, words: str) -> None:
        """How far the stage has come, a few times a second at the most."""
        if time.monotonic() - self.drawn_at > EYE:
            self._draw(f"{self.stage_line}: {words} …")

    def _draw(self, line: str) -> None:
        if self.quiet or not _watched(sys.stderr) or time.monotonic() - self.started < PATIENCE:
            return
        shown = line[: max(20, shutil.get_terminal_size((80, 24)).columns - 1)]
        sys.stderr.write("\r" + shown.ljust(self.drawn))
        sys.stderr.flush()
        self.drawn, self.drawn_at = len(shown), time.monotonic()

    def stage(self, stage: str) -> None:
        """Progress of a stage that does not count."""
        self.progress(stage, 0, 1)

    def clear(self) -> None:
        """Wipe the line of progress."""
        if self.drawn:
            sys.stderr.write("\r" + " " * self.drawn + "\r")
            sys.stderr.flush()
            self.drawn = 0

    def colored(self, stream: TextIO) -> bool:
        """`--no-color` beats NO_COLOR, which beats FORCE_COLOR, which beats what the stream is."""
        if self.plain or os.environ.get("NO_COLOR"):
            return False
        return bool(os.environ.get("FORCE_COLOR")) or _watched(stream)

    def rich(self) -> bool:
        """Whether results go to a terminal, where a drawn table is worth its import."""
        return _watched(sys.stdout)

    def width(self) -> int:
        """How wide a table may be."""
        return max(60, min(shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns, 140)) if self.rich() else PLAIN_WIDTH


def _watched(stream: TextIO) -> bool:
    return hasattr(stream, "isatty") and stream.isatty() and os.environ.get("TERM") != "dumb"
