"""How long a choice may go on before its proof, and who is told how far it has come.

No clock is read here: `left` says how many seconds there still are, and where it takes them from is the caller's affair.
A search asks between two steps of its work, so it ends a step late, never in the middle of one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from math import inf, isfinite


def _endless() -> float:
    """There is no limit but the one on work."""
    return inf


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a choice has come: kinds of site with packages, of so many; packages; cents: the best value and its gap.

    Each way of building the network has a best and a gap of its own; `way` is which, of so many.
    """

    stocked: int
    kinds: int
    packages: int
    best: int | None = None
    gap: int = 0
    way: int = 1
    ways: int = 1


def _nobody(_reached: Reached) -> None:
    """Nobody is told."""


@dataclass(frozen=True, slots=True)
class Watch:
    """The limits of a choice: seconds left, and the `gap` between answer and bound, as a share, that is good enough."""

    left: Callable[[], float] = _endless
    gap: Fraction = Fraction(0)
    tell: Callable[[Reached], None] = _nobody
    whole: Callable[[], float] | None = None  # seconds left of all the choices of which this has a part

    def is_over(self) -> bool:
        """Whether the time of this choice is up: what it has found by now is its answer."""
        return self.left() <= 0

    def is_all_over(self) -> bool:
        """Whether no time is left at all, so that a choice that has found nothing has no answer."""
        return (self.whole or self.left)() <= 0

    def part(self, of: int) -> Watch:
        """The limits for the first of so many choices that share what is left: an equal part of the time."""
        whole = self.left()
        kept = whole * (of - 1) / of if isfinite(whole) else 0.0
        return replace(self, left=lambda: self.left() - kept, whole=self.whole or self.left)

    def of_way(self, way: int, ways: int) -> Watch:
        """The limits for one way of building the network, who is told which one that is."""
        return replace(self, tell=lambda reached: self.tell(replace(reached, way=way, ways=ways)))


UNLIMITED = Watch()
