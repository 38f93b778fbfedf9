"""What a run says when there is no solution: the conflict, and the cheapest changes that would make one possible."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NoReturn

from click.exceptions import Exit

from proposer.cli.console import Console
from proposer.cli.exits import FINDINGS

if TYPE_CHECKING:
    from proposer.cli.road import Road
    from proposer.model.configuration import Conflict
    from proposer.model.explanation import Impossible


def stop_at_conflict(
    console: Console, road: Road, conflict: Conflict, *, as_json: bool = False, every: bool = False
) -> NoReturn:
    """Say why there is no solution and what would bring one, as the result of the run."""
    from proposer.pipeline.explaining import impossible

    console.progress("Looking for what would have to change", 0, 1)
    found = impossible(road.known, road.needs, conflict, every=every)
    _print(console, road, found, as_json=as_json)
    raise Exit(FINDINGS)


def _print(console: Console, road: Road, found: Impossible, *, as_json: bool) -> None:
    from proposer.report.conflict import impossible_record, impossible_sheet
    from proposer.report.plain import plain_text

    console.clear()
    if as_json:
        console.data(json.dumps(impossible_record(found), indent=2, ensure_ascii=False))
        return
    console.error(plain_text(impossible_sheet(found), console.width()))
    if found.relaxations:
        sets = " ".join(f"--set {change}" for change in found.relaxations[0].changes)
        console.message(f"Next: proposer quote {road.needs.file} {sets} --as-of {road.known.day}")
