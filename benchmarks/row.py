"""The table of measures: its lines, among them those that compare two figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.documents import machine_and_day


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `held` says whether the figure stays within its limit."""

    what: str
    measured: str
    against: str
    figure: str
    limit: str
    held: bool


def ratio(what: str, ours: float, against: str, theirs: float, limit: float, clock: str) -> Row:
    """Two figures and what one is to the other."""
    ratio, unit = ours / theirs, f"s {clock}"
    shown = f"{theirs:.3f} {unit}: {against}"
    return Row(what, f"{ours:.3f} {unit}", shown, f"{ratio:.2f} ×", f"≤ {limit:g} ×", ratio <= limit)


def table(rows: Sequence[Row]) -> str:
    """Markdown, with the machine and the day below."""
    lines = ["| what | measured | against | result | limit | |", "| --- | --- | --- | --- | --- | --- |"]
    lines += [
        f"| {r.what} | {r.measured} | {r.against} | **{r.figure}** | {r.limit} | {'held' if r.held else 'MISSED'} |"
        for r in rows
    ]
    lines += ["", f"Medians; {machine_and_day()}"]
    return "\n".join(lines)
