"""Faults that were tried on a catalog: how many the scenarios noticed, and those that they did not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from proposer.report.sheet import Column, Grid, Heading, Sheet, Text


@dataclass(frozen=True, slots=True)
class Tried:
    """Faults of one kind: how many were noticed, of how many."""

    kind: str
    noticed: int
    total: int


@dataclass(frozen=True, slots=True)
class Survivor:
    """A fault that no scenario noticed, and where the catalog says it otherwise."""

    kind: str
    words: str
    place: str


def percent(tried: Sequence[Tried]) -> int:
    """The share that was noticed, rounded down; of nothing, everything was."""
    total = sum(one.total for one in tried)
    return 100 * sum(one.noticed for one in tried) // total if total else 100


def mutants_sheet(tried: Sequence[Tried], survivors: Sequence[Survivor], seed: int) -> Sheet:
    """The share that was noticed, and each fault that was not."""
    columns = (Column("Faults"), Column("noticed", right=True), Column("of", right=True), Column("", right=True))
    rows = tuple((one.kind, f"{one.noticed:,}", f"{one.total:,}", f"{percent([one])} %") for one in tried)
    noticed, total = sum(one.noticed for one in tried), sum(one.total for one in tried)
    sums = (("all", f"{noticed:,}", f"{total:,}", f"{percent(tried)} %"),)
    table = Grid(columns, rows, sums)
    said = Text(f"Drawn with --seed {seed} --sample {total}; another seed draws others.")
    return (Heading("Faults put into the catalog, one at a time"), table, said, *_survivors(survivors))


def _survivors(survivors: Sequence[Survivor]) -> Sheet:
    if not survivors:
        return ()
    rows = tuple((one.words, one.place) for one in survivors)
    remedy = Text("A scenario that expects the total or the item concerned would notice each of them.")
    return (Heading("No scenario notices"), Grid((Column("Fault", flexible=True), Column("Where")), rows), remedy)


def mutants_json(tried: Sequence[Tried], survivors: Sequence[Survivor], seed: int) -> Mapping[str, object]:
    """The same as data."""
    return {
        "seed": seed,
        "percent": percent(tried),
        "kinds": [asdict(one) for one in tried],
        "survivors": [asdict(one) for one in survivors],
    }
