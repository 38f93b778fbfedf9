"""Shows a sheet: drawn on a terminal, plain everywhere else."""

from __future__ import annotations

import sys

from proposer.cli.console import Console
from proposer.report.plain import plain_text
from proposer.report.sheet import Sheet


def show(console: Console, sheet: Sheet) -> None:
    """The sheet as the result of the run."""
    console.clear()
    if not console.rich():
        console.result(plain_text(sheet, console.width()))
        return
    from proposer.report.terminal import terminal_text

    console.result(terminal_text(sheet, console.width(), color=console.colored(sys.stdout)))
