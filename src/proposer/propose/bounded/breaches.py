"""How a worker that broke its limits, or broke, is told: a code, what was too much, and where to look."""

from __future__ import annotations

import signal

from proposer.diagnostics import Diagnostic
from proposer.propose.bounded.limits import MEGABYTE, Limits

MEMORY, PROCESSOR, WALL, DIED, FAILED, NO_WORKER = "TPL501", "TPL502", "TPL503", "TPL504", "TPL505", "TPL506"
LOOK = (
    "look in the templates, or in very long texts of the needs, for what grows without end: boxes in boxes,"
    " variables made of variables, huge sizes, counts and pictures"
)
MORE = LOOK + "; where the document is only large, allow it four times as much: `--patience 4`"
NO_MEMORY = ("failed to allocate", "cannot allocate memory", "out of memory", "memoryerror", "bad_alloc")


def out_of_memory(limits: Limits) -> Diagnostic:
    """It asked for more memory than it may have."""
    return Diagnostic(
        MEMORY, f"the proposal was given up: it took more than {limits.memory // MEGABYTE:,} MB of memory", help=MORE
    )


def out_of_time(limits: Limits) -> Diagnostic:
    """It had not ended when its time was over."""
    return Diagnostic(WALL, f"the proposal was given up: it was not ready within {_seconds(limits.wall)}", help=MORE)


def failed(error: BaseException) -> Diagnostic:
    """The PDF engine met what it does not know how to lay out."""
    if isinstance(error, RecursionError):
        return Diagnostic(FAILED, "the proposal was given up: its parts stand in each other too deeply", help=LOOK)
    words = " ".join(f"{type(error).__name__}: {error}".split())[:200].rstrip(": ")
    return Diagnostic(FAILED, f"the PDF engine failed: {words}", help=LOOK)


def not_started(error: OSError) -> Diagnostic:
    """The system gave no process."""
    why = (error.strerror or str(error)).lower()
    remedy = "end other programs, or give this one more processes and memory"
    return Diagnostic(NO_WORKER, f"no process could be started for the proposal: {why}", help=remedy)


def died(code: int, last_words: str, limits: Limits) -> Diagnostic:
    """The process ended without a result; `code` is negative for a signal, `last_words` what it wrote on its way out."""
    if -code == getattr(signal, "SIGXCPU", None):
        text = f"the proposal was given up: it took more than {_seconds(limits.cpu)} of the processor"
        return Diagnostic(PROCESSOR, text, help=MORE)
    if -code == getattr(signal, "SIGALRM", None):
        return out_of_time(limits)
    if any(words in last_words.lower() for words in NO_MEMORY):
        return out_of_memory(limits)
    return Diagnostic(DIED, f"the PDF engine died: {_ending(code)}", help=LOOK)


def _seconds(number: float) -> str:
    return "1 second" if number == 1 else f"{number:g} seconds"


def _ending(code: int) -> str:
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"it left with {code}"
