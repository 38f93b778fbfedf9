"""Answers for changed needs: is there a solution, and what does it cost? Each set of changes is solved once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from proposer.diagnostics import Outcome
from proposer.load.changes import changed
from proposer.model.catalog import Catalog
from proposer.model.configuration import Conflict
from proposer.model.explanation import Change, Totals
from proposer.model.needs import Needs
from proposer.model.quote import Quote
from proposer.pipeline.known import Known
from proposer.pipeline.whole import make_quote
from proposer.quote.comparing import totals_of

MOST_SOLVED = 40  # a bound on work done, so that the answer does not depend on the machine
Key = tuple[Change, ...]


@dataclass
class Answers:
    """What changed needs come to, for the first option; `left` counts down the work."""

    known: Known
    needs: Needs
    left: int = MOST_SOLVED
    _answers: dict[Key, Totals | Conflict | None] = field(default_factory=dict)

    def totals(self, changes: Sequence[Change]) -> Totals | Conflict | None:
        """The totals, or the conflict that is left; None where the changes do not fit or the work is done."""
        key = tuple(sorted(changes))
        if key not in self._answers:
            self._answers[key] = self._solved(changes)
        return self._answers[key]

    def _solved(self, changes: Sequence[Change]) -> Totals | Conflict | None:
        needs = changed(self.needs, self.catalog, changes).value
        if needs is None or not self.left:
            return None
        self.left -= 1
        return _answer(self._quoted(needs))

    def _quoted(self, needs: Needs) -> Outcome[Quote | Conflict]:
        first = self.catalog.options[0].id
        return make_quote(self.catalog, needs, self.known.day, selected=first, only=True, known=self.known)

    @property
    def catalog(self) -> Catalog:
        """What is sold."""
        return self.known.catalog

    def is_possible_at(self, site: str, changes: Sequence[Change]) -> bool:
        """Whether the site alone, with the hub of its network, could be served; the budget aside."""
        needs = changed(self.needs, self.catalog, changes).value
        if needs is None:
            return False
        here = tuple(each for each in needs.sites if each.id in (site, needs.hub)) if site else needs.sites
        alone = replace(needs, sites=here, budget_monthly=None)
        answer = self._quoted(alone)
        return isinstance(answer.value, Quote)


def _answer(outcome: Outcome[Quote | Conflict]) -> Totals | Conflict | None:
    return totals_of(outcome.value.chosen) if isinstance(outcome.value, Quote) else outcome.value
