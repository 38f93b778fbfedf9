"""A priced result in each of its forms; only the one that is asked for is made."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from click.exceptions import Exit

from proposer.cli.console import Console

if TYPE_CHECKING:
    from proposer.report.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Result:
    """What a run found: as a sheet, as a record, as CSV; and the exit code that goes with it."""

    sheet: Callable[[], Sheet]
    record: Callable[[], Mapping[str, object]]
    csv: Callable[[], str]
    code: int = 0


def print_result(console: Console, result: Result, form: str) -> None:
    """Print it as text, JSON or CSV, and end the run when it is a finding."""
    console.clear()
    if form == "json":
        console.data(json.dumps(result.record(), indent=2, ensure_ascii=False))
    elif form == "csv":
        console.data(result.csv())
    else:
        from proposer.cli.show import show

        show(console, result.sheet())
    if result.code:
        raise Exit(result.code)
