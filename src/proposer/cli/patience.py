"""How long a choice may take: `--time`, `--gap`, and Ctrl-C, which asks for the best so far; and its progress meanwhile."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from math import inf
from types import FrameType
from typing import TYPE_CHECKING

from proposer.cli.console import Console

if TYPE_CHECKING:
    from proposer.configure import Reached, Watch


@dataclass(slots=True)
class Patience:
    """Seconds and gap that a run allows; `stopped` once Ctrl-C was pressed."""

    seconds: float | None = None
    gap: Fraction = Fraction(0)
    stopped: bool = False
    ends: float = inf

    def left(self) -> float:
        """Seconds that are left for the choice."""
        return 0.0 if self.stopped else self.ends - time.monotonic()

    @contextmanager
    def watching(self, console: Console, *, soft: bool) -> Iterator[Watch]:
        """The limits of a choice that begins now; with `soft`, the first Ctrl-C ends the search and not the run."""
        from proposer.configure import Watch

        self.ends = inf if self.seconds is None else time.monotonic() + self.seconds
        before = signal.getsignal(signal.SIGINT)
        if soft:
            signal.signal(signal.SIGINT, self._stop)
        try:
            yield Watch(self.left, self.gap, lambda reached: console.detail(self._words(reached)))
        finally:
            signal.signal(signal.SIGINT, before)

    def _stop(self, _signal: int, _frame: FrameType | None) -> None:
        if self.stopped:
            raise KeyboardInterrupt
        self.stopped = True

    def _words(self, reached: Reached) -> str:
        packages = f"{reached.packages:,} package{'s' if reached.packages != 1 else ''}"
        parts = [f"{reached.stocked:,} of {reached.kinds:,} kinds of site", packages]
        if reached.best is not None:
            share = reached.gap / reached.best if reached.best else 0
            parts = [f"{reached.kinds:,} kinds", packages, f"best {round(reached.best / 100):,}", f"gap {share:.3%}"]
            parts += [f"network {reached.way} of {reached.ways}"] if reached.ways > 1 else []
        return ", ".join(parts) + (", ending" if self.stopped else "")
