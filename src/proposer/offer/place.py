"""What decides which offerings can be sold somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proposer.model.catalog import At
from proposer.model.demands import Growth


@dataclass(frozen=True, slots=True)
class Place:
    """Kinds of offerings that live here, accesses with their status, state, and offerings that are ruled out."""

    per: frozenset[At]
    accesses: frozenset[tuple[str, str]] = frozenset()
    state: str = ""
    forbidden: frozenset[str] = frozenset()
    from_month: int = 1
    construction: frozenset[tuple[str, int]] = frozenset()  # accesses and what it costs to build them
    wanted: date | None = None  # the day by which what could be later is to be expedited
    growth: Growth | None = None
    cases: frozenset[tuple[str, int]] = frozenset()  # individual cases that the needs price, with their numbers
