"""`make published`: the choice against clingo in instances of published configuration benchmarks' families.

python tests/configure/published_report.py COUNT SEED

Half of the instances are of either family. Each is asked of both: whether it can be configured at all, and at what least
price. An answer without a proof is counted and held against clingo no further than that it is no better than the best.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from published_judge import FAMILIES
from published_question import TERM, question
from published_worlds import Instance

from proposer.configure import configure
from proposer.model.configuration import Configuration

JUDGE = Path(__file__).with_name("published_judge.py")


@dataclass(slots=True)
class Tally:
    """What came of a family."""

    family: str
    feasible: int = 0
    infeasible: int = 0
    unproven: int = 0
    differences: list[str] = field(default_factory=list)
    seconds_here: float = 0
    seconds_there: float = 0

    def __str__(self) -> str:
        """One line of the report."""
        count = self.feasible + self.infeasible
        return (
            f"{self.family:<12} {count:>9,} {self.feasible:>9,} {self.infeasible:>11,} {self.unproven:>9,} "
            f"{len(self.differences):>14,} {self.seconds_here:>9.1f} s {self.seconds_there:>9.1f} s"
        )


HEAD = f"{'family':<12} {'instances':>9} {'feasible':>9} {'infeasible':>11} {'unproven':>9} {'disagreements':>14} {'here':>11} {'clingo':>11}"


def compared(family: str, first: int, count: int) -> Tally:
    """So many instances of a family, asked here and of the judge, which has a process of its own."""
    tally = Tally(family)
    for number, (least, seconds) in zip(range(first, first + count), _judged(family, first, count), strict=True):
        start = perf_counter()
        own, proven = answer(FAMILIES[family](number))
        tally.seconds_here += perf_counter() - start
        tally.seconds_there += seconds
        tally.feasible += least is not None
        tally.infeasible += least is None
        tally.unproven += not proven
        if not agree(own, least, proven=proven):
            tally.differences.append(f"{family} {number}: {_said(own)} here, {_said(least)} from clingo")
    return tally


def agree(own: int | None, least: int | None, *, proven: bool) -> bool:
    """Whether the answer here can stand beside the judge's; both are cents a month, or None for no solution."""
    if proven:
        return own == least
    return own is None or (least is not None and own >= least)


def answer(instance: Instance) -> tuple[int | None, bool]:
    """The least monthly price here, or None where there is none, and whether that is proven."""
    found = configure(question(instance))
    if not isinstance(found, Configuration):
        return None, found.proven
    price, rest = divmod(found.proof.objective, TERM)
    assert rest == 0
    return price, found.proof.proven


def _judged(family: str, first: int, count: int) -> Iterator[tuple[int | None, float]]:
    """The judge's answers and seconds. It works while the choice does, on a core of its own where there is one."""
    command = [sys.executable, str(JUDGE), family, str(first), str(count)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as judge:
        assert judge.stdout
        for number, line in enumerate(judge.stdout, first):
            said, least, microseconds = line.split()
            assert int(said) == number
            yield None if least == "none" else int(least), int(microseconds) / 1e6
    assert judge.returncode == 0


def _said(price: int | None) -> str:
    return "no solution" if price is None else f"{price} cents"


def main() -> int:
    """Print the report; the exit code is 1 when anything differs."""
    count, seed = (int(each) for each in sys.argv[1:])
    print(f"{count:,} instances of published families with seed {seed}\n{HEAD}")
    wrong: list[str] = []
    for index, family in enumerate(FAMILIES):
        share = (count + index) // len(FAMILIES)
        tally = compared(family, seed * 1_000_000, share)
        print(tally, flush=True)
        wrong += tally.differences
    print("\n".join(wrong) or "The verdicts and the least prices are the same, to the cent.")
    return 1 if wrong else 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", "src")
    sys.exit(main())
