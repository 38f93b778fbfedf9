"""`python tests/fuzz COUNT SEED`: so many mutants of the shipped catalog, over all processors."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from fuzzing import Fuzzer

SHIPPED = Path(__file__).parents[2] / "catalog"
SHOWN = 20


def main(count: int, seed: int) -> int:
    """Run all, print what went wrong and the count."""
    start, workers = time.monotonic(), os.cpu_count() or 1
    with ProcessPoolExecutor(workers) as pool:
        shares = pool.map(run_share, range(workers), [workers] * workers, [count] * workers, [seed] * workers)
        complaints = [each for share in shares for each in share]
    for complaint in complaints[:SHOWN]:
        print(complaint)
    took = time.monotonic() - start
    print(f"{count} mutants of the shipped catalog with seed {seed}: {len(complaints)} complaints, {took:.0f} s")
    return 1 if complaints else 0


def run_share(worker: int, workers: int, count: int, seed: int) -> list[str]:
    """Every so-manieth mutant."""
    with tempfile.TemporaryDirectory() as folder:
        fuzzer = Fuzzer(SHIPPED, Path(folder))
        return [each for number in range(worker, count, workers) for each in fuzzer.complaints(f"{seed}/{number}")]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
