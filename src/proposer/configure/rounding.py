"""From fractions to a selection that holds: largest remainders, then the cheapest exchanges that mend a row."""

from __future__ import annotations

import numpy as np

from proposer.configure.layout import Fractions, Layout, Selection, Whole
from proposer.configure.rows import Program, Row

MOST_EXCHANGES = 200


def rounded(program: Program, fractions: Fractions) -> Selection | None:
    """A whole selection near the fractions that fulfils every row, or None when none was found nearby."""
    counts = _whole(program.layout, fractions)
    if counts is None:
        return None
    for _ in range(MOST_EXCHANGES):
        chosen = np.flatnonzero(counts)
        selection = Selection(chosen, counts[chosen])
        broken = next((row for row in program.rows if row.surplus(selection) < 0), None)
        if broken is None:
            return selection
        if not _mended(program, counts, broken, selection):
            return None
    return None


def _whole(layout: Layout, fractions: Fractions) -> Whole | None:
    """Sites by column: each fraction rounded down, what is left of a kind to its largest remainders."""
    counts = np.zeros(len(layout.kinds), np.int64)
    low = np.floor(fractions.sites + 1e-6).astype(np.int64)
    kinds = layout.kinds[fractions.columns]
    left = layout.sites - np.bincount(kinds, weights=low, minlength=len(layout.sites)).astype(np.int64)
    order = np.lexsort((fractions.columns, low - fractions.sites, kinds))
    rank = np.arange(len(order)) - np.searchsorted(kinds[order], kinds[order])
    low[order] += rank < left[kinds[order]]
    counts[fractions.columns] = low
    return counts if (np.add.reduceat(counts, layout.firsts) == layout.sites).all() else None


def _mended(program: Program, counts: Whole, row: Row, selection: Selection) -> bool:
    """Give as many sites as it takes another package of their kind, where that costs least for what it helps."""
    layout = program.layout
    sizes = layout.sizes[layout.kinds[selection.columns]]
    worse = np.repeat(selection.columns, sizes)
    within = np.arange(len(worse)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    better = layout.firsts[layout.kinds[worse]] + within
    helps = row.of[better] - row.of[worse]
    useful = np.flatnonzero(helps > 0)
    if not len(useful):
        return False
    more = program.costs[better[useful]] - program.costs[worse[useful]]
    best = useful[np.argmin(more / helps[useful])]
    lack = -row.surplus(selection)
    moved = min(int(counts[worse[best]]), -(-lack // int(helps[best])))
    counts[worse[best]] -= moved
    counts[better[best]] += moved
    return True
