"""From fractions to a selection that holds: largest remainders, then the cheapest exchanges that mend a row."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from proposer.configure.rows import Program, Selection, surplus

MOST_EXCHANGES = 200


def rounded(program: Program, fractions: Sequence[Mapping[int, float]]) -> Selection | None:
    """A whole selection near the fractions that fulfils every row, or None when none was found nearby."""
    counts = [_whole(chosen, program.sites[k]) for k, chosen in enumerate(fractions)]
    for _ in range(MOST_EXCHANGES):
        selection = tuple(tuple(sorted(kind.items())) for kind in counts)
        broken = next((i for i, row in enumerate(program.rows) if surplus(row, selection) < 0), None)
        if broken is None:
            return selection
        exchange = min(_exchanges(program, counts, broken), default=None)
        if exchange is None:
            return None
        _, kind, worse, better = exchange
        counts[kind][better] = counts[kind].get(better, 0) + 1
        counts[kind][worse] -= 1
        if not counts[kind][worse]:
            del counts[kind][worse]
    return None


def _whole(chosen: Mapping[int, float], sites: int) -> dict[int, int]:
    counts = {package: math.floor(x + 1e-6) for package, x in chosen.items()}
    left = sites - sum(counts.values())
    for package in sorted(chosen, key=lambda p: (counts[p] - chosen[p], p))[:left]:
        counts[package] += 1
    return {package: n for package, n in counts.items() if n}


def _exchanges(
    program: Program, counts: Sequence[Mapping[int, int]], broken: int
) -> Iterator[tuple[float, int, int, int]]:
    """Ways to give one site another package that help a broken row: (cost for what it helps, kind, from, to)."""
    row = program.rows[broken].of
    for kind, chosen in enumerate(counts):
        for worse in chosen:
            for better, cost in enumerate(program.costs[kind]):
                helps = row[kind][better] - row[kind][worse]
                if helps > 0:
                    yield ((cost - program.costs[kind][worse]) / helps, kind, worse, better)
