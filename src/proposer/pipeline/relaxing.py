"""Relaxations: the smallest changes to needs that make a solution possible, with what it then costs.

Each member of a minimal conflict comes from fields of the needs. Such a field is changed as little as will do: a number
to the greatest that is possible (bisection, and the next step up is tried and found impossible), a flag the other way,
another choice, an access that was refused or missing, another term, a budget that is just enough. Where no single change will do,
changes to the conflict that it leaves are added. Sets of changes are tried by size, and only those of the smallest size
that does are kept, so no change in them can be spared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from proposer.model.configuration import Conflict
from proposer.model.explanation import Change, Relaxation, Totals
from proposer.pipeline.possible import Answers
from proposer.pipeline.smaller import Step, steps_for

MOST_CHANGES = 3  # changes of different fields in one relaxation


@dataclass
class Search:
    """The sets of changes that were tried. `complete` is false once the bound on work (`Answers.left`) was met."""

    answers: Answers
    found: list[Relaxation] = field(default_factory=list)
    complete: bool = True

    def run(self, conflict: Conflict, most: int) -> list[Relaxation]:
        """The cheapest relaxations, at most so many."""
        level: list[tuple[tuple[Step, ...], Conflict]] = [((), conflict)]
        for _ in range(MOST_CHANGES):
            level = [] if self.found else [deeper for taken, left in level for deeper in self._deeper(taken, left)]
        return sorted(self.found, key=_cost)[:most]

    def _deeper(self, taken: tuple[Step, ...], conflict: Conflict) -> Iterator[tuple[tuple[Step, ...], Conflict]]:
        """What is left when one more field is changed; what leaves nothing is a relaxation."""
        for step in steps_for(self.answers, conflict, _changes(taken)):
            steps = (*taken, step)
            if not self.answers.left:
                self.complete = False
                return
            answer = self.answers.totals(_changes(steps))
            if isinstance(answer, Totals):
                words = tuple(each.words for each in steps)
                self.found.append(Relaxation(_changes(steps), words, answer))
            elif answer is not None:
                yield steps, answer


def _changes(steps: tuple[Step, ...]) -> tuple[Change, ...]:
    return tuple(change for step in steps for change in step.changes)


def _cost(relaxation: Relaxation) -> tuple[Fraction, int, tuple[Change, ...]]:
    """The average month, as terms are chosen; of equals the one with fewer changes."""
    totals = relaxation.totals
    return Fraction(totals.contract_value, totals.term), len(relaxation.changes), relaxation.changes
