"""The months of the contract as rows, where they do not all cost the same: a site begins later, a promotion ends.

The rows' amounts sum to the contract value.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from proposer.model.quote import QuoteOption
from proposer.propose.content.wording import Wording


@dataclass(frozen=True, slots=True)
class MonthsRow:
    """Months of one monthly charge: "1–3", what each costs, what is due once in them, and what they come to."""

    months: str
    monthly: str
    once: str
    together: str


def months_rows(option: QuoteOption, say: Wording) -> tuple[MonthsRow, ...]:
    """A row for each stretch of months with one monthly charge; none where the whole term is one."""
    stretches = [list(group) for _, group in groupby(option.schedule, key=lambda stretch: stretch.monthly)]
    if len(stretches) < 2:
        return ()
    return tuple(
        MonthsRow(
            months=_range(alike[0].first, alike[-1].last),
            monthly=say.money(alike[0].monthly),
            once=say.money(once) if (once := sum(each.once * each.months for each in alike)) else "–",
            together=say.money(sum((each.monthly + each.once) * each.months for each in alike)),
        )
        for alike in stretches
    )


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
