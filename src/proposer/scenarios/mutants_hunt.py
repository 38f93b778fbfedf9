"""Which mutants the scenarios notice: those most likely to notice come first, the first that fails is enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

from proposer.model.catalog import Catalog
from proposer.scenarios.mutants import Mutant, mutants
from proposer.scenarios.running import Verdict, run_scenario

PIECE = 8  # mutants that a process takes at a time


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
    able = (each for each in verdicts if _may_differ(each, mutant))
    for verdict in sorted(able, key=lambda each: not _touches(each, mutant)):
        if not run_scenario(mutant.catalog, verdict.scenario).holds:
            return verdict.scenario.name
    return ""


def _may_differ(verdict: Verdict, mutant: Mutant) -> bool:
    """Whether the answer to a scenario can be another one; what is said of a conflict may always be."""
    return not mutant.only_with or bool(verdict.scenario.expect.conflict) or mutant.only_with in _names(verdict)


def _touches(verdict: Verdict, mutant: Mutant) -> bool:
    """Whether a scenario used what the mutant changes: that price row, or anything that its words name."""
    used = verdict.used
    if mutant.kind == "price":
        return mutant.span.place in used.price_rows
    return any(f"`{name}`" in mutant.words for name in _names(verdict))


def _names(verdict: Verdict) -> frozenset[str]:
    used = verdict.used
    return used.rules | used.offerings | used.bundles | used.promotions


def hunt_on(catalog: Catalog, verdicts: Sequence[Verdict], seed: int, sample: int, workers: int) -> Iterator[Trial]:
    """The trials of a sample over several processes, in order; each process makes its own mutants, which depend on the seed."""
    quick = sorted(verdicts, key=lambda each: len(each.scenario.needs.sites))
    if workers <= 1:
        yield from hunt(quick, mutants(catalog, seed, sample))
        return
    pieces = [range(start, sample, sample // PIECE + 1) for start in range(sample // PIECE + 1)]
    with ProcessPoolExecutor(workers) as pool:
        for trials in pool.map(partial(_piece, catalog, quick, seed, sample), pieces):
            yield from trials


def _piece(catalog: Catalog, verdicts: Sequence[Verdict], seed: int, sample: int, numbers: range) -> list[Trial]:
    """Some of the sample's mutants; what comes back holds no catalog, which would be large to send."""
    faults = mutants(catalog, seed, sample)
    trials = hunt(verdicts, [faults[number] for number in numbers if number < len(faults)])
    return [Trial(replace(trial.mutant, catalog=catalog), trial.noticed_by) for trial in trials]
