"""Runs one command and turns whatever ends it into an exit code and at most one line."""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from contextlib import suppress
from types import FrameType

import click

from proposer.cli.exits import FAULT
from proposer.cli.group import proposer


def prepare_process() -> None:
    """What holds for the whole process: a request to end is an interrupt, and no letter is too much for a terminal."""
    gc.set_threshold(100_000, 50, 100)  # a short life that makes much and drops little: collecting often saves nothing
    signal.signal(signal.SIGTERM, _interrupt)
    sys.unraisablehook = _unraisable
    _never_fail_on_a_letter()


def run(arguments: list[str]) -> int:
    """The exit code of a command line."""
    try:
        code = proposer.main(arguments, prog_name="proposer", standalone_mode=False)
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        return _say("interrupted; nothing was written")
    except click.ClickException as error:
        error.show()
        return FAULT
    except BrokenPipeError:
        _leave_quietly()
        return FAULT
    except OSError as error:
        return _output_lost(error)
    except Exception as error:  # noqa: BLE001  # the last resort: a fault of the program, told in one line
        return _internal(error)
    return code if isinstance(code, int) else 0


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _unraisable(unraisable: sys.UnraisableHookArgs) -> None:
    """An interrupt that lands in a callback of the PDF engine cannot be raised there: leave at once instead."""
    if isinstance(unraisable.exc_value, KeyboardInterrupt):
        _say("interrupted; nothing was written")
        os._exit(FAULT)
    sys.__unraisablehook__(unraisable)


def _never_fail_on_a_letter() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a stream put in its place may be plain


def _output_lost(error: OSError) -> int:
    if error.filename is not None or os.environ.get("PROPOSER_DEBUG"):
        return _internal(error)
    _leave_quietly()
    return _say(f"error: the output could not be written: {(error.strerror or str(error)).lower()}")


def _leave_quietly() -> None:
    """What is still buffered has nowhere to go; keep Python from saying so at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _internal(error: Exception) -> int:
    if os.environ.get("PROPOSER_DEBUG"):
        traceback.print_exception(error)
    words = " ".join(str(error).split())[:300]
    return _say(
        f"internal error: {type(error).__name__}: {words}\n"
        "This is a fault of the program, not of your files: please report it. PROPOSER_DEBUG=1 shows where it happened."
    )


def _say(text: str) -> int:
    with suppress(OSError, ValueError):
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    return FAULT
