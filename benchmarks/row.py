"""A line of the table of measures, and the one that compares two figures."""

from __future__ import annotations

from dataclasses import dataclass


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
