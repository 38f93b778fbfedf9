"""Explanations as data: what differs between two quotes, and the smallest changes that make the impossible possible.

All money is whole cents. Words and sentences in them are the catalog's and the needs file's own.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from proposer.diagnostics import Span
from proposer.model.configuration import Conflict
from proposer.money import Cents


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A field of the needs by its path, and its new value as it would be written; an empty one means nobody said it."""

    path: str  # `sites.west.users`, `sites.west.access.fibre`, `term`, `budget.monthly`, `discounts.seat`
    value: str
    typed: str = field(default="", compare=False)  # as it was typed, where that was not `--set PATH=VALUE`

    def __str__(self) -> str:
        return f"{self.path}={self.value}"

    @property
    def span(self) -> Span:
        """Where the change stands: on the command line."""
        return Span(self.typed or f"--set {self}")


@dataclass(frozen=True, slots=True)
class Totals:
    """What an option costs."""

    term: int
    monthly: Cents
    once: Cents
    contract_value: Cents
    first_year: Cents


@dataclass(frozen=True, slots=True)
class LineState:
    """A line at one site, as a quote has it."""

    description: str
    pieces: str
    monthly: Cents
    once: Cents
    contract_value: Cents
    individual_case: bool = False


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that came (no `before`), went (no `after`) or changed, alike at some sites (none: the account), and why."""

    sites: tuple[str, ...]
    offering: str
    name: str
    before: LineState | None
    after: LineState | None
    why: tuple[str, ...]

    @property
    def monthly(self) -> Cents:
        """How much more a month over all its sites."""
        return self._more("monthly")

    @property
    def once(self) -> Cents:
        """How much more once over all its sites."""
        return self._more("once")

    @property
    def contract_value(self) -> Cents:
        """How much more over the term, over all its sites."""
        return self._more("contract_value")

    def _more(self, amount: str) -> Cents:
        after: Cents = getattr(self.after, amount) if self.after else 0
        before: Cents = getattr(self.before, amount) if self.before else 0
        return (after - before) * max(1, len(self.sites))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two quotes of one option: the totals, and every line that differs."""

    option: str
    before: Totals
    after: Totals
    changes: tuple[LineChange, ...]
    approval: str = ""  # who must approve what it would become


@dataclass(frozen=True, slots=True)
class Relaxation:
    """Changes to the needs that make a solution possible, none of which can be spared, and what the solution costs."""

    changes: tuple[Change, ...]
    words: tuple[str, ...]  # a phrase for each change
    totals: Totals


@dataclass(frozen=True, slots=True)
class Impossible:
    """All that is known of needs without a solution: minimal conflicts, and relaxations with the cheapest first.

    `complete` is false where a bound on work ended the search for more of either.
    """

    conflicts: tuple[Conflict, ...]
    relaxations: tuple[Relaxation, ...]
    complete: bool = True
