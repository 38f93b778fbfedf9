"""Which mutants the scenarios notice: those most likely to notice come first, the first that fails is enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proposer.scenarios.mutants import Mutant
from proposer.scenarios.running import Verdict, run_scenario


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutant and the scenario that noticed it; empty when none did."""

    mutant: Mutant
    noticed_by: str

    @property
    def noticed(self) -> bool:
        """Whether a scenario's verdict changed."""
        return bool(self.noticed_by)


def noticed_percent(trials: Sequence[Trial]) -> int:
    """The share that is noticed, rounded down; of nothing, everything is."""
    return 100 * sum(trial.noticed for trial in trials) // len(trials) if trials else 100


def hunt(verdicts: Sequence[Verdict], faults: Sequence[Mutant]) -> Iterator[Trial]:
    """Try each mutant; `verdicts` are those on the catalog without a fault, all of which must hold."""
    for mutant in faults:
        yield Trial(mutant, _first_to_notice(verdicts, mutant))


def _first_to_notice(verdicts: Sequence[Verdict], mutant: Mutant) -> str:
    for verdict in sorted(verdicts, key=lambda each: not _touches(each, mutant)):
        if not run_scenario(mutant.catalog, verdict.scenario).holds:
            return verdict.scenario.name
    return ""


def _touches(verdict: Verdict, mutant: Mutant) -> bool:
    """Whether a scenario used what the mutant changes: that price row, or anything that its words name."""
    used = verdict.used
    if mutant.kind == "price":
        return mutant.span.place in used.price_rows
    names = used.rules | used.offerings | used.bundles | used.promotions
    return any(f"`{name}`" in mutant.words for name in names)
