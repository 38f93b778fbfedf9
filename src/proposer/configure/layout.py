"""The packages of all kinds side by side, as columns of whole numbers, and what is chosen of them.

The columns of a kind stand together, in the order of its packages. Amounts are 64-bit whole numbers; a sum over sites
that could be larger is made in two halves, so that no digit is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Parts = NDArray[np.float64]
HALF = 31  # bits
NEARLY = 1e-3  # of a site; what a solver's tolerance may come to


def whole(values: Iterable[int]) -> Whole:
    """Whole numbers as an array."""
    return np.fromiter(values, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Column → kind; kind → its first column, its number of columns (one at least) and of sites."""

    kinds: Whole
    firsts: Whole
    sizes: Whole
    sites: Whole

    @classmethod
    def of(cls, sizes: Sequence[int], sites: Sequence[int]) -> Layout:
        """From how many packages, and how many sites, each kind has."""
        sizes_ = whole(sizes)
        kinds = np.repeat(np.arange(len(sizes), dtype=np.int64), sizes_)
        return cls(kinds, np.cumsum(sizes_) - sizes_, sizes_, whole(sites))

    def least(self, values: Whole) -> Whole:
        """The least of the columns' values for each kind."""
        return np.minimum.reduceat(values, self.firsts)

    def most(self, values: Whole) -> Whole:
        """The greatest of the columns' values for each kind."""
        return np.maximum.reduceat(values, self.firsts)

    def first_of_least(self, values: Whole) -> Whole:
        """For each kind the first column with the least value."""
        lowest = np.flatnonzero(values == self.least(values)[self.kinds])
        return lowest[np.searchsorted(self.kinds[lowest], np.arange(len(self.sites)))]

    def columns(self, kind: int) -> range:
        """The columns of a kind."""
        first = int(self.firsts[kind])
        return range(first, first + int(self.sizes[kind]))


@dataclass(frozen=True, slots=True, eq=False)
class Selection:
    """How many sites get which column: the columns that some site gets, in order."""

    columns: Whole
    sites: Whole

    @classmethod
    def from_pairs(cls, pairs: Iterable[tuple[int, int]]) -> Selection:
        """From (column, sites) in any order."""
        listed = sorted(pairs)
        return cls(whole(column for column, _ in listed), whole(sites for _, sites in listed))

    def total(self, values: Whole) -> int:
        """Σ value × sites."""
        return exact_sum(values[self.columns], self.sites)

    def pairs(self) -> list[tuple[int, int]]:
        """(column, sites) as plain numbers."""
        return list(zip(self.columns.tolist(), self.sites.tolist(), strict=True))

    def parts(self) -> Fractions:
        """The same as fractions, which here are whole."""
        return Fractions(self.columns, self.sites.astype(np.float64))


@dataclass(frozen=True, slots=True, eq=False)
class Fractions:
    """How many sites, in fractions, get which column: advice where to branch, and what to round."""

    columns: Whole
    sites: Parts

    def are_of(self, layout: Layout) -> bool:
        """Whether these are columns and numbers of sites that there are: a solver that fails may say anything."""
        if len(self.columns) and not 0 <= self.columns.min() <= self.columns.max() < len(layout.kinds):
            return False
        return bool(np.all((self.sites >= 0) & (self.sites <= layout.sites[layout.kinds[self.columns]] + NEARLY)))

    def pairs(self) -> list[tuple[int, float]]:
        """(column, sites) as plain numbers."""
        return list(zip(self.columns.tolist(), self.sites.tolist(), strict=True))


def exact_sum(values: Whole, sites: Whole) -> int:
    """Σ value × sites without loss, for values of up to 62 bits and sites of up to 31 in all."""
    high, low = values >> HALF, values & ((1 << HALF) - 1)
    return (int(high @ sites) << HALF) + int(low @ sites)
