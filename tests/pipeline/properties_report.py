"""`make properties`: every property of prices for many random customers.

    python tests/pipeline/properties_report.py COUNT SEED

Seeds are tried until so many were cases.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count, islice

from price_properties import NO_CASE, PROPERTIES

CHUNK = 20


def held(number: int, seeds: range) -> list[str]:
    """What one property says of some seeds."""
    return [PROPERTIES[number](seed) for seed in seeds]


def ranges(seed: int) -> Iterator[range]:
    first = seed * 1_000_000
    return (range(first + CHUNK * n, first + CHUNK * (n + 1)) for n in count())


def report(number: int, wanted: int, seed: int, pool: ProcessPoolExecutor) -> tuple[int, list[str]]:
    """Cases, and what contradicts the property."""
    found: list[str] = []
    batches = ranges(seed)
    while len(found) < wanted:
        for each in pool.map(held, *zip(*((number, seeds) for seeds in islice(batches, 10)), strict=True)):
            found += [says for says in each if says != NO_CASE]
    return len(found), [says for says in found if says]


def main() -> int:
    """A line for each property; the exit code is 1 when one does not hold."""
    wanted, seed = (int(each) for each in sys.argv[1:])
    wrong = 0
    with ProcessPoolExecutor() as pool:
        for number, each in enumerate(PROPERTIES):
            cases, against = report(number, wanted, seed, pool)
            print(f"{each.__name__.replace('_', ' '):58} {cases:6,} cases, {len(against)} against it", flush=True)
            print("".join(f"  {says}\n" for says in against[:5]), end="", flush=True)
            wrong += len(against)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
