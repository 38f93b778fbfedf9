"""A linear program in whole numbers, kept flat: a model of a whole customer has millions of numbers."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

LARGE = 10**15  # stands for a row's side without a limit
Term = tuple[int, int]  # number, coefficient


def _integers(*first: int) -> array[int]:
    return array("q", first)


@dataclass(slots=True)
class Program:
    """Least Σ cost × number with 0 ≤ number ≤ most and least ≤ Σ coefficient × number ≤ most in every row."""

    most: array[int] = field(default_factory=_integers)
    costs: array[int] = field(default_factory=_integers)
    lowest: array[int] = field(default_factory=_integers)  # by row
    highest: array[int] = field(default_factory=_integers)
    starts: array[int] = field(default_factory=lambda: _integers(0))
    columns: array[int] = field(default_factory=_integers)
    coefficients: array[int] = field(default_factory=_integers)

    def number(self, most: int = 1, cost: int = 0) -> int:
        """A new number, a choice of yes or no unless more is allowed."""
        self.most.append(most)
        self.costs.append(cost)
        return len(self.most) - 1

    def row(self, terms: Iterable[Term], least: int = -LARGE, most: int = LARGE) -> None:
        """A condition; terms of the same number are added up."""
        merged: dict[int, int] = {}
        for column, coefficient in terms:
            merged[column] = merged.get(column, 0) + coefficient
        kept = {column: coefficient for column, coefficient in merged.items() if coefficient}
        self.columns.extend(kept)
        self.coefficients.extend(kept.values())
        self.starts.append(len(self.columns))
        self.lowest.append(least)
        self.highest.append(most)

    def at_most_one(self, columns: Iterable[int]) -> None:
        """No two of some choices."""
        self.row(((column, 1) for column in columns), most=1)

    def rows(self) -> Iterator[tuple[array[int], array[int], int, int]]:
        """Columns, coefficients, least and most of each row."""
        for row, (least, most) in enumerate(zip(self.lowest, self.highest, strict=True)):
            part = slice(self.starts[row], self.starts[row + 1])
            yield self.columns[part], self.coefficients[part], least, most
