"""What one of the benchmark's peers makes of random worlds: a line for each, its seed and the least value, or `none`.

    python peers_on_worlds.py CP-SAT|HiGHS SMALLEST LARGEST SEED…

The two solvers cannot share a process, with each other or with the engine, so this is a program.
"""

from __future__ import annotations

import sys
from importlib import import_module

from benchmarks.peers.reports import PEERS
from benchmarks.peers.whole import whole
from choice_worlds import world


def main(peer: str, *numbers: str) -> None:
    """A line for each world; anything short of a proof is an error."""
    smallest, largest, *seeds = (int(each) for each in numbers)
    load = import_module(PEERS[peer]).load
    for seed in seeds:
        outcome = load(whole(world(seed, (smallest, largest), graduated=False)))(60.0)
        if outcome.status not in ("optimal", "infeasible"):
            raise RuntimeError(f"{peer} ended with {outcome}")
        print(seed, "none" if outcome.objective is None else outcome.objective, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
