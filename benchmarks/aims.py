"""The sizes at which the choice is measured, and what is to be reached at each."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from benchmarks.choice import Measured


@dataclass(frozen=True, slots=True)
class Aim:
    """The gap to be reached within seconds of the processor (zero: a proof), and in how many megabytes."""

    seconds: float
    gap: float = 0.0
    memory: float = inf

    def is_held(self, found: Measured) -> bool:
        """Whether a run reaches it."""
        return found.seconds <= self.seconds and found.gap <= self.gap and found.memory <= self.memory

    def __str__(self) -> str:
        """In words."""
        what = f"gap ≤ {100 * self.gap:g} % after" if self.gap else "proven ≤"
        room = f", ≤ {self.memory / 1000:g} GB" if self.memory < inf else ""
        return f"{what} {self.seconds:g} s{room}"


@dataclass(frozen=True, slots=True)
class Size:
    """A customer, and what is to be reached for it."""

    offerings: int
    sites: int
    profiles: int
    aims: tuple[Aim, ...]

    @property
    def arguments(self) -> list[str]:
        """As programs take them."""
        return [str(self.offerings), str(self.sites), str(self.profiles)]


PERCENT = 1 / 100
SIZES = (
    Size(232, 10, 10, (Aim(0.2),)),
    Size(232, 100, 100, (Aim(10), Aim(2, 0.1 * PERCENT))),
    Size(232, 1_000, 145, (Aim(2),)),
    Size(232, 5_000, 150, (Aim(4),)),
    Size(232, 1_120, 1_119, (Aim(10, 0.03 * PERCENT),)),  # about 700 kinds, which 1,000 sites do not draw
    Size(232, 5_000, 2_050, (Aim(30, 0.01 * PERCENT, 2_000),)),
    Size(232, 5_000, 5_000, (Aim(60, 0.5 * PERCENT),)),
    Size(2_030, 1_120, 1_119, (Aim(30, 0.03 * PERCENT),)),
)
