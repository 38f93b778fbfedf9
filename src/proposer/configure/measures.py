"""What two things that could be bought are compared by.

One may go for another only if it is no better in anything that the choice looks at: individual cases; the objective and, of
equals, the declared ties; the monthly charge where a budget limits it. Each of these parts is in lexical order, which
addition keeps: what is less for a line is less for every total with that line.
"""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.objective import Objective
from proposer.pricing import ItemPrice

Costs = tuple[tuple[int, ...], ...]


def no_dearer(one: Costs, other: Costs) -> bool:
    """Whether one costs no more than the other in every part."""
    return all(a <= b for a, b in zip(one, other, strict=True))


@dataclass(frozen=True, slots=True)
class Measures:
    """What is made least, by what equals are told apart, and whether the month is limited."""

    objective: Objective
    ties: tuple[Objective, ...]
    limited: bool
    discounted: frozenset[str]  # by some bundle, of which it is not known here whether it holds

    def costs(self, price: ItemPrice, *, discounted: bool) -> Costs:
        """The parts of a price; where some bundle discounts the month alone, which could change the order, each amount by itself."""
        cases = (int(price.individual_case is not None),)
        if discounted:
            return cases, *((price.worth(each),) for each in Objective)
        month = ((price.monthly_net,),) if self.limited else ()
        return cases, tuple(price.worth(each) for each in (self.objective, *self.ties)), *month
