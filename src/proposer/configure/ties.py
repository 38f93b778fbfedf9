"""Ties: of packages that the objective finds equal, the first in a declared order is taken.

The master takes the first of equals, so the order of a kind's packages is the order in which ties are broken: by the
measures that the pricing policy declares, each at the prices of a site on its own, then by the packages' own order,
which is that of offerings' ids and depends on no file and no machine.
"""

from __future__ import annotations

from collections.abc import Sequence

from proposer.configure.pools import Lines
from proposer.configure.states import Accounts, Rates


def in_order(packages: Sequence[Lines], scales: Sequence[Accounts]) -> tuple[Lines, ...]:
    """The packages of a kind, those first that win a tie on the first scale, then on the next."""
    rates = [Rates(scale, scale.open_state) for scale in scales]

    def place(lines: Lines) -> tuple[int, ...]:
        return tuple(each.worth(lines).value for each in rates)

    return tuple(sorted(packages, key=place)) if scales else tuple(packages)
