"""The choice at the sizes that it is aimed at, beside its peers, in one run: a table for `docs/performance.md`.

python -m benchmarks.sizes [--no-peers] [ROW…]

Without rows (they count from 1) all are measured; only that whole table, with the peers, is written into the document. The
engine runs to its proof. Where that comes later than an aim that is a gap, it runs again and is told to end a little before
the aim's time, for a search ends a step late. The exit code is 1 when an aim is not held.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.aims import SIZES, Aim, Size
from benchmarks.choice import Measured
from benchmarks.documents import ROOT, machine_and_day, write_between_marks
from benchmarks.peers.reports import PEERS, Report, reported

DOCUMENT = "docs/performance.md"
LONGEST = 300.0  # seconds for a proof that no aim asks for
PART = 0.95  # of an aim's seconds, after which a search is told to end


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: what the engine reached, whether each aim is held and by what, what the peers reached."""

    size: Size
    ours: Measured
    aims: Sequence[tuple[Aim, Measured]]
    peers: Sequence[Report]

    @property
    def held(self) -> bool:
        """Whether all aims are."""
        return all(aim.is_held(found) for aim, found in self.aims)


def main() -> int:
    """Each size in turn; all are measured even when one misses its aim."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sizes")
    parser.add_argument("rows", type=_row, nargs="*", metavar="ROW")
    parser.add_argument("--peers", action=argparse.BooleanOptionalAction, default=True)
    given = parser.parse_args()
    lines = list(_lines(given.rows or SIZES, list(PEERS) if given.peers else []))
    text = table(lines)
    print(text)
    if given.peers and not given.rows:
        write_between_marks(DOCUMENT, "sizes", text)
    return 0 if all(line.held for line in lines) else 1


def _row(number: str) -> Size:
    """The size of a row; an error of the arguments for a number that there is not."""
    if number not in map(str, range(1, len(SIZES) + 1)):
        raise argparse.ArgumentTypeError(f"there is no row {number}: 1 to {len(SIZES)}")
    return SIZES[int(number) - 1]


def _lines(sizes: Sequence[Size], peers: Sequence[str]) -> Iterator[Line]:
    for size in sizes:
        print(f"{' × '.join(size.arguments)} …", file=sys.stderr)
        ours = _measured(size, LONGEST)
        aims = [(aim, ours if _is_decided(aim, ours) else _measured(size, PART * aim.seconds)) for aim in size.aims]
        yield Line(size, ours, aims, [reported(peer, size.arguments) for peer in peers])


def _is_decided(aim: Aim, ours: Measured) -> bool:
    """Whether the run to the proof says already whether an aim is held."""
    return aim.is_held(ours) or not aim.gap


def _measured(size: Size, seconds: float) -> Measured:
    command = [sys.executable, "-m", "benchmarks.choice", *size.arguments, str(seconds), "--json"]
    return Measured(**json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout))


def table(lines: Sequence[Line]) -> str:
    """Markdown, with the machine and the day below."""
    peers = [report.solver for report in lines[0].peers]
    head = ["offerings × sites", "kinds", "packages", "processor", "memory", "reached", "aim", "", *peers]
    rows = [head, ["---"] * len(head), *(_cells(line) for line in lines)]
    return "\n".join([*(f"| {' | '.join(row)} |" for row in rows), "", machine_and_day()])


def _cells(line: Line) -> list[str]:
    ours = line.ours
    aims = "; ".join(_aim(aim, found, ours) for aim, found in line.aims)
    return [
        f"{ours.offerings:,} × {ours.sites:,}", f"{ours.kinds:,}", f"{ours.packages:,}", f"{ours.seconds:.2f} s", f"{ours.memory} MB",
        ours.proof, aims, "held" if line.held else "MISSED", *(_peer(report, ours) for report in line.peers),
    ]  # fmt: skip


def _aim(aim: Aim, found: Measured, ours: Measured) -> str:
    """With what was reached, where that took another run."""
    return str(aim) if found is ours else f"{aim}: {found.proof} after {found.seconds:.1f} s"


def _peer(report: Report, ours: Measured) -> str:
    """What a peer reached, and how many times the engine's time it took or, with >, was not enough for its proof."""
    if report.objective is None or ours.objective is None:
        reached = report.status
    else:
        above = (report.objective - ours.objective) / ours.objective
        value = "same value" if report.objective == ours.objective else f"{above:+.4%}"
        reached = f"{'proven' if report.status == 'optimal' else 'not proven'}, {value}"
    if ours.gap or not report.seconds:
        return reached
    return f"{reached}, {'' if report.status == 'optimal' else '> '}{report.seconds / ours.wall:.1f} ×"


if __name__ == "__main__":
    sys.exit(main())
